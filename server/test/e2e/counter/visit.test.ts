import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleHall } from '../../../demo/sample/sample-hall.ts';
import {
  eventsOf,
  issuedTicket,
  openCounterByKeys,
  press,
  type SampleTestHall,
  secretsIn,
  settled,
  startSampleHall,
  takeNumber,
  textOf,
  touch,
} from '../screens.ts';

/** 临时救助申请: letter A, fifteen working days. */
const MATTER = 'A11-MS-03';
/** Longer than the phone page waits before it looks again. */
const PHONE_LOOKS_MS = 15_000;

let running: SampleTestHall;
beforeAll(async () => {
  running = await startSampleHall();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

describe('one visit, seen on every screen', () => {
  it('[T1] [D1] [D3] [C1] [C5] [C12] a number is taken, called, served, accepted and followed on the phone, and no push to kiosk or display names anybody', async () => {
    const { hall, screens } = running;
    const [kiosk, display, counter] = await Promise.all([screens.kiosk(), screens.display(), screens.counter()]);
    const [plain, lively] = await Promise.all([screens.phone(false), screens.phone(true)]);
    const phones = [plain, lively];
    const look = async (phase: string) => {
      await plain.reload();
      await lively.clock.fastForward(PHONE_LOOKS_MS);
      for (const phone of phones) await phone.locator(`[data-live][data-phase=${phase}]`).waitFor();
    };

    const { number, link } = await takeNumber(kiosk, 'A', MATTER);
    expect(number).toBe('A001');
    expect(link).toMatch(/^\/t\/[\w-]{22,}$/);
    for (const phone of phones) {
      await phone.goto(link);
      expect(await textOf(phone.locator('h1'))).toBe(number);
    }
    await look('waiting');

    await openCounterByKeys(counter, 'wangfang', 1);
    await counter.locator('[data-testid=call-next]:enabled').waitFor();
    await press(counter, 'call-next', 'Space');
    await counter.getByTestId('current-number').filter({ hasText: number }).waitFor();
    await display.locator(`body[data-announcing="${number}"]`).waitFor();
    expect(await textOf(display.getByTestId('announcement'))).toMatch(/A001[\s\S]*1/);
    await look('called');
    for (const phone of phones) expect(await textOf(phone.locator('.go'))).toMatch(/1/);

    await press(counter, 'start', 'Space');
    await counter.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
    await look('serving');

    await settled(counter);
    await counter.keyboard.press('3');
    await counter.getByTestId('note').waitFor();
    await counter.keyboard.type('材料齐全');
    await counter.keyboard.press('Enter');
    const receiptNo = await textOf(counter.getByTestId('receipt-no'));
    const dueOn = await textOf(counter.getByTestId('due-on'));
    const popup = counter.waitForEvent('popup');
    await counter.keyboard.press('p');
    const paper = await popup;
    await paper.waitForLoadState();
    expect(await textOf(paper.locator('main'))).toContain(receiptNo);

    await press(counter, 'finish', 'Space');
    await counter.locator('[data-testid=next-action][data-kind=call-next]').waitFor();
    await look('finished');

    const handler = sampleHall('2026-11-16').clerks.find((clerk) => clerk.account === 'wangfang')!.name;
    for (const phone of phones) {
      const facts = await textOf(phone.locator('article.case'));
      expect(facts).toContain(receiptNo);
      expect(facts.split(handler).length - 1).toBe(2); // first contact and handler
      await phone.locator('.papers a[href^="/c/"]').click();
      await phone.locator('h1').waitFor();
      // Monday and fifteen working days after it.
      expect(await textOf(phone.locator('main'))).toContain('2026年12月14日');
    }
    expect(dueOn).toContain('12月14日');

    await plain.locator('a[href^="/paper/receipt/"]').click();
    const receipt = await textOf(plain.locator('main'));
    for (const fact of [receiptNo, number, handler, '2026年12月14日', '临时救助申请']) expect(receipt).toContain(fact);
    const file = await plain.pdf({ preferCSSPageSize: true });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);

    const ticket = hall.system.store.db.prepare('SELECT id FROM tickets').pluck().get();
    expect(eventsOf(hall, `ticket:${ticket}`)).toEqual([
      'ticket-issued',
      'ticket-called',
      'serving-started',
      'matter-concluded',
      'ticket-finished',
    ]);
    const found = hall.system.store.db.prepare('SELECT id FROM cases').pluck().get();
    expect(eventsOf(hall, `case:${found}`)).toEqual(['case-opened', 'case-accepted', 'paper-printed']);
    expect(screens.complaints).toEqual([]);
    expect(secretsIn(screens.frames)).toEqual([]);
    // The check looks where numbers are.
    for (const screen of ['kiosk', 'display', 'counter'])
      expect(screens.frames.some((frame) => frame.screen === screen)).toBe(true);
  });

  it('[T3] two quick touches on the last key give one number', async () => {
    const { hall, screens } = running;
    const issued = () =>
      hall.system.store.db.prepare("SELECT count(*) FROM ledger WHERE type = 'ticket-issued'").pluck().get();
    const before = Number(issued());
    const kiosk = await screens.kiosk();
    await touch(kiosk, 'group-B');
    await touch(kiosk, 'matter-A11-RS-01');
    await kiosk.locator('[data-testid=issue]:enabled').waitFor();
    await kiosk.clock.runFor(500);
    const key = (await kiosk.getByTestId('issue').boundingBox())!;
    await kiosk.getByTestId('issue').evaluate((issue: HTMLElement) => {
      issue.click();
      issue.click();
    });
    const { number } = await issuedTicket(kiosk);
    expect(number).toBe('B001');
    // A third touch, where the key was: it neither takes a number nor wipes this one away.
    await kiosk.touchscreen.tap(key.x + key.width / 2, key.y + key.height / 2);
    expect(await issuedTicket(kiosk)).toMatchObject({ number });
    await touch(kiosk, 'finish');
    await kiosk.getByTestId('group-B').waitFor();
    await hall.system.hall.idle();
    expect(issued()).toBe(before + 1);
  });
});
