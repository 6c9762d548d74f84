import { describe, expect, it } from 'vitest';
import type { ClerkId, Day, PersonId } from '../../../../schema/ids.ts';
import { accept, BOSS, DAY, grant, inquire, ONE, REASON, take, tell, watch } from '../../../test/case-wishes.ts';
import { CHINA, givenCase, givenCaseBy, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { isOver, owersOf } from '../owners/afterwards.ts';
import { tasksOf } from '../worklist/tasks.ts';

const CHIEF = 'chief' as ClerkId;
const decided = givenCase().after(take).after(accept).after(grant);
const closed = decided.after(tell(true)).later(DAY);
const on = (from: typeof decided, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const correct = (outcome: 'granted' | 'refused', by = BOSS, reason = REASON): CaseCommand => ({
  ...{ type: 'correct-outcome', by, reason, basis: '办法第五条', outcome },
});
const confirm = (by = CHIEF, isAuthorGone = false): CaseCommand => ({ type: 'confirm-refusal', by, isAuthorGone });
const sendBack: CaseCommand = { type: 'send-back-refusal', by: CHIEF, remark: '请补充事实' };
const takeBack = (by = BOSS, isSupervisor = false): CaseCommand => ({ type: 'take-back-refusal', by, isSupervisor });

describe('a decision that was wrong', () => {
  it('[C5] a decision that was wrong is corrected by a second person with reason and basis, and the paper names the void one', () => {
    expect(closed.when(correct('granted', ONE)).refused).toBe('own-decision');
    expect(closed.when(correct('granted', BOSS, '错了')).refused).toBe('reason-too-thin');
    expect(closed.when(correct('granted')).events).toMatchObject([
      {
        ...{ type: 'outcome-corrected', outcome: 'granted', by: BOSS, voids: 'JD20261123-0001' },
        ...{ on: '2026-11-24', decisionNo: 'JD20261124-0001', tellBy: '2026-12-08' },
        paper: { outcome: 'granted', voids: 'JD20261123-0001', basis: '办法第五条', items: [] },
      },
      { type: 'paper-voided', no: 'JD20261123-0001', why: 'corrected' },
    ]);
  });

  it('[C2] [C5] a decision that was wrong is the corrector’s to tell again, and the case closes only then', () => {
    const corrected = closed.after(correct('granted'));
    expect(corrected.state).toMatchObject({ phase: 'decided', outcome: 'granted', handler: BOSS, firstContact: ONE });
    expect(corrected.state?.tellings).toEqual([]);
    expect(corrected.later(15 * DAY).when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'telling' }]);
    expect(corrected.after(tell(true)).state).toMatchObject({ phase: 'closed', outcome: 'granted' });
  });

  it('[C15] a decision that was wrong leaves an open question with whoever has the case then, and not with somebody who left meanwhile', () => {
    const asked = closed.after({ ...inquire, to: ONE });
    expect(owersOf(asked.state!)).toEqual([ONE]);
    // ONE owes nothing of it now, and may leave.
    const corrected = asked.after(correct('granted'));
    expect(owersOf(corrected.state!)).toEqual([]);
    expect(owersOf(corrected.after(tell(true)).state!)).toEqual([BOSS]);
  });

  it('[C5] [P1] a decision that was wrong of whom the data is erased closes at once, for nobody can be told', () => {
    const name = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false } as const;
    const erased = givenCaseBy(() => CHINA, { reach: () => ({ erasedOn: '2026-11-24' }) })();
    const told = erased.after(take).after(name).after(accept).after(grant).after(tell(true)).later(DAY);
    const types = (events: { type: string }[]) => events.map(({ type }) => type);
    expect(types(told.when(correct('granted')).events)).toEqual(['outcome-corrected', 'paper-voided', 'case-closed']);
    const confirmed = told.after(correct('refused')).after(confirm()).state;
    expect(confirmed).toMatchObject({ phase: 'closed', outcome: 'refused', decision: { confirmedBy: CHIEF } });
  });

  it('[C5] a decision that was wrong is nothing that a case without a decision has', () => {
    const withdrawn = givenCase().after(take).after({ type: 'leave-case', byResident: false });
    expect(withdrawn.when(correct('refused')).refused).toBe('corrected-by-ending');
    expect(decided.when(correct('refused')).events).toHaveLength(1);
  });
});

