import { describe, expect, it } from 'vitest';
import type { Task, WorkRow } from '../../schema/cases/worklist/task.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { LostCover } from '../../schema/hours/cover.ts';
import type { CaseId, ClerkId, CounterId, MatterId } from '../../schema/ids.ts';
import type { CounterRow } from '../../schema/line/rows.ts';
import type { UncalledTicket } from '../../schema/line/views.ts';
import type { NoteRow } from '../../schema/messages/rows.ts';
import { en } from '../words/en.ts';
import { speak } from '../words/speak.ts';
import type { StaffRows } from '../work/seat.ts';
import { actWords, byWords, itemWords } from './item-words.ts';
import { actOf, workItems } from './work-items.ts';

const [ONE, TWO, BOSS] = ['one', 'two', 'boss'] as ClerkId[] as [ClerkId, ClerkId, ClerkId];
const today = '2026-11-23';
const NOON = Date.parse('2026-11-23T04:00:00.000Z');

const task = (kind: Task['kind'], by: Task['by'], to: ClerkId[], more: Partial<WorkRow['tasks'][number]> = {}) => ({
  ...{ kind, by, to, toName: to.join() || null, author: null, count: null, words: null, provisional: false },
  ...more,
});
const row = (id: string, ...tasks: WorkRow['tasks']): WorkRow => ({
  ...{ id: id as CaseId, phase: 'accepted', number: id, matterId: 'A-1' as MatterId, who: '王*花' },
  ...{ handler: ONE, handlerName: '一', tasks },
});
const counter = (id: string, clerkId: ClerkId, closingSince: string | null): CounterRow => ({
  ...{ id: id as CounterId, label: id, phase: 'closing', letters: [], clerkId, clerkName: clerkId, ticketId: null },
  ...{ number: 'A001', ticketPhase: 'serving', since: null, closingSince },
});
const failed = {
  id: '7',
  at: '2026-11-23T03:00:00.000Z',
  kind: 'message-failed',
  caseId: null,
  tickedBy: null,
} as NoteRow;
const entrusted = (until: string) =>
  ({ id: 'B-1' as MatterId, standing: { entrustment: { until } } }) as unknown as Matter;
type ListRows = Pick<StaffRows, 'work' | 'counters' | 'unhandled' | 'notes'>;
const NOTHING: ListRows = { work: [], counters: [], unhandled: [], notes: [] };
const listed = (
  me: { clerkId: ClerkId; role: 'clerk' | 'supervisor' | 'administrator' },
  rows: Partial<ListRows>,
  more: {
    matters?: Matter[];
    news?: number;
    away?: Map<string, string>;
    lost?: LostCover[];
    uncalled?: UncalledTicket[];
  } = {},
) =>
  workItems({
    rows: { ...NOTHING, ...rows },
    me,
    today,
    matters: [],
    away: new Map(),
    lost: [],
    uncalled: [],
    news: 0,
    ...more,
  });
const one = { clerkId: ONE, role: 'clerk' as const };
const boss = { clerkId: BOSS, role: 'supervisor' as const };

