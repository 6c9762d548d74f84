/** The hall as planned: its groups of matters and its counters. */
import { z } from 'zod';
import { event } from '../event.ts';
import { CounterId, Instant, Letter, Names } from '../ids.ts';
import { Label } from '../typed/names.ts';
import { PlaceTelephone } from '../typed/place-telephone.ts';
import { text } from '../typed/signs.ts';
import { DeviceKind } from '../who.ts';

export const MatterGroup = z.object({ id: Letter, names: Names, order: z.number().int() });
export type MatterGroup = z.infer<typeof MatterGroup>;

export const CounterPlan = z.object({
  id: CounterId,
  label: Label,
  letters: z.array(Letter).min(1),
  inUse: z.boolean(),
});
export type CounterPlan = z.infer<typeof CounterPlan>;

const Place = z.object({ name: text(100, 1), address: text(200, 1), telephone: PlaceTelephone });

/** C6: where a resident objects to a refusal: the authority of the review 行政复议, and the court 行政诉讼. */
export const ObjectTo = z.object({ authority: Place, court: Place });
export type ObjectTo = z.infer<typeof ObjectTo>;

/** Who the hall is; its key names it in Redis. */
export const HallName = z.object({
  key: z.string(),
  names: Names,
  telephone: z.string(),
  address: z.string(),
  timeZone: z.string(),
  sample: z.boolean(),
});

/** Of settings the ledger holds those that were said; the others have the defaults of the program. */
export const HallEvent = z.discriminatedUnion('type', [
  event('hall-recorded', { ...HallName.shape, settings: z.record(z.string(), z.unknown()) }),
  event('objections-placed', { objectTo: ObjectTo.nullable() }),
  event('settings-changed', { settings: z.record(z.string(), z.unknown()) }),
]);
export type HallEvent = z.infer<typeof HallEvent>;

export const GroupEvent = event('group-planned', MatterGroup.omit({ id: true }).shape);
export type GroupEvent = z.infer<typeof GroupEvent>;

export const CounterPlanEvent = event('counter-planned', CounterPlan.omit({ id: true }).shape);
export type CounterPlanEvent = z.infer<typeof CounterPlanEvent>;

/** Codes and secrets are no events: the ledger is read by many. */
export const DeviceEvent = z.discriminatedUnion('type', [
  event('device-added', { kind: DeviceKind, name: z.string() }),
  /** `since`: before the ledger knew devices. */
  event('device-enrolled', { since: Instant.optional() }),
  event('device-revoked', { since: Instant.optional() }),
]);
export type DeviceEvent = z.infer<typeof DeviceEvent>;
