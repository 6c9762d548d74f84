import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { wish } from './every-paper.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const DAY = 86_400_000;
const AGAIN = '补打件';
async function read(path: string, cookie = ''): Promise<string> {
  const page = await fetch(hall.origin + path, { headers: { cookie, 'accept-language': 'zh-CN' } });
  expect(page.status).toBe(200);
  return page.text();
}

/** A receipt that counter 1 has just made, and where it prints that. */
async function receipt() {
  const one = await hall.clerk('one');
  const come = { matterId: 'A-1' as MatterId, by: 'telephone', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  const conclusion = { kind: 'accepted', note: '结果以电话告知' } as const;
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion });
  return { one, caseId, paper: paper!, cookie: hall.cookieOf(one) };
}

it('[C7] a paper without the line of a reprint comes out once, for the counter that made it', async () => {
  const { one, caseId, paper, cookie } = await receipt();
  for (const stranger of ['', hall.cookieOf(await hall.kiosk())]) expect(await read(paper, stranger)).toContain(AGAIN);
  const two = hall.cookieOf(await hall.clerk('two'));
  for (const key of ['&original', '&original=SL2026-000001', ''])
    expect(await read(paper.replace(/&original=.*/, key), two)).toContain(AGAIN);
  const head = await fetch(hall.origin + paper, { method: 'HEAD', headers: { cookie } });
  expect(head.status).toBe(200);
  expect(await read(paper, cookie)).not.toContain(AGAIN);
  for (const later of [cookie, two, '']) expect(await read(paper, later)).toContain(AGAIN);
  const steps = await one.cases.history({ caseId });
  expect(steps.filter(({ kind }) => kind === 'paper-printed')).toHaveLength(1);
});

it('[C7] two that print a paper at once get one without the line of a reprint', async () => {
  const { paper, cookie } = await receipt();
  const pages = await Promise.all([1, 2, 3, 4].map(() => read(paper, cookie)));
  expect(pages.filter((page) => !page.includes(AGAIN))).toHaveLength(1);
});

it('[C7] a paper that was not printed on its day says on any later one that it was printed again', async () => {
  const { paper } = await receipt();
  await hall.clock.advance(DAY);
  expect(await read(paper, hall.cookieOf(await hall.clerk('one')))).toContain(AGAIN);
});

it('[C7] the page of a first print leads to no address by which it could be had again', async () => {
  const { paper, cookie } = await receipt();
  const [, key] = paper.split('&original=');
  const page = await read(paper, cookie);
  expect(page).not.toContain(AGAIN);
  expect(page).toContain('data-form="strip"');
  expect(page).not.toContain(key);
});
