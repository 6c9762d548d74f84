/** A report over any period: what came in, how long it waited, what became of it (V4, H13, Q4, C7, C9). */
import { z } from 'zod';
import { ConclusionKind } from '../cases/conclusion.ts';
import { ClerkId, Day, MatterId, Names } from '../ids.ts';
import { TicketSums } from './day-figures.ts';

/** Ten years. */
export const REPORT_DAYS_MOST = 3_660;

/** Both days are counted in. */
export const ReportAsked = z.object({ from: Day, to: Day });

/** On each day and in all. */
export const ReportSums = TicketSums.extend({
  misses: z.number().int(),
  servedMs: z.number().int(),
  /** Whole minutes from coming into the day's line to the first call, which half, and nine in ten, waited at most; null: nobody was called. */
  halfMin: z.number().int().nullable(),
  mostMin: z.number().int().nullable(),
});
export type ReportSums = z.infer<typeof ReportSums>;

export const Report = z.object({
  from: Day,
  to: Day,
  /** Only days on which somebody came, or was turned away. */
  days: z.array(ReportSums.extend({ day: Day })),
  all: ReportSums,
  /** Q4. */
  outOfOrder: z.number().int(),
  /** C7: of the notices those that asked a case for something once more. */
  noticesAgain: z.number().int(),
  /** C5: what was said at the end of a matter, each of the nine ways. */
  conclusions: z.record(ConclusionKind, z.number().int()),
  /** Papers that were given, by kind. */
  papers: z.record(z.string(), z.number().int()),
  /** C9: of the cases decided in this time. */
  decided: z.object({ kept: z.number().int(), late: z.number().int(), unlimited: z.number().int() }),
  /** C10: not decided, and past their day, now. */
  overdueNow: z.number().int(),
  /** Cases that were opened in this time: how they stand now. The most first. */
  matters: z.array(
    z.object({
      matterId: MatterId,
      names: Names,
      opened: z.number().int(),
      states: z.record(z.string(), z.number().int()),
    }),
  ),
  /** C1: of these by how they came. */
  came: z.record(z.string(), z.number().int()),
  /** Whoever served somebody, or called somebody out of order (Q4). The most first. */
  clerks: z.array(
    z.object({
      ...{ clerkId: ClerkId, name: z.string() },
      ...{ sittings: z.number().int(), servedMs: z.number().int(), outOfOrder: z.number().int() },
    }),
  ),
});
export type Report = z.infer<typeof Report>;
