/** C15: what somebody answers for who is to leave. A case at a counter goes with its ticket. */
import type { Case } from '../../../schema/cases/case.ts';
import type { Duty, Receivers } from '../../../schema/cases/duties.ts';
import { isTaken } from '../../../schema/cases/events.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { awayNow } from '../../people/views/absences.ts';
import { mayHandle, staff } from '../../people/views/staff.ts';
import { owedAfter, owersOf } from '../rules/owners/afterwards.ts';
import { caseLists } from '../tables/case-lists.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

const NUMBERS_NAMED = 6;

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
export function partOf(found: StoredCase, id: ClerkId): Pick<Duty, 'part' | 'owes' | 'dueOn'> {
  const { phase, handler, offer, dueOn = null } = found;
  const owed = owedAfter(found).filter(({ to }) => to === id);
  const owes = [...new Set(owed.map(({ part }) => part))];
  if (phase !== 'closed' && handler === id) return { part: 'handler', owes, dueOn };
  if (offer?.to === id) return { part: 'receiver', owes, dueOn };
  return { part: 'owed', owes, dueOn: owed[0]?.by ?? null };
}

/** C3, C11: whoever may be offered a case, by name; whoever is away is named, too, and until when. */
export function receivers(from: Reader): Receivers {
  const open = from.read(caseLists).openOf();
  const away = awayNow(from);
  return staff(from)
    .filter(({ id }) => mayHandle(from, id))
    .map(({ id, name, role }) => {
      const absence = away.get(id);
      return { id, name, role, cases: open.get(id) ?? 0, away: absence ? { until: absence.until } : null };
    });
}

/** What a case is called by its staff. */
export function caseNumber({ receiptNo, noticeNo, origin, id }: Case): string {
  return receiptNo ?? noticeNo ?? (origin.number || id);
}

/** As many of their numbers as fit into a sentence. */
export function numbersNamed(all: readonly StoredCase[]): string {
  const more = all.length > NUMBERS_NAMED ? ' …' : '';
  return all.slice(0, NUMBERS_NAMED).map(caseNumber).join(', ') + more;
}
