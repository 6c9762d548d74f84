/** What a due row does: the one place that leads from a job to its subject (H9). */
import { JOBS, type JobKind } from '../../schema/jobs.ts';
import { CLOCK } from '../../schema/who.ts';
import { markDone, markFault } from '../ledger/acts/outbox.ts';
import type { Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { DueHandler } from '../ledger/subject/due.ts';
import { type OutboxRow, outbox } from '../ledger/tables/outbox.ts';
import { giveUpMessage, type Post, sendMessage } from '../messages/jobs.ts';
import { DUE } from '../subjects.ts';

/** With so many faults a message has failed: some 14 minutes after the first. */
const GIVEN_UP_AFTER = 10;
/** A gateway that has not answered by then is in trouble, and is asked again: the same id twice is one message. */
const ANSWER_MS = 30_000;

/**
 * Runs one due row and marks it done; what it does asks the present state first, so that twice is once. Answers with
 * what happened, or null when the row was done already, is not due yet or rests. Throws on a fault: the row stays open, rests
 * and comes back.
 */
export async function runDue(hall: Hall, rowId: number, post: Post): Promise<string | null> {
  const row = hall.read(outbox).open(rowId);
  // Early is possible: BullMQ counts by the machine's clock, and that can be set.
  if (!row || Date.parse(row.restsUntil ?? row.dueAt) > hall.nowMs()) return null;
  const result = await resultOf(row).catch(async (fault) => {
    // Where the file takes no row, the fault is not counted; it is told all the same.
    await commit('mark-fault', (tx) => markFault(tx, row)).catch(() => {});
    throw fault;
  });
  const done = await commit('mark-done', (tx) => markDone(tx, { id: rowId, result }));
  return 'first' in done && done.first ? result : null;

  function commit<T extends object>(command: string, unit: (tx: Tx) => T) {
    return hall.commit({ command, requestId: null, actor: CLOCK }, unit);
  }

  /** What needs the outside is run here. */
  async function resultOf({ kind: name, data: text, faults }: OutboxRow): Promise<string> {
    const kind = name as JobKind;
    const data = JOBS[kind].parse(JSON.parse(text));
    switch (kind) {
      case 'send-message':
        return sendOrGiveUp(hall, (data as { messageId: string }).messageId, faults, post);
      case 'erase-messages':
        return `${await post.eraseBefore((data as { before: string }).before)} files`;
      default:
        return (DUE[kind] as DueHandler<unknown>)(hall, data);
    }
  }
}

async function sendOrGiveUp(hall: Hall, messageId: string, faults: number, post: Post): Promise<string> {
  try {
    return await inTime(sendMessage(hall, messageId, post));
  } catch (fault) {
    if (faults + 1 < GIVEN_UP_AFTER) throw fault;
    return giveUpMessage(hall, messageId, post);
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS / 1_000} s`)), ANSWER_MS).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
