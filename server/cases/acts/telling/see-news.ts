/** C2: what was shown of the first-contact cases was seen; what came since stays new. */
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { Nothing, Tx } from '../../../ledger/commit.ts';
import { looks } from '../../tables/looks.ts';

export function seeNews(tx: Tx, { seenTo }: { seenTo: number }): Nothing | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  const before = tx.read(looks).of(actor.id);
  // Two screens of one person: the later look counts, and nobody looks ahead.
  tx.write(looks).save(actor.id, Math.max(before, Math.min(seenTo, tx.head())));
  return {};
}
