/** What residents do with a case by its link (C12): ask the hall, take it back, agree to messages. */
import { z } from 'zod';
import { type ClerkId, Day, InquiryId } from '../ids.ts';
import { text } from '../typed/signs.ts';
import type { Counted } from './deadline.ts';

const INQUIRY_LENGTH = 500;

const inquiry = z.object({ kind: z.literal('inquiry'), text: text(INQUIRY_LENGTH, 2) });
/** As a form sends it: `agreed` is `yes` or `no`. */
const messages = z.object({ kind: z.literal('messages'), agreed: z.enum(['yes', 'no']) });

export const CaseAct = z.discriminatedUnion('kind', [z.object({ kind: z.literal('withdraw') }), inquiry, messages]);
export type CaseAct = z.infer<typeof CaseAct>;

/** What may be done by a receipt's number and four digits, which others may know: nothing that ends the case or its messages. */
export const CaseActByNumber = z.discriminatedUnion('kind', [inquiry, messages.extend({ agreed: z.literal('yes') })]);
export type CaseActByNumber = z.infer<typeof CaseActByNumber>;

/** In which a resident may still take the matter back. */
const GOING_ON = ['noticed', 'accepted', 'proposed'];
export const mayTakeBack = (phase: string) => GOING_ON.includes(phase);
/** Nobody asks for messages about what is over. */
export const mayWishMessages = (phase: string) => phase === 'decided' || mayTakeBack(phase);

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
