import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import { verifyFile } from '../../shell/verify.ts';
import { PASSWORD, signInAt, startTestHall } from '../harness.ts';
import { killedMigrations } from '../prove/migrations.ts';

/** A hall's folder as release 0.1 left it, at the Monday of the tests: tickets, cases, an offer, a proposal, a booking. */
const OLD = join(import.meta.dirname, '../golden/hall-of-0.1');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-older-'));
  writeFileSync(join(dir, HALL_FILE), gunzipSync(readFileSync(`${OLD}.db.gz`)), { mode: 0o600 });
  writeFileSync(join(dir, 'keys'), readFileSync(`${OLD}.keys`), { mode: 0o600 });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function verified(): Promise<string[]> {
  const said: string[] = [];
  const copy = join(dir, 'copy.db');
  copyFileSync(join(dir, HALL_FILE), copy);
  await verifyFile(copy, { say: (line) => said.push(line), progress: () => ({ at: () => {}, end: () => {} }) });
  return said;
}

it('[A2] a hall of release 0.1 passes verify, before it was opened and after a day with this program', async () => {
  expect(await verified()).toEqual([expect.stringMatching(/^PASS {2}33 events/)]);
  const hall = await startTestHall({ dir });
  const one = await hall.clerk('one');
  expect((await one.cases.mine({})).map(({ phase }) => phase).sort()).toEqual([
    'accepted',
    'noticed',
    'open',
    'proposed',
  ]);
  await hall.clock.advance(60_000);
  await hall.stop();
  expect(await verified()).toEqual([expect.stringMatching(/^PASS {2}\d+ events/)]);
});

it('[S4] [A2] what release 0.1 kept in rows alone is in the ledger after the first opening, once', async () => {
  const kinds = (hall: Awaited<ReturnType<typeof startTestHall>>) =>
    hall.system.store.db
      .prepare<[], string>("SELECT DISTINCT type FROM ledger WHERE actor = 'clock' AND v IS NOT NULL ORDER BY type")
      .pluck()
      .all();
  const first = await startTestHall({ dir });
  const adopted = ['clerk-saved', 'counter-planned', 'device-added', 'group-planned', 'hall-recorded', 'matter-saved'];
  expect(kinds(first)).toEqual(expect.arrayContaining([...adopted, 'opening-planned', 'series-planned']));
  const count = () => first.system.store.db.prepare("SELECT count(*) FROM ledger WHERE type = 'matter-saved'");
  const before = count().pluck().get();
  const { client } = await signInAt(first.origin, '/session', { account: 'admin', password: PASSWORD });
  expect((await client.administration.clerks()).map(({ account }) => account)).toContain('two');
  const [matter] = (await client.catalogue({})).matters;
  expect(matter?.materials.map(({ id }) => id)).toEqual(['A-1.1', 'A-1.2', 'A-1.3']);
  expect((await client.devices.list()).filter(({ phase }) => phase === 'enrolled')).toHaveLength(1);
  await first.stop();
  const second = await startTestHall({ dir });
  expect(second.system.store.db.prepare("SELECT count(*) FROM ledger WHERE type = 'matter-saved'").pluck().get()).toBe(
    before,
  );
  await second.stop();
});

it('[A2] [S1] a start on an older file that is killed at any of its statements leaves the old file or the new one, and a newer file as it is', async () => {
  const { statements, states, wrong } = await killedMigrations(3, 4);
  expect(statements).toBeGreaterThan(100);
  expect(states).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
}, 240_000);
