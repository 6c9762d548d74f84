import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { ERASED } from '../../../schema/people/mask.ts';
import { newRequestId } from '../../../web/client.ts';
import { texts } from '../../people/tables/texts.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const SAID = '申请人王小花的邻居来电，说她住院了';

/** A case of which a clerk wrote `SAID` when it was accepted, and again when it was proposed to be refused. */
async function written() {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const { ticketId } = await kiosk.tickets.issue({
    ...wish(),
    matterIds: ['A-1' as MatterId],
    care: false,
    printing: false,
  });
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId });
  const [{ caseId } = { caseId: null }] = await one.cases.mine({});
  if (!caseId) throw new Error('no case was opened');
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: SAID } });
  await one.cases.proposeRefusal({ ...wish(), caseId, reason: SAID, basis: '办法第五条' });
  return { one, caseId, paper: paper! };
}

const page = async (path: string, language = 'zh-CN') =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text();

describe('words of the staff', () => {
  it('[P1] words of the staff are read where they belong, and stand in no event, no row and no file', async () => {
    const { one, caseId, paper } = await written();
    expect((await one.cases.one({ caseId })).proposal?.reason).toBe(SAID);
    expect(await page(paper)).toContain(SAID);
    const { db } = hall.system.store;
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables)
      expect(JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain(SAID);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(join(hall.dir, 'hall.db')).includes(SAID)).toBe(false);
  });

  it('[P1] erased ones say so on a paper that is printed again, in the reader’s language, and the case stands', async () => {
    const { one, caseId, paper } = await written();
    await one.cases.takeBackRefusal({ ...wish(), caseId });
    await hall.system.hall.commit({ command: 'test', requestId: null, actor: { kind: 'clock' } }, (tx) => {
      tx.write(texts).keepUntil(`case:${caseId}`, '2026-11-23');
      return { erased: tx.write(texts).erase('2026-11-23') };
    });
    expect(await one.cases.one({ caseId })).toMatchObject({ phase: 'accepted', receiptNo: 'SL2026-000001' });
    for (const [language, said] of [
      ['zh-CN', '（已到期删除）'],
      ['zh-TW', '（已到期刪除）'],
      ['en', '(erased, its time is over)'],
    ]) {
      const printed = await page(paper, language);
      expect(printed).toContain(said);
      expect(printed).not.toContain(ERASED);
    }
  });

  it('[P1] a rebuild gives them again, because the ledger holds their references', async () => {
    const { one, caseId } = await written();
    expect(await hall.system.verify()).toBe(true);
    expect((await one.cases.one({ caseId })).proposal?.reason).toBe(SAID);
    const refs = hall.system.hall.read(texts).refsOf(`case:${caseId}`);
    expect(refs).toHaveLength(2);
    expect(refs.map((ref) => hall.system.hall.read(texts).get(ref))).toContain(SAID);
  });
});

describe('reasons of the staff on tickets and counters', () => {
  const c1 = { counterId: 'c1' as CounterId };

  /** Each reason that a clerk may write where there is no case. */
  async function reasoned() {
    const [one, boss, admin] = [await hall.clerk('one'), await hall.clerk('boss'), await hall.clerk('admin')];
    const issue = () => one.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
    const [, second] = [await issue(), await issue()];
    const { ticketId } = second;
    await one.counters.open({ ...wish(), ...c1 });
    await one.tickets.callThis({ ...wish(), ...c1, ticketId, reason: SAID });
    const called = await boss.tickets.lookUp({ number: second.number });
    const figures = await boss.figures({});
    await one.tickets.putBack({ ...wish(), ticketId, reason: SAID });
    await one.tickets.withdraw({ ...wish(), ticketId, reason: SAID });
    await one.tickets.callNext({ ...wish(), ...c1 });
    await boss.counters.release({ ...wish(), ...c1, reason: SAID });
    await one.counters.open({ ...wish(), ...c1 });
    await one.counters.pause({ ...wish(), ...c1, reason: SAID });
    const two = (await admin.administration.clerks({})).find(({ account }) => account === 'two')!;
    await admin.administration.block({ ...wish(), clerkId: two.id, reason: SAID });
    return { number: second.number, called, ticketId, figures };
  }
  const inLedger = () => {
    const all = hall.system.store.db.prepare<[], { type: string; data: string }>('SELECT type, data FROM ledger').all();
    return all.filter(({ data }) => data.includes('"reason":"~')).map(({ type }) => type);
  };

  it('[P1] words of the staff are read by those who answer for the hall, and the ledger has references alone', async () => {
    const board = hall.follow(await hall.clerk('boss'), 'staff');
    const { figures, number, called } = await reasoned();
    expect(called.why?.reason).toBe(SAID);
    expect(figures.tickets.find((one) => one.number === number)?.why).toMatchObject({ rule: 'out-of-order' });
    expect(JSON.stringify(figures)).not.toMatch(/~[\w-]{22}/);
    const told = ['ticket-withdrawn', 'counter-released'].map((kind) => [kind, SAID]);
    await eventually(() => {
      const details = board.snapshot()?.rows.notes.map(({ kind, detail }) => [kind, detail]);
      expect(details).toEqual(expect.arrayContaining(told));
    });
    const sealed = ['ticket-called', 'ticket-put-back', 'ticket-withdrawn', 'ticket-released', 'counter-paused'];
    expect(inLedger().sort()).toEqual([...sealed, 'sign-in-blocked'].sort());
    const { db } = hall.system.store;
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const table of tables)
      expect(JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()), table).not.toContain(SAID);
  });

  it('[P1] words of the staff are erased when people of that day are, and not before', async () => {
    const { ticketId } = await reasoned();
    const kept = () => hall.system.hall.read(texts).refsOf(`ticket:${ticketId}`).length;
    for (let night = 0; night < 29; night++) await hall.clock.advance(24 * 3_600_000);
    expect(kept()).toBe(1);
    for (let night = 0; night < 2; night++) await hall.clock.advance(24 * 3_600_000);
    expect(kept()).toBe(0);
    expect(hall.system.store.db.prepare('SELECT count(*) FROM texts').pluck().get()).toBe(0);
  });

  it('[P1] a call without a reason writes no text', async () => {
    const one = await hall.clerk('one');
    await one.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
    await one.counters.open({ ...wish(), ...c1 });
    await one.tickets.callNext({ ...wish(), ...c1 });
    expect(hall.system.store.db.prepare('SELECT count(*) FROM texts').pluck().get()).toBe(0);
  });
});
