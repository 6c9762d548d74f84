/** The streams of the catalogue: a matter (L1, S4), an agency (C5). */
import type { Agency, AgencyEvent } from '../../schema/catalogue/agency.ts';
import type { KeptMatter, MatterEvent } from '../../schema/catalogue/catalogue.ts';
import type { AgencyId, MatterId } from '../../schema/ids.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { agencies } from './tables/agencies.ts';
import { matters } from './tables/matters.ts';

const NO_CLERKS_AND_BASES = { clerkA: null, clerkB: null, applicantBasis: null, publicNoticeBasis: null };

export const matterStream: Stream<Omit<KeptMatter, 'id'>, MatterEvent> = {
  kind: 'matter',
  v: 1,
  isReference: true,
  // What ledgers older than it leave out.
  evolve: (state, { type: _, ...facts }) =>
    ({ identity: 'none', retentionDays: null, ...NO_CLERKS_AND_BASES, ...state, ...facts }) as Omit<KeptMatter, 'id'>,
  nameOf: ({ names }) => names,
  // The spelling follows the names.
  fieldsOf: ({ spelling: _, ...matter }) => matter,
  tables: [matters],
  project: (to, matter, { stream, seq, at }) => to.write(matters).save(idOf(stream) as MatterId, matter, { seq, at }),
  touches: { 'matter-saved': 'all', 'matter-changed': 'all' },
};

export const agencyStream: Stream<Omit<Agency, 'id'>, AgencyEvent> = {
  kind: 'agency',
  v: 1,
  isReference: true,
  evolve(_, { type, ...facts }) {
    const offered = type === 'agency-offered';
    return { aliases: [], spelling: '', inUse: false, ...facts, offered };
  },
  nameOf: ({ name }) => name,
  // The spelling follows the name.
  fieldsOf: ({ spelling: _, ...agency }) => agency,
  tables: [agencies],
  project: (to, agency, { stream }) => to.write(agencies).save({ ...agency, id: idOf(stream) as AgencyId }),
  touches: { 'agency-saved': 'none', 'agency-offered': 'none' },
};
