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

  const guess = (n: number) =>
    fetch(`${hall.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: `nobody${n}`, password: 'wrong' }),
    }).then(async (answer) => ({ status: answer.status, body: await answer.text() }));
  const crowd = await Promise.all(Array.from({ length: 300 }, (_, n) => guess(n)));
  const refused = crowd.find(({ body }) => body.includes('crowd-proof-needed'))!;

  // Whether the crowd keeps this very request out is chance: it is answered as the hall answered the crowd.
  const asked: string[] = [];
  await counter.route('**/api/session', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const proof = route.request().headers()['x-crowd-proof'];
    asked.push(proof ? 'with work' : 'bare');
    if (proof) return route.continue();
    return route.fulfill({ ...refused, contentType: 'application/json' });
  });
  await counter.getByTestId('sign-in').click();
  await counter.locator('[data-testid=open-counter]').first().waitFor();
  expect(asked).toEqual(['bare', 'with work']);
  const cookies = await counter.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain('shouwen-visitor');
});
