/** The hall's cases page by page, and how many there are of each kind (C10, C11, C15). */
import { z } from 'zod';
import { CaseId, ClerkId, MatterId, Names } from '../../ids.ts';

/** How a case stands, as it is chosen; several may be true. */
export const CaseState = z.enum([
  ...(['overdue', 'soon', 'offered', 'paused', 'noticed', 'accepted', 'proposed', 'decided'] as const),
  'closed',
]);
export type CaseState = z.infer<typeof CaseState>;

/** When a case was closed, or when it came, and its id; before that, of one that goes on, whether it waits for a second person, and its clock. */
const KEY = /^([01] \d{4}-\d\d-\d\d )?\d\S+Z \S+$/;

export const HallListAsked = z
  .object({
    handler: ClerkId.optional(),
    matterId: MatterId.optional(),
    state: CaseState.optional(),
    /** In which month what is asked for was closed; without it this one. */
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    first: z.coerce.number<number | string>().int().min(1).max(100).default(50),
    /** `next` of the page before. */
    after: z.string().max(100).regex(KEY).optional(),
  })
  .refine(({ state, after }) => !after || (state === 'closed') === !KEY.exec(after)?.[1], { path: ['after'] });
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
  /** After what the next page begins; null: this is the last one. */
  next: z.string().nullable(),
  /** Of those that were chosen. */
  total: z.number().int(),
  all: z.number().int(),
  clerks: z.array(Carried),
  matters: z.array(z.object({ matterId: MatterId, names: Names, count: z.number().int() })),
  states: z.record(z.string(), z.number().int()),
});
export type HallList = z.infer<typeof HallList>;
