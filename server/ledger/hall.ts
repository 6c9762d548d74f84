/** A hall in a process: its file, its write path, and what is derived from both and asked for often. */
import { monotonicFactory } from 'ulid';
import type { Day, Letter } from '../../schema/ids.ts';
import type { Opening } from '../../schema/opening.ts';
import { Settings } from '../../schema/settings.ts';
import { addDays, CHINA_ZONE, localTime } from '../../schema/time.ts';
import { reference } from '../hall/tables/reference.ts';
import { runningAt, serviceDay } from '../hours/rules/openings.ts';
import { places } from '../line/tables/places.ts';
import { type Commit, type Committed, createCommit, type Moment } from './commit.ts';
import type { LedgerReader } from './ledger.ts';
import type { Store } from './store.ts';
import type { Reader } from './table.ts';

export type Hall = Reader & {
  ledger: LedgerReader;
  commit: Commit;
  /** Stands still while a command runs: it reads one clock, however often it looks. */
  nowMs: () => number;
  newId: () => string;
  /** The address by which phones reach the hall; null: whatever address a page came from. */
  publicOrigin: string | null;
  settings: () => Settings;
  /** Openings from yesterday on, in order of their start, with their phases. */
  openings: () => readonly Opening[];
  /** Those that run now by the clock. */
  running: () => Opening[];
  /** The service day now (T2). */
  day: () => Day;
  /** Told after each commit, in the order of subscribing. */
  onCommitted: (listener: (committed: Committed) => void) => void;
  idle: () => Promise<void>;
};

export function createHall(
  store: Store,
  options: Partial<Pick<Hall, 'nowMs' | 'newId' | 'publicOrigin'>> & { onFault?: (fault: unknown) => void } = {},
): Hall {
  const { nowMs: clock = Date.now, newId = monotonicFactory(), publicOrigin = null, onFault = () => {} } = options;
  const listeners: ((committed: Committed) => void)[] = [];
  let openings: Opening[] = [];
  let openingsAsOf = '';
  let standing: number | null = null;
  const nowMs = () => standing ?? clock();

  const { commit, idle } = createCommit({ store, newId, onCommitted, atOneMoment });

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

  function atOneMoment<T>(run: (moment: Moment) => T): T {
    standing = clock();
    try {
      return run(momentAt(standing));
    } finally {
      standing = null;
    }
  }

  function momentAt(atMs: number): Moment {
    // The command that sets a hall up finds none yet.
    if (!store.read(reference).isSetUp())
      return { nowMs: atMs, day: localTime(atMs, CHINA_ZONE).day, timeZone: CHINA_ZONE, settings: Settings.parse({}) };
    const { timeZone, settings } = store.read(reference).hall();
    return { nowMs: atMs, day: serviceDay(atMs, readOpenings(), timeZone), timeZone, settings };
  }

  function readOpenings(): readonly Opening[] {
    const from = addDays(localTime(nowMs(), store.read(reference).hall().timeZone).day, -1);
    // Also inside a transaction, and after one that was undone, this is what the file says.
    const asOf = `${from} ${store.read(reference).version()} ${store.read(places).openingsVersion()}`;
    if (openingsAsOf !== asOf) {
      openingsAsOf = asOf;
      openings = store
        .read(reference)
        .openingsFrom(from)
        .map((opening) => ({
          ...opening,
          phase: store.read(places).openingPhase(opening.id),
          cancelReason: store.read(places).cancelReason(opening.id),
        }));
    }
    return openings;
  }

  return {
    read: store.read,
    ledger: store.ledger,
    commit,
    nowMs,
    newId,
    publicOrigin,
    settings: () => store.read(reference).hall().settings,
    openings: readOpenings,
    running: () => runningAt(nowMs(), readOpenings()),
    day: () => serviceDay(nowMs(), readOpenings(), store.read(reference).hall().timeZone),
    onCommitted: (listener) => void listeners.push(listener),
    idle,
  };
}

/** The opening that issues tickets of this queue at this instant, or why none does (H4). */
export function issuingOpening(
  hall: Hall,
  letter: Letter,
  running: readonly Opening[] = hall.running(),
): Opening | 'hall-closed' | 'queue-closed' {
  if (running.length === 0) return 'hall-closed';
  const now = new Date(hall.nowMs()).toISOString();
  return running.find((one) => one.letters.includes(letter) && now < one.lastTicketAt) ?? 'queue-closed';
}
