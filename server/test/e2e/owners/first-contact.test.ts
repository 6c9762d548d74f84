import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRequestId } from '../../../../web/client.ts';
import { openCounterByKeys, picture, type SampleTestHall, startSampleHall } from '../screens.ts';

const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
beforeAll(async () => {
  running = await startSampleHall();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[C2] [C10] a first contact sees what others did, and says with one key that it was seen', async () => {
  const { hall, screens } = running;
  const first = await hall.clerk('wangfang');
  const other = await hall.clerk('zhaolei');
  const { matters } = await first.catalogue({});
  const counters = (await first.boards.staff({})).rows.counters;
  const counter = counters.find(({ label }) => label === '1')!;
  const matter = matters.find(
    ({ letter, offered, limitDays }) => counter.letters.includes(letter) && offered && limitDays,
  )!;
  const { ticketId } = await first.tickets.issue({ ...wish(), matterIds: [matter.id], care: false, printing: false });
  await first.counters.open({ ...wish(), counterId: counter.id });
  await first.tickets.callNext({ ...wish(), counterId: counter.id });
  await first.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await first.cases.mine({}))[0]!;
  await first.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await first.tickets.finish({ ...wish(), ticketId });
  await first.counters.close({ ...wish(), counterId: counter.id });
  const { clerkId } = await other.session.me();
  const { handoverId } = await first.cases.offer({ ...wish(), caseId, to: clerkId, note: '请接着办' });
  await other.cases.accept({ ...wish(), caseId, handoverId });
  await other.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 3 });

  const page = await screens.counter();
  await openCounterByKeys(page, 'wangfang', 1);
  await page.getByTestId('news-count').filter({ hasText: '3' }).waitFor();
  await page.getByTestId('section-cases').click();
  await page.getByTestId('case-news-item').nth(2).waitFor();
  expect(await page.getByTestId('case-news-item').count()).toBe(3);
  expect(await page.getByTestId('case-news').textContent()).toContain('期限暂停至');
  await picture(page, 'first-contact-news');
  await page.getByTestId('language').getByText('EN').click();
  await picture(page, 'first-contact-news-en');
  await page.keyboard.press('s');
  await page.getByTestId('case-news').waitFor({ state: 'detached' });
  expect(await page.getByTestId('news-count').count()).toBe(0);
  // The case itself stays on the list until it closes.
  expect(await page.getByTestId('my-case').count()).toBe(1);
});