describe('the list of what is to be done now', () => {
  it('[C10] the promise that breaks next is on top, and what has no day is last', () => {
    const items = listed(one, {
      work: [
        row('no-day', task('sent-back', null, [ONE])),
        row('tomorrow', task('tell', '2026-11-24', [ONE])),
        row('today', task('inquiry', '2026-11-23', [ONE])),
        row('soon', task('offer', '2026-11-23T04:30:00.000Z', [ONE])),
        row('late', task('explain', '2026-11-20', [ONE])),
      ],
    });
    expect(items.map(({ caseId }) => caseId)).toEqual(['late', 'soon', 'today', 'tomorrow', 'no-day']);
  });

  it('[C2] a clerk sees what is the clerk’s own, a supervisor what is the hall’s, an administrator nothing', () => {
    const work = [row('a', task('tell', today, [ONE])), row('b', task('tell', today, [TWO]))];
    expect(listed(one, { work }).map(({ caseId }) => caseId)).toEqual(['a']);
    expect(listed(boss, { work }).map(({ caseId, mine }) => [caseId, mine])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    expect(listed({ clerkId: BOSS, role: 'administrator' }, { work })).toEqual([]);
  });

  it('[C6] what any supervisor may do is the supervisor’s, and never its author’s', () => {
    const work = [row('a', task('review', today, [], { author: BOSS })), row('b', task('review', today, []))];
    expect(listed(boss, { work }).map(({ caseId, mine }) => [caseId, mine])).toEqual([
      ['b', true],
      ['a', false],
    ]);
    expect(listed(one, { work })).toEqual([]);
  });

  it('[T12] an occupied counter is its clerk’s to finish and the supervisor’s to release', () => {
    const counters = [counter('c1', ONE, '2026-11-23T03:50:00.000Z'), counter('c2', TWO, null)];
    expect(listed(one, { counters })).toMatchObject([{ kind: 'finish', number: 'A001', mine: true }]);
    expect(listed(boss, { counters })).toMatchObject([{ kind: 'release', counterId: 'c1', mine: false }]);
    expect(listed(boss, { counters }).map(actOf)).toEqual([{ kind: 'release' }]);
  });

  it('[L2] [C15] a supervisor sees cases that nobody handles, failed messages, and entrustments of thirty days', () => {
    const unhandled = [{ id: TWO, name: '二', cases: 3, why: 'away' as const }];
    const matters = [entrusted('2026-12-23'), entrusted('2026-12-24'), entrusted('2026-11-22')];
    const rows = { unhandled, notes: [failed] };
    expect(listed(boss, rows, { matters }).map(({ kind, by }) => [kind, by])).toEqual([
      ['hand-over', null],
      ['alert', null],
      ['entrustment', '2026-12-23'],
    ]);
    expect(listed(boss, { notes: [failed] }).map(actOf)).toEqual([{ kind: 'tick' }]);
    const ending = listed(boss, {}, { matters });
    expect(ending.map(actOf)).toEqual([{ kind: 'matter' }]);
    expect(ending.map((item) => actWords(speak('en'), item))).toEqual(['Open']);
    expect(listed(boss, { notes: [{ ...failed, tickedBy: '长' }] })).toEqual([]);
    expect(listed(one, rows, { matters })).toEqual([]);
  });

  it('[C11] a matter whose A and B are both away is the supervisor’s at once, and one that has either is not', () => {
    const positions = { offered: true, clerkA: ONE, clerkB: TWO };
    const matters = [
      { id: 'A-1', ...positions },
      { id: 'A-2', ...positions, clerkB: null },
    ] as unknown as Matter[];
    const gone = (away: string[]) => new Map(away.map((id) => [id, `${id} 员`]));
    const lost = (away: string[]) => listed(boss, {}, { matters, away: gone(away) });
    expect(lost([ONE, TWO])).toMatchObject([
      { kind: 'cover', matterId: 'A-1', breaksMs: 0, toName: `${ONE} 员、${TWO} 员` },
    ]);
    expect(lost([ONE, TWO]).map(actOf)).toEqual([{ kind: 'go', section: 'absences' }]);
    expect(lost([ONE])).toEqual([]);
    expect(listed(one, {}, { matters, away: gone([ONE, TWO]) })).toEqual([]);
  });

  it('[T10] [L3] a number that no opening to come would call is the supervisor’s at once, with the counters that could', () => {
    const uncalled = [{ ticketId: 't1', number: 'A007', matterId: 'A-1', counterLabels: ['2', '5'] }] as never;
    const items = listed(boss, {}, { uncalled });
    expect(items).toMatchObject([{ kind: 'uncalled', number: 'A007', matterId: 'A-1', words: '2 / 5', breaksMs: 0 }]);
    expect(items.map(actOf)).toEqual([{ kind: 'go', section: 'openings' }]);
    expect(listed(one, {}, { uncalled })).toEqual([]);
  });

  it('[C11] openings to come that lose cover are one row a matter, by the first of them, and lead to the plan', () => {
    const opening = (day: string) => ({
      openingId: day,
      day,
      startsAt: `${day}T01:00:00Z`,
      endsAt: `${day}T09:00:00Z`,
    });
    const found = {
      matterId: 'A-1',
      nameA: '甲',
      nameB: '乙',
      openings: [opening('2026-11-25'), opening('2026-11-26')],
    };
    const lost = [found] as unknown as LostCover[];
    const items = listed(boss, {}, { lost });
    expect(items).toMatchObject([
      { kind: 'cover-ahead', matterId: 'A-1', by: '2026-11-25', count: 2, toName: '甲、乙' },
    ]);
    expect(items.map(actOf)).toEqual([{ kind: 'go', section: 'openings' }]);
    expect(listed(one, {}, { lost })).toEqual([]);
  });

  it('[C2] news of first-contact cases is one row that leads to them', () => {
    expect(listed(one, {}, { news: 4 })).toMatchObject([{ kind: 'news', count: 4 }]);
    expect(listed(one, {}, { news: 4 }).map(actOf)).toEqual([{ kind: 'go', section: 'cases' }]);
  });

  it('[C3] [C5] the key of a row does what is mine, and opens the case where it is a colleague’s', () => {
    const work = [
      row('a', task('offer', today, [ONE])),
      row('b', task('ring', today, [ONE])),
      row('c', task('limit', today, [ONE])),
    ];
    expect(listed(one, { work }).map(actOf)).toEqual([
      { kind: 'accept' },
      { kind: 'act', act: 'tell' },
      { kind: 'case' },
    ]);
    expect(listed(boss, { work }).map(actOf)).toEqual([{ kind: 'case' }, { kind: 'case' }, { kind: 'case' }]);
  });

  it('[C9] a row says its date with the year, “due today”, or until when today', () => {
    const say = speak('en');
    const words = (by: Task['by']) =>
      byWords(say, 'en', listed(one, { work: [row('a', task('tell', by, [ONE]))] })[0]!, { today, nowMs: NOON });
    expect(words('2027-01-28')).toEqual({ words: 'By 28 Jan 2027', urgency: 'later' });
    expect(words(today)).toEqual({ words: 'Due today', urgency: 'today' });
    expect(words('2026-11-20')).toEqual({ words: 'Late · 20 Nov 2026', urgency: 'late' });
    expect(words('2026-11-23T04:30:00.000Z')).toEqual({ words: 'Today until 12:30', urgency: 'today' });
    expect(words('2026-11-23T03:30:00.000Z')).toEqual({ words: 'Late · 11:30', urgency: 'late' });
    expect(words(null)).toEqual({ words: en.todoNoDay, urgency: 'later' });
  });

  it('[C9] a row knows whether its day may still move', () => {
    const work = [row('a', task('tell', '2027-01-28', [ONE], { provisional: true }), task('offer', null, [ONE]))];
    expect(listed(one, { work }).map(({ provisional }) => provisional)).toEqual([true, false]);
  });

  it('[C10] the last day of a limit is said so, and an earlier warning in percent', () => {
    const say = speak('en');
    const said = (count: number) =>
      itemWords(say, listed(one, { work: [row('a', task('limit', today, [ONE], { count }))] })[0]!);
    expect(said(80)).toBe('80% of the limit is over');
    expect(said(100)).toBe('Last day of the limit');
  });
});
