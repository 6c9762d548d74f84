/** What a due row does: the one place that leads from a job to its subject (H9). */
import type { z } from 'zod';
import { type HallJob, JOBS, type JobKind, OUTSIDE_JOBS, type OutsideJob } from '../../schema/jobs.ts';
import { CLOCK } from '../../schema/who.ts';
import { markDone, markFault } from '../ledger/acts/outbox.ts';
import type { Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { DueHandler } from '../ledger/subject/due.ts';
import { type OutboxRow, outbox } from '../ledger/tables/outbox.ts';
import { giveUpMessage, type Post, sendMessage } from '../messages/jobs.ts';
import { DUE } from '../subjects.ts';

/** After a fault all else is tried again at once: what is due is due. */
const REST_MS = 500;
/** A fault of long standing outside is tried again after so long. */
const REST_MOST_MS = 300_000;
/** With so many faults a message has failed: some 14 minutes after the first. */
const GIVEN_UP_AFTER = 10;
/** A gateway that has not answered by then is in trouble, and is asked again: the same id twice is one message. */
const ANSWER_MS = 30_000;

/**
 * Runs one due row and marks it done; what it does asks the present state first, so that twice is once. Answers with
 * what happened, or null when the row was done already, is not due yet or rests. Throws on a fault: the row stays open, rests
 * and comes back.
 */
export async function runDue(hall: Hall, rowId: number, post: Post, ended: AbortSignal): Promise<string | null> {
  const row = hall.read(outbox).open(rowId);
  // Early is possible: BullMQ counts by the machine's clock, and that can be set.
  if (!row || Date.parse(row.restsUntil ?? row.dueAt) > hall.nowMs()) return null;
  const result = await resultOf(row).catch(async (fault) => {
    // Where the file takes no row, the fault is not counted; it is told all the same.
    if (!ended.aborted)
      await commit('mark-fault', (tx) => markFault(tx, { id: rowId, restMs: restMsOf(row) })).catch(() => {});
    throw fault;
  });
  const done = await commit('mark-done', (tx) => markDone(tx, { id: rowId, result }));
  return 'first' in done && done.first ? result : null;

  function commit<T extends object>(command: string, unit: (tx: Tx) => T) {
    return hall.commit({ command, requestId: null, actor: CLOCK }, unit);
  }

  async function resultOf({ kind, data: text, faults }: OutboxRow): Promise<string> {
    const data = JOBS[kind as JobKind].parse(JSON.parse(text));
    const work = isOutside(kind) ? OUTSIDE[kind] : null;
    if (work) return (work as OutsideWork<unknown>)(data, { hall, faults, post, ended });
    return (DUE[kind as HallJob] as DueHandler<unknown>)(hall, data);
  }
}

type With = { hall: Hall; faults: number; post: Post; ended: AbortSignal };
type OutsideWork<D> = (data: D, by: With) => Promise<string>;
/** For each job that waits for the outside what it does. */
const OUTSIDE: { [K in OutsideJob]: OutsideWork<z.infer<(typeof JOBS)[K]>> } = {
  'send-message': ({ messageId }, { hall, faults, post, ended }) => sendOrGiveUp(hall, messageId, faults, post, ended),
  'erase-messages': async ({ before }, { post }) => `${await post.eraseBefore(before)} files`,
};

export function isOutside(kind: string): kind is OutsideJob {
  return OUTSIDE_JOBS.some((one) => one === kind);
}

/** Outside it rests twice as long after each fault: two seconds after the first. */
function restMsOf({ kind, faults }: OutboxRow): number {
  if (!isOutside(kind)) return REST_MS;
  return Math.min(2 ** (faults + 1) * 1_000, REST_MOST_MS);
}

async function sendOrGiveUp(
  hall: Hall,
  messageId: string,
  faults: number,
  post: Post,
  ended: AbortSignal,
): Promise<string> {
  try {
    return await inTime(sendMessage(hall, messageId, post), ended);
  } catch (fault) {
    if (faults + 1 < GIVEN_UP_AFTER) throw fault;
    return giveUpMessage(hall, messageId, post);
  }
}

/** Of a hall that has ended nothing is late any more. */
async function inTime<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer in ${ANSWER_MS / 1_000} s`)), ANSWER_MS);
  const stop = () => clearTimeout(timer);
  ended.addEventListener('abort', stop);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    stop();
    ended.removeEventListener('abort', stop);
  }
}
