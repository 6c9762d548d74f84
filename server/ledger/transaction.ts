/** One command's transaction: loads and folds its streams, appends and projects what was decided, notes what is due later. */
import { HAND_OVER_MS } from '../../schema/jobs.ts';
import { isRefusal } from '../../schema/refusal.ts';
import { actorName } from '../../schema/who.ts';
import type { Committed, Tx, Wish } from './commit.ts';
import type { Condition } from './condition.ts';
import type { Moment } from './reader.ts';
import type { Store } from './store.ts';
import { type Reaction, tellHook } from './subject/hooks.ts';
import type { Stream } from './subject/stream.ts';
import { outbox } from './tables/outbox.ts';

export type TxParts = {
  store: Store;
  newId: () => string;
  publicOrigin: string | null;
  reactions: readonly Reaction[];
  condition: Condition;
};

/** What one command sees and may do; `own` gathers what it changed. */
export function transaction(parts: TxParts, { actor, requestId: request }: Wish, moment: Moment, own: Committed): Tx {
  const { store } = parts;
  const now = new Date(moment.nowMs).toISOString();
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
      const entry = store.ledger.append(now, `${stream.kind}:${id}`, ++at, by, event, { v: stream.v, request });
      const before = state;
      state = stream.evolve(before, event, id, now);
      stream.project(store, state, entry, before);
      own.entries.push(entry);
    }
    return state as S;
  };
  const tx: Tx = {
    ...moment,
    publicOrigin: parts.publicOrigin,
    troubles: parts.condition.troubles(),
    now,
    actor,
    read: store.read,
    write: store.write,
    head: store.ledger.head,
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
      store.write(outbox).add(job, dueAt);
      own.jobs ||= Date.parse(dueAt) - moment.nowMs <= HAND_OVER_MS;
    },
    tell: (hook, facts) => tellHook(parts.reactions, tx, hook, facts),
  };
  return tx;
}
