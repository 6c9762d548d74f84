import { describe, expect, it } from 'vitest';
import { iso } from '../../../schema/context.ts';
import type { Day, MatterId, PersonId, SlotId, TicketId } from '../../../schema/ids.ts';
import { givenAppointment, HOUR, MINUTE, NINE, SETTINGS } from '../../test/given.ts';
import { type AppointmentCommand, takesPlace } from './appointment.ts';

const SLOT = NINE + 24 * HOUR;
const today = '2026-11-24' as Day;
const hold = (free = 1, startsAt = iso(SLOT)): AppointmentCommand => ({
  type: 'hold-slot',
  slotId: 's' as SlotId,
  matterId: 'A-1' as MatterId,
  day: today,
  startsAt,
  taken: 1 - free,
  capacity: 1,
  channel: 'phone',
});
const confirm = (alreadyBooked = false, proved = false): AppointmentCommand => ({
  type: 'confirm-appointment',
  personId: 'p' as PersonId,
  code: '123456',
  language: 'en',
  alreadyBooked,
  proved,
});
const cancel = (by: 'resident' | 'clerk' = 'resident'): AppointmentCommand => ({ type: 'cancel-appointment', by });
const checkIn = (day = today): AppointmentCommand => ({
  type: 'check-in',
  ticketId: 't' as TicketId,
  today: day,
  localStart: { day: today, time: '09:00' },
});
const lapse: AppointmentCommand = { type: 'lapse-hold' };
const miss: AppointmentCommand = { type: 'miss-appointment' };

const held = givenAppointment().after(hold());
const confirmed = held.later(MINUTE).after(confirm());
const beforeSlot = (ms: number) => confirmed.later(SLOT - confirmed.nowMs - ms);

describe('a hold', () => {
  it('[H5] a hold takes a free place of a slot to come; a full or past slot is refused', () => {
    expect(held.state).toMatchObject({ phase: 'held', startsAt: iso(SLOT) });
    expect(givenAppointment().when(hold(0)).refused).toBe('slot-full');
    expect(givenAppointment().when(hold(1, iso(NINE))).refused).toBe('slot-past');
  });

  it('[H6] a hold can be confirmed for holdMs, to the very last, and not later', () => {
    expect(held.state?.phase === 'held' && held.state.until).toBe(iso(NINE + SETTINGS.holdMs));
    expect(held.later(SETTINGS.holdMs).when(confirm()).state).toMatchObject({ phase: 'confirmed', code: '123456' });
    expect(held.later(SETTINGS.holdMs + 1).when(confirm())).toMatchObject({ refused: 'hold-over', state: held.state });
  });

  it('[H6] a lapsed hold is over: it is neither confirmed, cancelled nor checked in', () => {
    const lapsed = held.after(lapse);
    expect(lapsed.state?.phase).toBe('lapsed');
    expect(lapsed.when(confirm()).refused).toBe('hold-over');
    for (const command of [cancel(), checkIn()]) expect(lapsed.when(command).refused).toBe('appointment-over');
    for (const command of [lapse, miss]) expect(lapsed.when(command).events).toEqual([]);
  });

  it('[H6] a confirmed appointment does not lapse, and is confirmed once', () => {
    expect(confirmed.when(lapse).events).toEqual([]);
    expect(confirmed.when(confirm()).refused).toBe('appointment-over');
  });

  it('[H6] a person who has booked a matter cannot confirm a second slot for it', () => {
    expect(held.when(confirm(true))).toMatchObject({ refused: 'already-booked', state: held.state });
  });

  it('[H6] a booking says whether somebody saw whose telephone it is', () => {
    const provedOf = (proved: boolean) => held.when(confirm(false, proved)).state;
    expect([provedOf(true), provedOf(false)]).toMatchObject([{ proved: true }, { proved: false }]);
  });
});

describe('cancelling', () => {
  it('[H6] a resident cancels until cancelUntilMs before the slot, to the very last; a clerk may cancel later', () => {
    expect(beforeSlot(SETTINGS.cancelUntilMs).when(cancel()).state?.phase).toBe('cancelled');
    const late = beforeSlot(SETTINGS.cancelUntilMs - 1);
    expect(late.when(cancel())).toMatchObject({ refused: 'cancel-too-late', facts: { hours: 2 }, state: late.state });
    expect(late.when(cancel('clerk')).state?.phase).toBe('cancelled');
  });

  it('[H6] [H8] what a confirmation told stands, whatever the settings are since', () => {
    const since = { cancelUntilMs: 24 * HOUR, appointmentLateMs: 0 };
    expect(beforeSlot(SETTINGS.cancelUntilMs).set(since).when(cancel()).state?.phase).toBe('cancelled');
    const late = beforeSlot(-SETTINGS.appointmentLateMs).set(since).when(checkIn());
    expect(late.events).toMatchObject([{ type: 'appointment-checked-in', late: false }]);
  });

  it('[H6] a hold can be given back at any time, and only once', () => {
    const soon = givenAppointment().after(hold(1, iso(NINE + 10 * MINUTE)));
    expect(soon.when(cancel()).state?.phase).toBe('cancelled');
    expect(soon.after(cancel()).when(cancel()).refused).toBe('appointment-over');
  });

  it('[H5] the place of an appointment is free again when it is cancelled or lapsed, and only then', () => {
    const phases = ['held', 'confirmed', 'checked-in', 'missed', 'cancelled', 'lapsed'] as const;
    expect(phases.filter(takesPlace)).toEqual(['held', 'confirmed', 'checked-in', 'missed']);
  });
});

describe('checking in', () => {
  it('[H8] a resident up to appointmentLateMs late keeps the class, to the very last', () => {
    for (const [lateMs, late] of [
      [-HOUR, false],
      [0, false],
      [SETTINGS.appointmentLateMs, false],
      [SETTINGS.appointmentLateMs + 1, true],
    ] as const)
      expect(beforeSlot(-lateMs).when(checkIn()).events).toMatchObject([{ type: 'appointment-checked-in', late }]);
  });

  it('[H8] an appointment is checked in on its day only, and once', () => {
    expect(beforeSlot(HOUR).when(checkIn('2026-11-23' as Day))).toMatchObject({
      refused: 'check-in-too-early',
      facts: { day: today, time: '09:00' },
    });
    expect(beforeSlot(HOUR).after(checkIn()).when(checkIn()).refused).toBe('appointment-over');
    expect(held.when(checkIn()).refused).toBe('appointment-over');
  });

  it('[H6] [H8] a missed appointment is recorded, and may still be checked in that day', () => {
    const missed = beforeSlot(-HOUR).after(miss);
    expect(missed.state?.phase).toBe('missed');
    expect(missed.when(checkIn()).events).toMatchObject([{ late: true }]);
    expect(beforeSlot(0).after(checkIn()).when(miss).events).toEqual([]);
  });

  it('[H6] every command on an appointment that was never held is refused', () => {
    for (const command of [confirm(), cancel(), checkIn(), lapse, miss])
      expect(givenAppointment().when(command).refused).toBe('appointment-unknown');
    expect(() => givenAppointment({ type: 'hold-lapsed' })).toThrow('before it was held');
  });
});
