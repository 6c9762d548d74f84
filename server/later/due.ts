/** What a due row does: the one place that leads from a job to its subject (H9). */
import { JOBS, type JobKind } from '../../schema/jobs.ts';
import { CLOCK } from '../../schema/who.ts';
import { markDone } from '../ledger/acts/outbox.ts';
import type { Hall } from '../ledger/hall.ts';
import type { DueHandler } from '../ledger/subject/due.ts';
import { outbox } from '../ledger/tables/outbox.ts';
import { giveUpMessage, type Post, sendMessage } from '../messages/jobs.ts';
import { DUE } from '../subjects.ts';

/** After so many hand-overs, each with its attempts, a message has failed. */
const GIVEN_UP_AFTER = 10;

/**
 * Runs one due row and marks it done; what it does asks the present state first, so that twice is once. Answers with
 * what happened, or null when the row was done already or is not due yet. Throws on a fault: the row stays open and comes back.
 */
export async function runDue(hall: Hall, rowId: number, post: Post): Promise<string | null> {
  const row = hall.read(outbox).open(rowId);
  // Early is possible: BullMQ counts by the machine's clock, and that can be set.
  if (!row || Date.parse(row.dueAt) > hall.nowMs()) return null;
  const kind = row.kind as JobKind;
  const data = JOBS[kind].parse(JSON.parse(row.data));
  const result = await resultOf();
  const wish = { command: 'mark-done', requestId: null, actor: CLOCK };
  const done = await hall.commit(wish, (tx) => markDone(tx, { id: rowId, result }));
  return 'first' in done && done.first ? result : null;

  /** What needs the outside is run here. */
  async function resultOf(): Promise<string> {
    switch (kind) {
      case 'send-message':
        return sendOrGiveUp(hall, (data as { messageId: string }).messageId, row!.adds, post);
      case 'erase-messages':
        return `${await post.eraseBefore((data as { before: string }).before)} files`;
      default:
        return (DUE[kind] as DueHandler<unknown>)(hall, data);
    }
  }
}

async function sendOrGiveUp(hall: Hall, messageId: string, adds: number, post: Post): Promise<string> {
  try {
    return await sendMessage(hall, messageId, post);
  } catch (fault) {
    if (adds < GIVEN_UP_AFTER) throw fault;
    return giveUpMessage(hall, messageId, post);
  }
}
