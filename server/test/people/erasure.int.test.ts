import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually, MONDAY_9, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

it('[P1] the nightly job deletes the files of messages that are older than personal data is kept, and no others', async () => {
  const dir = join(hall.dir, 'messages');
  mkdirSync(dir, { recursive: true });
  const names = {
    old: 'messages-2026-10-20.ndjson',
    last: 'messages-2026-10-25.ndjson',
    recent: 'messages-2026-11-22.ndjson',
    foreign: 'notes-2020-01-01.txt',
  };
  for (const name of Object.values(names)) writeFileSync(join(dir, name), '{"telephone":"13985001234"}\n');
  const left = () => Object.entries(names).flatMap(([key, name]) => (existsSync(join(dir, name)) ? [key] : []));
  // Of the first day: 30 days before Tuesday, the 24th, is the 25th of October.
  await hall.clock.advance(Date.parse('2026-11-23T19:31:00Z') - MONDAY_9 - 60_000);
  await eventually(() => expect(left()).toEqual(['last', 'recent', 'foreign']));
  await hall.clock.advance(24 * 3_600_000);
  await eventually(() => expect(left()).toEqual(['recent', 'foreign']));
});
