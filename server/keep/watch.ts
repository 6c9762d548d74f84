/** Looks at the hall every few seconds and says in its condition what is wrong: disk, writing, Redis, late and failed work. */
import { isRefusal } from '../../schema/refusal.ts';
import { CLOCK } from '../../schema/who.ts';
import { endingSoon, standingOwed } from '../catalogue/views/ending.ts';
import { recordStep } from '../hall/acts/keep-clock.ts';
import { missingYear } from '../hall/views/calendar.ts';
import type { Condition } from '../ledger/condition.ts';
import type { Hall } from '../ledger/hall.ts';
import { bytesText, limitsFor, spaceIn } from './disk.ts';
import type { Reserve } from './reserve.ts';

const LOOK_MS = 5_000;
/** Work that is late for longer is told; at most so long and a look after it began. */
const LATE_MS = 15_000;

/** What the watch asks of its neighbours; null: all is well. */
export type Asked = {
  redisReady: () => boolean;
  /** Open rows that are overdue, and by how much the oldest is. */
  late: () => { count: number; oldestMs: number };
  /** Kinds of rows that failed again and again, the latest first. */
  failing: () => string[];
  /** Messages that were given up today. */
  failedMessages: () => number;
  /** Writes a row and takes it back; throws what the file says. */
  probe: () => void;
};

export type Watch = { look: () => void; close: () => Promise<void> };

export function startWatch(hall: Hall, dir: string, reserve: Reserve, asked: Asked): Watch {
  const { condition } = hall;
  const look = () => {
    lookAtDisk(hall, dir, reserve);
    lookAtWriting(condition, asked);
    condition.tell('redis-away', asked.redisReady() ? null : {});
    lookAtClock(hall);
    const year = hall.look(missingYear);
    condition.tell('calendar-missing', year === null ? null : { year });
    condition.tell('entrustment-ends', hall.look(endingSoon));
    condition.tell('standing-owed', hall.look(standingOwed));
    const { count, oldestMs } = asked.late();
    condition.tell('work-late', oldestMs > LATE_MS ? { count, seconds: Math.round(oldestMs / 1_000) } : null);
    const failing = asked.failing();
    condition.tell('jobs-failing', failing.length > 0 ? { count: failing.length, kind: failing[0]! } : null);
    const messages = asked.failedMessages();
    condition.tell('messages-failing', messages > 0 ? { count: messages } : null);
  };
  let taking: Promise<void> = Promise.resolve();
  const ticker = setInterval(() => {
    try {
      look();
    } catch (fault) {
      // The folder itself may be gone.
      condition.tell('write-failing', { why: (fault as Error).message });
    }
    const isLow = condition.troubles().some(({ id }) => id === 'disk-full' || id === 'disk-low');
    if (!isLow) taking = taking.then(reserve.take).catch(() => {});
  }, LOOK_MS);
  return {
    look,
    close() {
      clearInterval(ticker);
      return taking;
    },
  };
}

/** The reserve is given back before anything is stopped, so that what is under way still finds room. */
function lookAtDisk({ condition, look }: Hall, dir: string, reserve: Reserve): void {
  const settings = look((from) => from.settings);
  const space = spaceIn(dir);
  const { low, stop } = limitsFor(space, settings);
  const free = bytesText(space.free);
  const isFull = space.free < stop;
  if (isFull) reserve.giveBack();
  condition.tell('disk-full', isFull ? { free } : null);
  condition.tell('disk-low', !isFull && space.free < low ? { free, stop: bytesText(stop) } : null);
}

/** Each jump is an event; the last one is told until somebody has looked. */
function lookAtClock({ clock, commit, condition }: Hall): void {
  for (const step of clock.steps()) {
    const again = () => clock.keep(step);
    const recorded = commit({ command: 'record-step', requestId: null, actor: CLOCK }, (tx) => recordStep(tx, step));
    recorded.then((answer) => isRefusal(answer) && again(), again);
  }
  const jumped = clock.unseenMs();
  const minutes = (ms: number) => ({ minutes: Math.round(ms / 60_000) });
  const isHeld = clock.isHeld();
  condition.tell('clock-held', isHeld ? minutes(clock.aheadMs()) : null);
  condition.tell('clock-stepped', !isHeld && jumped !== null ? minutes(jumped) : null);
}

function lookAtWriting(condition: Condition, { probe }: Asked): void {
  if (condition.stopped()) return;
  try {
    probe();
    condition.tell('write-failing', null);
  } catch (fault) {
    condition.tell('write-failing', { why: (fault as Error).message });
  }
}
