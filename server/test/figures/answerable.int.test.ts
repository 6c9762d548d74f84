import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answerable, MOST_ANSWERABLE } from '../../../schema/figures/answerable.ts';
import type { Instant } from '../../../schema/ids.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';
import { answerableAlone, handlersAlone, spansAlone } from './bare-events.ts';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

/** Cases that go from hand to hand over a week: offered and accepted, given away by a supervisor, told and corrected. */
async function aWeek() {
  const all = [];
  for (let n = 0; n < 4; n++) all.push(await h.accepted());
  const [first, second, third, fourth] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0], (typeof all)[0]];
  await h.hall.clock.advance(3_600_000);
  const offer = { ...wish(), to: h.idOf('two'), note: '请接着办' };
  const { handoverId } = await h.as.one.cases.offer({ ...offer, caseId: first });
  await h.hall.clock.advance(600_000);
  await h.as.two.cases.accept({ ...wish(), caseId: first, handoverId });
  await h.at('2026-11-24T02:00:00.000Z');
  const one = await h.hall.clerk('one');
  await one.cases.close({ ...wish(), caseId: third, outcome: 'granted', note: '准予' });
  await one.cases.tell({ ...wish(), caseId: third, way: 'counter', reached: true, remark: '' });
  await h.at('2026-11-25T02:00:00.000Z');
  const boss = await h.hall.clerk('boss');
  const duties = [{ caseId: second, to: h.idOf('three') }];
  const why = { reason: '调离本岗位', note: '材料在柜里', account: null };
  await boss.cases.handOverDuties({
    ...wish(),
    clerkId: h.idOf('one'),
    duties: [...duties, { caseId: fourth, to: h.idOf('four') }],
    ...why,
  });
  await h.at('2026-11-26T02:00:00.000Z');
  return { first, second, third, fourth };
}

