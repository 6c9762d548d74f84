/** Cases that go on from one another. */
import type { HallCase } from '../../../schema/cases/views.ts';
import type { CaseId } from '../../../schema/ids.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

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
