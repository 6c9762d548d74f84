/** The streams of the catalogue: a matter (L1, S4), an agency (C5). */
import type { Agency, AgencyEvent } from '../../schema/catalogue/agency.ts';
import type { KeptMatter, MatterEvent } from '../../schema/catalogue/catalogue.ts';
import { inLanguages } from '../../schema/catalogue/facts/in-languages.ts';
import type { AgencyId, Instant, MatterId } from '../../schema/ids.ts';
import { idOf, type Stream, type Touched } from '../ledger/subject/stream.ts';
import { agencies } from './tables/agencies.ts';
import { matters } from './tables/matters.ts';

const NO_CLERKS_AND_BASES = { clerkA: null, clerkB: null, applicantBasis: null, publicNoticeBasis: null };
const NOTHING_SET = { identity: 'none', retentionDays: null, ...NO_CLERKS_AND_BASES };

/** How long it takes, at which counters, and who of its clerks stands in for whom (C11, L3, Q6). */
const ofMatter = (): Touched => ({
  queues: 'all',
  tickets: 'all',
  offers: 'all',
  served: 'all',
  work: 'all',
  asks: [],
});

export const matterStream: Stream<Omit<KeptMatter, 'id'>, MatterEvent> = {
  kind: 'matter',
  v: 1,
  grows: 'administration',
  isReference: true,
  // What ledgers older than it leave out.
  evolve: (state, { type: _, ...facts }) =>
    ({ ...NOTHING_SET, ...state, ...inLanguages(facts) }) as Omit<KeptMatter, 'id'>,
  nameOf: ({ names }) => names,
  // The spelling follows the names.
  fieldsOf: ({ spelling: _, ...matter }) => matter,
  tables: [matters],
  project: (to, matter, { stream, seq, at }) => to.write(matters).save(idOf(stream) as MatterId, matter, { seq, at }),
  touches: { 'matter-saved': ofMatter, 'matter-changed': ofMatter },
};

/** `offeredAt`: while nobody of the administration has looked at it. */
type KeptAgency = Omit<Agency, 'id'> & { offeredAt: Instant | null };

export const agencyStream: Stream<KeptAgency, AgencyEvent> = {
  kind: 'agency',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve(state, event, id, at) {
    switch (event.type) {
      case 'agency-saved':
      case 'agency-offered': {
        const { type, ...facts } = event;
        const offered = type === 'agency-offered';
        return { aliases: [], spelling: '', inUse: false, ...facts, offered, offeredAt: offered ? at : null };
      }
      case 'agency-offer-taken-back':
        if (!state) throw new Error(`agency ${id} has ${event.type} before it was offered`);
        return { ...state, offered: false, offeredAt: null };
      default:
        return event satisfies never;
    }
  },
  nameOf: ({ name }) => name,
  // The spelling follows the name.
  fieldsOf: ({ spelling: _, offeredAt: __, ...agency }) => agency,
  tables: [agencies],
  project(to, { offeredAt: _, ...agency }, { stream, event }) {
    const id = idOf(stream) as AgencyId;
    if (event.type === 'agency-offer-taken-back') to.write(agencies).remove(id);
    else to.write(agencies).save({ ...agency, id });
  },
  touches: { 'agency-saved': 'none', 'agency-offered': 'none', 'agency-offer-taken-back': 'none' },
};
