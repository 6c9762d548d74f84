import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, startTestHall, type TestHall } from '../harness.ts';

const MIN = 60_000;
const DAY = 24 * 60 * MIN;
let hall: TestHall;
let now: { wallMs: number; monoMs: number };

beforeEach(async () => {
  now = { wallMs: MONDAY_9 + MIN, monoMs: 0 };
  hall = await startTestHall({ readings: () => now });
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });

/** So much time passes; the machine's clock shows so much more. */
function pass(ms: number, jump = 0): void {
  now = { wallMs: now.wallMs + ms + jump, monoMs: now.monoMs + ms };
}

const eventsOf = (kind: string) =>
  hall.system.store.db
    .prepare('SELECT data FROM ledger WHERE type = ? ORDER BY seq')
    .pluck()
    .all(kind)
    .map((data) => JSON.parse(String(data)));

const troubles = async () => {
  const answer = (await (await fetch(`${hall.origin}/readyz`)).json()) as { troubles: { id: string; facts: object }[] };
  return answer.troubles.map(({ id, facts }) => ({ id, ...facts }));
};

it('[Q1] [Q8] a clock that is set back by half an hour lets nobody overtake, and those in charge are told', async () => {
  const kiosk = await hall.kiosk();
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
  const first = await issue();
  pass(MIN, -30 * MIN);
  const second = await issue();
  hall.system.look();
  await eventually(() =>
    expect(eventsOf('clock-stepped')).toEqual([{ byMs: -30 * MIN, from: expect.any(String), held: false }]),
  );
  expect(await troubles()).toEqual([{ id: 'clock-stepped', minutes: -30 }]);
  const page = await (await fetch(`${hall.origin}${first.link}`, { headers: { 'accept-language': 'zh-CN' } })).text();
  expect(page).not.toContain('按规则先');

  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  expect(await one.tickets.callNext({ ...wish(), counterId })).toMatchObject({ number: first.number });
  pass(MIN);
  await one.tickets.miss({ ...wish(), ticketId: first.ticketId });
  expect(await one.tickets.callNext({ ...wish(), counterId })).toMatchObject({ number: second.number });
  const at = hall.system.store.db.prepare('SELECT at FROM ledger ORDER BY seq').pluck().all() as string[];
  expect(at).toEqual([...at].sort());

  await (await hall.clerk('boss')).clock.confirm(wish());
  hall.system.look();
  expect(await troubles()).toEqual([]);
});

it('[Q8] a jump of the clock while nothing may be written is an event as soon as something may', async () => {
  hall.system.hall.condition.tell('file-damaged', { why: 'a test' });
  pass(MIN, -30 * MIN);
  hall.system.look();
  await hall.system.hall.idle();
  expect(eventsOf('clock-stepped')).toEqual([]);
  hall.system.hall.condition.tell('file-damaged', null);
  hall.system.look();
  await eventually(() => expect(eventsOf('clock-stepped')).toMatchObject([{ byMs: -30 * MIN }]));
});

it('[H9] [Q8] a clock that jumps a day ahead ends no opening and carries nobody over until somebody confirms it', async () => {
  const kiosk = await hall.kiosk();
  const ticket = await kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
  const phase = () =>
    hall.system.store.db.prepare('SELECT phase, live_day AS day FROM tickets WHERE id = ?').get(ticket.ticketId);

  pass(MIN, DAY);
  await hall.system.sweep();
  hall.system.look();
  expect(phase()).toEqual({ phase: 'waiting', day: '2026-11-23' });
  expect(await troubles()).toEqual([{ id: 'clock-held', minutes: 1_440 }]);
  await eventually(() => expect(eventsOf('clock-stepped')).toMatchObject([{ byMs: DAY, held: true }]));

  // Taken back it has done nothing.
  pass(MIN, -DAY);
  await hall.system.sweep();
  hall.system.look();
  expect(phase()).toEqual({ phase: 'waiting', day: '2026-11-23' });

  // Confirmed it is followed, and what is due happens.
  pass(MIN, DAY);
  hall.system.look();
  await expect((await hall.clerk('one')).clock.confirm(wish())).rejects.toMatchObject({ code: 'not-allowed' });
  await (await hall.clerk('boss')).clock.confirm(wish());
  await hall.system.sweep();
  hall.system.look();
  expect(phase()).not.toEqual({ phase: 'waiting', day: '2026-11-23' });
  expect(eventsOf('clock-confirmed')).toEqual([{ byMs: DAY }]);
  expect(await troubles()).toEqual([]);
});
