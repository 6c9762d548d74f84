/** Where the directory sends a resident (C5, C6). */
import type { Destination } from '../../../schema/cases/conclusion.ts';
import type { AgencyId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tables } from '../../ledger/table.ts';
import { agencies } from '../tables/agencies.ts';

/** Only one that an administrator has taken in, and that is in use. */
export function destinationOf(from: Tables, id: AgencyId): Destination | Refusal {
  const agency = from.read(agencies).all().get(id);
  if (!agency?.inUse || agency.offered) return refuse('agency-unknown');
  const { name: place, address, telephone, hours } = agency;
  return { place, address, telephone, ...(hours ? { hours } : {}) };
}