describe('who was answerable', () => {
  it('[C2] [S4] the list of who was answerable at 1,000 random instants is what the bare events say, of all cases and of one clerk', async () => {
    await aWeek();
    const alone = handlersAlone(h.hall.system.store.db);
    expect(alone.size).toBe(4);
    const boss = await h.hall.clerk('boss');
    const names = ['one', 'two', 'three', 'four', 'boss'] as const;
    const [from, to] = [Date.parse('2026-11-23T00:00:00.000Z'), Date.parse('2026-11-26T02:00:00.000Z')];
    const turns = [...alone.values()].flatMap((had) => had.map(([at]) => Date.parse(at)));
    const instant = fc.oneof(
      fc.integer({ min: from, max: to }),
      fc.constantFrom(...turns.flatMap((at) => [at - 1, at, at + 1])),
    );
    const asked = fc.sample(fc.tuple(instant, fc.constantFrom(...names)), 1_000);
    for (const [atMs, name] of asked) {
      const at = new Date(atMs).toISOString() as Instant;
      const expected = answerableAlone(alone, at);
      const { rows } = await boss.answerable({ at });
      expect(rows.map((row) => `${row.caseId} ${row.clerkId}`).sort(), at).toEqual(expected);
      const own = await boss.answerable({ at, clerkId: h.idOf(name) });
      expect(own.rows.map((row) => `${row.caseId} ${row.clerkId}`).sort(), `${at} ${name}`).toEqual(
        expected.filter((one) => one.endsWith(h.idOf(name))),
      );
    }
  });

  it('[C2] a list of who was answerable of more than one answer holds is asked for page by page, and each row comes once', async () => {
    const { first } = await aWeek();
    const { db } = h.hall.system.store;
    const boss = await h.hall.clerk('boss');
    const at = '2020-01-01T00:00:00.000Z';
    // As many as a large hall has open at once; taken away again, for the ledger knows nothing of them.
    const add = db.prepare(
      "INSERT INTO case_handlers (seq, case_id, clerk_id, how, from_at, until_at) VALUES (?, ?, ?, 'case-opened', '2019-12-31T00:00:00.000Z', '2020-01-02T00:00:00.000Z')",
    );
    const many = Array.from({ length: 2 * MOST_ANSWERABLE + 3 }, (_, n) => 1_000_000 + n);
    db.transaction(() => {
      for (const seq of many) add.run(seq, first, h.idOf(seq % 2 ? 'one' : 'two'));
    })();
    const sizes: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Answerable = await boss.answerable({ at, after });
      sizes.push(page.rows.length);
      after = page.next;
    }
    expect(sizes).toEqual([MOST_ANSWERABLE, MOST_ANSWERABLE, 3]);
    const own = await boss.answerable({ at, clerkId: h.idOf('one'), after: 0 });
    expect([own.rows.length, own.next]).toEqual([MOST_ANSWERABLE, 1_000_000 + 2 * MOST_ANSWERABLE - 1]);
    expect((await boss.answerable({ at, clerkId: h.idOf('one'), after: own.next! })).rows).toHaveLength(1);
    db.prepare('DELETE FROM case_handlers WHERE seq >= 1000000').run();
  });

  it('[C2] the list of who was answerable for a case is everybody who ever had it, from when to when and how it came; of a day whoever had it then', async () => {
    const { first } = await aWeek();
    const boss = await h.hall.clerk('boss');
    const { receiptNo } = h.caseNow(first);
    const { rows } = await boss.answerable({ number: receiptNo! });
    expect(rows.map(({ clerkName, how, until }) => [clerkName, how, until === null])).toEqual([
      ['one 员', 'case-opened', false],
      ['two 员', 'handover-accepted', true],
    ]);
    expect(rows[0]!.until).toBe(rows[1]!.from);
    const monday = await boss.answerable({ number: receiptNo!, day: '2026-11-23' });
    expect(monday.rows.map(({ clerkName }) => clerkName)).toEqual(['one 员', 'two 员']);
    const tuesday = await boss.answerable({ number: receiptNo!, day: '2026-11-24' });
    expect(tuesday.rows.map(({ clerkName }) => clerkName)).toEqual(['two 员']);
    expect((await boss.answerable({ day: '2026-11-22' })).rows).toEqual([]);
    expect(await refusalCode(boss.answerable({ number: 'SL2026-000999' }))).toBe('case-unknown');
  });

  it('[C2] [S4] asked for a clerk alone the hall names each case and time that the clerk ever had, as the bare events say, in a period or at all', async () => {
    const { first, second, third, fourth } = await aWeek();
    const alone = handlersAlone(h.hall.system.store.db);
    const boss = await h.hall.clerk('boss');
    const spans = ({ rows }: Answerable) => rows.map(({ caseId, from, until }) => `${caseId} ${from}–${until}`).sort();
    const names = ['one', 'two', 'three', 'four'] as const;
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'] as const;
    for (const name of names) {
      const clerkId = h.idOf(name);
      expect(spans(await boss.answerable({ clerkId })), name).toEqual(spansAlone(alone, clerkId).sort());
      for (const [at, day] of days.entries())
        for (const lastDay of days.slice(at))
          expect(spans(await boss.answerable({ clerkId, day, lastDay })), `${name} ${day}–${lastDay}`).toEqual(
            spansAlone(alone, clerkId, [day, lastDay]).sort(),
          );
    }
    const own = await boss.answerable({ clerkId: h.idOf('one') });
    expect(own.rows.map(({ caseId, until }) => [caseId, until !== null])).toEqual(
      [first, second, third, fourth].map((caseId) => [caseId, true]),
    );
    // Now the clerk has none of them.
    const at = new Date(h.hall.clock.nowMs).toISOString();
    expect((await boss.answerable({ clerkId: h.idOf('one'), at })).rows).toEqual([]);
  });

  it('[C11] the list of who was answerable says of an instant who was away then, and whom that clerk had named', async () => {
    const { second } = await aWeek();
    const boss = await h.hall.clerk('boss');
    await h.away(boss, 'two', '2026-11-27', '2026-11-30', { deputy: 'one' });
    await h.at('2026-11-30T02:00:00.000Z');
    const again = await h.hall.clerk('boss');
    const ask = async (at: string) => (await again.answerable({ at: at as Instant })).rows;
    const away = await ask('2026-11-27T03:00:00.000Z');
    expect(away.filter(({ isAway }) => isAway).map(({ clerkName, deputyName }) => [clerkName, deputyName])).toEqual([
      ['two 员', 'one 员'],
    ]);
    expect((await ask('2026-11-26T03:00:00.000Z')).some(({ isAway }) => isAway)).toBe(false);
    expect(away.some(({ caseId }) => caseId === second)).toBe(true);
  });

  it('[S4] a clerk may not ask for it', async () => {
    expect(await refusalCode(h.as.one.answerable({}))).toBe('not-allowed');
  });
});
