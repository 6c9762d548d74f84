/** C15: what somebody answers for who is to leave. A case at a counter goes with its ticket. */
import type { ClerkId } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

export function handledBy(from: Tables, id: ClerkId): StoredCase[] {
  return from
    .read(cases)
    .ofClerk(id)
    .filter(({ handler, phase }) => handler === id && phase !== 'open');
}

/** Offers that stand from or to somebody. */
export function offersOf(from: Tables, id: ClerkId): StoredCase[] {
  return from
    .read(cases)
    .ofClerk(id)
    .filter(({ offer }) => offer && (offer.from === id || offer.to === id));
}

/** Each case once, whether it is handled, offered or both. */
export function dutiesOf(from: Tables, id: ClerkId): StoredCase[] {
  const both = [...handledBy(from, id), ...offersOf(from, id)];
  return [...new Map(both.map((one) => [one.id, one])).values()];
}

/** What a case is called by its staff. */
export function caseNumber({ receiptNo, noticeNo, origin, id }: StoredCase): string {
  return receiptNo ?? noticeNo ?? (origin.number || id);
}
