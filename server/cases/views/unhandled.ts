/** Cases of somebody who cannot sign in: theirs still, and a supervisor's to hand on (C15). */
import type { ClerkId } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import { cases } from '../tables/cases.ts';

/** One that is at a counter goes with its ticket. */
export function unhandledOf(from: Tables, clerkId: ClerkId): number {
  return from
    .read(cases)
    .ofClerk(clerkId)
    .filter(({ handler, phase }) => handler === clerkId && phase !== 'open').length;
}
