import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../../../schema/cases/conclusion.ts';
import type { ClerkId, Day, PersonId } from '../../../../schema/ids.ts';
import type { HelperScope } from '../../../../schema/people/helper.ts';
import { accept, BOSS, grant, notice, ONE, receive, TWO, take, tell, watch } from '../../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand, HelperEntry } from '../case-command.ts';
import { watchOn } from '../watch.ts';

const open = givenCase().after(take);
const named = open.after({ type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false });
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const entry = (scope: HelperScope[], until: Day | null = null, personId = 'p2'): HelperEntry => ({
  ...{ personId: personId as PersonId, relation: 'family', scope, until, how: 'document' },
});
const enter = (helper: HelperEntry, by: ClerkId = ONE): CaseCommand => ({
  ...{ type: 'enter-helper', by, helper, isSupervisor: by === BOSS },
});
const change = (scope: HelperScope[], until: Day | null = null, by: ClerkId = ONE): CaseCommand => ({
  ...{ type: 'change-helper', by, scope, until, how: 'telephone', isSupervisor: by === BOSS },
});
const end = (by: ClerkId = ONE): CaseCommand => ({
  type: 'end-helper',
  by,
  how: 'telephone',
  isSupervisor: by === BOSS,
});
const byHelper = (command: CaseCommand) => ({ ...command, helper: true }) as CaseCommand;
const types = (of: { events: { type: string }[] }) => of.events.map(({ type }) => type);

