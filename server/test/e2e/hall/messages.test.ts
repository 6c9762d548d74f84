import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { newRequestId } from '../../../../web/client.ts';
import { eventually } from '../../harness.ts';
import { signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

const wish = () => ({ requestId: newRequestId() });
let answer: 'sent' | 'refused' = 'sent';
let running: SampleTestHall;
let page: Page;

/** Accepted and told; then granted, which its gateway will not take. */
beforeAll(async () => {
  running = await startSampleHall({ gateway: async () => answer });
  const { hall } = running;
  const wang = await hall.clerk('wangfang');
  const come = { matterId: 'A11-MS-03' as MatterId, by: 'letter', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId } = await wang.cases.take({ ...wish(), ...come });
  const named = { name: '欧阳小花', telephone: '13985001234', document: null, language: 'zh-Hans' } as const;
  const entered = { applicant: { kind: 'person', ...named }, helper: null, notice: PRIVACY_NOTICE } as const;
  await wang.people.enter({ ...wish(), of: { caseId }, ...entered });
  await wang.cases.agreeMessages({ ...wish(), caseId, agreed: true });
  await wang.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await hall.clock.advance(10_000);
  const boss = await hall.clerk('supervisor');
  await eventually(async () => expect((await boss.messages({})).counts).toEqual({ sent: 1 }));
  answer = 'refused';
  await wang.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await eventually(async () => expect((await boss.messages({})).counts).toEqual({ sent: 1, failed: 1 }));
  page = await running.screens.counter();
  await signIn(page, 'supervisor');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(page, name);
const rows = () =>
  page
    .locator('[data-testid=messages-table] .ant-table-row')
    .evaluateAll((all) => all.map((row) => row.textContent.trim()));

it('[C12] [H8] [P2] a supervisor sees which message did not arrive, masked, and opens its case', async () => {
  await page.getByTestId('section-hall').click();
  await page.getByTestId('messages').click();
  await expect.poll(rows).toHaveLength(2);
  await page.setViewportSize({ width: 1366, height: 768 });
  await shot('messages-1366');
  expect((await rows()).join()).not.toMatch(/欧阳小花|13985001234/);
  await page.getByTestId('messages-phase').getByText('未送达').click();
  await expect.poll(rows).toEqual([expect.stringMatching(/\*.*1234.*SL2026-000001.*未送达/)]);
  await shot('messages-failed');
  await page.getByTestId('message-case').click();
  await page.getByTestId('case-page').waitFor();
  expect(await textOf(page.getByTestId('case-page'))).toContain('SL2026-000001');
  expect(running.screens.complaints).toEqual([]);
});
