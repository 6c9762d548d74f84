/** Who was answerable for which case at an instant, on a day, or ever (C2, S4): a fold of the ledger. */
import { z } from 'zod';
import { CaseStepKind } from '../cases/history.ts';
import { CaseId, ClerkId, Day, Instant, Names } from '../ids.ts';
import { TypedCaseNumber } from '../typed/numbers.ts';

/** So many rows are one answer; more are asked for page by page. */
export const MOST_ANSWERABLE = 5_000;

/** One time of whoever had a case. */
export const AnswerableRow = z.object({
  caseId: CaseId,
  /** Its receipt, its notice, or its ticket. */
  number: z.string(),
  matterNames: Names,
  clerkId: ClerkId,
  clerkName: z.string(),
  firstContactName: z.string(),
  from: Instant,
  /** Not counted in; null: it is so now. */
  until: Instant.nullable(),
  /** The step by which it came to this clerk. */
  how: CaseStepKind,
  /** C11: was away at that instant; asked of an instant alone. */
  isAway: z.boolean(),
  /** Whoever that clerk had named as deputy. */
  deputyName: z.string().nullable(),
});
export type AnswerableRow = z.infer<typeof AnswerableRow>;

/** Of an instant (`at`), or of whole days of the hall; of a case or a clerk alone: ever. None of these: now. */
export const AnswerableAsked = z.object({
  at: Instant.optional(),
  day: Day.optional(),
  /** Of a period that begins with `day`: counted in. */
  lastDay: Day.optional(),
  clerkId: ClerkId.optional(),
  /** A number that a case bears on a paper, or bore in another system. */
  number: TypedCaseNumber.optional(),
  /** `next` of the page before. */
  after: z.coerce.number<number | string>().int().min(0).default(0),
});
export type AnswerableAsked = z.infer<typeof AnswerableAsked>;

export const Answerable = z.object({
  rows: z.array(AnswerableRow),
  /** Where the next page goes on; null: these are all. */
  next: z.number().int().nullable(),
});
export type Answerable = z.infer<typeof Answerable>;
