import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { programYear } from '../../hall/program-years.ts';
import { PASSWORD, signInAt } from '../harness.ts';
import { type SampleTestHall, startSampleHall, textOf } from './screens.ts';

const wish = () => ({ requestId: newRequestId() });
/** Letter A, 30 working days: accepted on 23 November it is due in 2027. */
const MATTER = 'A11-MS-01' as MatterId;

let dir: string;
let running: SampleTestHall;
let page: Page;
let receiptNo: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-calendar-'));
  running = await startSampleHall();
  const { origin, clerk } = running.hall;
  const administrator = await clerk('administrator');
  const { code } = await administrator.devices.create({ ...wish(), kind: 'kiosk', name: 'k' });
  const kiosk = (await signInAt(origin, '/devices/enrol', { code })).client;
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  const one = await clerk('wangfang');
  const counterId = (await one.administration.counters({}))[0]!.id;
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  const answer = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  receiptNo = answer.receiptNo!;
  page = await running.screens.counter();
  await page.getByTestId('account').waitFor();
  await page.keyboard.type('administrator');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('section-calendar').click();
  await page.getByTestId('calendar-months').waitFor();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** A dialog comes and goes with a motion, and the page's clock stands. */
const moved = () => page.clock.runFor(1_000);
const choose = async (data: unknown) => {
  const file = join(dir, 'cn-2027.json');
  writeFileSync(file, JSON.stringify(data));
  await page.getByTestId('calendar-file').setInputFiles(file);
  await moved();
};

describe('the calendar of the hall', () => {
  it('[H1] the calendar of the hall shows each year as official or provisional, with its days off and make-up workdays by month', async () => {
    expect(await textOf(page.getByTestId('year-2026'))).toBe('2026 · 已公布');
    expect(await textOf(page.getByTestId('year-2027'))).toBe('2027 · 暂定');
    const months = await textOf(page.getByTestId('calendar-months'));
    for (const part of ['2月15–2314、28', '9月25–2720', '10月1–710']) expect(months).toContain(part);
  });

  it('[C17] before a day of the hall’s own is saved, the cases that get another due date are listed with both dates', async () => {
    await page.getByTestId('add-own-day').click();
    await moved();
    await page.getByTestId('own-day').fill('2026-12-25');
    await page.getByTestId('own-day-reason').fill('供电检修');
    await page.getByTestId('check-own-day').click();
    await moved();
    const list = await textOf(page.getByTestId('moved'));
    for (const part of [receiptNo, '2027年1月5日', '2027年1月6日']) expect(list).toContain(part);
    await page.getByTestId('save-calendar').click();
    await page.getByTestId('save-calendar').waitFor({ state: 'detached' });
    await page.getByText('供电检修').waitFor();
  });

  it('[A3] [H1] a wrong file is refused in the window, and the right one makes its year official after it was read', async () => {
    const { daysOff } = programYear(2027);
    const file = { year: 2027, source: '国办发明电（测试）', days_off: daysOff, make_up_workdays: ['2027-02-20'] };
    await choose({ year: 2027 });
    expect(await textOf(page.getByTestId('file-wrong'))).toContain('cn-2027.json');
    await choose({ ...file, days_off: daysOff.slice(1) });
    await page.getByText('缺少法定节假日 2027-01-01').waitFor();
    expect(await page.getByTestId('save-calendar').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await moved();
    await choose(file);
    await page.getByTestId('moved-none').waitFor();
    await page.getByTestId('save-calendar').click();
    await page.getByTestId('year-2027').getByText('已公布').waitFor();
    expect(running.screens.complaints.filter((one) => !one.includes('400'))).toEqual([]);
  });
});
