/** A fault that nobody foresaw: told to the log with what it was, to whoever asked as a fault alone. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, PASSWORD, signInAt } from '../harness.ts';
import { loggedHall } from '../house/child-hall.ts';

const { hall, log } = loggedHall('error');
beforeAll(hall.start);
afterAll(hall.clean);

it('a fault that nobody foresaw is a line of the log, and its answer says nothing of the inside', async () => {
  const { cookie } = await signInAt(hall.origin(), '/session', { account: 'boss', password: PASSWORD });
  const db = new Database(join(hall.dir, 'data', 'hall.db'));
  db.exec('DROP TABLE person_acts');
  db.close();
  const answer = await fetch(`${hall.origin()}/api/people/x`, { headers: { cookie } });
  const said = await answer.text();
  expect(answer.status).toBe(500);
  expect(said).not.toMatch(/person_acts|SELECT|no such|at .*\.ts/i);
  await eventually(() => expect(log()).toMatch(/^\{.*no such table: (main\.)?person_acts.*\}$/m));
  expect(log()).not.toContain(cookie.split('=')[1]);
});
