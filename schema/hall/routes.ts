/** Counters as planned, devices, and who changed what. */
import { z } from 'zod';
import { CounterId, DeviceId, Instant } from '../ids.ts';
import { ADMINISTRATOR, command, done, route, STAFF, SUPERVISOR } from '../route.ts';
import { DeviceName } from '../typed/names.ts';
import { EnrolmentCode } from '../typed/numbers.ts';
import { DeviceKind } from '../who.ts';
import { CalendarChange, KnownCalendar, MovedDue } from './calendar.ts';
import { Device } from './device.ts';
import { Changes, ReferenceKind } from './history.ts';
import { CounterPlan, ObjectTo } from './plan.ts';

export const hallContract = {
  devices: {
    /** The device keeps a cookie that no script can read. */
    enrol: route('POST', '/devices/enrol', ['public'])
      .input(z.object({ code: EnrolmentCode }))
      .output(Device),
    /** What am I? For a kiosk or a display that starts. */
    self: route('GET', '/devices/self', ['kiosk', 'display']).output(Device),
    list: route('GET', '/devices', ADMINISTRATOR).output(z.array(Device)),
    create: route('POST', '/devices', ADMINISTRATOR)
      .input(command({ kind: DeviceKind, name: DeviceName }))
      .output(z.object({ device: Device, code: z.string(), url: z.string(), validUntil: Instant })),
    revoke: route('POST', '/devices/{deviceId}/revoke', ADMINISTRATOR)
      .input(command({ deviceId: DeviceId }))
      .output(z.object({})),
  },
  /** Q8: the machine's clock is right; the hall follows a jump ahead that it held. */
  clock: {
    confirm: route('POST', '/clock/confirm', SUPERVISOR).input(command({})).output(z.object({})),
  },
  calendar: {
    read: route('GET', '/calendar', ADMINISTRATOR).output(KnownCalendar),
    /** C17: which open cases would get another due date; nothing is changed. */
    preview: route('POST', '/calendar/preview', ADMINISTRATOR)
      .input(z.object({ change: CalendarChange }))
      .output(z.array(MovedDue)),
    change: route('POST', '/calendar', ADMINISTRATOR)
      .input(command({ change: CalendarChange }))
      .output(z.object({ moved: z.array(MovedDue) })),
  },
  /** S4: who changed what of the reference data from what to what, newest first; `before` turns the page. */
  history: route('GET', '/history', ADMINISTRATOR)
    .input(z.object({ before: z.coerce.number().int().min(1).optional(), kind: ReferenceKind.optional() }))
    .output(Changes),

  administration: {
    counters: route('GET', '/counters', STAFF).output(z.array(CounterPlan)),
    /** C6: where a resident objects to a refusal, as papers say it from now on. */
    objectTo: route('GET', '/objections', STAFF).output(ObjectTo.nullable()),
    placeObjections: route('POST', '/objections', ADMINISTRATOR)
      .input(command({ objectTo: ObjectTo.nullable() }))
      .output(done),
    saveCounter: route('POST', '/counters', ADMINISTRATOR)
      .input(command({ counter: CounterPlan.extend({ id: CounterId.optional() }) }))
      .output(CounterPlan),
  },
};
