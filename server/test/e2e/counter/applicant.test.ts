import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { signInAt } from '../../harness.ts';
import { openCounterByKeys, press, type SampleTestHall, startSampleHall } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  await administrator.administration.keepOfMatter({
    ...wish(),
    matterId: MATTER,
    identity: 'kept',
    retentionDays: null,
  });
  const { code } = await administrator.devices.create({ ...wish(), kind: 'kiosk', name: 'k' });
  const kiosk = (await signInAt(running.hall.origin, '/devices/enrol', { code })).client;
  await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  clerk = await running.screens.counter();
  await openCounterByKeys(clerk, 'wangfang', 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[P2] a clerk enters who applies at the counter, sees them masked, and shows one field', async () => {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await clerk.getByTestId('applicant-enter').click();
  await clerk.clock.runFor(1_000);
  await clerk.getByTestId('privacy-notice').waitFor();
  await clerk.getByTestId('applicant-name').fill('王小花');
  await clerk.getByTestId('applicant-telephone').fill('13985001234');
  await clerk.getByTestId('document-number').fill('11010519491231002x');
  if (process.env.SHOTS) await clerk.screenshot({ path: `${process.env.SHOTS}/applicant-form.png` });
  await clerk.getByTestId('applicant-submit').click();
  await clerk.getByTestId('person-name').filter({ hasText: '王*花' }).waitFor();
  await clerk.getByTestId('reveal-name').click();
  await clerk.getByTestId('person-name').filter({ hasText: '王小花' }).waitFor();
  await clerk.clock.runFor(1_000);
  if (process.env.SHOTS) await clerk.screenshot({ path: `${process.env.SHOTS}/applicant-panel.png` });
  expect(await clerk.getByTestId('person-telephone').textContent()).toBe('*********1234');
});
