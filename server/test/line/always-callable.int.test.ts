/** L3: whatever is changed in whatever order, whoever waits has a counter that may call, or is on the supervisor's list. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CounterId, Day, Letter, MatterId, OpeningId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { MONDAY_9, refusalCode, startTestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

const MINUTE = 60_000;
const MATTERS = ['A-1', 'A-2', 'B-1', 'B-2'] as MatterId[];
const COUNTERS = ['c1', 'c2', 'c3', 'c4'] as CounterId[];
const GROUPS = ['A', 'B'] as Letter[];
const DAYS = ['2026-11-23', '2026-11-24'] as Day[];
const TIMES = ['09:00', '12:00', '15:00', '17:00'] as const;
const wish = () => ({ requestId: newRequestId() });

const matterId = fc.constantFrom(...MATTERS);
/** Mostly one alone. */
const counterIds = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...COUNTERS).map((id) => [id]) },
  { weight: 1, arbitrary: fc.subarray(COUNTERS, { minLength: 2 }) },
);
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('issue' as const),
        ids: fc.subarray(MATTERS, { minLength: 1, maxLength: 2 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('name' as const),
        matterId,
        counters: fc.option(counterIds, { freq: 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('move' as const), matterId, letter: fc.constantFrom(...GROUPS) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('counter' as const),
        id: fc.constantFrom(...COUNTERS),
        letters: fc.subarray(GROUPS, { minLength: 1 }),
        inUse: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('plan' as const),
        day: fc.constantFrom(...DAYS),
        from: fc.nat(2),
        letters: fc.subarray(GROUPS, { minLength: 1 }),
        counterIds,
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const), pick: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 120 }) }),
    },
  ),
  { minLength: 20, maxLength: 40 },
);

const issued = (ids: MatterId[]) => ({ act: 'issue' as const, ids });
/** Somebody waits for the first one, whose counter is out of use. */
const FIRST = [
  { act: 'name' as const, matterId: MATTERS[0]!, counters: [COUNTERS[1]!] },
  { act: 'counter' as const, id: COUNTERS[1]!, letters: [GROUPS[0]!], inUse: false },
  issued([MATTERS[0]!]),
  issued([MATTERS[1]!, MATTERS[2]!]),
  issued([MATTERS[3]!]),
];

type Counter = { id: CounterId; label: string; letters: Letter[]; inUse: boolean };

