/** An absence 离岗 (C11): from when a clerk is away, when the clerk is back, and who deputises where nobody else is named. */
import { z } from 'zod';
import { event } from '../event.ts';
import { AbsenceId, ClerkId, Day, Instant } from '../ids.ts';
import { remark } from '../typed/remark.ts';

/** `until`: the instant of the return; null: open. `note` is the briefing, in the ledger a reference (P1). */
export const AbsenceEvent = z.discriminatedUnion('type', [
  event('absence-entered', {
    clerkId: ClerkId,
    from: Instant,
    until: Instant.nullable(),
    deputy: ClerkId.nullable(),
    note: z.string(),
    /** That both positions of a matter are away in one opening. */
    override: z.string().optional(),
  }),
  event('absence-began', {}),
  /** `early`: somebody ended it, before it began or before its end. */
  event('absence-ended', { early: z.boolean() }),
]);
export type AbsenceEvent = z.infer<typeof AbsenceEvent>;

export type Absence = {
  id: AbsenceId;
  clerkId: ClerkId;
  from: Instant;
  until: Instant | null;
  deputy: ClerkId | null;
  note: string;
  /** Why both positions of a matter may be away; null: they are not. */
  override: string | null;
  hasBegun: boolean;
  endedAt: Instant | null;
};

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A local day of the hall with its time. */
export const DayTime = z.object({ day: Day, time: Time });

/** Of a clerk; `backOn` null: not known yet. */
export const AbsenceWish = z.object({
  from: DayTime,
  backOn: DayTime.nullable(),
  deputy: ClerkId.nullable(),
  note: remark(500, 2),
  /** A supervisor's reason, counted. */
  override: remark(200, 2).nullable(),
});
export type AbsenceWish = z.infer<typeof AbsenceWish>;

/** `note` is null for colleagues whom it does not concern. */
export const AbsenceView = z.object({
  id: AbsenceId,
  clerkId: ClerkId,
  name: z.string(),
  from: Instant,
  until: Instant.nullable(),
  /** Away now, not only later. */
  isAway: z.boolean(),
  deputyName: z.string().nullable(),
  note: z.string().nullable(),
  overridden: z.boolean(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

/** Whoever is away now or later, the next first; how often both positions of a matter were let go away. */
export const Absences = z.object({ absences: z.array(AbsenceView), overrides: z.number().int() });
export type Absences = z.infer<typeof Absences>;
