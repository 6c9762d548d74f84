import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarChange, CalendarFile } from '../../../schema/hall/calendar.ts';
import type { CounterId, Day, MatterId } from '../../../schema/ids.ts';
import { type Client, refusalOf } from '../../../web/client.ts';
import { openings } from '../../hours/tables/openings.ts';
import { calendar } from '../../shell/calendar.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { recordingShell } from '../house/shell-fixture.ts';
import { applied, wish } from '../people/person-fixture.ts';
import { testHallData } from '../test-data.ts';
import { off } from './hall-from.ts';

const DAY_MS = 24 * 3_600_000;
const at = (day: Day) => Date.parse(`${day}T01:01:00.000Z`);

let dir: string;
let hall: TestHall | null = null;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-calendar-'));
});
afterEach(async () => {
  await hall?.stop();
  hall = null;
  rmSync(dir, { recursive: true, force: true });
});

/** A hall on that day, whose matters have this limit in working days. */
async function hallOn(day: Day, limitDays: number): Promise<TestHall> {
  const data = testHallData();
  const series = data.series.map((one) => ({ ...one, firstDay: '2026-01-01' }));
  const matters = data.matters.map((one) => ({ ...one, limitDays }));
  hall = await startTestHall({ dir: join(dir, 'data'), nowMs: at(day), data: { ...data, series, matters } });
  return hall;
}

/** One case that `one` accepted today. */
async function accepted(of: TestHall) {
  const kiosk = await of.kiosk();
  const one = await of.clerk('one');
  const matterIds = ['A-1' as MatterId];
  const { ticketId, link } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId });
  const [open] = await one.cases.mine({});
  const { caseId } = open!;
  const answer = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  return { one, caseId, answer, link };
}

const change = (admin: Client, change: CalendarChange) => admin.calendar.change({ ...wish(), change });
const pageOf = async (of: TestHall, path: string, language = 'zh-CN') =>
  (await fetch(of.origin + path, { headers: { 'accept-language': language } })).text();

