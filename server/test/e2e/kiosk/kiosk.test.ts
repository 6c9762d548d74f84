import type { Page } from 'playwright-core';
import { create } from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  issuedTicket,
  picture,
  type SampleTestHall,
  scan,
  startSampleHall,
  takeNumber,
  textOf,
  touch,
  touchSigns,
} from '../screens.ts';

const PUBLIC = 'https://hall.example';
let sample: SampleTestHall;
let kiosk: Page;
beforeAll(async () => {
  // The kiosk knows the hall by another address than phones do.
  sample = await startSampleHall({ env: { PUBLIC_URL: PUBLIC } });
  kiosk = await sample.screens.kiosk();
});
afterAll(async () => {
  await sample.screens.close();
  await sample.hall.stop();
});

/** The dark fields of a QR code, as the kiosk draws them. */
function drawn(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from(modules.data, (dark, i) =>
    dark ? `M${i % modules.size} ${Math.floor(i / modules.size)}h1v1h-1z` : '',
  ).join('');
}

const shot = (name: string) => picture(kiosk, name);

const shownQr = () => kiosk.locator('svg.qr path').getAttribute('d');

describe('the kiosk of a hall behind another address', () => {
  it('[C12] [P3] the kiosk shows a QR code that phones can open, and obeys it on any of its screens', async () => {
    await touch(kiosk, 'group-A');
    await touch(kiosk, 'matter-A11-MS-01');
    await kiosk.getByText('现在还没有窗口开放。').waitFor();
    expect(await kiosk.getByText('前面没有人').count()).toBe(0);
    await shot('kiosk-no-counter');
    await touch(kiosk, 'issue');
    const { number, link } = await issuedTicket(kiosk);
    await kiosk.getByTestId('issued-matters').getByText('最低生活保障申请').waitFor();
    expect(await textOf(kiosk.getByTestId('issued-ahead'))).toBe('您是第一位。');
    await shot('kiosk-issued');
    expect(await shownQr()).toBe(drawn(PUBLIC + link));
    await touch(kiosk, 'finish');

    await scan(kiosk, PUBLIC + link);
    expect(await textOf(kiosk.getByTestId('found-number'))).toBe(number);
    await kiosk.getByText('最低生活保障申请').waitFor();
    await touch(kiosk, 'withdraw');
    await touch(kiosk, 'withdraw-yes');
    await kiosk.locator('[data-testid=found-phase][data-phase=withdrawn]').waitFor();
    await touch(kiosk, 'back');
  });

  it('[C12] [P3] a number typed in shows its place in line alone', async () => {
    const { number } = await takeNumber(kiosk, 'A', 'A11-MS-01');
    await touch(kiosk, 'finish');
    await touch(kiosk, 'lookup');
    await touchSigns(kiosk, number);
    await touch(kiosk, 'go');
    expect(await textOf(kiosk.getByTestId('found-number'))).toBe(number);
    await kiosk.getByTestId('place-only').waitFor();
    expect(await kiosk.getByText('最低生活保障申请').count()).toBe(0);
    expect(await kiosk.getByTestId('withdraw').count()).toBe(0);
    await touch(kiosk, 'back');
    await touch(kiosk, 'back');
  });

  it('[H8] a code that is not known says so, and the next scan goes on from there', async () => {
    await scan(kiosk, '100000');
    await kiosk.getByTestId('sentence').waitFor();
    await touch(kiosk, 'back');
    const { link } = await takeNumber(kiosk, 'A', 'A11-MS-01');
    await touch(kiosk, 'finish');
    await scan(kiosk, `${PUBLIC}${link.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'))}`);
    await kiosk.getByTestId('sentence').waitFor();
    await scan(kiosk, PUBLIC + link);
    await kiosk.getByTestId('found-number').waitFor();
    expect(sample.screens.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
