import { describe, expect, it } from 'vitest';
import type { Case } from '../../../schema/cases/case.ts';
import type { Limit } from '../../../schema/cases/deadline.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { CaseId, Day, MatterId } from '../../../schema/ids.ts';
import { isRefusal } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import { accept, BOSS, extend, grant, notice, ONE, REASON, receive, take, watch } from '../../test/case-wishes.ts';
import { CHINA, SETTINGS } from '../../test/given.ts';
import { decideCase } from './case.ts';
import type { CaseCommand } from './case-command.ts';
import { evolveCase } from './case-life.ts';
import { clockOf } from './clock/case-clock.ts';
import { deadlineOf } from './clock/deadline.ts';

const item = (id: string) => ({ id, 'zh-Hans': id, 'zh-Hant': id });
const names = { 'zh-Hans': '事项', 'zh-Hant': '事項', en: 'matter' };
const working = (days: number): Limit => ({ days, unit: 'working' });

/** One case of a matter with these limits, wished on days of 2026; what the field’s examples say is in its tests’ titles. */
function life(limit: Limit | null, legalLimit: Limit | null = null, extensionMost = SETTINGS.extensionDays) {
  let state: Case | null = null;
  let n = 0;
  const on = (today: Day, command: CaseCommand, calendar: Calendar = CHINA) => {
    const nowMs = Date.parse(`${today}T01:00:00.000Z`);
    const events = decideCase(state, command, {
      ...{ nowMs, settings: SETTINGS, today, calendar, limit, legalLimit },
      newId: () => `id-${++n}`,
      said: (text) => text,
      reach: () => 'telephone',
      namedBasis: () => undefined,
      extensionMost,
      standIn: null,
      lapsed: null,
      mayFollow: new Set(),
      content: { names, basis: '', fee: '', items: ['A-1.1', 'A-1.2', 'A-1.3'].map(item) },
      paperNo: (kind) => `${kind}-${++n}`,
    });
    if (isRefusal(events)) return { refused: events.refused, events: [], state: state! };
    for (const event of events) state = evolveCase(state, event, 'case' as CaseId, new Date(nowMs).toISOString());
    return { refused: null, events, state: state! };
  };
  return { on };
}
const accepted = (day: Day, limit: number) => {
  const one = life(working(limit));
  one.on(day, take);
  return { ...one, ...one.on(day, accept) };
};
/** All that a notice asked for came that day, and nobody has looked at it. */
function received(day: Day, limit: Limit | null = working(20), legal: Limit | null = null) {
  const one = life(limit, legal);
  one.on(day, take);
  one.on(day, notice('A-1.1'));
  one.on(day, receive(['A-1.1'], false));
  return one;
}
/** A petition: within 15 days it is said whether it is accepted, then 60 days and 30 more (信访工作条例 Art. 22, 23, 34). */
function petitioned(day: Day, stage: AcceptanceStage | null = { days: 15, unit: 'calendar' }) {
  const one = life({ days: 60, unit: 'calendar' }, null, 30);
  const origin = { kind: 'letter' as const, number: '来信 12', day };
  const own = stage ? { acceptance: stage } : {};
  one.on(day, { type: 'open-case', matterId: 'A-1' as MatterId, origin, clerkId: ONE, ...own });
  return one;
}
const paused = (days: number): CaseCommand => ({
  type: 'pause-case',
  by: ONE,
  kind: 'inspection',
  basis: '第四十五条',
  days,
});