const YEAR_2027: CalendarFile = {
  year: 2027,
  source: '国办发明电〔2026〕1 号（测试）',
  days_off: [
    ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
    ...['2027-04-05', '2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
  ],
  make_up_workdays: ['2027-02-20'],
};

describe('a calendar that changes', () => {
  it('[C17] [C9] a day that becomes off moves the due date only with a notice of both dates, once, and not of a closed case', async () => {
    const at = await hallOn('2026-02-13', 5);
    const { one, caseId, answer } = await accepted(at);
    expect(answer).toMatchObject({ dueOn: '2026-02-27', provisional: false });
    const admin = await at.clerk('admin');
    const boss = at.follow(await at.clerk('boss'), 'staff');
    expect(await admin.calendar.preview({ change: off('2026-02-24') })).toEqual([
      { number: answer.receiptNo, from: '2026-02-27', to: '2026-02-28', noticeNo: null },
    ]);
    expect((await one.cases.mine({}))[0]).toMatchObject({ dueOn: '2026-02-27' });

    const moved = [{ number: answer.receiptNo, from: '2026-02-27', to: '2026-02-28', noticeNo: 'QX2026-000001' }];
    expect(await change(admin, off('2026-02-24'))).toEqual({ moved });
    expect((await one.cases.mine({}))[0]).toMatchObject({
      dueOn: '2026-02-28',
      papers: [{ kind: 'receipt' }, { kind: 'due-change', no: 'QX2026-000001' }],
    });
    await eventually(() =>
      expect(boss.snapshot().rows.notes).toMatchObject([
        { kind: 'due-moved', caseId, about: answer.receiptNo, detail: '2026-02-27 2026-02-28 QX2026-000001' },
      ]),
    );
    const [receipt, notice] = (await one.cases.papers({ caseId })).map(({ path }) => path!);
    const text = await pageOf(at, notice!);
    for (const part of ['办结期限变更通知书', 'QX2026-000001', answer.receiptNo!, '2026年2月27日', '2026年2月28日'])
      expect(text).toContain(part);
    expect(await pageOf(at, notice!, 'en')).toContain('Notice of a new due date');
    expect(await pageOf(at, receipt!)).toContain('2026年2月27日');

    expect(await change(admin, off('2026-02-24'))).toEqual({ moved: [] });
    const back = { hallDay: { day: '2026-02-24', kind: null, reason: '' } };
    expect(await change(admin, back)).toMatchObject({ moved: [{ from: '2026-02-28', to: '2026-02-27' }] });
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    expect(await change(admin, off('2026-02-24', '停水'))).toEqual({ moved: [] });
  });

  it('[C9] [C17] a date in a year without an official calendar says so on screen, paper and page, until the year is imported', async () => {
    const at = await hallOn('2026-12-24', 10);
    const { one, caseId, answer, link } = await accepted(at);
    expect(answer).toMatchObject({ dueOn: '2027-01-08', provisional: true });
    const [row] = await one.cases.mine({});
    expect(row).toMatchObject({ dueOn: '2027-01-08', provisional: true });
    const [receipt] = await one.cases.papers({ caseId });
    for (const path of [link, receipt!.path!]) expect(await pageOf(at, path)).toContain('暂定');

    const admin = await at.clerk('admin');
    expect(await change(admin, { file: YEAR_2027 })).toEqual({ moved: [] });
    expect((await one.cases.mine({}))[0]).toMatchObject({ dueOn: '2027-01-08', provisional: false });
    expect(await pageOf(at, link)).not.toContain('暂定');
    // A paper stays as it was given.
    expect(await pageOf(at, receipt!.path!)).toContain('暂定');
    const { entries } = await admin.history({ kind: 'calendar-year' });
    expect(entries).toMatchObject([{ author: { name: '管理员' }, event: 'calendar-year-set', what: { id: '2027' } }]);
  });

  it('[C17] an official year that is other than the provisional one moves what was counted by it', async () => {
    const at = await hallOn('2026-12-24', 10);
    const { answer } = await accepted(at);
    const admin = await at.clerk('admin');
    const longer = { ...YEAR_2027, days_off: [...YEAR_2027.days_off, '2027-01-04'] };
    expect(await admin.calendar.preview({ change: { file: longer } })).toHaveLength(1);
    expect(await change(admin, { file: longer })).toMatchObject({
      moved: [{ number: answer.receiptNo, from: '2027-01-08', to: '2027-01-11' }],
    });
  });

  it('[C17] [C9] another day that was told moves with a paper, a message and a step, and is provisional on card and page until then', async () => {
    const at = await hallOn('2026-12-24', 10);
    const { one, caseId } = await accepted(at);
    await applied(one, caseId);
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    expect((await one.cases.mine({}))[0]).toMatchObject({ tellBy: '2027-01-08', mayMove: ['2027-01-08'] });
    const tasks = async () => (await one.boards.staff()).rows.work.flatMap((row) => row.tasks);
    expect(await tasks()).toMatchObject([{ kind: 'tell', by: '2027-01-08', provisional: true }]);
    const { clerkId } = await one.session.me();
    const { duties } = await (await at.clerk('boss')).cases.duties({ clerkId });
    expect(duties).toMatchObject([{ caseId, provisional: true }]);
    const page = `/c/${(await one.cases.papers({ caseId }))[0]!.path!.split('/')[3]!.split('?')[0]}`;
    expect(await pageOf(at, page)).toContain('暂定，如有变动另行书面通知');
    const admin = await at.clerk('admin');
    const boss = at.follow(await at.clerk('boss'), 'staff');
    const longer = { ...YEAR_2027, days_off: [...YEAR_2027.days_off, '2027-01-04'] };
    const answer = await change(admin, { file: longer });
    expect(answer.moved).toMatchObject([{ from: '2027-01-08', to: '2027-01-11', duty: 'telling' }]);
    const { noticeNo } = answer.moved[0]!;
    expect((await one.cases.mine({}))[0]).toMatchObject({ tellBy: '2027-01-11', mayMove: [] });
    expect(await tasks()).toMatchObject([{ kind: 'tell', by: '2027-01-11', provisional: false }]);
    const paper = (await one.cases.papers({ caseId })).find(({ no }) => no === noticeNo);
    const text = await pageOf(at, paper!.path!);
    for (const part of ['日期变更通知书', '告知并送达决定', '2027年1月8日', '2027年1月11日'])
      expect(text).toContain(part);
    expect(await pageOf(at, paper!.path!, 'en')).toContain('Notice of a new date');
    expect(await pageOf(at, page)).toContain('“告知并送达决定”的最迟日期由 2027年1月8日');
    expect(await pageOf(at, page)).not.toContain('暂定');
    await eventually(() =>
      expect(boss.snapshot().rows.notes).toMatchObject([
        { kind: 'day-moved', caseId, detail: `telling 2027-01-08 2027-01-11 ${noticeNo}` },
      ]),
    );
    const kinds = at.system.store.db.prepare('SELECT kind FROM messages').pluck().all();
    expect(kinds).toContain('case-day-moved');
  });

  it('[A3] [S4] a wrong file or day is refused with a sentence, changes nothing, and only an administrator changes the calendar', async () => {
    const at = await hallOn('2026-11-23', 5);
    const admin = await at.clerk('admin');
    const head = at.system.store.ledger.head();
    const twice = { ...YEAR_2027, days_off: [...YEAR_2027.days_off, '2027-01-01'] };
    const refusal = await change(admin, { file: twice }).then(() => null, refusalOf);
    expect(refusal).toMatchObject({ code: 'calendar-twice', facts: { day: '2027-01-01' } });
    for (const [wrong, code] of [
      [{ file: { ...YEAR_2027, year: 2025 } }, 'calendar-year-past'],
      [off('2026-11-20'), 'hall-day-past'],
      [off('2026-11-24', ' '), 'hall-day-reason'],
      [off('2026-02-30'), 'input-invalid'],
    ] as const) {
      expect(await refusalCode(change(admin, wrong)), code).toBe(code);
      expect(await refusalCode(admin.calendar.preview({ change: wrong })), code).toBe(code);
    }
    for (const account of ['one', 'boss']) {
      const other = await at.clerk(account);
      expect(await refusalCode(change(other, off('2026-11-24')))).toBe('not-allowed');
      expect(await refusalCode(other.calendar.read({}))).toBe('not-allowed');
    }
    const { years, hallDays } = await admin.calendar.read({});
    expect(years.map(({ year, isOfficial }) => [year, isOfficial])).toEqual([
      [2026, true],
      [2027, false],
    ]);
    expect(hallDays).toEqual([]);
    expect(at.system.store.ledger.load('calendar-year:2027')).toEqual([]);
    expect(at.system.store.ledger.head()).toBeGreaterThanOrEqual(head);
  });

  it('[H1] a series on workdays plans no opening on a day that the hall has off', async () => {
    const at = await hallOn('2026-11-23', 5);
    const admin = await at.clerk('admin');
    await change(admin, off('2026-12-15'));
    await at.clock.advance(2 * DAY_MS);
    const days = at.system.hall
      .read(openings)
      .lookBack('2026-12-01')
      .map(({ day }) => day);
    expect(days).toContain('2026-12-14');
    expect(days).not.toContain('2026-12-15');
    expect(days).toContain('2026-12-16');
  });
});

describe('the year that is missing', () => {
  const troubles = async (of: TestHall) => {
    of.system.look();
    return of.system.hall.condition.troubles().filter(({ id }) => id === 'calendar-missing');
  };

  it('[H1] from 1 December a missing next year is told until it is imported, and not on 30 November', async () => {
    const at = await hallOn('2026-11-30', 5);
    expect(await troubles(at)).toEqual([]);
    await at.clock.advance(DAY_MS);
    expect(await troubles(at)).toMatchObject([{ level: 'degraded', facts: { year: 2027 } }]);
    await change(await at.clerk('admin'), { file: YEAR_2027 });
    expect(await troubles(at)).toEqual([]);
  });
});

describe('hall calendar', () => {
  async function run(...args: string[]): Promise<string> {
    const shell = recordingShell(join(dir, 'data'), () => MONDAY_9 + DAY_MS);
    expect(await calendar.run(args, shell)).toBe(0);
    return shell.said.join('\n');
  }
  const written = (data: unknown) => {
    const file = join(dir, 'year.json');
    writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data));
    return file;
  };

  it('[H1] [C17] hall calendar lists the years beside a running hall, imports one while the hall is stopped, and prints what moved', async () => {
    const at = await hallOn('2026-11-23', 28);
    const { answer } = await accepted(at);
    expect(answer).toMatchObject({ dueOn: '2026-12-31' });
    const closed = await change(await at.clerk('admin'), off('2026-12-25'));
    expect(closed.moved).toMatchObject([{ to: '2027-01-04' }]);
    expect(await run()).toMatch(/^2026 {2}official .*\n2027 {2}provisional {2}13 days off/);
    await expect(run('import', written(YEAR_2027))).rejects.toThrow('administrator’s screen');
    await at.stop();
    hall = null;
    const longer = { ...YEAR_2027, days_off: [...YEAR_2027.days_off, '2027-01-04'] };
    const said = await run('import', written(longer));
    expect(said).toContain('2027 is imported; 1 due dates moved');
    expect(said).toContain(`${answer.receiptNo}  2027-01-04 → 2027-01-05  notice QX2026-000002`);
    expect(await run()).toContain('2027  official     16 days off, 1 make-up workdays');
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /year\.json is no JSON/],
    ['a field that is missing', { ...YEAR_2027, days_off: undefined }, /year\.json: days_off: /],
    ['a day that is none', { ...YEAR_2027, days_off: ['2027-02-30'] }, /year\.json: days_off\.0: /],
    ['a day of another year', { ...YEAR_2027, make_up_workdays: ['2026-02-21'] }, /2026-02-21 is not in that year/],
  ])('[A3] a file that is wrong is refused in a sentence and nothing is imported: %s', async (_, data, sentence) => {
    const at = await hallOn('2026-11-23', 5);
    await at.stop();
    hall = null;
    await expect(run('import', written(data))).rejects.toThrow(sentence);
    expect(await run()).toContain('2027  provisional');
  });
});
