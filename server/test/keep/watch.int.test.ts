import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatterId, TicketId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

type Answer = { phase: string; troubles?: { id: string; facts: object; sentence: string }[]; later?: object };
async function readyz(headers: Record<string, string> = {}): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`${hall.origin}/readyz`, { headers });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

it('[S1] /readyz says ready while all is well, and tells its detail to this machine alone', async () => {
  // What is erased outside is begun at the start, which does not wait for it.
  await eventually(async () => {
    hall.system.look();
    expect(await readyz()).toEqual({
      status: 200,
      body: {
        ...{ phase: 'ready', troubles: [], backup: null },
        later: { open: expect.any(Number), overdue: 0, oldest: expect.any(String) },
      },
    });
  });
  // A proxy on this machine brings somebody from elsewhere, whatever it says of whom.
  for (const header of ['x-forwarded-for', 'forwarded'])
    expect(await readyz({ [header]: '127.0.0.1' })).toEqual({ status: 200, body: { phase: 'ready' } });
});

it('[S1] [A3] /readyz tells when the last good backup was made, and how old it is, while all is well', async () => {
  await hall.system.backups.backUp();
  const at = new Date(hall.clock.nowMs).toISOString();
  expect((await readyz()).body).toMatchObject({ phase: 'ready', backup: { at, ageS: 0 } });
  hall.clock.nowMs += 90_000;
  expect((await readyz()).body).toMatchObject({ phase: 'ready', backup: { at, ageS: 90 } });
});

it('[H9] work that stays late and fails again and again is told to those in charge, and no longer when it is done', async () => {
  const boss = hall.follow(await hall.clerk('boss'), 'staff');
  const told = () => boss.snapshot().rows.troubles.map(({ id }) => id);
  // A row that no program of ours can read.
  const data = { ticketId: 'none' as TicketId, until: 'never' };
  await hall.system.hall.commit({ command: 'a-test', requestId: null, actor: CLOCK }, (tx) => {
    tx.later({ kind: 'return-ticket', data }, tx.now);
    return {};
  });
  hall.system.store.db.prepare(`UPDATE outbox SET data = '{"ticketId":7}' WHERE data LIKE '%"none"%'`).run();
  for (const _ of [1, 2, 3]) await hall.clock.advance(10_000);
  hall.system.look();
  expect((await readyz()).body.troubles).toMatchObject([
    { id: 'work-late', facts: { count: 1 } },
    { id: 'jobs-failing', facts: { count: 1, kind: 'return-ticket' } },
  ]);
  await eventually(() => expect(told()).toEqual(['work-late', 'jobs-failing']));

  hall.system.store.db.prepare(`UPDATE outbox SET done_at = 'now' WHERE data = '{"ticketId":7}'`).run();
  hall.system.look();
  await eventually(() => expect(told()).toEqual([]));
  expect((await readyz()).body).toMatchObject({ phase: 'ready', troubles: [] });
});

it('[H9] a Redis that is frozen is told though it is connected, and no longer when it answers', async () => {
  const pid = hall.system.redisPid();
  process.kill(pid, 'SIGSTOP');
  try {
    await eventually(async () => {
      hall.system.look();
      expect((await readyz()).body).toMatchObject({ phase: 'degraded', troubles: [{ id: 'redis-away' }] });
    }, 20_000);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await eventually(async () => {
    hall.system.look();
    expect((await readyz()).body).toMatchObject({ phase: 'ready' });
  }, 20_000);
});

it('[S1] [A3] a file that takes no writing is told, gives no number, and the hall goes on by itself once it does', async () => {
  const { db } = hall.system.store;
  const kiosk = await hall.kiosk();
  const press = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  db.pragma('query_only = 1');
  hall.system.look();
  const { status, body } = await readyz();
  expect(status).toBe(503);
  expect(body).toMatchObject({
    phase: 'not-ready',
    troubles: [{ id: 'write-failing', facts: { why: expect.any(String) } }],
  });
  await expect(kiosk.tickets.issue(press)).rejects.toMatchObject({ code: 'hall-stopped' });
  db.pragma('query_only = 0');
  hall.system.look();
  expect((await readyz()).body).toMatchObject({ phase: 'ready', troubles: [] });
  expect(await kiosk.tickets.issue(press)).toMatchObject({ number: 'A001' });
});
