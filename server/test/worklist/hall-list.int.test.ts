import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { CaseState, type HallList } from '../../../schema/cases/worklist/hall-list.ts';
import type { CaseId, Day, MatterId } from '../../../schema/ids.ts';
import type { Client } from '../../../web/client.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

const REASON = '申请人不在本社区居住，不符合第五条';
const inWords = (one: ListedCase, state: CaseState) => {
  const { daysLeft } = one;
  const is: Record<string, boolean> = {
    overdue: daysLeft !== null && daysLeft < 0,
    soon: daysLeft !== null && daysLeft >= 0 && daysLeft <= 2,
    offered: one.offer !== null,
    paused: one.pause !== null,
  };
  return is[state] ?? one.phase === state;
};

/** Cases as different as they come: taken on five days, and then each in another state. */
async function several(): Promise<CaseId[]> {
  const all: CaseId[] = [];
  for (const day of ['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-07', '2026-12-11']) {
    await h.at(`${day}T02:00:00.000Z`);
    for (let n = 0; n < 3; n++) {
      const client = await h.hall.clerk(n === 2 ? 'two' : 'one');
      const taken = { ...wish(), matterId: (n ? 'A-1' : 'B-1') as MatterId, by: 'letter' as const, number: '' };
      const { caseId } = await client.cases.take({ ...taken, receivedOn: day as Day });
      all.push(caseId);
      const conclusion = { kind: 'accepted' as const, note: '' };
      if (day !== '2026-12-11') await client.cases.conclude({ ...wish(), caseId, conclusion });
    }
  }
  const [one, two] = [await h.hall.clerk('one'), await h.hall.clerk('two')];
  const [a, b, c, d, e, f, g] = all as [CaseId, CaseId, CaseId, CaseId, CaseId, CaseId, CaseId];
  await one.cases.close({ ...wish(), caseId: b, outcome: 'granted', note: '准予' });
  await two.cases.pause({ ...wish(), caseId: c, kind: 'hearing', basis: '第四十五条', days: 30 });
  await one.cases.proposeRefusal({ ...wish(), caseId: d, reason: REASON, basis: '第五条' });
  await one.cases.pause({ ...wish(), caseId: e, kind: 'hearing', basis: '第四十五条', days: 2 });
  await two.cases.close({ ...wish(), caseId: f, outcome: 'granted', note: '准予' });
  await two.cases.tell({ ...wish(), caseId: f, way: 'counter', reached: true, remark: '' });
  await one.cases.close({ ...wish(), caseId: g, outcome: 'withdrawn', told: 'telephone', note: '不办了' });
  // What was paused for two days goes on, and what was taken on the first day is nearly due.
  await h.at('2026-12-22T02:00:00.000Z');
  const again = await h.hall.clerk('one');
  await again.cases.offer({ ...wish(), caseId: a, to: h.idOf('two'), note: '请接着办' });
  return all;
}

/** `between`: what happens after the first page was read. */
async function pagesOf(client: Client, first: number, between: () => Promise<unknown> = async () => {}) {
  const pages: CaseId[][] = [];
  for (let after: string | null = null; ; ) {
    const page: HallList = await client.cases.open({ first, ...(after ? { after } : {}) });
    pages.push(page.ids);
    if (page.next === null) return pages;
    if (pages.length === 1) await between();
    after = page.next;
  }
}

