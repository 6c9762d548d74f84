/** The hall of a replayed day: a group and a matter per queue, a counter and a clerk per recorded counter. */
import { IN_CATALOGUE } from '../../../schema/catalogue/standing.ts';
import { CounterId, type Letter, MatterId } from '../../../schema/ids.ts';
import { instantOf } from '../../../schema/time.ts';
import type { MovedHall } from '../../demo/moved-hall.ts';
import type { DayPlan } from './day-plan.ts';

export const TIME_ZONE = 'Asia/Shanghai';
export const SUPERVISOR = 'supervisor';
/** The replayed hall is open for the whole day, whatever its hours were. */
export const BEGINS = '00:00';
export const ENDS = '23:59';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HOUR = 3_600_000;

export const letterOf = (i: number) => LETTERS[i] as Letter;
export const matterIdOf = (queueId: string) => MatterId.parse(`queue-${queueId}`);
export const counterIdOf = (n: number) => CounterId.parse(`counter-${n + 1}`);
export const seatAccount = (n: number) => `clerk-${n + 1}`;

/** `typical`: minutes per queue, as a hall knows them beforehand. It stands an hour before the day. */
export function hallOfDay(given: {
  office: string;
  day: string;
  plan: DayPlan;
  typical: ReadonlyMap<string, number>;
  clerks: number | null;
}): MovedHall {
  const { office, day, plan, typical, clerks } = given;
  const queues = [...plan.counters.keys()];
  if (queues.length > LETTERS.length) {
    throw new Error(`${office} has ${queues.length} queues on ${day}; a hall has at most ${LETTERS.length}`);
  }
  const served = clerks
    ? Array.from({ length: clerks }, () => queues.map((_, i) => letterOf(i)))
    : queues.flatMap((queueId, i) => Array.from({ length: plan.counters.get(queueId)! }, () => [letterOf(i)]));
  const seats = served.map((_, n) => ({
    account: seatAccount(n),
    name: seatAccount(n),
    role: 'clerk' as const,
    mayPick: false,
  }));
  return {
    data: {
      hall: { key: 'replay', names: alike(office), telephone: '', address: '', timeZone: TIME_ZONE },
      groups: queues.map((queueId, i) => ({ id: letterOf(i), names: alike(queueId), order: i })),
      matters: queues.map((queueId, i) => ({
        id: matterIdOf(queueId),
        letter: letterOf(i),
        names: alike(queueId),
        kind: 'general',
        department: '',
        materials: [],
        limitDays: null,
        limitUnit: 'working',
        typicalMinutes: Math.max(1, Math.round(typical.get(queueId) ?? 10)),
        fee: '',
        basis: '',
        evidence: 'hall',
        offered: true,
        standing: IN_CATALOGUE,
        aliases: [],
      })),
      counters: served.map((letters, n) => ({ id: counterIdOf(n), label: String(n + 1), letters, inUse: true })),
      clerks: [...seats, { account: SUPERVISOR, name: SUPERVISOR, role: 'supervisor', mayPick: false }],
      series: [],
    },
    password: 'only-for-this-replay',
    // Everybody signs in once, for a whole day, and nobody presses keys.
    settings: { sessionMs: 48 * HOUR, idleLockMs: 48 * HOUR },
    nowMs: instantOf(day, BEGINS, TIME_ZONE) - HOUR,
    runs: false,
  };
}

function alike(text: string) {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}
