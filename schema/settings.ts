/** Numbers in [brackets] of docs/rules.md, with their defaults; which ones are no setting yet is said there. */
import { z } from 'zod';

const minutes = (n: number) => n * 60_000;
const ms = (fallback: number) => z.number().int().min(0).default(fallback);

export const Settings = z.object({
  callGapMs: ms(20_000), // T6
  callLimit: z.number().int().min(1).default(3), // T6
  noShowAfterMs: ms(120_000), // T6: after the last call nobody answered
  rejoinWithinMs: ms(minutes(30)), // T6
  rejoinBehind: z.number().int().min(0).default(3), // T6
  awayMs: ms(minutes(20)), // T7
  appointmentHeadStartMs: ms(minutes(60)), // Q1
  careHeadStartMs: ms(minutes(30)), // Q1
  appointmentEarlyMs: ms(minutes(5)), // Q2
  appointmentLateMs: ms(minutes(15)), // H8
  handoverMs: ms(minutes(30)), // C3, open time
  expandDays: z.number().int().min(1).max(90).default(21), // H2
  slotMs: ms(minutes(30)), // H5
  noPhoneShare: z.number().min(0).max(1).default(0.4), // H5
  holdMs: ms(minutes(5)), // H6
  remindBeforeMs: z.array(z.number().int()).default([minutes(60 * 24), minutes(120)]), // H8
  cancelUntilMs: ms(minutes(120)), // H6
  ticketLinkMs: ms(minutes(60 * 24)), // P3, after the day's end
  caseLinkMs: ms(minutes(60 * 24 * 180)), // P3
  sessionMs: ms(minutes(60 * 12)),
  personDays: z.number().int().min(1).default(30), // P1
});
export type Settings = z.infer<typeof Settings>;
