import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD } from '../../harness.ts';
import { type SampleTestHall, startSampleHall } from '../screens.ts';

let running: SampleTestHall;
beforeAll(async () => {
  running = await startSampleHall({ requestsPerSecond: 10 });
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[S2] a clerk in a new browser at a crowded address signs in: the screen does the work that it is asked for', async () => {
  const { hall, screens } = running;
  const counter = await screens.counter();
  await counter.getByTestId('account').fill('wangfang');
  await counter.getByTestId('password').fill(PASSWORD);
  // As a browser whose first page got no cookie in the crowd.
  await counter.context().clearCookies();

  let flooding = true;
  const guess = (n: number) =>
    fetch(`${hall.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: `nobody${n}`, password: 'wrong' }),
    }).then((answer) => answer.status);
  const seen: number[] = [];
  const flood = Array.from({ length: 300 }, async (_, n) => {
    while (flooding) seen.push(await guess(n));
  });
  const asked: string[] = [];
  counter.on('request', (request) => {
    if (request.url().endsWith('/api/session') && request.method() === 'POST')
      asked.push(request.headers()['x-crowd-proof'] ? 'with work' : 'bare');
  });
  while (!seen.includes(429)) await new Promise((resolve) => setTimeout(resolve, 20));
  await counter.getByTestId('sign-in').click();
  await counter.locator('[data-testid=open-counter]').first().waitFor();
  flooding = false;
  await Promise.all(flood);
  expect(asked).toEqual(['bare', 'with work']);
});
