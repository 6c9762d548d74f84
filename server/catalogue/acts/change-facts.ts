/** What of a matter is new; its history says who changed it (S4). */
import { isDeepStrictEqual } from 'node:util';
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { MatterId } from '../../../schema/ids.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { matterStream } from '../stream.ts';

/** Saved as it was, nothing has happened. */
export function changeFacts(tx: Tx, id: MatterId, facts: Partial<Omit<KeptMatter, 'id'>>): Nothing {
  tx.run(matterStream, id, (before) =>
    before && isDeepStrictEqual({ ...before, ...facts }, before) ? [] : [{ type: 'matter-changed' as const, ...facts }],
  );
  return {};
}