describe('the field’s worked examples of 2026', () => {
  it('[C9] 1: accepted on 13 Feb with five days, due on 27 Feb', () => {
    expect(accepted('2026-02-13', 5).state.dueOn).toBe('2026-02-27');
  });

  it.each<[string, Day]>([
    ['2: received on Saturday 14 Feb', '2026-02-14'],
    ['3: received on Sunday 15 Feb', '2026-02-15'],
  ])('[C8] %s, deemed accepted at the end of 28 Feb as of that day', (_, day) => {
    const one = received(day);
    expect(one.on('2026-02-28', watch).state.phase).toBe('noticed');
    expect(one.on('2026-03-01', watch).state).toMatchObject({ phase: 'accepted', acceptedOn: day, deemed: true });
  });

  it('[C8] [C9] [C10] 4: deemed with a promise of three days, it is warned before, is overdue and owes an explanation', () => {
    const one = received('2026-02-14', working(3), working(20));
    expect(one.on('2026-02-26', watch).state.dutiesWarned).toBeUndefined();
    expect(one.on('2026-02-27', watch).state).toMatchObject({ phase: 'noticed', dutiesWarned: ['deemed'] });
    const { state } = one.on('2026-03-01', watch);
    expect(state).toMatchObject({ deemed: true, dueOn: '2026-02-26', late: ['due'] });
    const explained = one.on('2026-03-02', {
      type: 'explain-overdue',
      by: ONE,
      text: '节后积压，致歉',
      isSupervisor: false,
    });
    expect(explained.refused).toBeNull();
  });

  it('[C10] of a promise of ten days beside the law’s twenty, both are warned of, the law’s apart and no day twice', () => {
    const one = life(working(10), working(20));
    one.on('2026-11-23', take);
    one.on('2026-11-23', accept);
    const said: [Day, number, string | undefined][] = [];
    for (let day = '2026-11-23' as Day; day <= '2026-12-21'; day = addDays(day, 1))
      for (const event of one.on(day, watch).events)
        if (event.type === 'deadline-warned') said.push([day, event.part, event.of]);
    // By hand: working days 5, 8, 10 of the promise; 16 and 20 of the law, whose half is the promise's last day.
    expect(said).toEqual([
      ['2026-11-30', 0.5, undefined],
      ['2026-12-03', 0.8, undefined],
      ['2026-12-07', 1, undefined],
      ['2026-12-15', 0.8, 'legal'],
      ['2026-12-21', 1, 'legal'],
    ]);
  });

  it('[C8] [H9] 5: a notice on 1 Mar is refused although no job ran', () => {
    const again: CaseCommand = { type: 'give-notice-again', by: BOSS, missing: ['A-1.2'], note: '', override: '补充' };
    expect(received('2026-02-14').on('2026-03-01', again).refused).toBe('case-not-noticed');
  });

  it('[C9] 6, 7: accepted on 30 Apr with ten days, due on 18 May; five more told that day, and not the day after', () => {
    const one = accepted('2026-04-30', 10);
    expect(one.state.dueOn).toBe('2026-05-18');
    expect(accepted('2026-04-30', 10).on('2026-05-19', extend(5)).refused).toBe('deadline-over');
    expect(one.on('2026-05-18', extend(5)).state.dueOn).toBe('2026-05-25');
  });

  it('[C9] 8, 9: over a worked Sunday, and over the National Day', () => {
    expect(accepted('2026-09-18', 5).state.dueOn).toBe('2026-09-24');
    expect(accepted('2026-09-30', 20).state.dueOn).toBe('2026-11-03');
  });

  it('[C9] 10, 11: a pause of six days, with five more before it or after it', () => {
    const before = accepted('2026-09-07', 10);
    before.on('2026-09-08', extend(5));
    before.on('2026-09-14', paused(6));
    const after = accepted('2026-09-07', 10);
    expect(after.on('2026-09-14', paused(6)).state.dueOn).toBe('2026-09-29');
    expect(after.on('2026-09-15', extend(5)).state.dueOn).toBe('2026-10-12');
    expect(before.on('2026-09-15', watch).state.dueOn).toBe('2026-10-12');
  });

  it('[C9] [C17] 13: a planned pause of ten days that ends early tells both dates', () => {
    const one = accepted('2026-09-07', 10);
    const { state } = one.on('2026-09-14', paused(10));
    expect(state.dueOn).toBe('2026-10-10');
    const ended = one.on('2026-09-17', { type: 'end-pause', by: ONE, pauseId: state.pauses[0]!.id });
    expect(ended.state.dueOn).toBe('2026-09-23');
  });

  it('[C9] 14: a pause that nobody ends is over at its planned end', () => {
    const one = accepted('2026-09-07', 10);
    expect(one.on('2026-09-14', paused(5)).state).toMatchObject({
      dueOn: '2026-09-28',
      pauses: [{ until: '2026-09-20' }],
    });
    expect(one.on('2026-09-21', watch).state.pauses).toMatchObject([{ ended: '2026-09-20' }]);
  });

  it('[C9] 15: a pause over days that are off leaves the day where it was', () => {
    const one = accepted('2026-09-24', 5);
    const clock = clockOf(one.state)!;
    const pauses = [{ told: '2026-09-30', until: '2026-10-07' }];
    expect(deadlineOf({ ...clock, pauses }, CHINA).due).toBe('2026-10-09');
    expect(deadlineOf({ ...clock, pauses: [{ told: '2026-09-30', until: '2026-10-08' }] }, CHINA).due).toBe(
      '2026-10-10',
    );
  });

  it('[C17] 17: a day that becomes off moves the day only with a paper', () => {
    const one = accepted('2026-02-13', 5);
    const changed: Calendar = { ...CHINA, isWorkingDay: (day) => day !== '2026-02-24' && CHINA.isWorkingDay(day) };
    expect(one.state.dueOn).toBe('2026-02-27');
    expect(one.on('2026-02-23', { type: 'move-due' }, changed).state.dueOn).toBe('2026-02-28');
  });

  it('[C9] 18: into a year without an official calendar, the day is provisional', () => {
    expect(accepted('2026-12-24', 10).state).toMatchObject({ dueOn: '2027-01-08', provisional: true });
  });

  it('[C10] 19: warned at half, four fifths and the last day; of one day only once', () => {
    const warnedOn = (limit: number, days: Day[]) => {
      const one = accepted('2026-02-13', limit);
      return days.filter((day) => {
        const before = one.on(day, { type: 'move-due' }).state.warned;
        return one.on(day, watch).state.warned !== before;
      });
    };
    const days = ['2026-02-14', '2026-02-26', '2026-02-27', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    expect(warnedOn(10, days)).toEqual(['2026-02-27', '2026-03-03', '2026-03-05']);
    expect(warnedOn(1, days)).toEqual(['2026-02-14']);
  });

  it('[C5] [C6] 20: decided on 18 Sep and untold after 9 Oct it is late; a refusal of 13 Feb is reviewed by 24 Feb', () => {
    const one = accepted('2026-09-07', 20);
    expect(one.on('2026-09-18', grant).state.decision?.tellBy).toBe('2026-10-09');
    expect(one.on('2026-10-09', watch).state.late).toEqual([]);
    expect(one.on('2026-10-10', watch).state.late).toEqual(['telling']);
    const refused = accepted('2026-02-13', 20);
    const proposed = refused.on('2026-02-13', { type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' });
    expect(proposed.state.proposal?.reviewBy).toBe('2026-02-24');
  });

  it('[C8] [C9] a petition of 15 / 60+30 days: told by 17 Mar, due 60 days after its acceptance, once 30 days later', () => {
    const one = petitioned('2026-03-02');
    expect(one.on('2026-03-17', watch).state.phase).toBe('open');
    // Accepted within the stage the limit runs from that day.
    const { state } = one.on('2026-03-17', accept);
    expect(state).toMatchObject({ acceptedOn: '2026-03-17', dueOn: '2026-05-16' });
    expect(one.on('2026-05-16', extend(31)).refused).toBe('extension-too-long');
    expect(one.on('2026-05-16', extend(30)).state.dueOn).toBe('2026-06-15');
    expect(one.on('2026-06-15', extend(1)).refused).toBe('extended-already');
  });

  it('[C8] [C9] a petition that nobody answered in 15 days is accepted as of its receipt, and its 60 days run from there', () => {
    const { state } = petitioned('2026-03-02').on('2026-03-18', watch);
    expect(state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-03-02', deemed: true, dueOn: '2026-05-01' });
  });

  it('[C8] a stage of calendar days counts the Spring Festival, one of working days does not', () => {
    const over = (stage: AcceptanceStage | null, last: Day, next: Day) => {
      expect(petitioned('2026-02-13', stage).on(last, watch).state.phase).toBe('open');
      expect(petitioned('2026-02-13', stage).on(next, watch).state).toMatchObject({ acceptedOn: '2026-02-13' });
    };
    over({ days: 15, unit: 'calendar' }, '2026-02-28', '2026-03-01');
    over({ days: 7, unit: 'working' }, '2026-03-02', '2026-03-03');
    // An event of an older ledger names none: five working days.
    over(null, '2026-02-27', '2026-02-28');
  });

  it('[C8] papers that a notice asked for have the stage of the case from the day on which all came', () => {
    const one = petitioned('2026-03-02');
    one.on('2026-03-04', notice('A-1.1'));
    one.on('2026-03-10', receive(['A-1.1'], false));
    expect(one.on('2026-03-25', watch).state.phase).toBe('noticed');
    expect(one.on('2026-03-26', watch).state).toMatchObject({ acceptedOn: '2026-03-10', dueOn: '2026-05-09' });
  });
});
