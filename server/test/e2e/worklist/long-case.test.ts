import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { eventually } from '../../harness.ts';
import { moved, openCase, signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, settled, startSampleHall } from '../screens.ts';

/** 临时救助申请: letter A, fifteen working days. */
const MATTER = 'A11-MS-03' as MatterId;
const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let page: Page;
let caseId: CaseId;

/** Asked, paused, offered, declined, extended, questioned by its resident, proposed and sent back. */
beforeAll(async () => {
  running = await startSampleHall();
  const { hall } = running;
  const { clerk: as } = hall;
  const clerk = await as('wangfang');
  const counterId = 'counter-1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  caseId = (await clerk.cases.mine({}))[0]!.caseId;
  const applicant = { kind: 'person', name: '欧阳小花', telephone: '13985001234', document: null } as const;
  await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, notice: '2026-11' },
    applicant: { ...applicant, language: 'zh-Hans' },
  });
  const { paper } = await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const link = paper!.replace(/^.*\/|\?.*$/g, '');
  const colleague = await as('liuyang');
  const { clerkId } = await colleague.session.me();
  for (let round = 0; round < 4; round++) {
    await (await as('wangfang')).cases.pause({
      ...wish(),
      caseId,
      kind: 'inspection',
      basis: '入户核查第四条',
      days: 2,
    });
    await hall.clock.advance(DAY);
    const now = await as('wangfang');
    const { pause } = await now.cases.one({ caseId });
    if (pause) await now.cases.endPause({ ...wish(), caseId, pauseId: pause.id });
    const note = `第 ${round + 1} 次转办：申请人住院，材料在二号柜，请先打电话核实家庭收入情况`;
    const { handoverId } = await now.cases.offer({ ...wish(), caseId, to: clerkId, note });
    await (await as('liuyang')).cases.decline({ ...wish(), caseId, handoverId, reason: '本周已排满入户，下周再转' });
    const body = new URLSearchParams({ ...wish(), text: `请问第 ${round + 1} 次核查什么时候做？` });
    await fetch(`${hall.origin}/c/${link}/inquiry`, { method: 'POST', body, redirect: 'manual' });
  }
  await (await as('supervisor')).cases.extend({ ...wish(), caseId, days: 5, reason: '情况复杂，须补充核查' });
  const reason = '入户核查发现申请人名下另有住房，不符合条件';
  await (await as('wangfang')).cases.proposeRefusal({ ...wish(), caseId, reason, basis: '示例办法第九条' });
  await (await as('supervisor')).cases.sendBackRefusal({ ...wish(), caseId, remark: '名下住房已被征收，请核实后再定' });
  page = await running.screens.counter();
  await running.screens.follow();
  await signIn(page, 'wangfang');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(page, `long-${name}`);
/** The part of it that is on the screen and in no column scrolled away: 1 is all. */
const shown = (selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element) =>
        new Promise<number>((resolve) => {
          const observer = new IntersectionObserver(([entry]) => {
            observer.disconnect();
            resolve(entry!.intersectionRatio);
          });
          observer.observe(element);
        }),
    );
const DECISIVE = {
  what: '.case-head h1',
  deadline: '.case-head .case-clock',
  applicant: '[data-testid=applicant]',
  owner: '[data-testid=case-parties]',
  next: '.case-steps',
  why: '[data-testid=sent-back]',
};

it.each([
  [1920, 1080],
  [1366, 768],
])(
  '[C2] [C9] a case of a long life is whole on one screen, and what decides stays there while its history scrolls: %i × %i',
  async (width, height) => {
    await page.setViewportSize({ width, height });
    await openCase(page);
    await page.getByTestId('case-step').nth(15).waitFor();
    await moved(page);
    await shot(`${width}`);
    for (const at of ['top', 'end'] as const) {
      if (at === 'end')
        await page
          .getByTestId('case-step')
          .last()
          .evaluate((element) => element.scrollIntoView());
      for (const [name, selector] of Object.entries(DECISIVE))
        await eventually(async () => expect(await shown(selector), `${name} at the ${at}`).toBeGreaterThan(0.99));
    }
    expect(await shown('[data-testid=case-step]:last-child')).toBeGreaterThan(0.5);
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.case-page, .case-columns > div')]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className || one.tagName),
    );
    expect(wide).toEqual([]);
    // By keys: the first step opens its dialog, Escape leaves it, and again the page.
    await settled(page);
    await page.keyboard.press('1');
    await page.getByRole('dialog').waitFor();
    await moved(page);
    await page.keyboard.press('Escape');
    await moved(page);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByTestId('case-page').waitFor({ state: 'detached' });
  },
);
