import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, Instant } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';
import { log, longKeeping, NOW, run, stoppedHall, trace, write } from './case-log-fixture.ts';

const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });

const OVER: { activity: string; time: string; who: string; phone?: string; remark?: string }[] = [
  { activity: '登记', time: '2025-03-03T09:00:00.000Z', who: 'one', phone: '13800138000' },
  { activity: '受理', time: '2025-03-04T09:00:00.000Z', who: '王旧' },
  { activity: '勘验', time: '2025-03-05T09:00:00.000Z', who: '王旧', remark: '李四家的狗' },
  { activity: '转办', time: '2025-03-06T09:00:00.000Z', who: 'two 员' },
  { activity: '准予', time: '2025-03-07T09:00:00.000Z', who: 'two' },
  { activity: '办结', time: '2025-03-10T09:00:00.000Z', who: 'two' },
];
const accepted = (day: string, who: string) => [{ activity: '受理', time: `${day}T02:00:00.000Z`, who }];
const TRACES = [
  trace('C-over', { applicant: '张三丰' }, OVER),
  trace('C-goes-on', {}, accepted('2026-11-09', 'one')),
  trace('C-late', {}, accepted('2026-03-02', '王旧')),
  trace('C-decided', {}, [
    ...accepted('2026-11-02', 'one'),
    { activity: '批准', time: '2026-11-10T02:00:00.000Z', who: 'one' },
  ]),
];

let dir: string;
let hall: TestHall | null = null;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-moved-'));
});
afterEach(async () => {
  await hall?.stop();
  hall = null;
  rmSync(dir, { recursive: true, force: true });
});

/** The hall into which these cases were moved, running. */
async function movedIn() {
  const at = join(dir, 'hall');
  await stoppedHall(at);
  const map = write(dir, 'map.json', JSON.stringify({ withoutEnd: 'open' }));
  const file = write(dir, 'old.xes', log(...TRACES));
  const { said } = await run(at, 'import', '--map', map, '--matter', 'A-1', '--handler', 'two', file);
  hall = await startTestHall({ dir: at, data: longKeeping(), nowMs: NOW });
  return { hall, said };
}

const caseOf = (of: TestHall, number: string): CaseId =>
  of.system.store.db.prepare<[string], CaseId>('SELECT id FROM cases WHERE number = ?').pluck().get(number)!;
const typesOf = (of: TestHall, id: CaseId) => of.system.store.ledger.load(`case:${id}`).map(({ event }) => event.type);

