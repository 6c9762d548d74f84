/** The directory of agencies (C5): kept by administrators, and offered to by clerks who found none in it. */
import { isDeepStrictEqual } from 'node:util';
import type { Agency, AgencyPlan } from '../../../schema/catalogue/agency.ts';
import type { AgencyId, Instant } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { folded } from '../../../schema/typed/signs.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Tables } from '../../ledger/table.ts';
import { agencyStream } from '../stream.ts';
import { agencies } from '../tables/agencies.ts';

type Place = Pick<Agency, 'name' | 'address' | 'telephone' | 'hours'>;

/** Saved as it was, nothing has happened. `spelling` is made before the transaction, as that of a matter. */
export function saveAgency(
  tx: Tx,
  { agency, spelling }: { agency: AgencyPlan & { id?: AgencyId | undefined }; spelling: string },
): Agency | Refusal {
  const { id: known, ...plan } = agency;
  const all = tx.read(agencies).all();
  if (known && !all.has(known)) return refuse('agency-unknown');
  const isTwice = [...all.values()].some((one) => one.id !== known && !one.offered && keyOf(one) === keyOf(plan));
  if (isTwice) return refuse('agency-twice');
  const id = known ?? (tx.newId() as AgencyId);
  const saved = tx.run(agencyStream, id, (before) =>
    before && isDeepStrictEqual(before, { ...plan, spelling, offered: false, offeredAt: null })
      ? []
      : [{ type: 'agency-saved' as const, ...plan, spelling }],
  );
  if (isRefusal(saved)) return saved;
  const { offeredAt: _, ...found } = saved;
  return { id, ...found };
}

/** A place that was typed is offered once, also where an administrator did not take it in. */
export function offerAgency(tx: Tx, { name, address, telephone, hours }: Place): void {
  const place = { name, address, telephone, hours };
  if ([...tx.read(agencies).all().values()].some((one) => keyOf(one) === keyOf(place))) return;
  tx.run(agencyStream, tx.newId(), () => [{ type: 'agency-offered' as const, ...place }]);
}

/** C18: what was offered at that instant, unless an administrator has looked at it since. */
export function takeBackOffer(tx: Tx, place: Pick<Place, 'name' | 'address'>, at: Instant): void {
  const offered = [...tx.read(agencies).all().values()].find((one) => one.offered && keyOf(one) === keyOf(place));
  if (!offered) return;
  tx.run(agencyStream, offered.id, (state) =>
    state?.offeredAt === at ? [{ type: 'agency-offer-taken-back' as const }] : [],
  );
}

/** Whether it stands in the directory as it is: an administrator saw it (C6). */
export function isListed(tx: Tables, { name, address, telephone }: Omit<Place, 'hours'>): boolean {
  const place = { name, address };
  return [...tx.read(agencies).all().values()].some(
    (one) => one.inUse && !one.offered && keyOf(one) === keyOf(place) && folded(one.telephone) === folded(telephone),
  );
}

function keyOf({ name, address }: Pick<Place, 'name' | 'address'>): string {
  return `${folded(name)} ${folded(address)}`;
}
