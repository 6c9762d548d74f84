import { describe, expect, it, test } from 'vitest';
import { CasePhase } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import type { ClerkId, Day, PersonId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import {
  ALL,
  accept,
  BOSS,
  DAY,
  extend,
  grant,
  notice,
  ONE,
  pause,
  receive,
  TWO,
  take,
  tell,
  watch,
} from '../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../test/given.ts';
import { MAY } from './case.ts';
import type { CaseCommand } from './case-command.ts';
import { watchOn } from './watch.ts';

const open = givenCase().after(take);
const accepted = open.after(accept);
const noticed = open.after(notice('A-1.1', 'A-1.3'));
const decided = accepted.after(grant);
const closed = decided.after(tell(true));
const types = (events: CaseEvent[]) => events.map(({ type }) => type);
/** The same history on another day. */
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);

describe('the life of a case', () => {
  /** Written by hand, from the rules: x where a command may come. The code’s own table is another one. */
  const BY_HAND = `
                        open noticed accepted proposed decided closed
    name-applicant      x    x       x        x        x       -
    enter-helper        x    x       x        x        x       -
    change-helper       x    x       x        x        x       -
    end-helper          x    x       x        x        x       -
    conclude-case       x    -       -        -        -       -
    print-paper         -    x       x        x        x       x
    undo-conclusion     -    x       x        x        -       x
    let-notice-pass     x    -       -        -        -       -
    leave-case          x    -       -        -        -       -
    receive-materials   -    x       x        x        -       -
    accept-case         -    x       -        -        -       -
    give-notice-again   -    x       -        -        -       -
    take-back-notice    -    x       -        -        -       -
    revive-case         -    -       -        -        -       x
    answer-escalation   -    -       x        x        x       -
    pause-case          -    -       x        x        -       -
    end-pause           -    -       x        x        -       -
    extend-case         -    -       x        x        -       -
    move-due            x    x       x        x        x       x
    explain-overdue     -    -       x        x        x       x
    offer-handover      x    x       x        x        x       -
    offer-to-group      x    x       x        x        x       -
    leave-offer         x    x       x        x        x       -
    accept-handover     x    x       x        x        x       -
    decline-handover    x    x       x        x        x       -
    take-back-handover  x    x       x        x        x       -
    lapse-handover      x    x       x        x        x       -
    move-handover       x    x       x        x        x       -
    reassign-case       x    x       x        x        x       x
    propose-refusal     -    -       x        x        -       -
    confirm-refusal     -    -       -        x        x       x
    send-back-refusal   -    -       -        x        x       x
    take-back-refusal   -    -       -        x        x       x
    close-case          -    x       x        x        -       -
    tell-resident       -    -       -        -        x       -
    ring-untold         x    x       x        x        x       x
    ring-resident       x    x       x        x        x       x
    correct-outcome     -    -       -        -        x       x
    take-back-wish      -    x       x        x        -       -
    send-inquiry        -    x       x        x        x       x
    read-inquiry        -    x       x        x        x       x
    answer-inquiry      -    x       x        x        x       x
    ask-question        -    x       x        x        x       -
    answer-question     -    x       x        x        x       -
    take-late-papers    -    -       -        -        -       x
    answer-late-papers  -    x       x        x        x       x
    take-back-question  -    x       x        x        x       -
    agree-messages      x    x       x        x        x       -
    watch-case          x    x       x        x        x       x`;

  it('[C2] [C5] the table of commands and phases is the one that was written by hand', () => {
    const [, head, ...lines] = BY_HAND.split('\n').map((line) => line.trim().split(/\s+/));
    expect(head).toEqual(CasePhase.options);
    const byHand = lines.map(([name = '', ...cells]) => [name, CasePhase.options.filter((_, at) => cells[at] === 'x')]);
    expect(Object.entries(MAY).map(([name, where]) => [name, [...where.in]])).toEqual(byHand);
  });

  it('[C5] a granted case is decided, and closes only when the resident was told', () => {
    expect(decided.state).toMatchObject({ phase: 'decided', outcome: 'granted', decision: { tellBy: '2026-12-07' } });
    expect(types(decided.when(tell(true)).events)).toEqual(['resident-told', 'case-closed']);
    expect(closed.state).toMatchObject({ phase: 'closed', outcome: 'granted', tellings: [{ reached: true, by: TWO }] });
  });

  it('[C10] a case that is over is looked at no more, whatever day it is', () => {
    const facts = { calendar: CHINA, settings: SETTINGS };
    const withdrawn = accepted.after({ ...grant, outcome: 'withdrawn' } as CaseCommand);
    for (const over of [closed, withdrawn]) expect(watchOn(over.state!, '2027-03-01', facts)).toBeNull();
    expect(watchOn(accepted.state!, '2026-11-23', facts)).toBe('2026-12-07');
  });

  it('[C5] two tries in vain on one day are one; on two days they close the case', () => {
    const tried = decided.after(tell(false));
    expect(types(tried.when(tell(false)).events)).toEqual(['resident-told']);
    expect(types(tried.later(DAY).when(tell(false)).events)).toEqual(['resident-told', 'case-closed']);
  });

  it('[C4] a case that is not clear is accepted, and its supervisor answers within a working day or is late', () => {
    const unclear = open.after({
      type: 'conclude-case',
      by: ONE,
      conclusion: { kind: 'escalated', note: '像是民政的' },
    });
    expect(unclear.state).toMatchObject({
      phase: 'accepted',
      receiptNo: 'SL20261123-0001',
      escalation: { answerBy: '2026-11-24' },
    });
    expect(on(unclear, '2026-11-24').when(watch).events).toEqual([]);
    expect(on(unclear, '2026-11-25').when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'escalation' }]);
    const answer: CaseCommand = { type: 'answer-escalation', by: BOSS, remark: '本街道办理' };
    expect(unclear.after(answer).state?.escalation).toBeUndefined();
    expect(accepted.when(answer).refused).toBe('not-escalated');
  });
});

