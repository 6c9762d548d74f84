/** THE ONLY WRITE PATH: load → decide → append → project → outbox in one durable transaction; then tell, then answer. */

import type { Context } from '../../schema/context.ts';
import type { Instant } from '../../schema/ids.ts';
import type { Job } from '../../schema/jobs.ts';
import { isForNow, isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import type { Actor } from '../../schema/who.ts';
import { actorName } from '../../schema/who.ts';
import type { Entry } from './ledger.ts';
import type { Moment, Reader } from './reader.ts';
import type { Hook } from './subject/hooks.ts';
import type { Stream } from './subject/stream.ts';
import type { Writer } from './table.ts';
import { requests } from './tables/requests.ts';
import { type TxParts, transaction } from './transaction.ts';

/** One command's view of the transaction it runs in. Everything here is synchronous; nothing leaves it but its answer. */
export type Tx = Context &
  Reader &
  Writer & {
    now: Instant;
    actor: Actor;
    /** The seq of the last event. */
    head: () => number;
    /** Loads the stream, asks `decide`, appends and projects. Answers with the new state, or with the refusal. */
    run: <S, E extends { type: string }>(
      stream: Stream<S, E>,
      id: string,
      decide: (state: S | null) => NoInfer<E>[] | Refusal,
    ) => S | Refusal;
    /** The same for a stream that this command begins. */
    begin: <S, E extends { type: string }>(
      stream: Stream<S, E>,
      id: string,
      events: NoInfer<E>[] | Refusal,
    ) => S | Refusal;
    later: (job: Job, dueAt: Instant) => void;
    /** Asks and tells the subjects above this one; a refusal is to be answered. */
    tell: <F>(hook: Hook<F>, facts: F) => Refusal | null;
  };

/** What a command answers that has nothing to say. */
export type Nothing = Record<string, never>;

/** What a commit changed, in order; told to screens and jobs after it is on disk. */
export type Committed = { entries: Entry[] /** Something is due soon. */; jobs: boolean };

export type Wish = {
  /** The command's name and the sender's request id: the same pair gives the same answer (T3). */
  command: string;
  requestId: string | null;
  actor: Actor;
  /** Also while the disk is too full for all else: what changes that, and whoever signs in to do so (A3). */
  whenFull?: boolean;
};

export type Commit = <T>(wish: Wish, unit: (tx: Tx) => T | Refusal) => Promise<T | Refusal>;

/** So many commands are worth an fsync of their own. */
const GROUP_FULL = 200;

type Waiting = {
  wish: Wish;
  unit: (tx: Tx) => unknown;
  resolve: (answer: unknown) => void;
  reject: (fault: unknown) => void;
};
type Parts = TxParts & {
  moment: () => Moment;
  onCommitted: (committed: Committed) => void;
};
/** What a group changed, and what answers each of its commands once that is on disk. */
type Ran = { committed: Committed; answers: (() => void)[] };

/**
 * Commands that arrive in one turn of the event loop share one transaction and one fsync. Almost every group runs
 * through; where one command has to be undone after it wrote, the group is run again with a savepoint for each, so
 * that a refused or faulty one takes nothing with it. The answer leaves after the commit, never before.
 */
export function createCommit(parts: Parts): { commit: Commit; idle: () => Promise<void> } {
  const { store } = parts;
  const { db } = store;
  const begin = db.prepare('BEGIN IMMEDIATE');
  const end = db.prepare('COMMIT');
  const savepoint = db.prepare('SAVEPOINT unit');
  const release = db.prepare('RELEASE unit');
  let waiting: Waiting[] = [];
  let scheduled = false;

  const commit: Commit = (wish, unit) =>
    new Promise((resolve, reject) => {
      const stopped = parts.condition.stopped(wish.whenFull ? 'disk-full' : undefined);
      if (stopped) return resolve(refuse('hall-stopped'));
      waiting.push({ wish, unit, resolve: resolve as (answer: unknown) => void, reject });
      if (!scheduled) {
        scheduled = true;
        gather(0);
      }
    });

  /** One more turn of the event loop while each turn still brings commands: an fsync costs as much for fifty as for one. */
  function gather(before: number): void {
    setImmediate(() => {
      if (waiting.length > before && waiting.length < GROUP_FULL) gather(waiting.length);
      else flush();
    });
  }

  function flush(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    // A hall that has ended may still be answered by what is outside.
    if (!db.open) {
      for (const { reject } of group) reject(new Error('the hall has ended'));
      return;
    }
    let ran: Ran;
    try {
      ran = run(group);
      end.run();
    } catch (fault) {
      // Nothing of this group is on disk: every one of it failed, whatever it was about to answer.
      undo();
      for (const one of group) fail(one, fault);
      return;
    }
    const { committed, answers } = ran;
    for (const answer of answers) answer();
    if (committed.entries.length > 0 || committed.jobs) parts.onCommitted(committed);
  }

  /** Begins, and runs the whole group; with savepoints as soon as one would have to be undone alone. */
  function run(group: Waiting[]): Ran {
    const ran = runWith(group, false);
    if (ran) return ran;
    undo();
    return runWith(group, true)!;
  }

  /** Without savepoints null when one has to be undone alone. */
  function runWith(group: Waiting[], savepoints: boolean): Ran | null {
    const ran: Ran = { committed: { entries: [], jobs: false }, answers: [] };
    begin.run();
    for (const one of group) {
      const answer = runOne(one, ran.committed, savepoints);
      if (answer === 'undo-alone') return null;
      ran.answers.push(answer);
    }
    return ran;
  }

  /** Runs one command and returns what answers it once the group is on disk. */
  function runOne(one: Waiting, committed: Committed, savepoints: boolean): (() => void) | 'undo-alone' {
    const { wish, unit, resolve } = one;
    const key = wish.requestId && `${wish.requestId}:${wish.command}:${actorName(wish.actor)}`;
    const before = key && store.read(requests).reply(key);
    if (before) return () => resolve(JSON.parse(before));
    const own: Committed = { entries: [], jobs: false };
    const written = store.changes();
    if (savepoints) savepoint.run();
    try {
      const tx = transaction(parts, wish, parts.moment(), own);
      const answer = unit(tx);
      const refused = isRefusal(answer);
      if (refused && store.changes() !== written) {
        if (!savepoints) return 'undo-alone';
        undoOne();
        savepoint.run();
      }
      if (!refused) {
        // One by one: a command that moves a whole log in has more than a call takes arguments.
        for (const entry of own.entries) committed.entries.push(entry);
        committed.jobs ||= own.jobs;
      }
      // A stranger's refused wish leaves nothing behind; it is judged again, as is one that was told to wait.
      if (key && !(refused && (wish.actor.kind === 'resident' || isForNow(answer))))
        store.write(requests).remember(key, tx.now, JSON.stringify(answer ?? null));
      if (savepoints) release.run();
      return () => resolve(answer);
    } catch (fault) {
      if (!savepoints) return 'undo-alone';
      if (!db.inTransaction) throw fault;
      undoOne();
      return () => fail(one, fault);
    }
  }

  /** A disk that is full or broken can be foreseen: it is refused with a sentence, and those in charge are told. */
  function fail({ resolve, reject }: Waiting, fault: unknown): void {
    const { code: why = '' } = fault as { code?: string };
    if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(why)) {
      parts.condition.tell('write-failing', { why });
      resolve(refuse('hall-stopped'));
    } else reject(fault);
  }

  function undo(): void {
    if (db.inTransaction) db.exec('ROLLBACK');
    reread();
  }

  function undoOne(): void {
    db.exec('ROLLBACK TO unit; RELEASE unit');
    reread();
  }

  /** What memory holds of the file may be of the part that was undone. */
  function reread(): void {
    store.ledger.rewind();
    store.reread();
  }

  return {
    commit,
    /** Resolves when nothing waits to be committed. */
    async idle() {
      while (scheduled) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
