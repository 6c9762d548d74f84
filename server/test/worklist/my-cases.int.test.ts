import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId, MatterId } from '../../../schema/ids.ts';
import type { Client } from '../../../web/client.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

let h: OwnersHall;
/** Each page from the greatest place of the one before; `between`: what happens after the first one. */
async function pagesOf(client: Client, first: number, between: () => Promise<unknown> = async () => {}) {
  const pages: CaseId[][] = [];
  for (let after: string | undefined; ; ) {
    const page = await client.cases.mine({ first, ...(after ? { after } : {}) });
    if (page.length === 0) return pages;
    pages.push(page.map(({ caseId }) => caseId));
    after = page
      .flatMap(({ place }) => place ?? [])
      .sort()
      .at(-1);
    if (pages.length === 1) await between();
  }
}

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
  const idsOf = async (page: { first?: number }) => (await h.as.one.cases.mine(page)).map(({ caseId }) => caseId);
  const all = await idsOf({});
  expect([...all].sort()).toEqual([...caseIds].sort());
  expect(all.at(-1)).toBe(first);
  const pages = await pagesOf(h.as.one, 2);
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat().sort()).toEqual([...caseIds].sort());
  expect(pages[2]).toEqual([first]);
  expect((await h.as.two.cases.mine({ first: 1 })).map(({ caseId, mine }) => [caseId, mine])).toEqual([
    [caseIds[1], 'receiver'],
  ]);
});

it('[C2] [C10] a page of the own cases begins after the last one of the page before, whatever is offered, taken or closed in between', async () => {
  const caseIds: CaseId[] = [];
  for (let n = 0; n < 6; n++) caseIds.push(await h.accepted());
  // What another one handles, and this clerk was first contact of, is offered back: it stands before all others, once.
  const { handoverId } = await h.as.one.cases.offer({
    ...wish(),
    caseId: caseIds[5]!,
    to: h.idOf('two'),
    note: '请接着办',
  });
  await h.as.two.cases.accept({ ...wish(), caseId: caseIds[5]!, handoverId });
  await h.as.two.cases.offer({ ...wish(), caseId: caseIds[5]!, to: h.idOf('one'), note: '请接着办' });
  const [first, ...rest] = await pagesOf(h.as.one, 1);
  expect(first).toEqual([caseIds[5]]);
  expect(rest.flat()).toEqual(caseIds.slice(0, 5));
  let added: CaseId[] = [];
  const pages = await pagesOf(h.as.one, 2, async () => {
    // The offer goes, a case of the first page is closed, and one more is offered by somebody else.
    await h.as.one.cases.decline({
      ...wish(),
      caseId: caseIds[5]!,
      handoverId: await offerOf(caseIds[5]!),
      reason: '手上太多',
    });
    await h.as.one.cases.close({ ...wish(), caseId: caseIds[0]!, outcome: 'withdrawn', note: '本人撤回', here: true });
    const come = { matterId: 'A-1' as MatterId, by: 'visit', number: '', receivedOn: '2026-11-23' } as const;
    const { caseId } = await h.as.two.cases.take({ ...wish(), ...come });
    await h.as.two.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await h.as.two.cases.offer({ ...wish(), caseId, to: h.idOf('one'), note: '请接着办' });
    added = [caseId];
  });
  expect([...pages[0]!].sort()).toEqual([caseIds[5]!, caseIds[0]!].sort());
  // None of the second page and later ones is missing, and none comes twice but the one that went to another place.
  expect(
    pages
      .slice(1)
      .flat()
      .filter((one) => one !== caseIds[5]),
  ).toEqual(caseIds.slice(1, 5));
  expect(pages.flat()).not.toContain(added[0]);
  expect((await h.as.one.cases.mine({ first: 1 })).map(({ caseId }) => caseId)).toEqual(added);
});

async function offerOf(caseId: CaseId) {
  return (await h.as.one.cases.mine({})).find((one) => one.caseId === caseId)!.offer!.id;
}
