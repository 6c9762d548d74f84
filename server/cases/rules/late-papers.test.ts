import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../schema/ids.ts';
import { accept, BOSS, DAY, grant, notice, ONE, REASON, TWO, take, tell, watch } from '../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../test/given.ts';
import type { CaseCommand, CommandOf } from './case-command.ts';
import { waitingPapers } from './late-papers.ts';
import { isOver } from './owners/afterwards.ts';
import { watchOn } from './watch.ts';

const open = givenCase().after(take);
const decided = open.after(accept).after(grant);
const closed = decided.after(tell(true)).later(DAY);
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const come = (change: Partial<CommandOf<'take-late-papers'>> = {}): CaseCommand => ({
  ...{ type: 'take-late-papers', by: TWO, items: ['A-1.2'], note: '', to: ONE },
  ...change,
});
const answer = (change: Partial<CommandOf<'answer-late-papers'>> = {}): CaseCommand => ({
  ...{ type: 'answer-late-papers', by: ONE, no: 'BC20261124-0001', kind: 'filed', text: '已归入案卷' },
  ...{ linkedNo: null, isSupervisor: false },
  ...change,
});
const came = closed.after(come());

describe('papers that come after the end', () => {
  it('[C5] get a receipt that lists them and a day of answer, and the case stays as it was', () => {
    expect(closed.when(come({ note: '一封信' })).events).toMatchObject([
      {
        ...{ type: 'late-papers-received', no: 'BC20261124-0001', by: TWO, to: ONE, note: '一封信' },
        ...{ on: '2026-11-24', answerBy: '2026-11-25', day: '2026-11-24' },
        paper: { items: [{ id: 'A-1.2' }], outcome: 'granted' },
      },
    ]);
    expect(came.state).toMatchObject({ phase: 'closed', outcome: 'granted', handler: ONE });
    expect(isOver(came.state!)).toBe(false);
  });

  test.each<[string, CaseCommand, string]>([
    ['nothing', come({ items: [] }), 'late-papers-none'],
    ['what no list names', come({ items: ['B-7.1'] }), 'material-not-in-catalogue'],
  ])('[C5] papers that come after the end are not taken when there is %s', (_, wish, code) => {
    expect(closed.when(wish).refused).toBe(code);
  });

  it('[C5] [C7] papers that come after the end are not taken before the end, nor while their notice can be taken up again', () => {
    for (const from of [open, decided, open.after(accept)]) expect(from.when(come()).refused).toBe('case-not-over');
    const silent = on(open.after(notice('A-1.1')), '2026-12-24').after(watch);
    expect(silent.state?.phase).toBe('closed');
    expect(silent.when(come()).refused).toBe('case-revivable');
    expect(on(silent, '2027-01-24').when(come()).refused).toBeNull();
  });

  it('[C5] papers that come after the end are answered once, by whoever is to answer or a supervisor', () => {
    expect(came.when(answer({ by: TWO })).refused).toBe('late-papers-not-yours');
    expect(came.when(answer({ no: 'BC20261124-0009' })).refused).toBe('late-papers-unknown');
    expect(came.when(answer({ by: BOSS, isSupervisor: true })).refused).toBeNull();
    const answered = came.after(answer());
    expect(answered.when(answer()).refused).toBe('late-papers-answered');
    expect(isOver(answered.state!)).toBe(true);
  });

  it('[C5] late papers that nobody is left to answer are any supervisor’s', () => {
    const orphans = closed.after(come({ to: null }));
    expect(orphans.when(answer()).refused).toBe('late-papers-not-yours');
    expect(orphans.when(answer({ by: BOSS, isSupervisor: true })).refused).toBeNull();
  });

  it('[C5] papers that come after the end are said to have led to a linked case or another outcome only where they did', () => {
    expect(came.when(answer({ kind: 'linked' })).refused).toBe('late-papers-not-linked');
    expect(came.when(answer({ kind: 'linked', linkedNo: 'SL20261124-0002' })).events).toMatchObject([
      { kind: 'linked', linkedNo: 'SL20261124-0002' },
    ]);
    expect(came.when(answer({ kind: 'corrected' })).refused).toBe('late-papers-not-corrected');
    const corrected = came.after({
      ...{ type: 'correct-outcome', by: BOSS, outcome: 'granted', reason: REASON, basis: '办法第五条' },
    });
    expect(corrected.state?.phase).toBe('decided');
    expect(corrected.when(answer({ kind: 'corrected' })).events).toMatchObject([{ kind: 'corrected' }]);
  });

  it('[C5] [C10] papers that come after the end are late, once, on the day after their day, and come late anew with the next', () => {
    const facts = { calendar: CHINA, settings: SETTINGS };
    expect(watchOn(came.state!, '2026-11-24', facts)).toBe('2026-11-26');
    expect(on(came, '2026-11-25').when(watch).events).toEqual([]);
    const late = on(came, '2026-11-26').after(watch);
    expect(late.state?.late).toEqual(['late-papers']);
    expect(late.when(watch).events).toEqual([]);
    const answered = late.after(answer());
    expect(answered.state?.late).toEqual([]);
    expect(watchOn(answered.state!, '2026-11-26', facts)).toBeNull();
    const again = answered.after(come());
    expect(waitingPapers(again.state!)).toMatchObject({ no: 'BC20261126-0001', answerBy: '2026-11-27' });
  });

  it('[C15] papers that come after the end are passed to another when whoever is to answer leaves, and the handler of a closed case stays', () => {
    const leave = (from = ONE): CaseCommand => ({
      ...{ type: 'reassign-case', from, to: TWO, by: BOSS, reason: '离岗', note: '' },
    });
    const passed = came.after(leave());
    expect(passed.state).toMatchObject({ phase: 'closed', handler: ONE, lateTo: TWO });
    expect(passed.when(answer()).refused).toBe('late-papers-not-yours');
    expect(passed.when(answer({ by: TWO })).refused).toBeNull();
    expect(passed.when(leave()).refused).toBe('case-over');
    expect(came.after(answer()).when(leave()).refused).toBe('case-over');
  });
});
