/** C15: nobody stops handling cases while a case or an offer is theirs. One at a counter goes with its ticket. */
import type { Clerk } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tables } from '../../ledger/table.ts';
import { cases } from '../tables/cases.ts';

/** So many numbers fit into a sentence. */
const NUMBERS_NAMED = 6;

export function keepDuties(from: Tables, { clerk: { id, name } }: { clerk: Clerk }): Refusal | null {
  const found = from.read(cases).ofClerk(id);
  const handled = found.filter((one) => one.handler === id && one.phase !== 'open');
  const offers = found.filter(({ offer }) => offer && (offer.from === id || offer.to === id));
  const both = [...new Set([...handled, ...offers])];
  if (both.length === 0) return null;
  const numbers = both.map((one) => one.receiptNo ?? one.noticeNo ?? (one.origin.number || one.id));
  const named = numbers.slice(0, NUMBERS_NAMED).join(', ') + (numbers.length > NUMBERS_NAMED ? ' …' : '');
  return refuse('clerk-has-duties', { name, cases: handled.length, offers: offers.length, numbers: named });
}