describe('an applicant', () => {
  const name = (by: ClerkId, personId: string, isSupervisor = false): CaseCommand => ({
    type: 'name-applicant',
    by,
    personId: personId as PersonId,
    isSupervisor,
  });

  it('[C1] [C2] an applicant is named by any clerk, and changes neither first contact nor handler', () => {
    expect(noticed.after(name(TWO, 'p1')).state).toMatchObject({ personId: 'p1', firstContact: ONE, handler: ONE });
  });

  it('[C2] an applicant is another one only by the handler or a supervisor', () => {
    const named = noticed.after(name(TWO, 'p1'));
    expect(named.when(name(TWO, 'p1')).refused).toBeNull();
    expect(named.when(name(TWO, 'p2')).refused).toBe('not-handler');
    expect(named.after(name(ONE, 'p2')).state?.personId).toBe('p2');
    expect(named.after(name(BOSS, 'p2', true)).state?.personId).toBe('p2');
  });
});

describe('a notice', () => {
  it('[C7] [C16] a notice is handed in item by item at any counter, and the last one makes the acceptance', () => {
    const first = noticed.later(2 * DAY).after(receive(['A-1.1']));
    expect(first.state).toMatchObject({ phase: 'noticed', notice: { received: ['A-1.1'] } });
    expect(first.when(receive(['A-1.1'])).refused).toBe('material-received-already');
    expect(first.when(receive(['A-1.2'])).refused).toBe('material-not-asked');
    const last = first.later(DAY).after(receive(['A-1.3']));
    expect(last.state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-11-26', handler: ONE, firstContact: ONE });
  });

  it('[C7] a notice is not given again for what could have been asked before, unless a supervisor says why', () => {
    const again = (override: string | null): CaseCommand => ({
      type: 'give-notice-again',
      by: BOSS,
      missing: ['A-1.2'],
      note: '',
      override,
    });
    expect(noticed.when(again(null)).refused).toBe('notice-given-already');
    expect(noticed.when(again('户籍迁移后才发现')).events).toMatchObject([
      { type: 'notice-given', override: { by: BOSS }, paper: { items: ALL.map((id) => ({ id })) } },
    ]);
  });

  it('[C7] a notice that the hall takes back never held up the clock: the case is accepted as of its day', () => {
    const back = on(noticed, '2026-12-04').after({
      type: 'take-back-notice',
      by: ONE,
      reason: '材料可以联网核验',
      isSupervisor: false,
    });
    expect(back.state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-11-23', dueOn: '2026-12-21' });
  });

  it('[C7] an unanswered notice is reminded of before its day, closes as withdrawn after it, and is taken up again under its number', () => {
    const answerBy = noticed.state!.notice!.answerBy!;
    expect(answerBy).toBe('2026-12-23');
    expect(on(noticed, '2026-12-15').when(watch).events).toEqual([]);
    const reminded = on(noticed, '2026-12-16').after(watch);
    expect(reminded.state?.notice?.reminded).toBe(true);
    expect(on(reminded, answerBy).when(watch).events).toEqual([]);
    const silent = on(reminded, '2026-12-24').after(watch);
    expect(silent.state).toMatchObject({ phase: 'closed', outcome: 'withdrawn', silentSince: '2026-12-24' });
    const revive: CaseCommand = { type: 'revive-case', by: TWO };
    expect(on(silent, '2027-01-23').when(revive).state).toMatchObject({
      phase: 'noticed',
      handler: TWO,
      noticeNo: 'GZ20261123-0001',
    });
    expect(on(silent, '2027-01-24').when(revive).refused).toBe('revival-too-late');
    expect(closed.when(revive).refused).toBe('case-over');
  });
});

describe('materials that nobody examined', () => {
  test.each<[string, Day, Day]>([
    ['on a Saturday that is worked', '2026-02-14', '2026-02-28'],
    ['on a Sunday of a holiday', '2026-02-15', '2026-02-28'],
  ])(
    '[C8] materials that nobody examined are deemed accepted after the fifth working day, as of the day of receipt: %s',
    (_, received, last) => {
      const since = on(noticed, received).after(receive(['A-1.1', 'A-1.3'], false));
      expect(types(on(since, last).after(watch).when(watch).events)).toEqual([]);
      expect(on(since, addDays(last, 1)).when(watch).events).toMatchObject([
        { type: 'case-accepted', deemed: true, acceptedOn: received },
      ]);
    },
  );

  it('[C8] materials that nobody examined warn once, on the working day before the last one', () => {
    const since = on(noticed, '2026-11-24').after(receive(['A-1.1', 'A-1.3'], false));
    expect(on(since, '2026-11-29').when(watch).events).toEqual([]);
    const warned = on(since, '2026-11-30').when(watch).events;
    expect(warned).toEqual([{ type: 'duty-warned', duty: 'deemed', on: '2026-11-30' }]);
    expect(on(on(since, '2026-11-30').after(watch), '2026-12-01').when(watch).events).toEqual([]);
  });

  it('[C8] materials that nobody examined are deemed accepted by whatever is wished next, though no job ran', () => {
    const since = on(noticed, '2026-11-24').after(receive(['A-1.1', 'A-1.3'], false));
    const late = on(since, '2026-12-05');
    const again: CaseCommand = { type: 'give-notice-again', by: BOSS, missing: ['A-1.2'], note: '', override: '补充' };
    expect(late.when(again).refused).toBe('case-not-noticed');
    expect(types(late.when(pause(3)).events)).toEqual(['case-accepted', 'case-paused', 'due-moved']);
  });
});

describe('the clock of a case', () => {
  it('[C9] a pause is told with the old and the new date, ends by itself, and its early end is told, too', () => {
    const still = on(accepted, '2026-11-25').after(pause(5));
    expect(still.state).toMatchObject({ dueOn: '2026-12-28', pauses: [{ told: '2026-11-25', until: '2026-12-02' }] });
    const pauseId = still.state!.pauses[0]!.id;
    const early = on(still, '2026-11-27').when({ type: 'end-pause', by: ONE, pauseId });
    expect(early.events).toMatchObject([
      { type: 'pause-ended' },
      { type: 'due-moved', from: '2026-12-28', to: '2026-12-23' },
    ]);
    expect(on(still, '2026-12-03').when({ type: 'end-pause', by: ONE, pauseId }).refused).toBe('pause-over');
    expect(on(still, '2026-12-03').when(watch).events).toMatchObject([{ type: 'pause-ended', on: '2026-12-02' }]);
  });

  it('[C9] the clock of a case stands still for the applicant or a public notice only on the basis that the matter names', () => {
    const wish = (kind: PauseKind, basis = ''): CaseCommand => ({ ...pause(5), kind, basis }) as CaseCommand;
    expect(accepted.when(wish('public-notice', '经办人自拟的依据')).refused).toBe('pause-not-named');
    expect(accepted.when(wish('applicant', '经办人自拟的依据')).events).toMatchObject([
      { type: 'case-paused', kind: 'applicant', basis: '办法第八条' },
      { type: 'due-moved' },
    ]);
    expect(accepted.when(wish('inspection')).refused).toBe('pause-basis-missing');
    expect(accepted.when(wish('inspection', '第四十五条')).events[0]).toMatchObject({ basis: '第四十五条' });
  });

  it('[C9] [C7] the clock waits for the applicant once, and for other causes as often as they come', () => {
    const wish = (kind: PauseKind): CaseCommand => ({ ...pause(2), kind, basis: '第四十五条' }) as CaseCommand;
    const once = on(accepted, '2026-11-25').after(wish('applicant'));
    expect(once.when(wish('applicant')).refused).toBe('pause-applicant-again');
    expect(once.when(wish('hearing')).refused).toBeNull();
    expect(on(accepted, '2026-11-25').after(wish('hearing')).when(wish('hearing')).refused).toBeNull();
  });

  it('[C9] an extension is one, within its cap, and told before the old date is over', () => {
    expect(accepted.when(extend(11)).refused).toBe('extension-too-long');
    expect(on(accepted, '2026-12-22').when(extend(5)).refused).toBe('deadline-over');
    const longer = on(accepted, '2026-12-21').after(extend(5));
    expect(longer.state).toMatchObject({ dueOn: '2026-12-28' });
    expect(longer.when(extend(1)).refused).toBe('extended-already');
  });

  it('[C10] a warning that was slept through comes once; overdue asks for a reason that stands', () => {
    expect(on(accepted, '2026-12-07').when(watch).events).toMatchObject([{ type: 'deadline-warned', part: 0.5 }]);
    const late = on(accepted, '2026-12-22').when(watch);
    expect(late.events).toMatchObject([
      { type: 'duty-late', duty: 'due', on: '2026-12-22' },
      { type: 'deadline-warned', part: 1 },
    ]);
    const explained = on(accepted, '2026-12-22')
      .after(watch)
      .after({ type: 'explain-overdue', by: ONE, text: '现场核查延误', isSupervisor: false });
    expect(explained.state?.explanation).toBe('现场核查延误');
    expect(on(explained, '2027-01-04').when(watch).events).toEqual([]);
    expect(accepted.when({ type: 'explain-overdue', by: ONE, text: 'x', isSupervisor: false }).refused).toBe(
      'not-overdue',
    );
  });
});
