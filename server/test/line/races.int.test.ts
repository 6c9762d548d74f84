import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

const A1 = 'A-1' as MatterId;
const COUNTERS = 20;
const wish = () => ({ requestId: newRequestId() });
const issue = () => ({ ...wish(), matterIds: [A1], care: false, printing: false });

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall({ data: bigHall() });
});
afterEach(() => hall.stop());

/** Twenty counters and clerks on one queue; one place per slot. */
function bigHall() {
  const data = testHallData();
  const numbers = Array.from({ length: COUNTERS }, (_, i) => i + 1);
  data.counters = numbers.map((n) => ({
    id: `c${n}` as CounterId,
    label: String(n),
    letters: ['A'] as Letter[],
    inUse: true,
  }));
  const people = numbers.map((n) => ({
    account: `clerk${n}`,
    name: `员 ${n}`,
    role: 'clerk' as const,
    mayPick: false,
  }));
  data.clerks = [...people, ...data.clerks.filter((clerk) => clerk.role !== 'clerk')];
  data.series = data.series.map((plan) => ({
    ...plan,
    counterIds: data.counters.map(({ id }) => id),
    bookableShare: 0.01,
  }));
  return data;
}

async function openAll(): Promise<{ clerk: Client; counterId: CounterId }[]> {
  const counters = Array.from({ length: COUNTERS }, (_, i) => i + 1);
  return Promise.all(
    counters.map(async (n) => {
      const clerk = await hall.clerk(`clerk${n}`);
      const counterId = `c${n}` as CounterId;
      await clerk.counters.open({ ...wish(), counterId });
      return { clerk, counterId };
    }),
  );
}

describe('at once', () => {
  it('[Q5] [T5] each ticket is called exactly once by 20 clerks pressing next on one queue, 200 rounds', async () => {
    const kiosk = await hall.kiosk();
    const counters = await openAll();
    const called = new Set<string>();
    for (let round = 0; round < 200; round++) {
      const waiting = 1 + (round % COUNTERS);
      await Promise.all(Array.from({ length: waiting }, () => kiosk.tickets.issue(issue())));
      const answers = await Promise.all(
        counters.map(async ({ clerk, counterId }) => {
          try {
            return await clerk.tickets.callNext({ ...wish(), counterId });
          } catch (error) {
            expect((error as { code: string }).code).toBe('nobody-waiting');
            return null;
          }
        }),
      );
      const numbers = answers.flatMap((answer) => answer?.number ?? []);
      expect(numbers).toHaveLength(waiting);
      for (const number of numbers) {
        expect(called.has(number)).toBe(false);
        called.add(number);
      }
      await Promise.all(
        answers.map((answer, i) => answer && counters[i]!.clerk.tickets.miss({ ...wish(), ticketId: answer.ticketId })),
      );
    }
    expect(called.size).toBe(2100);
  });

  it('[T1] 1,000 issues from 50 kiosks at once get A001 to A1000 without gap or double', async () => {
    const kiosks = await Promise.all(Array.from({ length: 50 }, () => hall.kiosk()));
    const issued = await Promise.all(
      kiosks.flatMap((kiosk) => Array.from({ length: 20 }, () => kiosk.tickets.issue(issue()))),
    );
    const numbers = issued.map((ticket) => Number(ticket.number.slice(1))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
    expect(issued.map((ticket) => ticket.number)).toContain('A001');
    expect(issued.map((ticket) => ticket.number)).toContain('A1000');
  });

  it('[H5] [H6] one of 64 people gets the last place of a slot, 50 rounds', async () => {
    const people = Array.from({ length: 64 }, () => hall.anybody());
    const slots = (await people[0]!.appointments.slots({ matterId: A1 })).filter((slot) => slot.free === 1);
    expect(slots.length).toBeGreaterThanOrEqual(50);
    for (const slot of slots.slice(0, 50)) {
      const codes = await Promise.all(
        people.map((person) => refusalCode(person.appointments.hold({ ...wish(), slotId: slot.id, matterId: A1 }))),
      );
      expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
      expect(codes.filter((code) => code === 'slot-full')).toHaveLength(63);
    }
  });
});