describe('a correction to a refusal', () => {
  const proposed = closed.after(correct('refused'));

  it('[C6] a correction to a refusal is proposed with a paper and a day of review, and till it is confirmed the decision stands', () => {
    expect(closed.when(correct('refused')).events).toMatchObject([
      {
        ...{ type: 'correction-proposed', by: BOSS, corrects: 'JD20261123-0001', reviewBy: '2026-11-26' },
        ...{ proposalNo: 'NB20261124-0001', paper: { outcome: 'granted', corrects: 'JD20261123-0001' } },
      },
    ]);
    expect(proposed.state).toMatchObject({ phase: 'closed', outcome: 'granted', handler: ONE });
    expect(proposed.state?.decision?.no).toBe('JD20261123-0001');
    expect(isOver(proposed.state!)).toBe(false);
    for (const outcome of ['granted', 'refused'] as const)
      expect(proposed.when(correct(outcome, CHIEF)).refused).toBe('refusal-proposed');
    const told = decided.after(correct('refused')).after(tell(true));
    expect(told.state).toMatchObject({ phase: 'closed', outcome: 'granted', correction: { by: BOSS } });
  });

  it('[C6] a correction to a refusal is confirmed by another person, and makes the decision void only then', () => {
    expect(proposed.when(confirm(BOSS)).refused).toBe('own-proposal');
    expect(proposed.when(confirm()).events).toMatchObject([
      {
        ...{ type: 'outcome-corrected', outcome: 'refused', by: BOSS, confirmedBy: CHIEF, voids: 'JD20261123-0001' },
        paper: { outcome: 'refused', voids: 'JD20261123-0001', basis: '办法第五条' },
      },
      { type: 'paper-voided', no: 'JD20261123-0001', why: 'corrected' },
    ]);
    const confirmed = proposed.after(confirm());
    expect(confirmed.state).toMatchObject({ phase: 'decided', outcome: 'refused', handler: BOSS });
    expect(confirmed.state?.correction).toBeUndefined();
    expect(confirmed.when(confirm()).refused).toBe('refusal-not-proposed');
  });

  it('[C6] [C10] a correction to a refusal that is sent back waits for its author until a day, who proposes it again or takes it back', () => {
    expect(proposed.when({ ...sendBack, by: BOSS } as CaseCommand).refused).toBe('own-proposal');
    const back = proposed.after(sendBack);
    expect(back.state).toMatchObject({
      outcome: 'granted',
      correction: { sentBack: { by: CHIEF, remark: '请补充事实', answerBy: '2026-11-26' }, reviewBy: '2026-11-26' },
    });
    expect(on(proposed, '2026-11-26').after(sendBack).state?.correction?.sentBack?.answerBy).toBe('2026-11-30');
    const facts = { calendar: CHINA, settings: SETTINGS, today: '2026-11-24' as Day };
    expect(tasksOf(back.state!, facts)).toMatchObject([{ kind: 'sent-back', by: '2026-11-26', to: [BOSS] }]);
    expect(back.when(confirm()).refused).toBe('refusal-not-proposed');
    expect(back.after(correct('refused')).state?.correction?.sentBack).toBeUndefined();
    expect(back.when(takeBack(ONE)).refused).toBe('not-handler');
    expect(back.after(takeBack(CHIEF, true)).state?.correction).toBeUndefined();
    expect(isOver(back.after(takeBack()).state!)).toBe(true);
  });

  it('[C6] [C10] a correction to a refusal that nobody reviews is late the day after its day, once, and no more when it is sent back', () => {
    expect(on(proposed, '2026-11-26').when(watch).events).toEqual([]);
    const late = on(proposed, '2026-11-27').after(watch);
    expect(late.state?.late).toEqual(['review']);
    expect(late.when(watch).events).toEqual([]);
    expect(late.after(sendBack).state?.late).toEqual([]);
    expect(late.after(sendBack).when(watch).events).toEqual([]);
  });

  it('[C6] [C10] a correction to a refusal that its author leaves after it was sent back is late the day after its day, once, and may be late again', () => {
    const back = proposed.after(sendBack);
    expect(on(back, '2026-11-26').when(watch).events).toEqual([]);
    const late = on(back, '2026-11-27');
    expect(late.when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'sent-back', on: '2026-11-27' }]);
    expect(late.after(watch).when(watch).events).toEqual([]);
    expect(late.after(watch).after(takeBack()).when(watch).events).toEqual([]);
    const again = late.after(watch).after(correct('refused')).after(sendBack);
    expect(again.state?.late).toEqual([]);
    expect(again.later(7 * DAY).when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'sent-back' }]);
  });

  it('[C15] a correction to a refusal whose author is gone is handled by whoever confirms it', () => {
    expect(proposed.after(confirm(CHIEF, true)).state).toMatchObject({ outcome: 'refused', handler: CHIEF });
  });
});
