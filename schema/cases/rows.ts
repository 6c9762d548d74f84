/** The rows of boards that are cases. */
import { z } from 'zod';
import { CaseId, ClerkId, Day, HandoverId, Instant, MatterId, TicketId } from '../ids.ts';
import { WarnedDuty } from './deadline.ts';

/** A case of the present sitting, with an open offer, or with a refusal proposed or sent back. `dueOn` is a local date. */
export const caseRow = z.object({
  id: CaseId,
  phase: z.string(),
  matterId: MatterId,
  ticketId: TicketId.nullable(),
  number: z.string(),
  firstContact: ClerkId,
  firstContactName: z.string(),
  handler: ClerkId,
  handlerName: z.string(),
  receiptNo: z.string().nullable(),
  acceptedOn: Day.nullable(),
  dueOn: Day.nullable(),
  provisional: z.boolean(),
  /** C5, C6, C7: who is to tell the resident; null: nobody. */
  ring: ClerkId.nullable(),
  outcome: z.string().nullable(),
  /** C6: its refusal was sent back to the handler, who has not answered yet. */
  sentBack: z.boolean(),
  /** C12: until when its resident's question is to be answered. */
  inquiryBy: Day.nullable(),
  /** C6: a refusal that is to correct its decision, by whom; `isSentBack`: it waits for its author. */
  correction: z.object({ by: ClerkId, isSentBack: z.boolean() }).nullable(),
  /** C5: by when, and by whom, papers that came late are answered; null: by any supervisor. */
  late: z.object({ by: Day, to: ClerkId.nullable() }).nullable(),
  /** C2: colleagues who are to answer a question of its handler. */
  asked: z.array(ClerkId),
  /** C2, C5, C8: of what its handler was warned; `question`: of an answer from outside. */
  warned: z.array(z.enum([...WarnedDuty.options, 'question'])),
  /** C11: before whom it stands in the place of somebody who is away and would have to answer. */
  deputies: z.array(ClerkId),
  offer: z
    .object({
      id: HandoverId,
      from: ClerkId,
      fromName: z.string(),
      /** Absent of one to a group. */
      to: ClerkId.optional(),
      toName: z.string(),
      /** Whoever may accept it. */
      receivers: z.array(ClerkId),
      note: z.string(),
      lapsesAt: Instant,
    })
    .nullable(),
});

export type CaseRow = z.infer<typeof caseRow>;

/** C15: somebody who may not sign in and still answers for cases; the id is the person's. */
export const unhandledRow = z.object({
  id: ClerkId,
  name: z.string(),
  cases: z.number().int(),
  /** May not sign in, or is away for long. */
  why: z.enum(['blocked', 'away']),
});
export type UnhandledRow = z.infer<typeof unhandledRow>;
