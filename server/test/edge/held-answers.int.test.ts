/** What docs/security.md says of every answer of a hall. */
import { afterEach, expect, it } from 'vitest';
import type { CounterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const PATHS = [
  '/',
  '/book',
  '/livez',
  '/readyz',
  '/api/catalogue',
  '/api/session',
  '/api/openapi.json',
  '/kiosk',
  '/nothing',
];

it('no answer lets the page of another origin read it', async () => {
  hall = await startTestHall();
  for (const path of PATHS)
    for (const method of ['GET', 'OPTIONS']) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      const answer = await fetch(hall.origin + path, { method, headers, redirect: 'manual' });
      await answer.text();
      const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect(allowed, `${method} ${path}`).toEqual([]);
    }
});

it('each redirect leads to a path of the hall, whatever the address says', async () => {
  hall = await startTestHall();
  const asked = ['/kiosk', '/display', '/counter-ui', '/kiosk?next=https://evil.example', '/kiosk?//evil.example'];
  for (const path of asked) {
    const answer = await fetch(hall.origin + path, { redirect: 'manual' });
    await answer.text();
    if (answer.status >= 300 && answer.status < 400)
      expect(answer.headers.get('location'), path).toMatch(/^\/(kiosk|display|counter-ui)\/$/);
    else expect(answer.status, path).toBeLessThan(500);
  }
  const answer = await fetch(`${hall.origin}/kiosk`, { redirect: 'manual' });
  await answer.text();
  expect(answer.status).toBe(302);
});

it('a hall that people reach by https sends nothing that comes plainly to https, pages neither', async () => {
  hall = await startTestHall({ env: { PUBLIC_URL: 'https://hall.example' } });
  for (const path of PATHS.filter((one) => one !== '/kiosk'))
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(hall.origin + path, { method, redirect: 'manual' });
      await answer.text();
      expect(answer.headers.get('location'), `${method} ${path}`).toBeNull();
    }
});

it('a code of a device enrols one, once, and no two codes are the same', async () => {
  hall = await startTestHall();
  const admin = await hall.clerk('admin');
  const made = await Promise.all(
    ['a', 'b', 'c'].map((name) => admin.devices.create({ requestId: newRequestId(), kind: 'kiosk', name })),
  );
  expect(new Set(made.map(({ code }) => code)).size).toBe(3);
  const { code } = made[0]!;
  const device = await hall.anybody().devices.enrol({ code });
  expect(device.phase).toBe('enrolled');
  expect(await refusalCode(hall.anybody().devices.enrol({ code }))).not.toBe('accepted');
});

it('each event says when in UTC, who and what', async () => {
  hall = await startTestHall();
  await (await hall.clerk('one')).counters.open({ requestId: newRequestId(), counterId: 'c1' as CounterId });
  const entries = [...hall.system.hall.ledger.after(0)];
  expect(entries.length).toBeGreaterThan(5);
  for (const { at, actor, event } of entries) {
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(actor).toMatch(/^(clerk|device|clock|resident)/);
    expect(event.type).toMatch(/^[a-z-]+$/);
  }
  expect(entries.at(-1)).toMatchObject({ event: { type: 'counter-opened' } });
});
