/** What was sent to whom, when, and whether it arrived (C12, H8): for whoever answers for the hall, masked (P2). */
import { z } from 'zod';
import { CaseId, Instant } from '../ids.ts';
import { MessagePhase } from '../messages/message.ts';

export const SentMessagesAsked = z.object({
  phase: MessagePhase.optional(),
  first: z.coerce.number<number | string>().int().min(1).max(100).default(50),
  /** `next` of the page before, so that no page shows a message of another one, whatever was sent meanwhile. */
  below: z.coerce.number<number | string>().int().min(1).optional(),
});
export type SentMessagesAsked = z.infer<typeof SentMessagesAsked>;

export const SentMessage = z.object({
  id: z.string(),
  kind: z.string(),
  phase: MessagePhase,
  at: Instant,
  sentAt: Instant.nullable(),
  /** Masked of a resident; both empty of somebody who is erased. */
  toName: z.string(),
  telephone: z.string().nullable(),
  isStaff: z.boolean(),
  /** The number of the case, where it is about one. */
  about: z.string().nullable(),
  caseId: CaseId.nullable(),
});
export type SentMessage = z.infer<typeof SentMessage>;

/** The latest first; the counts are of all, whatever was chosen. */
export const SentMessages = z.object({
  messages: z.array(SentMessage),
  total: z.number().int(),
  /** Null: the last page. */
  next: z.number().int().nullable(),
  counts: z.record(z.string(), z.number().int()),
});
export type SentMessages = z.infer<typeof SentMessages>;
