/** The hall's cases page by page, and how many there are of each kind (C10, C11, C15). */
import { z } from 'zod';
import { CaseId, ClerkId, MatterId, Names } from '../../ids.ts';

/** How a case stands, as it is chosen; several may be true. */
export const CaseState = z.enum([
  ...(['overdue', 'soon', 'offered', 'paused', 'noticed', 'accepted', 'proposed', 'decided'] as const),
  'closed',
]);
export type CaseState = z.infer<typeof CaseState>;

export const HallListAsked = z.object({
  handler: ClerkId.optional(),
  matterId: MatterId.optional(),
  state: CaseState.optional(),
  /** In which month what is asked for was closed; without it this one. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  first: z.coerce.number<number | string>().int().min(1).max(100).default(50),
  after: z.coerce.number<number | string>().int().min(0).default(0),
  /** Of what is closed, in place of `after`: `next` of the page before. */
  below: z
    .string()
    .max(100)
    .regex(/^\S+Z \S+$/)
    .optional(),
});
export type HallListAsked = z.infer<typeof HallListAsked>;

/** `offered`: offers that wait for this clerk; `owed`: closed cases of which this clerk still owes something. */
const Carried = z.object({
  clerkId: ClerkId,
  name: z.string(),
  open: z.number().int(),
  overdue: z.number().int(),
  soon: z.number().int(),
  offered: z.number().int(),
  owed: z.number().int(),
});

/** The counts are of all cases, whatever was chosen. */
export const HallList = z.object({
  ids: z.array(CaseId),
  /** Of what is closed: where the next page goes on; null: this is the last one. */
  next: z.string().nullable(),
  /** Of those that were chosen. */
  total: z.number().int(),
  all: z.number().int(),
  clerks: z.array(Carried),
  matters: z.array(z.object({ matterId: MatterId, names: Names, count: z.number().int() })),
  states: z.record(z.string(), z.number().int()),
});
export type HallList = z.infer<typeof HallList>;
