import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: MONDAY_9 - 3_600_000 });
});
afterEach(() => hall.stop());

const MINUTE = 60_000;
const A1 = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const person = (telephone = '13985001234') => ({ name: '欧阳测试', telephone, language: 'zh-Hans' as const });

async function held(anybody: Client, n = 4) {
  const slots = await anybody.appointments.slots({ matterId: A1 });
  const slot = slots.filter((one) => one.free > 0)[n]!;
  return { slot, ...(await anybody.appointments.hold({ ...wish(), slotId: slot.id, matterId: A1 })) };
}

describe('appointments', () => {
  it('[H6] a hold that is not confirmed gives its place back after five minutes', async () => {
    const anybody = hall.anybody();
    const { slot, link } = await held(anybody);
    const freeOf = async () =>
      (await anybody.appointments.slots({ matterId: A1 })).find((one) => one.id === slot.id)!.free;
    expect(await freeOf()).toBe(slot.free - 1);
    await hall.clock.advance(5 * MINUTE);
    expect(await freeOf()).toBe(slot.free);
    expect(await refusalCode(anybody.appointments.confirm({ ...wish(), link, ...person() }))).toBe('hold-over');
  });

  it('[H6] one person cannot hold two slots of one matter; cancelling frees the place until two hours before', async () => {
    const anybody = hall.anybody();
    const first = await held(anybody, 8);
    const second = await held(anybody, 9);
    await anybody.appointments.confirm({ ...wish(), link: first.link, ...person() });
    const again = anybody.appointments.confirm({ ...wish(), link: second.link, ...person('139 8500 1234') });
    expect(await refusalCode(again)).toBe('already-booked');
    await anybody.appointments.cancel({ ...wish(), link: first.link });
    await anybody.appointments.confirm({ ...wish(), link: second.link, ...person() });
    await hall.clock.advance(Date.parse(second.slot.startsAt) - 119 * MINUTE - hall.clock.nowMs);
    expect(await refusalCode(anybody.appointments.cancel({ ...wish(), link: second.link }))).toBe('cancel-too-late');
  });

  it('[H8] [Q1] [Q2] an appointment checked in by code ranks from its slot start less the head start, and is not called too early', async () => {
    const anybody = hall.anybody();
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const { slot, link } = await held(anybody, 3); // 10:30
    const { code } = await anybody.appointments.confirm({ ...wish(), link, ...person() });
    const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    await hall.clock.advance(Date.parse(slot.startsAt) - 50 * MINUTE - hall.clock.nowMs);
    const walkIn = await issue();
    const booked = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
    expect(booked.klass).toBe('appointment');
    await clerk.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    // Its rank is smaller, but its time has not come while somebody else waits.
    expect((await clerk.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId })).number).toBe(walkIn.number);
    await clerk.tickets.miss({ ...wish(), ticketId: walkIn.ticketId });
    const second = await issue();
    await hall.clock.advance(45 * MINUTE);
    expect((await clerk.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId })).number).toBe(booked.number);
    expect(second.number).toBe('A003');
  });

  it('[H8] an appointment is checked in by the telephone’s last four; more than fifteen minutes late it ranks from the slot start', async () => {
    const anybody = hall.anybody();
    const kiosk = await hall.kiosk();
    const { slot, link } = await held(anybody);
    await anybody.appointments.confirm({ ...wish(), link, ...person() });
    hall.clock.nowMs = Date.parse(slot.startsAt) + 16 * MINUTE;
    await hall.clock.advance(0);
    expect(await refusalCode(kiosk.appointments.checkIn({ ...wish(), code: '9999', printing: false }))).toBe(
      'appointment-unknown',
    );
    expect((await kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false })).klass).toBe('late');
  });

  it('[P1] [H8] [H9] the confirmation is sent once, and name and telephone are nowhere but in their encrypted table', async () => {
    const anybody = hall.anybody();
    const { slot, link } = await held(anybody, 40);
    await anybody.appointments.confirm({ ...wish(), link, ...person() });
    const dir = join(hall.dir, 'messages');
    const sentLines = () =>
      readdirSync(dir).flatMap((file) => readFileSync(join(dir, file), 'utf8').trim().split('\n'));
    const sent = await eventually(() => {
      expect(sentLines()).toHaveLength(1);
      return sentLines();
    });
    expect(JSON.parse(sent[0]!)).toMatchObject({ telephone: '13985001234' });
    const { db } = hall.system.store;
    // What was given and not noted yet would be given again days later, when the file keeps its id no more.
    const noted = () => db.prepare("SELECT count(*) FROM messages WHERE phase = 'sent'").pluck().get();
    await eventually(() => expect(noted()).toBe(1));
    db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(hall.dir, 'hall.db'));
    expect(bytes.includes('13985001234')).toBe(false);
    expect(bytes.includes('欧阳测试')).toBe(false);
    expect(db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(1);
    // H8: reminders a day and two hours before, each once; none after it was cancelled.
    const linesAt = () => sentLines().length;
    const startsMs = Date.parse(slot.startsAt);
    await hall.clock.advance(startsMs - 120 * MINUTE - hall.clock.nowMs);
    // A message that its job took before the sweep is on its way.
    await eventually(() => expect(linesAt()).toBe(3));
    await eventually(() => expect(noted()).toBe(3));
    await hall.clock.advance(60 * MINUTE);
    expect(linesAt()).toBe(3);
    // P1: erased when its time has come, with a count left behind.
    await hall.clock.advance(60 * 24 * 3_600_000);
    expect(db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
    expect(db.prepare('SELECT sum(people) FROM erasures').pluck().get()).toBe(1);
  });
});
