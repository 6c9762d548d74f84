/** Cases by what they hang on: a ticket, a resident's link, and cases that go on from one another. */
import type { HallCase } from '../../../schema/cases/views.ts';
import type { CaseId, TicketId } from '../../../schema/ids.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { links } from '../../people/tables/links.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

export function casesOfTicket(from: Tables, id: TicketId): StoredCase[] {
  return from.read(cases).ofTicket(id);
}

/** P3: a case's link opens when the case has had a conclusion. */
export function linkOfCase(from: Tables, { id, phase }: StoredCase): string | null {
  return phase === 'open' ? null : from.read(links).of('case', id);
}

/** The linked case that goes on with it; there is one at most. */
export function goingOnFrom(from: Tables, caseId: CaseId): StoredCase | undefined {
  return from
    .read(cases)
    .linkedTo(caseId)
    .find(({ phase }) => phase !== 'closed');
}

/** The case that it goes on from, and those that go on from it. */
export function linksOf(from: Reader, { id, origin }: StoredCase): HallCase['links'] {
  const before = origin.linkedTo ? from.read(cases).byId(origin.linkedTo) : null;
  const shown = (found: StoredCase, is: 'from' | 'to') => ({
    ...{ caseId: found.id, phase: found.phase, outcome: found.outcome ?? null, is },
    number: found.receiptNo ?? found.noticeNo ?? found.origin.number,
  });
  return [
    ...(before ? [shown(before, 'from')] : []),
    ...from
      .read(cases)
      .linkedTo(id)
      .map((one) => shown(one, 'to')),
  ];
}

/** C5, C12: whoever has the link of what ended wrongly follows what goes on from it, while that link is good (P3). */
export function goesOnLink(from: Reader, { id, ending }: StoredCase): string | null {
  const no = ending?.corrected?.linkedNo;
  const goesOn =
    no === undefined
      ? undefined
      : from
          .read(cases)
          .linkedTo(id)
          .find(({ receiptNo }) => receiptNo === no);
  return goesOn ? from.read(links).live('case', goesOn.id, new Date(from.nowMs).toISOString()) : null;
}
