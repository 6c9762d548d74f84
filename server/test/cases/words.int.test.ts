import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { texts } from '../../people/tables/texts.ts';
import { ERASED } from '../../people/views/said.ts';
import { startTestHall, type TestHall } from '../harness.ts';

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
  const [{ caseId } = { caseId: null }] = await one.cases.mine();
  if (!caseId) throw new Error('no case was opened');
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: SAID } });
  await one.cases.proposeRefusal({ ...wish(), caseId, reason: SAID, basis: '办法第五条' });
  return { one, caseId, paper: paper! };
}

const page = async (path: string) => (await fetch(hall.origin + path)).text();

describe('words of the staff', () => {
  it('[P1] they are read where they belong, and stand in no event, no row and no file', async () => {
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

  it('[P1] erased ones say so on a paper that is printed again, and the case stands', async () => {
    const { one, caseId, paper } = await written();
    await one.cases.takeBackRefusal({ ...wish(), caseId });
    await hall.system.hall.commit({ command: 'test', requestId: null, actor: { kind: 'clock' } }, (tx) => {
      tx.write(texts).keepUntil(`case:${caseId}`, '2026-11-23');
      return { erased: tx.write(texts).erase('2026-11-23') };
    });
    expect(await one.cases.one({ caseId })).toMatchObject({ phase: 'accepted', receiptNo: 'SL20261123-0001' });
    expect(await page(paper)).toContain(ERASED);
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
