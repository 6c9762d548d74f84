/** What was allowed against a rule, by whom and why (C7, C11): a right that is used is seen. */
import { z } from 'zod';
import { CaseId, Day, Instant } from '../ids.ts';

export const OverrideKind = z.enum([
  /** C7: a notice although this person has one of this matter already, and a second one on the same case. */
  'notice-let-pass',
  'notice-given',
  /** C11: an opening, and an absence, although both positions of a matter are away. */
  'opening-planned',
  'absence-entered',
]);
export type OverrideKind = z.infer<typeof OverrideKind>;

export const Override = z.object({
  at: Instant,
  kind: OverrideKind,
  byName: z.string().nullable(),
  /** A case's number, an opening's day, or who is away. */
  about: z.string(),
  caseId: CaseId.nullable(),
  reason: z.string(),
});
export type Override = z.infer<typeof Override>;

/** The newest first. */
export const Overrides = z.object({ from: Day, to: Day, overrides: z.array(Override) });
export type Overrides = z.infer<typeof Overrides>;
