/** A hall in a process: its file, its write path, and what it is asked at an instant. */
import { monotonicFactory } from 'ulid';
import { type Clock, type ClockLimits, createClock, type Readings } from './clock.ts';
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
  /** The hall's time, ms since 1970: see server/ledger/clock.ts. */
  nowMs: () => number;
  newId: () => string;
  /** What a view sees of the hall at this instant: one clock and one state of the file, until the view has answered. */
  look: <T>(view: (from: Reader) => T) => T;
  condition: Condition;
  clock: Clock;
  /** Told after each commit, in the order of subscribing. */
  onCommitted: (listener: (committed: Committed) => void) => void;
  idle: () => Promise<void>;
};

export type HallOptions = Partial<Pick<Hall, 'newId'>> & {
  /** The machine's clocks. */
  readings?: () => Readings;
  publicOrigin?: string | null;
  onFault?: (fault: unknown) => void;
};

/** What the subjects bring: how a moment is read from the tables, and their reactions, in their order. */
export type Brought = {
  momentAt: (from: Tables, nowMs: number) => Moment;
  reactions: readonly Reaction[];
  clockLimits: () => ClockLimits;
};

/** Whole ms: instants have no parts of one. */
function machine(): Readings {
  return { wallMs: Date.now(), monoMs: Math.floor(performance.now()) };
}

export function createHall(
  store: Store,
  { momentAt, reactions, clockLimits }: Brought,
  options: HallOptions = {},
): Hall {
  const { readings = machine, newId = monotonicFactory(), publicOrigin = null, onFault = () => {} } = options;
  const lastAt = store.ledger.lastAt();
  const clock = createClock(readings, lastAt ? Date.parse(lastAt) : 0, clockLimits);
  const { nowMs } = clock;
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

  const present = () => asLook({ read: store.read, publicOrigin, troubles: condition.troubles(), ...moment() });

  return {
    read: store.read,
    ledger: store.ledger,
    commit,
    nowMs,
    newId,
    look: (view) => store.reading(() => view(present())),
    condition,
    clock,
    onCommitted: (listener) => void listeners.push(listener),
    idle,
  };
}
