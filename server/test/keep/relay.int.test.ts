import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { MatterId, PersonId, TicketId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { newRequestId } from '../../../web/client.ts';
import type { GiveMessage } from '../../gateways/message-file.ts';
import { markMessage, send } from '../../messages/acts/send-message.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const wish = () => ({ requestId: newRequestId() });

const phone = { name: '欧阳测试', telephone: '13985001234', language: 'zh-Hans' as const };

/** Somebody books a time whose reminders come later than all of this; what is confirmed goes to the gateway. */
async function book(): Promise<void> {
  const anybody = hall.anybody();
  const slots = await anybody.appointments.slots({ matterId: 'A-1' as MatterId });
  const slot = slots.find((one) => one.day > '2026-11-24')!;
  const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot.id, matterId: 'A-1' as MatterId });
  await anybody.appointments.confirm({ ...wish(), link, ...phone });
}

/** A row of no consequence that was due a moment ago and was handed over since: it alone tells when a round was. */
async function lateRow(): Promise<{ isOpen: () => boolean }> {
  const { hall: inside, store } = hall.system;
  const kiosk = await hall.kiosk();
  const asked = { matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), ...asked });
  const at = (ms: number) => new Date(hall.clock.nowMs + ms).toISOString();
  await inside.commit({ command: 'a-test', requestId: null, actor: CLOCK }, (tx) => {
    tx.later({ kind: 'return-ticket', data: { ticketId, until: at(0) } }, at(10 * MINUTE));
    return {};
  });
  const open = "WHERE kind = 'return-ticket' AND done_at IS NULL";
  store.db.prepare(`UPDATE outbox SET due_at = ?, added_at = ? ${open}`).run(at(-7 * SECOND), at(-SECOND));
  return { isOpen: () => store.db.prepare(`SELECT 1 FROM outbox ${open}`).get() !== undefined };
}

