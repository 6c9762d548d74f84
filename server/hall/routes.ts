/** Settings, counters as planned and devices over HTTP. */
import type { RequestId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { knownSettings, type Settings } from '../../schema/settings.ts';
import { RESIDENT } from '../../schema/who.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, commits } from '../ledger/subject/route.ts';
import { changeCalendar } from './acts/change-calendar.ts';
import { areOfDisk, changeSettings } from './acts/change-settings.ts';
import { createDevice, enrolDevice, revokeDevice } from './acts/enrol-device.ts';
import { recordConfirmed } from './acts/keep-clock.ts';
import { placeObjections, saveCounter } from './acts/plan-hall.ts';
import { counterPlans } from './tables/counter-plans.ts';
import { hallRecord } from './tables/hall-record.ts';
import { knownYears, ownDays } from './views/calendar.ts';
import { allDevices } from './views/device-view.ts';

async function enrol(hall: Hall, _: Asker, input: { code: string }) {
  const wish = { command: 'enrol-device', requestId: null, actor: RESIDENT };
  const enrolled = await hall.commit(wish, (tx) => enrolDevice(tx, input));
  if (isRefusal(enrolled)) return enrolled;
  const { device, secret } = enrolled;
  return { answer: device, cookies: [{ kind: 'device' as const, secret, lastsMs: null }] };
}

/** Q8: what was due meanwhile happens then. */
async function confirmClock(hall: Hall, { actor }: Asker, { requestId }: { requestId: RequestId }) {
  const aheadMs = hall.clock.aheadMs();
  const wish = { command: 'confirm-clock', requestId, actor };
  const confirmed = await hall.commit(wish, (tx) => recordConfirmed(tx, { aheadMs }));
  if (!isRefusal(confirmed)) hall.clock.confirm();
  return confirmed;
}

/** A3: limits of a disk that is too full for all else can still be changed. */
function changeAnyway(
  hall: Hall,
  { actor }: Asker,
  input: { requestId: RequestId; settings: Partial<Settings> },
): Promise<{ seq: number } | Refusal> {
  const { requestId, settings } = input;
  const wish = { command: 'change-settings', requestId, actor, whenFull: areOfDisk(settings) };
  return hall.commit(wish, (tx) => changeSettings(tx, input));
}

export const hallRoutes = {
  devices: {
    enrol,
    self: asks((from, _: unknown, actor) => {
      return allDevices(from).find((one) => actor.kind === 'device' && one.id === actor.id) ?? refuse('not-enrolled');
    }),
    list: asks(allDevices),
    create: commits('create-device', createDevice),
    revoke: commits('revoke-device', revokeDevice),
  },
  clock: { confirm: confirmClock },
  calendar: {
    read: asks((from) => ({ years: knownYears(from), hallDays: ownDays(from) })),
    change: commits('change-calendar', changeCalendar),
  },
  settings: {
    read: asks(({ settings }) => knownSettings(settings)),
    change: changeAnyway,
  },
  administration: {
    counters: asks((from) => [...from.read(counterPlans).all().values()]),
    objectTo: asks((from) => from.read(hallRecord).get().objectTo ?? null),
    placeObjections: commits('place-objections', placeObjections),
    saveCounter: commits('save-counter', saveCounter),
  },
};
