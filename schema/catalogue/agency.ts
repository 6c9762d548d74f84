/** The directory of agencies (C5): where residents are sent with what is not this hall's. */
import { z } from 'zod';
import { event } from '../event.ts';
import { AgencyId } from '../ids.ts';
import { PlaceTelephone } from '../typed/place-telephone.ts';
import { text } from '../typed/signs.ts';
import { Aliases } from './catalogue.ts';
import { findByTexts } from './find-matter.ts';

/** An agency as an administrator or a hall's file writes it. */
export const AgencyPlan = z.object({
  name: text(100, 1),
  address: text(200, 1),
  telephone: PlaceTelephone,
  /** In words, as residents read them; may be empty. */
  hours: text(200),
  aliases: Aliases,
  inUse: z.boolean(),
});
export type AgencyPlan = z.infer<typeof AgencyPlan>;

/** `offered`: typed by a clerk who found none; an administrator takes it in, or saves it as not in use. */
export const Agency = AgencyPlan.extend({ id: AgencyId, spelling: z.string(), offered: z.boolean() });
export type Agency = z.infer<typeof Agency>;

const offered = { name: z.string(), address: z.string(), telephone: z.string(), hours: z.string() };

export const AgencyEvent = z.discriminatedUnion('type', [
  event('agency-saved', { ...offered, aliases: z.array(z.string()), spelling: z.string(), inUse: z.boolean() }),
  event('agency-offered', offered),
  /** C18: the conclusion that offered it was undone. */
  event('agency-offer-taken-back', {}),
]);
export type AgencyEvent = z.infer<typeof AgencyEvent>;

/** As matters are found (L3): by name, alias and address, by pinyin, or by its initials. */
export function findAgencies(
  agencies: readonly Agency[],
  typed: string,
  isMeant = ({ inUse }: Agency): boolean => inUse,
): Agency[] {
  return findByTexts(agencies.filter(isMeant), typed, ({ name, aliases, address }) => [name, ...aliases, address]);
}
