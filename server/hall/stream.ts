/** The streams of the hall as it is planned: name and settings, groups, counters, devices (S4). */
import type { CalendarYearEvent, HallDay, HallDayEvent, PublishedYear } from '../../schema/hall/calendar.ts';
import type { OperationEvent } from '../../schema/hall/operation.ts';
import type {
  CounterPlan,
  CounterPlanEvent,
  DeviceEvent,
  GroupEvent,
  HallEvent,
  MatterGroup,
} from '../../schema/hall/plan.ts';
import type { CounterId, DeviceId, Instant, Letter } from '../../schema/ids.ts';
import { Settings } from '../../schema/settings.ts';
import { evolveRecord, idOf, type Stream, type Touched } from '../ledger/subject/stream.ts';
import { calendarYears } from './tables/calendar-years.ts';
import { counterPlans } from './tables/counter-plans.ts';
import { devices, type KnownDevice } from './tables/devices.ts';
import { groups } from './tables/groups.ts';
import { hallDays } from './tables/hall-days.ts';
import { type HallRecord, hallRecord } from './tables/hall-record.ts';
import { numberFloors } from './tables/number-floors.ts';

/** There is one hall in a file. */
export const THE_HALL = 'hall';

type Said = Omit<HallRecord, 'settings'> & { settings: Record<string, unknown> };

export const hallStream: Stream<Said, HallEvent> = {
  kind: 'hall',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve(state, event) {
    if (event.type === 'objections-placed') return evolveRecord(state, event);
    const settings = { ...state?.settings, ...event.settings };
    return evolveRecord<Said, HallEvent>(state, { ...event, settings });
  },
  nameOf: ({ names }) => names,
  // A setting that was never said had its default.
  fieldsOf: ({ settings, key: _, ...hall }) => ({ ...hall, ...Settings.parse(settings) }),
  tables: [hallRecord],
  project: (to, state) => to.write(hallRecord).save(state),
  touches: {
    // At the set-up, before anybody follows.
    'hall-recorded': () => ({ hall: ['hall'], settings: ['settings'], asks: [] }),
    'objections-placed': 'none',
    // What is to be done by when, and who is away for long, hangs on settings, too.
    'settings-changed': () => ({ settings: 'all', work: 'all', unhandled: 'all', asks: [] }),
  },
};

export const groupStream: Stream<Omit<MatterGroup, 'id'>, GroupEvent> = {
  kind: 'group',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: evolveRecord,
  nameOf: ({ names }) => names,
  tables: [groups],
  project: (to, group, { stream }) => to.write(groups).save({ ...group, id: idOf(stream) as Letter }),
  touches: { 'group-planned': (_, id) => ({ queues: [id], asks: [] }) },
};

export const counterPlanStream: Stream<Omit<CounterPlan, 'id'>, CounterPlanEvent> = {
  kind: 'counter-plan',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: evolveRecord,
  nameOf: ({ label }) => label,
  tables: [counterPlans],
  project: (to, counter, { stream }) => to.write(counterPlans).save({ ...counter, id: idOf(stream) as CounterId }),
  touches: {
    // Its label stands on calls and notes; which queues it serves says who waits for whom.
    'counter-planned': (_, id) => ({
      counters: [id],
      queues: 'all',
      tickets: 'all',
      calls: 'all',
      notes: 'all',
      asks: [],
    }),
  },
};

/** Days that are counted in working days; openings are planned anew by events of their own. */
const ofCalendar = (): Touched => ({ offers: 'all', served: 'all', work: 'all', unhandled: 'all', asks: [] });

export const calendarYearStream: Stream<PublishedYear, CalendarYearEvent> = {
  kind: 'calendar-year',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: (state, event, id) => ({ ...evolveRecord(state, event), year: Number(id) }),
  nameOf: ({ year }) => String(year),
  fieldsOf: ({ year: _, ...published }) => published,
  tables: [calendarYears],
  project: (to, published) => to.write(calendarYears).save(published),
  touches: { 'calendar-year-set': ofCalendar },
};

export const hallDayStream: Stream<HallDay, HallDayEvent> = {
  kind: 'hall-day',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: (state, event, day) => ({ ...evolveRecord(state, event), day }),
  nameOf: ({ day }) => day,
  fieldsOf: ({ day: _, ...own }) => own,
  tables: [hallDays],
  project: (to, own) => to.write(hallDays).save(own),
  touches: { 'hall-day-set': ofCalendar },
};

export const deviceStream: Stream<KnownDevice, DeviceEvent> = {
  kind: 'device',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: (state, event, _, at) => evolveDevice(state, event, at),
  nameOf: ({ name }) => name,
  tables: [devices],
  project: (to, device, { stream }) => to.write(devices).save(idOf(stream) as DeviceId, device),
  touches: { 'device-added': 'none', 'device-enrolled': 'none', 'device-revoked': 'none' },
};

function evolveDevice(state: KnownDevice | null, event: DeviceEvent, at: Instant): KnownDevice {
  if (event.type === 'device-added') return { kind: event.kind, name: event.name, enrolledAt: null, revokedAt: null };
  if (!state) throw new Error(`a device has ${event.type} before it was added`);
  switch (event.type) {
    case 'device-enrolled':
      return { ...state, enrolledAt: event.since ?? at };
    case 'device-revoked':
      return { ...state, revokedAt: event.since ?? at };
    default:
      return event satisfies never;
  }
}

/** A count: what its events say is read from the ledger, but for the numbers that may have been given. */
export const operationStream: Stream<number, OperationEvent> = {
  kind: 'operation',
  v: 1,
  grows: 'day',
  evolve: (count) => (count ?? 0) + 1,
  tables: [numberFloors],
  project(to, _, { event }) {
    const skipped = 'skipped' in event ? event.skipped : [];
    for (const { kind, day, letter, upTo } of skipped) to.write(numberFloors).raise(kind, day, letter, upTo);
  },
  touches: { 'hall-restored': 'none', 'loss-accepted': 'none', 'clock-stepped': 'none', 'clock-confirmed': 'none' },
};
