/** What residents do with a case by its link (C12): ask the hall, take it back, agree to messages. */
import { z } from 'zod';
import { type ClerkId, Day, InquiryId } from '../ids.ts';
import { text } from '../typed/signs.ts';
import type { Counted } from './deadline.ts';

const INQUIRY_LENGTH = 500;

/** As a form sends it: `agreed` is `yes` or `no`. */
export const CaseAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('inquiry'), text: text(INQUIRY_LENGTH, 2) }),
  z.object({ kind: z.literal('messages'), agreed: z.enum(['yes', 'no']) }),
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** A resident's question: received, read, answered by `answerBy`. */
export type Inquiry = {
  id: InquiryId;
  text: string;
  on: Day;
  answerBy: Day;
  counted?: Counted;
  /** Of a closed case: who answers; null: any supervisor; without it the handler. */
  to?: ClerkId | null;
  read?: { by: ClerkId; on: Day };
  answer?: { by: ClerkId; on: Day; text: string };
};

/** Clerks by name. */
export const InquiryView = z.object({
  id: InquiryId,
  text: z.string(),
  on: Day,
  answerBy: Day,
  readOn: Day.nullable(),
  answer: z.object({ byName: z.string(), on: Day, text: z.string() }).nullable(),
});
export type InquiryView = z.infer<typeof InquiryView>;
