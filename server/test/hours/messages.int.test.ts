import { afterEach, describe, expect, it } from 'vitest';
import type { MatterId, PersonId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { GiveMessage, OutgoingMessage } from '../../gateways/message-file.ts';
import { messages } from '../../messages/tables/messages.ts';
import { eventually, MONDAY_9, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const MINUTE = 60_000;
const TELEPHONE = '13985001234';
const wish = () => ({ requestId: newRequestId() });

/** Somebody books a time tomorrow, and the gateway answers as it is told to. */
async function booked(gateway: GiveMessage) {
  hall = await startTestHall({ nowMs: MONDAY_9 + MINUTE, gateway });
  const boss = hall.follow(await hall.clerk('boss'), 'staff');
  const anybody = hall.anybody();
  const slots = await anybody.appointments.slots({ matterId: 'A-1' as MatterId });
  const slot = slots.find((one) => one.day > '2026-11-24')!;
  const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot.id, matterId: 'A-1' as MatterId });
  const person = { name: '欧阳测试', telephone: TELEPHONE, language: 'zh-Hans' as const };
  const { code } = await anybody.appointments.confirm({ ...wish(), link, ...person });
  const notes = () => boss.snapshot().rows.notes.filter((note) => note.kind === 'message-failed');
  return { boss, code, notes, startsAt: slot.startsAt };
}

const phases = () => hall.system.store.db.prepare('SELECT phase FROM messages ORDER BY id').pluck().all();
const events = () =>
  hall.system.store.db.prepare<[], string>("SELECT data FROM ledger WHERE type = 'message-failed'").pluck().all();

describe('a message that does not arrive', () => {
  it('[H8] [H9] [P1] a message that its gateway refuses is failed: an event, and a note with the code and without the telephone', async () => {
    const asked: OutgoingMessage[] = [];
    const { code, notes } = await booked(async (message) => {
      asked.push(message);
      return 'refused';
    });
    await eventually(() => {
      expect(notes()).toMatchObject([{ about: code, detail: 'appointment-confirmed refused', number: null }]);
    });
    expect(phases()[0]).toBe('failed');
    expect(events()).toHaveLength(1);
    expect(events()[0]).toContain(code);
    expect(events()[0]).not.toContain(TELEPHONE);
    // It is not tried again: what is asked next are the reminders, later.
    await hall.clock.advance(10 * MINUTE);
    expect(asked).toHaveLength(1);
  });

  it('[H8] [H9] a message whose person is erased goes to nobody, and the supervisor is told', async () => {
    const { code, notes, startsAt } = await booked(async () => 'sent');
    await eventually(() => expect(phases()[0]).toBe('sent'));
    hall.system.store.db.prepare('DELETE FROM people').run();
    await hall.clock.advance(Date.parse(startsAt) - 24 * 60 * MINUTE - hall.clock.nowMs);
    await eventually(() => expect(notes()).toMatchObject([{ about: code, detail: 'appointment-reminder nobody' }]));
    expect(phases()).toEqual(['sent', 'failed', 'waiting']);
  });

  it('[H8] [H9] a message that has no text is failed and never marked sent', async () => {
    const { notes } = await booked(async () => 'sent');
    const { hall: inside, sweep } = hall.system;
    await inside.commit({ command: 'test', requestId: null, actor: { kind: 'clock' } }, (tx) => {
      const personId = hall.system.store.db.prepare<[], PersonId>('SELECT id FROM people').pluck().get()!;
      tx.write(messages).add('m1', { kind: 'person', id: personId }, 'case-due', { caseId: 'c' }, tx.now);
      tx.later({ kind: 'send-message', data: { messageId: 'm1' } }, tx.now);
      return {};
    });
    await sweep();
    await eventually(() => expect(notes()).toMatchObject([{ about: null, detail: 'case-due no-text' }]));
    expect(inside.read(messages).byId('m1')?.phase).toBe('failed');
  });

  it('[H9] a gateway that is only in trouble is asked again, and the message arrives once', async () => {
    let trouble = true;
    const arrived: string[] = [];
    const { notes } = await booked(async ({ id }) => {
      if (trouble) throw new Error('no line');
      arrived.push(id);
      return 'sent';
    });
    const faults = hall.system.store.db.prepare('SELECT max(faults) FROM outbox').pluck();
    await eventually(() => expect(faults.get()).toBe(1));
    expect(phases()[0]).toBe('sending');
    trouble = false;
    await hall.clock.advance(MINUTE);
    await eventually(() => expect(phases()[0]).toBe('sent'));
    expect(arrived).toHaveLength(1);
    expect(notes()).toEqual([]);
  });
});