describe('a due row', () => {
  it('[H9] a due row that Redis took a moment ago and does not bring is run once it is nearly too late', async () => {
    hall = await startTestHall();
    const row = await lateRow();
    // The clock stands still, so nothing hands it over anew.
    await eventually(() => expect(row.isOpen()).toBe(false));
  });

  it('[H9] a due row whose gateway hangs is not given to it again meanwhile, and keeps neither what is due nor a stop waiting', async () => {
    const asked: string[] = [];
    let answer: (was: 'sent') => void = () => {};
    hall = await startTestHall({
      gateway: ({ id }) => {
        asked.push(id);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    await book();
    await eventually(() => expect(asked).toHaveLength(1));
    const phase = hall.system.store.db.prepare('SELECT phase FROM messages WHERE id = ?').pluck();
    const first = answer;
    // More than are ever on their way at once, all due before what is due in the hall.
    const person = hall.system.store.db.prepare<[], PersonId>('SELECT id FROM people').pluck().get()!;
    const facts = hall.system.store.db.prepare<[], string>('SELECT refs FROM messages').pluck().get()!;
    await hall.system.hall.commit({ command: 'a-test', requestId: null, actor: CLOCK }, (tx) => {
      for (let n = 0; n < 20; n++)
        send(tx, { to: { kind: 'person', id: person }, kind: 'appointment-confirmed', refs: JSON.parse(facts) });
      return {};
    });
    hall.clock.nowMs += 20 * SECOND;
    const row = await lateRow();
    await eventually(() => expect(row.isOpen()).toBe(false));
    await eventually(() => expect(asked).toHaveLength(8));
    expect(new Set(asked).size).toBe(8);
    first('sent');
    await eventually(() => expect(phase.get(asked[0])).toBe('sent'));
  });

  it('[H9] a due row of the hall itself that failed rests half a second, and is tried again by BullMQ', async () => {
    hall = await startTestHall();
    const { hall: inside, store } = hall.system;
    await inside.commit({ command: 'a-test', requestId: null, actor: CLOCK }, (tx) => {
      tx.later({ kind: 'return-ticket', data: { ticketId: 'none' as TicketId, until: 'never' } }, tx.now);
      return {};
    });
    const rows = store.db.prepare<[], { faults: number; rests: string }>(
      "SELECT faults, rests_until AS rests FROM outbox WHERE kind = 'return-ticket'",
    );
    await eventually(() => expect(rows.get()?.faults).toBe(1));
    expect(Date.parse(rows.get()!.rests) - hall.clock.nowMs).toBe(SECOND / 2);
    hall.clock.nowMs += SECOND;
    // Three seconds are the least after which the hall itself would hand it over anew.
    await eventually(() => expect(rows.get()?.faults).toBe(2));
  });

  it('[H9] a due row that rested when the hall ended is tried again at its start, which waits for no gateway', async () => {
    const isDown: GiveMessage = async () => {
      throw new Error('no line');
    };
    const dir = mkdtempSync(join(tmpdir(), 'shouwen-test-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    hall = await startTestHall({ dir, gateway: isDown });
    await book();
    const faults = hall.system.store.db.prepare("SELECT faults FROM outbox WHERE kind = 'send-message' AND faults > 0");
    await eventually(() => expect(faults.pluck().get()).toBe(1));
    const { nowMs } = hall.clock;
    await hall.stop('goesOn');
    let answer: (was: 'sent') => void = () => {};
    const hangs: GiveMessage = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    hall = await startTestHall({ dir, nowMs, gateway: hangs });
    const phase = hall.system.store.db.prepare('SELECT phase FROM messages ORDER BY id LIMIT 1').pluck();
    await eventually(() => {
      answer('sent');
      expect(phase.get()).toBe('sent');
    });
  });

  it('[H9] [S1] a due row whose gateway stays down is tried ever more rarely, told to those in charge after three faults, and given up and told after ten', async () => {
    let tries = 0;
    const down: GiveMessage = async () => {
      tries++;
      throw new Error('no line');
    };
    hall = await startTestHall({ gateway: down });
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    await book();

    const restsS: number[] = [];
    const failing = () => boss.snapshot().rows.troubles.filter(({ id }) => id === 'jobs-failing').length;
    for (let fault = 1; fault <= 9; fault++) {
      await eventually(() => expect(tries).toBe(fault));
      hall.system.look();
      await eventually(() => expect(failing()).toBe(fault < 3 ? 0 : 1));
      const rests = hall.system.store.db
        .prepare<[], string>("SELECT rests_until FROM outbox WHERE kind = 'send-message' AND faults > 0")
        .pluck();
      await eventually(() => expect(rests.get()! > new Date(hall.clock.nowMs).toISOString()).toBe(true));
      const restMs = Date.parse(rests.get()!) - hall.clock.nowMs;
      restsS.push(restMs / SECOND);
      await hall.clock.advance(restMs - 1);
      expect(tries).toBe(fault);
      await hall.clock.advance(1);
    }
    expect(restsS).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
    await eventually(() => expect(tries).toBe(10));
    await eventually(() => {
      const notes = boss.snapshot().rows.notes.filter((note) => note.kind === 'message-failed');
      expect(notes).toMatchObject([{ detail: 'appointment-confirmed gave-up' }]);
    });
    // Its gateway answers after all: it stays given up, as the staff were told.
    const phase = hall.system.store.db.prepare('SELECT phase FROM messages ORDER BY id LIMIT 1').pluck();
    const id = hall.system.store.db.prepare<[], string>('SELECT id FROM messages ORDER BY id LIMIT 1').pluck().get()!;
    const late = { command: 'a-test', requestId: null, actor: CLOCK };
    await hall.system.hall.commit(late, (tx) => markMessage(tx, id, 'sent'));
    expect(phase.get()).toBe('failed');
    hall.system.look();
    await eventually(() => {
      const troubles = boss.snapshot().rows.troubles.map(({ id, facts }) => ({ id, facts }));
      expect(troubles).toEqual([{ id: 'messages-failing', facts: { count: 1 } }]);
    });
  });
});
