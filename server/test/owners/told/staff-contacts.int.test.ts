import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffWish } from '../../../../schema/people/contact.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { sealedFaults } from '../../../keep/findings.ts';
import { readKeys } from '../../../ledger/file/data-dir.ts';
import { refusalCode, startTestHall, type TestHall } from '../../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });
function enter(client: Client, telephone?: string, declined: StaffWish[] = []) {
  const contact = { declined, language: 'zh-Hans' as const, ...(telephone ? { telephone } : {}) };
  return client.session.saveContact({ ...wish(), contact });
}

it('[P1] [S4] a contact of the staff is entered by the person alone, sealed, masked on the screen, and cleared by an administrator', async () => {
  const one = await hall.clerk('one');
  expect(await one.session.contact({})).toMatchObject({
    telephone: null,
    wishes: [{ wish: 'handler', on: true }, {}, {}, {}],
  });
  expect(await refusalCode(enter(one))).toBe('contact-missing');
  expect(await refusalCode(enter(one, '0851-85551234'))).toBe('input-invalid');
  const saved = await enter(one, ' 139 8500-0001', ['steps']);
  expect(saved.telephone).toBe('*********0001');
  expect(saved.wishes).toContainEqual({ wish: 'steps', on: false });
  // Chosen anew without typing the number again.
  expect((await enter(one)).wishes.every(({ on }) => on)).toBe(true);
  const boss = await hall.clerk('boss');
  expect((await boss.session.contact({})).wishes.map(({ wish }) => wish)).toContain('hall-late');
  const { clerkId } = await one.session.me();
  expect(await refusalCode(boss.administration.clearContact({ ...wish(), clerkId }))).toBe('not-allowed');
  const { db } = hall.system.store;
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (const sign of ['13985000001', '85000001'])
    expect(readFileSync(join(hall.dir, 'hall.db')).includes(sign), sign).toBe(false);
  const keys = readKeys(hall.dir);
  const file = join(hall.dir, 'hall.db');
  expect(sealedFaults(file, keys)).toEqual([]);
  const admin = await hall.clerk('admin');
  expect(await admin.administration.contact({ clerkId })).toEqual({ isEntered: true });
  await admin.administration.clearContact({ ...wish(), clerkId });
  expect((await one.session.contact({})).telephone).toBeNull();
  const types = db.prepare<[string], string>('SELECT type FROM ledger WHERE stream = ? ORDER BY seq').pluck();
  const today = hall.system.hall.look((from) => from.today);
  const written = ['contact-saved', 'contact-saved', 'contact-cleared'];
  expect(types.all(`account:${clerkId}@${today}`).slice(-3)).toEqual(written);
});

it('[P1] a contact of the staff ends with the account, after the days of the setting, and stays with one that is in use again', async () => {
  await enter(await hall.clerk('one'), '13985000001');
  await enter(await hall.clerk('two'), '13985000002');
  const admin = await hall.clerk('admin');
  const all = await admin.administration.clerks({});
  const save = async (account: string, active: boolean) => {
    const { blocked: _, ...clerk } = all.find((one) => one.account === account)!;
    const client = await hall.clerk('admin');
    await client.administration.saveClerk({ ...wish(), clerk: { ...clerk, active }, newPassword: false });
  };
  await save('one', false);
  await save('two', false);
  const left = () => hall.system.store.db.prepare('SELECT count(*) FROM contacts').pluck().get();
  for (let night = 0; night < 20; night++) await hall.clock.advance(DAY);
  await save('two', true);
  expect(left()).toBe(2);
  for (let night = 0; night < 12; night++) await hall.clock.advance(DAY);
  expect(left()).toBe(1);
  const two = await hall.clerk('two');
  expect((await two.session.contact({})).telephone).toBe('*********0002');
  const erased = hall.system.store.db.prepare('SELECT sum(people) FROM erasures').pluck().get();
  expect(erased).toBe(1);
});
