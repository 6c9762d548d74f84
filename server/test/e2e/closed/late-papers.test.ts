import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { enterApplicant, moved, openCase, serve, signIn } from '../counter/steps.ts';
import { openCounterByKeys, picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

/** 临时救助申请: letter A, five materials; served by counters 1 and 2. */
const MATTER = 'A11-MS-03' as MatterId;
const DAY = 86_400_000;
const [NAME, TELEPHONE] = ['欧阳小花', '13985001234'];
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let kiosk: Client;
let first: Page;
let second: Page;
let phone: Page;
let caseId: CaseId;
let path: string;

const shot = (page: Page, name: string) => picture(page, `late-${name}`, { fullPage: true });
const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });

/** A case of yesterday that is over and told, with its applicant. */
async function closed() {
  const one = await running.hall.clerk('wangfang');
  const { ticketId } = await issue();
  const counterId = (await one.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  caseId = (await one.cases.mine({}))[0]!.caseId;
  const applicant = { kind: 'person', name: NAME, telephone: TELEPHONE, document: null, language: 'zh-Hans' } as const;
  await one.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予一次性救助' });
  await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  await one.counters.close({ ...wish(), counterId });
  path = `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}`;
}

beforeAll(async () => {
  running = await startSampleHall();
  kiosk = await running.hall.kiosk();
  await closed();
  await running.hall.clock.advance(DAY);
  [first, second, phone] = await Promise.all([
    running.screens.counter(),
    running.screens.counter(),
    running.screens.phone(false),
  ]);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[C5] [C16] papers that come late are taken on the page of a visit, printed, answered by the last handler, and read on the phone', async () => {
  await issue();
  await openCounterByKeys(second, 'liuyang', 2);
  await serve(second);
  await enterApplicant(second, NAME, TELEPHONE);
  await second.getByTestId('take-late-here').click();
  await moved(second);
  const form = second.getByTestId('form-take-late');
  expect(await second.getByTestId('act-submit').isDisabled()).toBe(true);
  await form.getByRole('checkbox').first().check();
  await second.getByTestId('act-text').fill('邻居写的证明信一封');
  await shot(second, 'take');
  await second.getByTestId('act-submit').click();
  expect(await textOf(second.getByTestId('given-no'))).toBe('BC2026-000001');
  await moved(second);
  await shot(second, 'given');
  const popup = second.waitForEvent('popup');
  await second.getByTestId('given-print').click();
  const paper = await popup;
  for (const said of ['补充材料收件单', 'BC2026-000001', '邻居写的证明信一封', '2026年11月25日', '刘洋'])
    expect(await textOf(paper.locator('main'))).toContain(said);
  await shot(paper, 'paper');
  await paper.goto(`${paper.url().split('?')[0]}?no=BC2026-000001&lang=en`);
  expect(await textOf(paper.locator('main'))).toContain('not reopened');
  await shot(paper, 'paper-en');
  await paper.close();
  await moved(second);
  await second.getByTestId('visit-earlier').waitFor();
  await shot(second, 'visit');

  await phone.goto(running.hall.origin + path);
  await phone.getByText('办件不因此重开').waitFor();
  await shot(phone, 'phone-waits');

  await signIn(first, 'wangfang');
  await first.locator('[data-testid=section-cases] .count').waitFor();
  await first.getByTestId('section-cases').click();
  await first.getByTestId('owed-late-papers').waitFor();
  await shot(first, 'mine');
  await openCase(first);
  await first.getByTestId('case-late').waitFor();
  await shot(first, 'case');
  await first.keyboard.press('1');
  await moved(first);
  const answer = first.getByTestId('form-answer-late');
  expect(await answer.getByRole('radio', { name: /关联办件/ }).isDisabled()).toBe(true);
  await answer.getByText('归入案卷，结果不变').click();
  await first.getByTestId('act-text').fill('证明信已归入案卷，救助结果不变');
  await shot(first, 'answer');
  await first.getByTestId('act-submit').click();
  await first.getByTestId('owed-late-papers').waitFor({ state: 'detached' });
  await moved(first);
  await shot(first, 'answered');
  await phone.reload();
  await phone.getByText('证明信已归入案卷，救助结果不变').waitFor();
  await shot(phone, 'phone-answered');
  await first.keyboard.press('Escape');
  await first.getByText('没有需要负责的办件。').waitFor();
  expect((await (await running.hall.clerk('wangfang')).cases.one({ caseId })).phase).toBe('closed');
});
