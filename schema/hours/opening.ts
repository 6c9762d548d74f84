/** Series and openings: as planned, and how far each has come (H1–H5). */
import { z } from 'zod';
import { event } from '../event.ts';
import { CounterId, Day, Instant, Letter, OpeningId, SeriesId, SlotId } from '../ids.ts';

export const OpeningKind = z.enum(['regular', 'staggered', 'extended', 'weekend']);
export type OpeningKind = z.infer<typeof OpeningKind>;

export const OpeningPhase = z.enum(['planned', 'running', 'ended', 'cancelled']);
export type OpeningPhase = z.infer<typeof OpeningPhase>;

/** H2: on which days of its range a series opens. */
export const SeriesDays = z.union([
  z.enum(['workdays', 'rest-days']),
  z.array(z.number().int().min(1).max(7)).min(1), // ISO weekdays, Monday is 1
]);
export type SeriesDays = z.infer<typeof SeriesDays>;

/** Local time of the hall, HH:MM; an opening whose `to` is not after `from` runs past midnight (T2). */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

function isSet(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}

const shape = {
  kind: OpeningKind,
  from: LocalTime,
  to: LocalTime,
  letters: z.array(Letter).min(1).refine(isSet),
  counterIds: z.array(CounterId).min(1).refine(isSet),
  /** H5: share of the capacity that can be booked ahead, 0 to 1. */
  bookableShare: z.number().min(0).max(1),
};

export const SeriesPlan = z.object({
  ...shape,
  days: SeriesDays,
  everyWeeks: z.number().int().min(1).max(8),
  firstDay: Day,
  lastDay: Day.optional(),
});
export type SeriesPlan = z.infer<typeof SeriesPlan>;
export type Series = SeriesPlan & { id: SeriesId };

/** H10: why a day of a series has no opening: a counter is another one's then, or none of its counters serves its groups. */
export const LeftOut = z.object({
  day: Day,
  why: z.enum(['taken', 'uncovered']),
  /** The opening in its place; null without one. */
  by: z.object({ kind: OpeningKind, startsAt: Instant, endsAt: Instant }).nullable(),
});
export type LeftOut = z.infer<typeof LeftOut>;
/** With the days on which it opens nothing, as far ahead as openings are planned. */
export const SeriesShown = SeriesPlan.extend({ id: SeriesId, leftOut: z.array(LeftOut) });
export type SeriesShown = z.infer<typeof SeriesShown>;

export const OpeningPlan = z.object({ ...shape, day: Day.refine((day) => day >= '2000' && day < '2100') });
export type OpeningPlan = z.infer<typeof OpeningPlan>;

export const Opening = z.object({
  id: OpeningId,
  day: Day,
  kind: OpeningKind,
  phase: OpeningPhase,
  startsAt: Instant,
  endsAt: Instant,
  /** H4: no ticket is issued from here on. */
  lastTicketAt: Instant,
  letters: z.array(Letter),
  counterIds: z.array(CounterId),
  seriesId: SeriesId.optional(),
  bookableShare: z.number(),
  cancelReason: z.string().optional(),
});
export type Opening = z.infer<typeof Opening>;

/** As people read it. `provisional`: the official calendar of its year is not published yet (C9). */
export const ShownOpening = Opening.extend({ provisional: z.boolean() });
export type ShownOpening = z.infer<typeof ShownOpening>;

/** H5: a place in time of an opening, for one group. */
export const PlannedSlot = z.object({
  id: SlotId,
  letter: Letter,
  startsAt: Instant,
  endsAt: Instant,
  capacity: z.number().int(),
});
export type PlannedSlot = z.infer<typeof PlannedSlot>;

export const OpeningEvent = z.discriminatedUnion('type', [
  event('opening-planned', {
    ...Opening.omit({ id: true, phase: true, cancelReason: true }).shape,
    slots: z.array(PlannedSlot),
    /** C11: why it is planned while A and B of a matter are both away. */
    positionsAway: z.object({ reason: z.string() }).optional(),
  }),
  event('opening-began', {}),
  event('opening-ended', {}),
  event('opening-cancelled', { reason: z.string() }),
]);
export type OpeningEvent = z.infer<typeof OpeningEvent>;

export const SeriesEvent = event('series-planned', SeriesPlan.shape);
export type SeriesEvent = z.infer<typeof SeriesEvent>;
