/** The clock of a case: its limit, what is left out of it, and how its due day was counted (C9, C10). */
import { z } from 'zod';
import { Day } from '../ids.ts';

/** C9: of a matter on the day of acceptance; the promised one where the hall promises less than the law grants. */
export const Limit = z.object({ days: z.number().int(), unit: z.enum(['working', 'calendar']) });
export type Limit = z.infer<typeof Limit>;

/** Left out are the days after `told`, up to and including `until` as planned, or `ended` where its cause ended sooner. */
export const Pause = z.object({ told: Day, until: Day, ended: Day.optional() });
export type Pause = z.infer<typeof Pause>;

/** C17: of a day that the hall told: so many working days after `from`. A day that somebody chose has none, and never moves. */
export const Counted = z.object({ from: Day, days: z.number().int(), provisional: z.boolean() });
export type Counted = z.infer<typeof Counted>;

/** A day of the count: why it was left out; null: it counts. */
export const CountedDay = z.object({ day: Day, why: z.enum(['weekend', 'holiday', 'paused']).nullable() });
export type CountedDay = z.infer<typeof CountedDay>;

/** Days in a row that count, or are left out for one reason; `days`: how many they are. */
export const CountedRun = z.object({ from: Day, to: Day, days: z.number().int(), why: CountedDay.shape.why });
export type CountedRun = z.infer<typeof CountedRun>;

/** How a due day was counted, from the day after acceptance to the due day. `extendedBy`: days of the limit's unit. */
export const Count = z.object({ limit: Limit, extendedBy: z.number().int(), runs: z.array(CountedRun) });
export type Count = z.infer<typeof Count>;

/**
 * What has a day of its own: the due day, the law's where it is later, telling the resident, a supervisor's answer (C4), a
 * second person's and, of a correction that was sent back, its author's (C6), a resident's question (C12), the handler's own (C2), a resident's promise (C13), papers
 * that came late (C5), ringing somebody who wished for no messages (C7).
 */
export const LateDuty = z.enum([
  'due',
  'legal-due',
  'telling',
  'escalation',
  'review',
  'sent-back',
  'inquiry',
  'question',
  'promise',
  'late-papers',
  'ring',
]);
export type LateDuty = z.infer<typeof LateDuty>;

/** Of what the hall warns a working day before it is late: telling the resident (C5), answering to what was received (C8). */
export const WarnedDuty = z.enum(['telling', 'deemed']);
export type WarnedDuty = z.infer<typeof WarnedDuty>;
