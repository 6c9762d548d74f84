import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { newRequestId } from '../../../../web/client.ts';
import { PASSWORD } from '../../harness.ts';
import { picture, type SampleTestHall, startSampleHall } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
let supervisor: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const clerk = await running.hall.clerk('wangfang');
  const counterId = 'counter-1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  await clerk.people.enter({
    ...wish(),
    of: { ticketId },
    applicant: { kind: 'person', name: '王小花', telephone: '13985001234', document: null, language: 'zh-Hans' },
    helper: null,
    notice: PRIVACY_NOTICE,
  });
  const [mine] = await clerk.cases.mine({});
  await clerk.cases.conclude({ ...wish(), caseId: mine!.caseId, conclusion: { kind: 'done', note: '当场办结' } });
  supervisor = await running.screens.counter();
  await supervisor.getByTestId('account').fill('supervisor');
  await supervisor.getByTestId('password').fill(PASSWORD);
  await supervisor.keyboard.press('Enter');
  await supervisor.getByTestId('section-people').click();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

async function shot(name: string) {
  await supervisor.clock.runFor(1_000);
  await picture(supervisor, name);
}
async function find(typed: string) {
  await supervisor.getByTestId('person-typed').fill(typed);
  await supervisor.keyboard.press('Enter');
}
const acts = () => supervisor.getByTestId('person-act').allTextContents();

it('[P2] [S4] a supervisor finds a person, sees what is held masked, and each look and its reason stands there at once', async () => {
  await find('110105194912310021');
  await supervisor.getByText('没有这样的电话').waitFor();
  await find('诸葛无名');
  await supervisor.getByText('没有找到').waitFor();
  await find('１３９ ８５００ １２３４');
  await supervisor.getByTestId('person-name').filter({ hasText: '王*花' }).waitFor();
  await supervisor.getByTestId('person-case').waitFor();
  await supervisor.getByTestId('reveal-name').click();
  await supervisor.clock.runFor(1_000);
  await supervisor.getByTestId('reveal-why').fill('本人来厅查询');
  await supervisor.getByTestId('reveal-submit').click();
  await supervisor.getByTestId('person-name').filter({ hasText: '王小花' }).waitFor();
  await supervisor.getByText('本人来厅查询').waitFor();
  await shot('person-held');
  expect(await acts()).toEqual(['查看 姓名', '查找 电话', '出示个人信息告知 2026-11', '登记 申请人']);
});

it('[P2] [S4] all that is held is given out to read and as a file, then erased with a reason', async () => {
  await supervisor.getByTestId('person-export').click();
  await supervisor.clock.runFor(1_000);
  await supervisor.getByTestId('person-export-text').waitFor();
  await shot('person-export');
  expect(await supervisor.getByTestId('person-export-text').textContent()).toContain('13985001234');
  const [file] = await Promise.all([
    supervisor.waitForEvent('download'),
    supervisor.getByTestId('export-save').click(),
  ]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    name: '王小花',
    telephone: '+8613985001234',
    cases: [{ outcome: 'done', said: ['当场办结'] }],
  });
  await supervisor.keyboard.press('Escape');
  await supervisor.clock.runFor(1_000);
  await supervisor.getByTestId('person-erase').click();
  await supervisor.clock.runFor(1_000);
  await supervisor.getByTestId('erase-reason').fill('本人书面要求删除');
  await shot('person-erase');
  await supervisor.getByTestId('erase-submit').click();
  await supervisor.getByText('资料已删除').waitFor();
  await shot('person-erased');
  expect((await acts()).slice(0, 2)).toEqual(['删除 ', '导出 ']);
  await find('13985001234');
  await supervisor.getByText('没有找到').waitFor();
  // A look without a reason is refused first: that asks for one.
  expect(running.screens.complaints.filter((one) => !one.endsWith('/reveal'))).toEqual([]);
});