it('[L3] [H11] [T10] a property: over any changes of counters, namings and openings somebody who waits has a counter or is listed', async () => {
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const data = testHallData();
      // Counters 2 and 4 are of no opening at first.
      for (const one of data.counters) if (one.id === 'c4') one.letters = GROUPS;
      for (const one of data.series) Object.assign(one, { counterIds: ['c1', 'c3'], letters: GROUPS, to: '12:00' });
      const hall = await startTestHall({ data, nowMs: MONDAY_9 + MINUTE });
      const [admin, boss, kiosk] = [await hall.clerk('admin'), await hall.clerk('boss'), await hall.kiosk()];
      const counters = new Map(data.counters.map((one): [CounterId, Counter] => [one.id, { ...one }]));

      /** What the sentence of L3 says, read once more from what everybody can see. */
      async function unserved() {
        const [openings, { matters }] = [await boss.openings.list({}), await admin.catalogue({})];
        const now = new Date(hall.clock.nowMs).toISOString();
        const inUse = (id: CounterId, letter: Letter) =>
          counters.get(id)!.inUse && counters.get(id)!.letters.includes(letter);
        const left = openings.filter(({ phase, endsAt }) => phase !== 'cancelled' && phase !== 'ended' && endsAt > now);
        const waiting = hall.system.hall.read(tickets).unfinishedUpTo('9999-12-31' as Day);
        lines += waiting.length;
        return waiting
          .filter(({ remaining, matters: wanted, letters }) =>
            remaining.some((id) => {
              const letter = letters[wanted.indexOf(id)]!;
              const matter = matters.find((one) => one.id === id)!;
              const named = matter.letter === letter ? (matter.counters ?? []).filter((one) => inUse(one, letter)) : [];
              const may = (one: CounterId) => inUse(one, letter) && (named.length === 0 || named.includes(one));
              return !left.some((opening) => opening.letters.includes(letter) && opening.counterIds.some(may));
            }),
          )
          .map(({ number }) => number)
          .sort();
      }

      try {
        let before: string[] = [];
        for (const step of [...FIRST, ...list]) {
          const answer = await refusalCode(make(step));
          if (answer === 'accepted' && step.act === 'counter')
            counters.set(step.id, { ...step, label: counters.get(step.id)!.label });
          const now = await unserved();
          expect((await boss.tickets.uncalled({})).map(({ number }) => number).sort(), step.act).toEqual(now);
          // Only an opening that ends or is cancelled leaves somebody without a counter.
          if (step.act !== 'cancel' && step.act !== 'wait')
            expect(now.filter((one) => !before.includes(one))).toEqual([]);
          before = now;
        }
        await callAll(before);
      } finally {
        await hall.stop();
      }

      async function make(step: (typeof list)[number]): Promise<unknown> {
        switch (step.act) {
          case 'issue':
            return kiosk.tickets.issue({ ...wish(), matterIds: step.ids, care: false, printing: false });
          case 'name':
            return name(admin, step.matterId, step.counters);
          case 'move':
            return admin.administration.moveMatter({ ...wish(), matterId: step.matterId, letter: step.letter });
          case 'counter': {
            const { id, letters, inUse } = step;
            const counter = { id, label: counters.get(id)!.label, letters, inUse };
            return admin.administration.saveCounter({ ...wish(), counter });
          }
          case 'plan': {
            const { day, from, letters, counterIds: ids } = step;
            const times = { from: TIMES[from]!, to: TIMES[from + 1]! };
            const plan = { kind: 'extended' as const, day, ...times, letters, counterIds: ids, bookableShare: 0 };
            return boss.openings.create({ ...wish(), plan });
          }
          case 'cancel': {
            const standing = (await boss.openings.list({})).filter(
              ({ phase }) => phase === 'running' || phase === 'planned',
            );
            const openingId = standing[step.pick % standing.length]?.id ?? ('none' as OpeningId);
            return boss.openings.cancel({ ...wish(), openingId, reason: '停电' });
          }
          case 'wait':
            return hall.clock.advance(step.minutes * MINUTE);
          default:
            return step satisfies never;
        }
      }

      /** Whoever is of a running opening's day and is not listed is called, once each counter of it has its clerk. */
      async function callAll(listed: string[]) {
        const now = new Date(hall.clock.nowMs).toISOString();
        const running = (await boss.openings.list({})).filter(
          ({ phase, startsAt, endsAt }) => phase === 'running' && startsAt <= now && now < endsAt,
        );
        const there = COUNTERS.filter(
          (id) => counters.get(id)!.inUse && running.some((one) => one.counterIds.includes(id)),
        );
        const clerks = await Promise.all(['one', 'two', 'three', 'four'].map((account) => hall.clerk(account)));
        for (const [n, counterId] of there.entries()) {
          const clerk = clerks[n]!;
          await clerk.counters.open({ ...wish(), counterId });
          for (;;) {
            const called = await clerk.tickets.callNext({ ...wish(), counterId }).catch(() => null);
            if (!called) break;
            await clerk.tickets.miss({ ...wish(), ticketId: called.ticketId });
          }
        }
        const days = running.map(({ day }) => day);
        const left = (await boss.tickets.uncalled({})).map(({ number }) => number);
        const still = hall.system.hall
          .read(tickets)
          .unfinishedUpTo('9999-12-31' as Day)
          .filter(({ phase, liveDay }) => phase === 'waiting' && days.includes(liveDay));
        const able = still.filter(({ number }) => !left.includes(number) && !listed.includes(number));
        // Those wait for an opening later on that day or on another, which is planned.
        for (const { number } of able) expect((await boss.tickets.lookUp({ number })).waitsFor?.startsAt).toBeTruthy();
      }
    }),
    { numRuns: 12 },
  );
  expect(lines).toBeGreaterThan(100);
});

async function name(admin: Client, id: MatterId, counters: CounterId[] | null) {
  const one = (await admin.catalogue({})).matters.find((each) => each.id === id)!;
  const { letter, names, aliases, kind, department, materials, limitDays, limitUnit, typicalMinutes, fee, basis } = one;
  const facts = { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
  return admin.administration.saveMatter({ ...wish(), matter: { id, ...facts, materials, counters } });
}
