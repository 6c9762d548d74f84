/** How a due row reaches its act: in a commit of the clock's; what happened is kept with the row (H9). */
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { CLOCK } from '../../../schema/who.ts';
import type { Tx } from '../commit.ts';
import type { Hall } from '../hall.ts';

export type DueHandler<D> = (hall: Hall, data: D) => Promise<string>;

/** A refusal is an answer, too: it ends the row. */
export function byClock<D>(command: string, act: (tx: Tx, data: D) => string | Refusal): DueHandler<D> {
  return async (hall, data) => {
    const done = await hall.commit({ command, requestId: null, actor: CLOCK }, (tx) => act(tx, data));
    return isRefusal(done) ? done.refused : done;
  };
}
