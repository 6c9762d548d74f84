import { afterAll, describe, expect, it } from 'vitest';
import type { CounterId, MatterId, TicketId } from '../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../web/client.ts';
import { rebuildDifferences } from '../app/rebuild.ts';
import { childHall } from './child-hall.ts';
import { MONDAY_9, PASSWORD, signInAt } from './harness.ts';
import { testHallData } from './test-data.ts';

const KILLS = 40;
const SENDERS = 8;
const hall = childHall({ data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true });
afterAll(() => hall.clean());

type Issue = Parameters<Client['tickets']['issue']>[0];
type Acknowledged = { wish: Issue; number: string; ticketId: TicketId };

describe('kill -9', () => {
  it(`[A2] [T3] ${KILLS} times within a burst of issues and calls: nothing acknowledged is lost, doubled or renumbered`, async () => {
    await hall.start();
    const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
    const kiosk = await signInAt(hall.origin(), '/devices/enrol', { code });
    const clerk = await signInAt(hall.origin(), '/session', { account: 'one', password: PASSWORD });
    await clerk.client.counters.open({ requestId: newRequestId(), counterId: 'c1' as CounterId });

    const acknowledged: Acknowledged[] = [];
    const unanswered: Issue[] = [];
    const calls = new Map<string, string>();
    for (let round = 0; round < KILLS; round++) {
      const origin = hall.origin();
      let alive = true;
      const at = {
        kiosk: createClient(origin, { cookie: kiosk.cookie }),
        clerk: createClient(origin, { cookie: clerk.cookie }),
      };
      const senders = Array.from({ length: SENDERS }, async () => {
        while (alive) {
          const wish: Issue = {
            requestId: newRequestId(),
            matterIds: ['A-1' as MatterId],
            care: false,
            printing: false,
          };
          try {
            const { number, ticketId } = await at.kiosk.tickets.issue(wish);
            acknowledged.push({ wish, number, ticketId });
          } catch {
            unanswered.push(wish);
          }
        }
      });
      const caller = (async () => {
        while (alive) {
          try {
            const called = await at.clerk.tickets.callNext({ requestId: newRequestId(), counterId: 'c1' as CounterId });
            expect(calls.has(called.ticketId)).toBe(false);
            calls.set(called.ticketId, called.number);
            await at.clerk.tickets.miss({ requestId: newRequestId(), ticketId: called.ticketId });
          } catch (error) {
            if (error instanceof Error && error.name === 'AssertionError') throw error;
          }
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 230));
      await hall.kill();
      alive = false;
      await Promise.all([...senders, caller]);
      await hall.start();
      // Whoever was at the counter when it fell is missed, so that the next round can call.
      const board = await createClient(hall.origin(), { cookie: clerk.cookie }).boards.staff();
      const left = board.rows.counters.find((row) => row.id === 'c1')?.ticketId;
      const again = createClient(hall.origin(), { cookie: clerk.cookie });
      if (left) await again.tickets.miss({ requestId: newRequestId(), ticketId: left });
    }

    // Every wish again with its own request id: the acknowledged ones keep their number, the others get one now.
    const client = createClient(hall.origin(), { cookie: kiosk.cookie });
    for (const { wish, number, ticketId } of acknowledged) {
      expect(await client.tickets.issue(wish)).toMatchObject({ number, ticketId });
    }
    const late = await Promise.all(unanswered.map((wish) => client.tickets.issue(wish)));
    const numbers = [...acknowledged, ...late].map((ticket) => ticket.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(acknowledged.length).toBeGreaterThan(KILLS);

    const store = await hall.open();
    const issued = store.db.prepare("SELECT count(*) FROM ledger WHERE type = 'ticket-issued'").pluck().get();
    expect(issued).toBe(numbers.length);
    for (const [ticketId, number] of calls) {
      expect(store.tickets.byId(ticketId as TicketId)?.number).toBe(number);
    }
    const called = store.db.prepare(
      "SELECT count(*) FROM ledger WHERE type = 'ticket-called' GROUP BY stream HAVING count(*) > 1",
    );
    expect(called.all()).toEqual([]);
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.ledger.firstBreak()).toBeNull();
    expect(await rebuildDifferences(store)).toEqual([]);
    console.log(
      `${KILLS} kills: ${acknowledged.length} acknowledged, ${unanswered.length} unanswered, ${calls.size} called`,
    );
  }, 300_000);
});
