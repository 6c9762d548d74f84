/** THE ONLY WRITE PATH: load → decide → append → project → outbox in one durable transaction; then tell, then answer. */
import type { Instant } from '../../schema/ids.ts';
import { HAND_OVER_MS, type Job } from '../../schema/jobs.ts';
import { isRefusal, type Refusal } from '../../schema/refusal.ts';
import { Settings } from '../../schema/settings.ts';
import type { Context } from '../domain/context.ts';
import type { Entry } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { actorName } from './actor.ts';
import type { Stream } from './streams.ts';

/** One command's view of the transaction it runs in. Everything here is synchronous; nothing leaves it but its answer. */
export type Tx = Context & {
  now: Instant;
  actor: Actor;
  store: Store;
  /** Loads the stream, asks `decide`, appends and projects. Answers with the new state, or with the refusal. */
  run: <S, E extends { type: string }>(
    stream: Stream<S, E>,
    id: string,
    decide: (state: S | null) => E[] | Refusal,
  ) => S | Refusal;
  /** The same for a stream that this command begins. */
  begin: <S, E extends { type: string }>(stream: Stream<S, E>, id: string, events: E[] | Refusal) => S | Refusal;
  later: (job: Job, dueAt: Instant) => void;
  /** Reference data was written: screens that show it are told. */
  touchReference: () => void;
};

/** What a commit changed, in order; told to screens and jobs after it is on disk. */
export type Committed = { entries: Entry[]; reference: boolean /** Something is due soon. */; jobs: boolean };

export type Wish = {
  /** The command's name and the sender's request id: the same pair gives the same answer (T3). */
  command: string;
  requestId: string | null;
  actor: Actor;
};

export type Commit = <T>(wish: Wish, unit: (tx: Tx) => T | Refusal) => Promise<T | Refusal>;

type Waiting = {
  wish: Wish;
  unit: (tx: Tx) => unknown;
  resolve: (answer: unknown) => void;
  reject: (fault: unknown) => void;
};
type Parts = {
  store: Store;
  nowMs: () => number;
  newId: () => string;
  onCommitted: (committed: Committed) => void;
};

/**
 * Commands that arrive in one turn of the event loop share one transaction and one fsync; each has its own savepoint,
 * so that a refused or faulty one takes nothing with it. The answer leaves after the commit, never before.
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
      waiting.push({ wish, unit, resolve: resolve as (answer: unknown) => void, reject });
      if (!scheduled) {
        scheduled = true;
        setImmediate(flush);
      }
    });

  function flush(): void {
    scheduled = false;
    const group = waiting;
    waiting = [];
    const committed: Committed = { entries: [], reference: false, jobs: false };
    const answers: (() => void)[] = [];
    try {
      begin.run();
      for (const one of group) answers.push(runOne(one, committed));
      end.run();
    } catch (fault) {
      // Nothing of this group is on disk: every one of it failed, whatever it was about to answer.
      if (db.inTransaction) db.exec('ROLLBACK');
      undone();
      for (const one of group) one.reject(fault);
      return;
    }
    if (committed.entries.length > 0 || committed.reference || committed.jobs) parts.onCommitted(committed);
    for (const answer of answers) answer();
  }

  /** Runs one command in its savepoint and returns what answers it once the group is on disk. */
  function runOne(one: Waiting, committed: Committed): () => void {
    const { wish, unit } = one;
    const key = wish.requestId && `${wish.command}:${actorName(wish.actor)}:${wish.requestId}`;
    const before = key && store.later.reply(key);
    if (before) return () => one.resolve(JSON.parse(before));
    const own: Committed = { entries: [], reference: false, jobs: false };
    savepoint.run();
    try {
      const nowMs = parts.nowMs();
      const answer = unit(transaction(wish.actor, nowMs, own));
      if (isRefusal(answer)) {
        db.exec('ROLLBACK TO unit');
        undone();
      } else {
        committed.entries.push(...own.entries);
        committed.reference ||= own.reference;
        committed.jobs ||= own.jobs;
      }
      if (key) store.later.remember(key, new Date(nowMs).toISOString(), JSON.stringify(answer ?? null));
      release.run();
      return () => one.resolve(answer);
    } catch (fault) {
      if (!db.inTransaction) throw fault;
      db.exec('ROLLBACK TO unit; RELEASE unit');
      undone();
      return () => one.reject(fault);
    }
  }

  function undone(): void {
    store.ledger.rewind();
    store.reference.reload();
  }

  function transaction(actor: Actor, nowMs: number, own: Committed): Tx {
    const now = new Date(nowMs).toISOString();
    const by = actorName(actor);
    const append = <S, E extends { type: string }>(
      stream: Stream<S, E>,
      id: string,
      from: S | null,
      version: number,
      events: E[],
    ) => {
      let state = from;
      let at = version;
      for (const event of events) {
        const entry = store.ledger.append(now, `${stream.kind}:${id}`, ++at, by, event);
        const before = state;
        state = stream.evolve(before, event, id, now);
        stream.project(store, state, entry, before);
        own.entries.push(entry);
      }
      return state as S;
    };
    return {
      nowMs,
      now,
      actor,
      store,
      settings: store.reference.isSetUp() ? store.reference.hall().settings : Settings.parse({}),
      newId: parts.newId,
      run(stream, id, decide) {
        let state: ReturnType<typeof stream.evolve> | null = null;
        const entries = store.ledger.load(`${stream.kind}:${id}`);
        for (const entry of entries) state = stream.evolve(state, entry.event as never, id, entry.at);
        const events = decide(state);
        if (isRefusal(events)) return events;
        return append(stream, id, state, entries.length, events);
      },
      begin: (stream, id, events) => (isRefusal(events) ? events : append(stream, id, null, 0, events)),
      later(job, dueAt) {
        store.later.add(job, dueAt);
        own.jobs ||= Date.parse(dueAt) - nowMs <= HAND_OVER_MS;
      },
      touchReference() {
        own.reference = true;
      },
    };
  }

  return {
    commit,
    /** Resolves when nothing waits to be committed. */
    async idle() {
      while (scheduled) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
