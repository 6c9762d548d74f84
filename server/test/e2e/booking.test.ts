import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { eventually } from '../harness.ts';
import { bookerOf } from '../hours/booking-fixture.ts';
import {
  eventsOf,
  issuedTicket,
  openCounterByKeys,
  press,
  type SampleTestHall,
  secretsIn,
  settled,
  signIn,
  startSampleHall,
  takeNumber,
  textOf,
  touch,
  touchSigns,
} from './screens.ts';

/** 特困人员救助供养申请, letter A. */
const MATTER = 'A11-MS-02';
const NAME = '欧阳测试';
const TELEPHONE = '13985001234';

let running: SampleTestHall;
beforeAll(async () => {
  running = await startSampleHall();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

describe('booked by phone, checked in at the kiosk', () => {
  it('[H5] [H6] [H8] [Q1] [P1] a code from a phone without scripts leads the line by its head start, and no more', async () => {
    const { hall, screens } = running;
    const moveTo = async (local: string) => {
      await hall.clock.advance(Date.parse(`${local}:00+08:00`) - hall.clock.nowMs);
      await screens.follow();
    };
    const phone = await screens.phone(false);
    await phone.locator('a[href="/book"]').first().click();
    await phone.locator('a[href="/book?group=A"]').click();
    await phone.locator(`a[href="/book/${MATTER}"]`).click();
    await phone.locator('button[aria-label^="11月24日"][aria-label$="11:00"]').click();
    await phone.locator('#name').fill(NAME);
    await phone.locator('#telephone').fill('12');
    await phone.locator('form.fields button').click();
    expect(await textOf(phone.locator('[role=alert]'))).not.toBe('');
    expect(screens.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
    await phone.locator('#telephone').fill(TELEPHONE);
    await phone.locator('form.fields button').click();
    const code = await textOf(phone.locator('.code .huge'));
    expect(code).toMatch(/^\d{6}$/);
    expect(new URL(phone.url()).pathname).toMatch(/^\/a\/[\w-]{22,}$/);

    const message = await eventually(() => {
      const [file] = readdirSync(join(hall.dir, 'messages'));
      return JSON.parse(readFileSync(join(hall.dir, 'messages', file!), 'utf8').trim());
    });
    expect(message.telephone).toBe(TELEPHONE);
    expect(message.text).toContain(code);
    expect(message.text).toContain(new URL(phone.url()).pathname);

    await moveTo('2026-11-23T18:00');
    await moveTo('2026-11-24T09:59');
    const kiosk = await screens.kiosk();
    const counter = await screens.counter();
    await screens.display();
    const tooEarly = await takeNumber(kiosk, 'A', MATTER); // a minute before the head start reaches
    await touch(kiosk, 'finish');
    await moveTo('2026-11-24T10:05');
    const within = await takeNumber(kiosk, 'A', MATTER);
    await touch(kiosk, 'finish');
    await moveTo('2026-11-24T10:50');
    await touch(kiosk, 'check-in');
    await touchSigns(kiosk, code);
    await touch(kiosk, 'go');
    const booked = await issuedTicket(kiosk);
    const ticket = hall.system.hall.read(tickets).byNumber(booked.number, '2026-11-24');
    expect(ticket?.klass).toBe('appointment');
    await phone.reload();
    expect(await phone.locator('.code .number').textContent()).toBe(booked.number);
    expect(await phone.content()).not.toContain(code);

    await moveTo('2026-11-24T10:56');
    await openCounterByKeys(counter, 'wangfang', 1);
    for (const { number } of [tooEarly, booked, within]) {
      await press(counter, 'call-next', 'Space');
      await counter.getByTestId('current-number').filter({ hasText: number }).waitFor();
      await press(counter, 'start', 'n');
    }
    await counter.locator('[data-testid=next-action][data-kind=call-next]').waitFor();
    expect(eventsOf(hall, `appointment:${ticket?.appointmentId}`)).toEqual([
      'slot-held',
      'appointment-confirmed',
      'appointment-checked-in',
    ]);

    const secrets = [TELEPHONE, NAME];
    for (const file of ['hall.db', 'hall.db-wal']) expect(holds(join(hall.dir, file), secrets)).toBe(false);
    for (const file of readdirSync(join(hall.dir, 'redis/appendonlydir')))
      expect(holds(join(hall.dir, 'redis/appendonlydir', file), secrets)).toBe(false);
    const kept = await everythingInRedis(join(hall.dir, 'redis/redis.sock'));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
    expect(screens.frames.length).toBeGreaterThan(0);
    expect(secretsIn(screens.frames, secrets)).toEqual([]);
    expect(screens.complaints).toEqual([]);
  });

  it('[H6] a telephone that a form said is marked beside the person at the counter and on the person’s page', async () => {
    const { hall, screens } = running;
    const code = await bookerOf(hall, '2026-11-24').book(MATTER as MatterId, '11:30', {
      name: '王小花',
      telephone: '13985005678',
    });
    await (await hall.clerk('wangfang')).appointments.checkIn({ requestId: newRequestId(), code, printing: false });
    const counter = await screens.counter();
    await openCounterByKeys(counter, 'liuyang', 2);
    await press(counter, 'call-next', 'Space');
    await press(counter, 'start', 'Space');
    const shot = async (page: Page, name: string) => {
      await settled(page);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
    };
    expect(await textOf(counter.getByTestId('telephone-unproved'))).toBe('电话未经核实，请当面核对');
    await shot(counter, 'unproved-visit');
    const supervisor = await screens.counter();
    await signIn(supervisor, 'supervisor');
    await supervisor.getByTestId('section-people').click();
    await supervisor.getByTestId('person-typed').fill('13985005678');
    await supervisor.keyboard.press('Enter');
    await supervisor.getByTestId('telephone-unproved').waitFor();
    await shot(supervisor, 'unproved-person');
    await supervisor.getByTestId('person-export').focus();
    await supervisor.keyboard.press('/');
    await settled(supervisor);
    await supervisor.getByTestId('box-typed').fill('13985005678');
    await supervisor.getByTestId('box-ask').waitFor();
    await supervisor.keyboard.press('Enter');
    await supervisor.getByTestId('box-unproved').waitFor();
    await shot(supervisor, 'unproved-box');
    await supervisor.keyboard.press('Escape');
    // One touch too many is no check: Escape leaves, and Enter says so on every screen.
    await counter.getByTestId('telephone-check').click();
    await counter.getByTestId('telephone-check-confirm').and(counter.locator(':focus')).waitFor();
    await shot(counter, 'unproved-checking');
    await counter.keyboard.press('Escape');
    await counter.getByTestId('telephone-check-confirm').waitFor({ state: 'hidden' });
    await counter.getByTestId('telephone-unproved').waitFor();
    await counter.keyboard.press('Alt+KeyK');
    await counter.getByTestId('telephone-check-confirm').and(counter.locator(':focus')).waitFor();
    await counter.keyboard.press('Enter');
    await counter.getByTestId('telephone-unproved').waitFor({ state: 'detached' });
    await supervisor.getByTestId('telephone-unproved').waitFor({ state: 'detached' });
    await shot(supervisor, 'proved-person');
  });
});

function holds(file: string, secrets: string[]): boolean {
  const bytes = readFileSync(file);
  return secrets.some((secret) => bytes.includes(secret));
}

async function everythingInRedis(socket: string): Promise<string[]> {
  const redis = new Redis({ path: socket });
  try {
    const keys = await redis.keys('*');
    return await Promise.all(keys.map(async (key) => key + JSON.stringify(await held(redis, key))));
  } finally {
    redis.disconnect();
  }
}

async function held(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return redis.get(key);
  }
}
