/** The stream of a matter of the catalogue (L1, S4). */
import type { KeptMatter, MatterEvent } from '../../schema/catalogue/catalogue.ts';
import type { MatterId } from '../../schema/ids.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { matters } from './tables/matters.ts';

export const matterStream: Stream<Omit<KeptMatter, 'id'>, MatterEvent> = {
  kind: 'matter',
  v: 1,
  isReference: true,
  // What ledgers older than it leave out.
  evolve: (state, { type: _, ...facts }) =>
    ({ identity: 'none', retentionDays: null, ...state, ...facts }) as Omit<KeptMatter, 'id'>,
  nameOf: ({ names }) => names,
  // The spelling follows the names.
  fieldsOf: ({ spelling: _, ...matter }) => matter,
  tables: [matters],
  project: (to, matter, { stream }) => to.write(matters).save({ ...matter, id: idOf(stream) as MatterId }),
  touches: { 'matter-saved': 'all', 'matter-changed': 'all' },
};
