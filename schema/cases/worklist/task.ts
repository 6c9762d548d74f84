/** WHAT TO DO NOW: what a case asks of somebody, by when, and of whom; as boards show it. */
import { z } from 'zod';
import { CaseId, ClerkId, Day, Instant, MatterId } from '../../ids.ts';
import { addDays, CHINA_ZONE, instantOf } from '../../time.ts';

export const TaskKind = z.enum([
  /** C3: an offer to accept or decline. */
  'offer',
  /** C5: a decision to tell; `ring`: nobody was reached so far. */
  'tell',
  'ring',
  /** C7: what became of it, by telephone: no message tells it. */
  'ring-up',
  /** C6: a refusal or a correction to confirm, and one that came back to its author. */
  'review',
  'sent-back',
  /** C4. */
  'escalation',
  /** C12: a resident's question. */
  'inquiry',
  /** C2: a colleague's question; `remind`: an answer that the handler waits for. */
  'question',
  'remind',
  /** C5: papers that came after the end. */
  'late-papers',
  /** C8: all papers came, and the law accepts by itself. */
  'deemed',
  /** C7, C13: papers that residents still owe. */
  'notice',
  'promise',
  /** C9: a pause that ends soon, and one that lasts long. */
  'pause',
  'paused-long',
  /** C10: a limit of which a part is over; `overdue`, and `explain` while nobody said why. */
  'limit',
  'overdue',
  'explain',
]);
export type TaskKind = z.infer<typeof TaskKind>;

export const Task = z.object({
  kind: TaskKind,
  /** The last day or the last instant for it; null: none is set. */
  by: z.union([Day, Instant]).nullable(),
  /** Whose it is, and whoever stands in (C11); nobody: any supervisor's. */
  to: z.array(ClerkId),
  /** C6: whoever may not do it, as its author. */
  author: ClerkId.nullable(),
  /** Of a limit the percent that is over, of a telling the tries, of a pause its days. */
  count: z.number().int().nullable(),
  /** The briefing of an offer, a question's words, why a case is not clear. */
  words: z.string().nullable(),
});
export type Task = z.infer<typeof Task>;

/** A case of which something is to be done; `who`: the applicant's masked name. */
export const workRow = z.object({
  id: CaseId,
  phase: z.string(),
  number: z.string(),
  matterId: MatterId,
  who: z.string().nullable(),
  handler: ClerkId,
  handlerName: z.string(),
  /** `toName`: whoever has to do it; null: any supervisor. `provisional`: its day may still move (C9). */
  tasks: z.array(Task.extend({ toName: z.string().nullable(), provisional: z.boolean() })),
});
export type WorkRow = z.infer<typeof workRow>;

/** The instant at which it is broken, in ms since 1970; a day is kept until it is over, and what has no day breaks last. */
export function breaksAt(by: Task['by']): number {
  if (by === null) return Number.POSITIVE_INFINITY;
  return by.length > 10 ? Date.parse(by) : instantOf(addDays(by, 1), '00:00', CHINA_ZONE);
}
