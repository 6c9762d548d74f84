/** Papers that come after a case is closed (C5): a receipt, and an answer by a day; the case is not reopened. */
import { z } from 'zod';
import { type ClerkId, Day, type Instant } from '../ids.ts';
import type { Counted } from './deadline.ts';
import { PaperItem } from './paper.ts';

/** What came of them: kept in the file, a linked case, another outcome. */
export const LateAnswer = z.enum(['filed', 'linked', 'corrected']);
export type LateAnswer = z.infer<typeof LateAnswer>;

/** `note`: what else came, in words; `decisionNo`: of the decision that stood then. */
export type LatePapers = {
  no: string;
  items: PaperItem[];
  note: string;
  by: ClerkId;
  on: Day;
  at: Instant;
  answerBy: Day;
  counted?: Counted;
  decisionNo?: string;
  answer?: { by: ClerkId; on: Day; kind: LateAnswer; text: string; linkedNo?: string };
};

/** Clerks by name. */
export const LatePapersView = z.object({
  no: z.string(),
  items: z.array(PaperItem),
  note: z.string(),
  byName: z.string(),
  on: Day,
  answerBy: Day,
  answer: z
    .object({ byName: z.string(), on: Day, kind: LateAnswer, text: z.string(), linkedNo: z.string().nullable() })
    .nullable(),
});
export type LatePapersView = z.infer<typeof LatePapersView>;

/** Of those without an answer the ones that wait longest. `toName` null: nobody is left, any supervisor answers. */
export const LateTask = z.object({
  no: z.string(),
  answerBy: Day,
  toName: z.string().nullable(),
  toMe: z.boolean(),
  /** Of a linked case that was opened since they came. */
  linkedNo: z.string().nullable(),
  /** The outcome was corrected since they came. */
  isCorrected: z.boolean(),
});
export type LateTask = z.infer<typeof LateTask>;