describe('the hall’s cases', () => {
  it('[C10] [C15] the hall’s cases are chosen by handler, matter and how they stand as each of them is shown, and counted so', async () => {
    await several();
    const boss = await h.hall.clerk('boss');
    const list = await boss.cases.open({});
    const shown = await boss.cases.these({ ids: list.ids });
    expect(shown.map(({ caseId }) => caseId)).toEqual(list.ids);
    expect(shown[0]!.proposal).not.toBeNull();
    expect(list.all).toBe(13);
    const idsOf = (all: ListedCase[]) => all.map(({ caseId }) => caseId);
    for (const state of CaseState.exclude(['closed']).options) {
      const expected = idsOf(shown.filter((one) => inWords(one, state)));
      const { ids, total } = await boss.cases.open({ state });
      expect({ state, ids, total }).toEqual({ state, ids: expected, total: expected.length });
      expect(list.states[state], state).toBe(expected.length);
    }
    // Each state was seen but that of a notice.
    expect(Object.entries(list.states).filter(([, count]) => count === 0)).toEqual([['noticed', 0]]);
    expect(list.states.closed).toBe(2);
    for (const handler of [h.idOf('one'), h.idOf('two')]) {
      const own = shown.filter(({ handlerId }) => handlerId === handler);
      expect((await boss.cases.open({ handler })).ids).toEqual(idsOf(own));
      expect(list.clerks.find(({ clerkId }) => clerkId === handler)).toMatchObject({
        open: own.length,
        overdue: own.filter((one) => inWords(one, 'overdue')).length,
        soon: own.filter((one) => inWords(one, 'soon')).length,
      });
    }
    const ofMatter = shown.filter(({ matterId }) => matterId === 'B-1');
    expect((await boss.cases.open({ matterId: 'B-1' as MatterId })).ids).toEqual(idsOf(ofMatter));
    expect(list.matters.find(({ matterId }) => matterId === 'B-1')!.count).toBe(ofMatter.length);
  });

  it('[C3] an offer is carried by whom it waits for', async () => {
    const caseId = await h.accepted();
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('three'), note: '请接着办' });
    const { clerks, states } = await h.as.boss.cases.open({});
    expect(states.offered).toBe(1);
    expect(clerks.map(({ name, open, offered }) => [name, open, offered])).toEqual([
      ['one 员', 1, 0],
      ['three 员', 0, 1],
    ]);
  });

  it('[C10] the hall’s cases come page by page: the pages together are the list', async () => {
    await several();
    const boss = await h.hall.clerk('boss');
    const { ids } = await boss.cases.open({});
    const pages = await pagesOf(boss, 4);
    expect(pages.map(({ length }) => length)).toEqual([4, 4, 4, 1]);
    expect(pages.flat()).toEqual(ids);
  });

  it('[C10] a page of the hall’s cases begins after the last one of the page before, whatever is accepted, closed or proposed in between', async () => {
    const all: CaseId[] = [];
    for (let n = 0; n < 7; n++) all.push(await h.accepted());
    const { boss, one } = h.as;
    expect((await boss.cases.open({})).ids).toEqual(all);
    const seen = await pagesOf(boss, 2, async () => {
      // Two of the first page go, one of the third comes before all others, and one is new at the end.
      for (const caseId of all.slice(0, 2)) {
        await one.cases.close({ ...wish(), caseId, outcome: 'withdrawn', note: '本人撤回', here: true });
      }
      await one.cases.proposeRefusal({ ...wish(), caseId: all[5]!, reason: REASON, basis: '第五条' });
      all.push(await h.accepted());
    });
    expect(seen).toEqual([all.slice(0, 2), all.slice(2, 4), [all[4], all[6]], [all[7]]]);
    expect((await boss.cases.open({ first: 1 })).ids).toEqual([all[5]]);
  });

  it('[A3] a page begins after a key of its own list alone', async () => {
    const { boss } = h.as;
    const open = `1 2026-11-23 2026-11-23T02:00:00.000Z ${h.idOf('one')}`;
    const closed = open.slice(13);
    for (const wrong of ['4', 'x', closed, { state: 'closed' as const, after: open }]) {
      const asked = typeof wrong === 'string' ? { after: wrong } : wrong;
      await expect(boss.cases.open(asked)).rejects.toMatchObject({ status: 400 });
    }
    expect(await boss.cases.open({ after: open })).toMatchObject({ ids: [], next: null });
    expect(await boss.cases.open({ state: 'closed', after: closed })).toMatchObject({ ids: [], next: null });
  });

  it('[C5] [C10] cases that are closed are read month by month, the last one first, with who closed them, how and when', async () => {
    const all = await several();
    const boss = await h.hall.clerk('boss');
    const [, , , , , told, withdrawn] = all as CaseId[];
    const closed = (more: object) => boss.cases.open({ state: 'closed', ...more });
    const { ids, total } = await closed({});
    expect({ ids, total }).toEqual({ ids: [withdrawn, told], total: 2 });
    expect((await boss.cases.these({ ids })).map((one) => [one.outcome, one.closed])).toEqual([
      ['withdrawn', { on: '2026-12-11', byName: 'one 员', silent: false }],
      ['granted', { on: '2026-12-11', byName: 'two 员', silent: false }],
    ]);
    const first = await closed({ first: 1 });
    expect(first.ids).toEqual([withdrawn]);
    const second = await closed({ first: 1, after: first.next });
    expect(second).toMatchObject({ ids: [told], next: null, total: 2 });
    expect((await closed({ first: 2 })).next).toBeNull();
    expect((await closed({ handler: h.idOf('two') })).ids).toEqual([told]);
    expect(await closed({ month: '2026-11' })).toMatchObject({ ids: [], total: 0 });
    const plan = h.hall.system.store.db
      .prepare(
        "EXPLAIN QUERY PLAN SELECT id FROM cases WHERE phase = 'closed' AND closed_at >= '2026' AND (closed_at, id) < ('2027', '') ORDER BY closed_at DESC, id DESC",
      )
      .all();
    // Both ends bound what is read, so that the hundredth page costs what the first does.
    expect(JSON.stringify(plan)).toContain('cases_closed (closed_at>? AND (closed_at,id)<(?,?))');
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });

  it('[S2] the hall’s cases are a supervisor’s to see', async () => {
    expect(await refusalCode(h.as.one.cases.open({}))).toBe('not-allowed');
    expect(await refusalCode(h.as.one.cases.these({ ids: [] }))).toBe('not-allowed');
  });
});
