import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

it('[C2] [C10] the own cases come page by page, each once: at the counter first, then what is offered, then the soonest due', async () => {
  const caseIds: CaseId[] = [];
  for (let n = 0; n < 5; n++) caseIds.push(await h.accepted());
  const [first] = caseIds;
  // Later than the others by its pause.
  await h.as.one.cases.pause({ ...wish(), caseId: first!, kind: 'inspection', basis: '第四十五条', days: 10 });
  await h.as.one.cases.offer({ ...wish(), caseId: caseIds[1]!, to: h.idOf('two'), note: '请接着办' });
  const idsOf = async (page: { first?: number; after?: number }) =>
    (await h.as.one.cases.mine(page)).map(({ caseId }) => caseId);
  const all = await idsOf({});
  expect([...all].sort()).toEqual([...caseIds].sort());
  expect(all.at(-1)).toBe(first);
  const pages = [await idsOf({ first: 2 }), await idsOf({ first: 2, after: 2 }), await idsOf({ first: 2, after: 4 })];
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat().sort()).toEqual([...caseIds].sort());
  expect(pages[2]).toEqual([first]);
  expect((await h.as.two.cases.mine({ first: 1 })).map(({ caseId, mine }) => [caseId, mine])).toEqual([
    [caseIds[1], 'receiver'],
  ]);
});
