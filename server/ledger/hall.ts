/** A hall in a process: its file, its write path, and what it is asked at an instant. */
import { monotonicFactory } from 'ulid';
import { type Commit, type Committed, createCommit } from './commit.ts';
import { type Condition, createCondition } from './condition.ts';
import type { LedgerReader } from './ledger.ts';
import { asLook, type Moment, type Reader } from './reader.ts';
import type { Store } from './store.ts';
import type { Reaction } from './subject/hooks.ts';
import type { Tables } from './table.ts';

export type Hall = Tables & {
  ledger: LedgerReader;
  commit: Commit;
  /** ms since 1970. */
  nowMs: () => number;
  newId: () => string;
  /** The hall as it is at this instant, for views: one clock, however often they look. */
  look: () => Reader;
  condition: Condition;
  /** Told after each commit, in the order of subscribing. */
  onCommitted: (listener: (committed: Committed) => void) => void;
  idle: () => Promise<void>;
};

export type HallOptions = Partial<Pick<Hall, 'nowMs' | 'newId'>> & {
  publicOrigin?: string | null;
  onFault?: (fault: unknown) => void;
};

/** What the subjects bring: how a moment is read from the tables, and their reactions, in their order. */
export type Brought = { momentAt: (from: Tables, nowMs: number) => Moment; reactions: readonly Reaction[] };

export function createHall(store: Store, { momentAt, reactions }: Brought, options: HallOptions = {}): Hall {
  const { nowMs = Date.now, newId = monotonicFactory(), publicOrigin = null, onFault = () => {} } = options;
  const listeners: ((committed: Committed) => void)[] = [];
  const moment = () => momentAt(store, nowMs());

  const condition = createCondition(nowMs);
  const { commit, idle } = createCommit({ store, newId, onCommitted, moment, publicOrigin, reactions, condition });

  function onCommitted(committed: Committed): void {
    for (const listener of listeners) {
      // It is on disk and answered; a screen that could not be told notices its gap.
      try {
        listener(committed);
      } catch (fault) {
        onFault(fault);
      }
    }
  }

  return {
    read: store.read,
    ledger: store.ledger,
    commit,
    nowMs,
    newId,
    look: () => asLook({ read: store.read, publicOrigin, troubles: condition.troubles(), ...moment() }),
    condition,
    onCommitted: (listener) => void listeners.push(listener),
    idle,
  };
}
