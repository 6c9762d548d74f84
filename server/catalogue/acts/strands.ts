/** Whom a change of a matter would leave without cover; nothing is written then (L3, C11). */
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import { waitsForStanding, whyNotOffered } from '../../../schema/catalogue/standing.ts';
import type { Day } from '../../../schema/ids.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { countersChange, positionsChange } from '../hooks.ts';

type Covered = 'letter' | 'counters' | 'names' | 'offered' | 'clerkA' | 'clerkB' | 'kind' | 'standing';

/** Somebody who has a number or a booking would have no counter, or an opening neither A nor B. */
export function strands(tx: Tx, before: KeptMatter, changed: Partial<Pick<KeptMatter, Covered>>): Refusal | null {
  const offered = comesBack({ ...before, ...changed }, tx.today) || before.offered;
  const matter = { ...before, offered, ...changed };
  return tx.tell(countersChange, { matter }) ?? tx.tell(positionsChange, { before, matter });
}

/** L2: a matter that was held back is offered again as soon as it is said on what it stands. */
function comesBack(now: KeptMatter, day: Day): boolean {
  if (!now.heldBack || waitsForStanding(now)) return false;
  return !now.standing || whyNotOffered(now, day) === null;
}