describe('cases that were moved in', () => {
  it('[C2] [Q8] the question who had a case of before, and when, is answered by the times of its log', async () => {
    const { hall: of } = await movedIn();
    const boss = await of.clerk('boss');
    const at = async (instant: Instant) => (await boss.answerable({ at: instant })).rows.map((one) => one.clerkName);
    // Read from the log alone: whoever did the last step has it until the end.
    for (
      let ms = Date.parse('2025-03-02T21:00:00.000Z');
      ms < Date.parse('2025-03-12T00:00:00Z');
      ms += 7 * 3_600_000
    ) {
      const instant = new Date(ms).toISOString();
      const last = OVER.findLast(({ time }) => time <= instant);
      const who = last && last.activity !== '办结' ? [{ one: 'one 员', two: 'two 员' }[last.who] ?? last.who] : [];
      expect([instant, await at(instant)]).toEqual([instant, who]);
    }
    const { rows } = await boss.answerable({ number: 'c-over' });
    expect(rows.map(({ how, until }) => [how, until])).toEqual([
      ['case-opened', '2025-03-04T09:00:00.000Z'],
      ['foreign-activity', '2025-03-06T09:00:00.000Z'],
      ['foreign-activity', '2025-03-10T09:00:00.000Z'],
    ]);
    expect(rows.every(({ firstContactName, number }) => firstContactName === 'one 员' && number === 'C-over')).toBe(
      true,
    );
  });

  it('[C10] [Q8] nothing of before rings, and what is due from now on does', async () => {
    const { hall: of, said } = await movedIn();
    expect(said).toMatch(/C-late was due on 2026-03-30 and goes on; nobody is told that it is late/);
    await of.clock.advance(60_000);
    const [late, goesOn] = [caseOf(of, 'C-late'), caseOf(of, 'C-goes-on')];
    const { db } = of.system.store;
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('notes'), count('messages'), count('links')]).toEqual([0, 0, 0]);
    expect(typesOf(of, late)).toEqual(['case-opened', 'case-accepted', 'case-taken-over']);
    const two = await of.clerk('two');
    const mine = await two.cases.mine({});
    expect(mine.map(({ caseId, dueOn }) => [caseId, dueOn])).toEqual([[late, '2026-03-30']]);
    expect(of.system.hall.read(cases).byId(late)).toMatchObject({ late: ['due'], lateOnArrival: true });
    const work = (await two.boards.staff({})).rows.work.filter(({ id }) => id === late);
    expect(work.flatMap(({ tasks }) => tasks)).toEqual([]);
    // The last part of the limit is told on its day.
    await of.clock.advance(11 * DAY);
    await eventually(() => expect(typesOf(of, goesOn)).toContain('deadline-warned'));
    expect(typesOf(of, late)).not.toContain('duty-late');
    // Telling is owed from the day of the reading on.
    expect(of.system.hall.read(cases).byId(caseOf(of, 'C-decided'))?.decision?.tellBy).toBe('2026-12-07');
  });

  it('[C5] [C7] a case that goes on is worked on, decided and told like any other, with papers of this hall', async () => {
    const { hall: of } = await movedIn();
    const one = await of.clerk('one');
    const caseId = caseOf(of, 'C-goes-on');
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await one.cases.tell({ ...wish(), caseId, way: 'telephone', reached: true, remark: '' });
    expect(typesOf(of, caseId).slice(2)).toEqual(['case-taken-over', 'case-decided', 'resident-told', 'case-closed']);
    const papers = await one.cases.papers({ caseId });
    expect(papers.map(({ no }) => no)).toEqual([expect.stringMatching(/^JD2026-/)]);
  });

  it('[C6] [C12] the page of a case that was moved in tells its story with its own days, and the box finds it by its old number', async () => {
    const { hall: of } = await movedIn();
    const one = await of.clerk('one');
    const caseId = caseOf(of, 'C-over');
    for (const typed of ['C-OVER', 'Ｃ-over'])
      expect((await one.tickets.box({ typed })).cases.map((view) => view.caseId)).toEqual([caseId]);
    const history = await one.cases.history({ caseId });
    expect(history.map(({ at, kind, byName }) => [at.slice(0, 10), kind, byName])).toEqual([
      ['2025-03-03', 'case-opened', null],
      ['2025-03-03', 'foreign-activity', 'one 员'],
      ['2025-03-04', 'case-accepted', '王旧'],
      ['2025-03-05', 'foreign-activity', '王旧'],
      ['2025-03-06', 'foreign-activity', 'two 员'],
      ['2025-03-07', 'case-decided', 'two 员'],
      ['2025-03-10', 'case-closed', 'two 员'],
    ]);
    expect(await one.cases.news({})).toMatchObject({ items: [] });
  });

  it('[A3] a log is looked at, and the cases are written out, while the hall runs; it is read in only while it is stopped', async () => {
    await movedIn();
    const [at, file] = [join(dir, 'hall'), join(dir, 'old.xes')];
    const how = ['--map', join(dir, 'map.json'), '--matter', 'A-1', '--handler', 'two'];
    expect((await run(at, 'import', '--check', ...how, file)).said).toContain('4 cases are here already');
    expect((await run(at, 'export', join(dir, 'out.csv'))).said).toContain('4 cases with 10 events');
    await expect(run(at, 'export', join(dir, 'out.csv'))).rejects.toThrow('exists already');
    await expect(run(at, 'import', ...how, file)).rejects.toThrow(/runs/);
  });

  it('[P1] what a log says of people is in no event and no row in the clear, and whoever worked here before may not sign in', async () => {
    const { hall: of } = await movedIn();
    const { db } = of.system.store;
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    for (const table of tables)
      for (const row of db.prepare(`SELECT * FROM "${table}"`).all())
        expect(JSON.stringify(row)).not.toMatch(/张三丰|13800138000|李四/);
    const former = db
      .prepare<[], { account: string; active: number }>("SELECT account, active FROM clerks WHERE name = '王旧'")
      .all();
    expect(former).toEqual([{ account: expect.stringMatching(/^former-/), active: 0 }]);
    await expect(of.clerk(former[0]!.account)).rejects.toThrow();
  });

  it('[P1] a case that ended longer ago than people are kept is read in with steps and times, and no attribute', async () => {
    const at = join(dir, 'short');
    const short = await startTestHall({ dir: at });
    await short.stop();
    const file = write(dir, 'old.xes', log(TRACES[0]!));
    const { said } = await run(at, 'import', '--matter', 'A-1', file);
    expect(said).toContain('1 cases ended so long ago that their retention is over');
    hall = await startTestHall({ dir: at, nowMs: NOW });
    expect(typesOf(hall, caseOf(hall, 'C-over'))).toHaveLength(7);
    expect(hall.system.store.db.prepare('SELECT count(*) FROM texts').pluck().get()).toBe(0);
  });

  it('[C9] [Q8] a case that is read in is due on a day that is provisional only where that day is of a year without an official calendar, not where the law’s is', async () => {
    const at = join(dir, 'promised');
    const { matters, ...data } = longKeeping();
    const limits = { limitDays: 40, promisedDays: 20 };
    const before = await startTestHall({
      dir: at,
      data: { ...data, matters: matters.map((one) => ({ ...one, ...limits })) },
    });
    await before.stop();
    const map = write(dir, 'map.json', JSON.stringify({ withoutEnd: 'open' }));
    const file = write(dir, 'old.xes', log(TRACES[1]!));
    await run(at, 'import', '--map', map, '--matter', 'A-1', '--handler', 'two', file);
    hall = await startTestHall({ dir: at, nowMs: NOW });
    const found = hall.system.hall.read(cases).byId(caseOf(hall, 'C-goes-on'));
    expect(found).toMatchObject({ dueOn: '2026-12-07', legalDueOn: '2027-01-05', provisional: false });
  });
});