describe('a helper', () => {
  it('[C14] a helper is entered, changed and ended by the handler or a supervisor, on a case that has an applicant', () => {
    expect(open.when(enter(entry(['hand-in']))).refused).toBe('helper-without-applicant');
    expect(named.when(enter(entry(['hand-in']), TWO)).refused).toBe('not-handler');
    expect(named.when(enter(entry(['hand-in'], null, 'p1'))).refused).toBe('helper-is-applicant');
    expect(named.when(enter(entry(['hand-in'], '2026-11-22'))).refused).toBe('helper-day-wrong');
    expect(named.when(end()).refused).toBe('helper-none');
    const helped = named.after(enter(entry(['hand-in']), BOSS));
    expect(helped.state?.helper).toMatchObject({ personId: 'p2', scope: ['hand-in'], how: 'document', by: BOSS });
    for (const wish of [change(['be-told'], null, TWO), end(TWO)])
      expect(helped.when(wish).refused).toBe('not-handler');
    expect(helped.when(change(['be-told'], '2026-11-22')).refused).toBe('helper-day-wrong');
    expect(helped.after(change(['be-told'], '2026-11-30')).state?.helper).toMatchObject({
      ...{ relation: 'family', scope: ['be-told'], until: '2026-11-30', how: 'telephone' },
    });
    const over = helped.after(end());
    expect(over.state?.helper).toMatchObject({ ended: '2026-11-23' });
    expect(over.when(change(['be-told'])).refused).toBe('helper-over');
    expect(over.after(enter(entry(['be-told'], null, 'p3'))).state?.helper).toMatchObject({ personId: 'p3', by: ONE });
    expect(over.after(enter(entry(['be-told'], null, 'p3'))).state?.helper?.ended).toBeUndefined();
  });

  it('[C14] a helper comes with the applicant who is entered, and is nobody’s any more once another one applies', () => {
    const name = (personId: string, helper?: HelperEntry): CaseCommand => ({
      ...{ type: 'name-applicant', by: ONE, personId: personId as PersonId, helper, isSupervisor: false },
    });
    const both = open.after(name('p1', entry(['hand-in'])));
    expect(both.state).toMatchObject({ personId: 'p1', helper: { personId: 'p2' } });
    expect(open.when(name('p1', entry(['hand-in'], null, 'p1'))).refused).toBe('helper-is-applicant');
    expect(both.after(name('p1')).state?.helper).toMatchObject({ personId: 'p2' });
    expect(both.after(name('p3')).state?.helper).toBeUndefined();
  });

  it('[C14] a helper hands papers in only where the applicant said so, and the event says who came', () => {
    const noticed = named.after(notice('A-1.1', 'A-1.2'));
    expect(noticed.when(byHelper(receive(['A-1.1'], true))).refused).toBe('helper-none');
    const told = noticed.after(enter(entry(['be-told'])));
    expect(told.when(byHelper(receive(['A-1.1'], true))).refused).toBe('helper-may-not-hand-in');
    // Whoever applied still may.
    expect(told.when(receive(['A-1.1'], true)).refused).toBeNull();
    const helped = told.after(change(['hand-in']));
    expect(helped.when(byHelper(receive(['A-1.1'], true))).events).toMatchObject([
      { helperId: 'p2', items: ['A-1.1'] },
    ]);
    expect(helped.when(receive(['A-1.1'], true)).events[0]).not.toHaveProperty('helperId');
  });

  it('[C14] [C5] a helper is told the decision only where the applicant said so; a try in vain asks nothing', () => {
    const decided = named
      .after(accept)
      .after(enter(entry(['hand-in'])))
      .after(grant);
    expect(decided.when(byHelper(tell(true))).refused).toBe('helper-may-not-be-told');
    expect(types(decided.when(byHelper(tell(false))))).toEqual(['resident-told']);
    const helped = decided.after(change(['be-told']));
    expect(helped.when(byHelper(tell(true))).events).toMatchObject([
      { type: 'resident-told', helperId: 'p2' },
      { type: 'case-closed', outcome: 'granted' },
    ]);
  });

  it('[C14] a helper who stands at the counter concludes a matter only as far as the applicant said so, and the event holds who it was', () => {
    const conclude = (conclusion: Conclusion): CaseCommand => byHelper({ type: 'conclude-case', by: ONE, conclusion });
    const withdrawn = conclude({ kind: 'withdrawn', note: '不办了' });
    const done = conclude({ kind: 'done', note: '' });
    expect(named.when(byHelper(accept)).refused).toBe('helper-none');
    const helped = named.after(enter(entry(['hand-in'])));
    for (const wish of [byHelper(accept), byHelper(notice('A-1.1'))])
      expect(helped.when(wish).events[0]).toMatchObject({ helperId: 'p2' });
    expect([withdrawn, done].map((wish) => helped.when(wish).refused)).toEqual([
      'helper-may-not-take-back',
      'helper-may-not-be-told',
    ]);
    const all = helped.after(change(['be-told', 'take-back']));
    for (const wish of [withdrawn, done])
      expect(all.when(wish).events[0]).toMatchObject({ type: 'case-closed', helperId: 'p2' });
    expect(all.when(byHelper(accept)).refused).toBe('helper-may-not-hand-in');
    expect(all.when(accept).events[0]).not.toHaveProperty('helperId');
  });

  it('[C14] a helper takes the application back only where the applicant said so', () => {
    const accepted = named.after(accept).after(enter(entry(['hand-in', 'be-told'])));
    const withdraw = byHelper({ ...grant, outcome: 'withdrawn' } as CaseCommand);
    expect(accepted.when(withdraw).refused).toBe('helper-may-not-take-back');
    expect(accepted.after(change(['take-back'])).when(withdraw).events).toMatchObject([
      { type: 'case-closed', outcome: 'withdrawn', helperId: 'p2' },
    ]);
  });

  it('[C14] a helper ends by itself after its day, also where no job ran, and a case without an end of its own has nothing to ring', () => {
    const helped = named.after(notice('A-1.1')).after(enter(entry(['hand-in'], '2026-11-25')));
    const facts = { calendar: CHINA, settings: SETTINGS };
    expect(watchOn(helped.state!, '2026-11-23', facts)).toBe('2026-11-26');
    expect(on(helped, '2026-11-25').when(byHelper(receive(['A-1.1'], false))).refused).toBeNull();
    const late = on(helped, '2026-11-26');
    expect(late.when(byHelper(receive(['A-1.1'], false)))).toMatchObject({
      ...{ refused: 'helper-over', facts: { day: '2026-11-25' } },
    });
    expect(late.when(watch).events).toEqual([{ type: 'helper-ended', personId: 'p2', on: '2026-11-25' }]);
    expect(types(late.after(watch).when(watch))).toEqual([]);
    const open = named.after(notice('A-1.1')).after(enter(entry(['hand-in'])));
    expect(watchOn(open.state!, '2026-11-23', facts)).toBe(
      watchOn(named.after(notice('A-1.1')).state!, '2026-11-23', facts),
    );
  });

  it('[C14] entered to the end of the case is over once it closes, also where it is corrected or goes on again', () => {
    const told = named
      .after(accept)
      .after(enter(entry(['hand-in', 'be-told'])))
      .after(grant)
      .after(tell(true));
    expect(told.state).toMatchObject({ phase: 'closed', helper: { personId: 'p2', ended: '2026-11-23' } });
    const corrected = told.after({
      ...{
        type: 'correct-outcome',
        by: BOSS,
        outcome: 'granted',
        reason: '原决定漏看了申请人已经提交的一份收入证明，经核对应予更正',
      },
      basis: '办法第五条',
    });
    expect(corrected.state?.phase).toBe('decided');
    expect(corrected.when(byHelper(tell(true))).refused).toBe('helper-over');
    const noticed = named.after(notice('A-1.1')).after(enter(entry(['hand-in'])));
    const revived = on(noticed, noticed.state!.notice!.answerBy!)
      .later(86_400_000)
      .after(watch)
      .after({ type: 'revive-case', by: ONE });
    expect(revived.state?.phase).toBe('noticed');
    expect(revived.when(byHelper(receive(['A-1.1'], true))).refused).toBe('helper-over');
    // With the applicant's word again.
    expect(revived.after(enter(entry(['hand-in']))).state?.helper?.ended).toBeUndefined();
  });
});
