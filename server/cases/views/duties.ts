/** C15: what somebody answers for who is to leave. A case at a counter goes with its ticket. */
import type { Case } from '../../../schema/cases/case.ts';
import type { Duty } from '../../../schema/cases/duties.ts';
import { isTaken } from '../../../schema/cases/events.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import { owedAfter, owersOf } from '../rules/owners/afterwards.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

export function handledBy(from: Tables, id: ClerkId): StoredCase[] {
  return from
    .read(cases)
    .ofClerk(id)
    .filter(
      ({ handler, phase, origin }) => handler === id && phase !== 'closed' && (phase !== 'open' || isTaken(origin)),
    );
}

/** Closed or not: of which somebody is to answer what came late, or a question, or to ring up (C5, C7, C12). */
export function answersOf(from: Tables, id: ClerkId): StoredCase[] {
  return from
    .read(cases)
    .ofClerk(id)
    .filter((found) => owersOf(found).includes(id));
}

/** Offers that stand from or to somebody. */
export function offersOf(from: Tables, id: ClerkId): StoredCase[] {
  return from
    .read(cases)
    .ofClerk(id)
    .filter(({ offer }) => offer && (offer.from === id || offer.to === id));
}

/** Each case once, whether it is handled, offered, or owed an answer. */
export function dutiesOf(from: Tables, id: ClerkId): StoredCase[] {
  const all = [...handledBy(from, id), ...offersOf(from, id), ...answersOf(from, id)];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** In which part somebody answers for it, and by when. */
export function partOf(found: StoredCase, id: ClerkId): Pick<Duty, 'part' | 'dueOn'> {
  const { phase, handler, offer, dueOn = null } = found;
  if (phase !== 'closed' && handler === id) return { part: 'handler', dueOn };
  if (offer?.to === id) return { part: 'receiver', dueOn };
  return { part: 'late-papers', dueOn: owedAfter(found).find(({ to }) => to === id)?.by ?? null };
}

/** What a case is called by its staff. */
export function caseNumber({ receiptNo, noticeNo, origin, id }: Case): string {
  return receiptNo ?? noticeNo ?? (origin.number || id);
}
