import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../schema/ids.ts';
import { BOSS, ONE, TWO, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const named: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };
const escalate: CaseCommand = { type: 'conclude-case', by: ONE, conclusion: { kind: 'escalated', note: '像是民政的' } };
const asked = givenCase().after(take).after(named).after(escalate);
const remark = '经核对，属优抚事项';
const PLACE = { place: '区民政局', address: '市民中心', telephone: '0851-0000 2040' };
const answer = (part: Partial<Extract<CaseCommand, { type: 'answer-escalation' }>>): CaseCommand => ({
  ...{ type: 'answer-escalation', by: BOSS, remark },
  ...part,
});

describe('the answer to what is not clear', () => {
  it('[C4] [C2] the answer to what is not clear gives the case to the clerk whom it names, at once, and its first contact stays', () => {
    const moved = asked.when(answer({ to: TWO }));
    expect(moved.events).toMatchObject([
      { type: 'escalation-answered', by: BOSS, remark },
      { type: 'case-reassigned', from: ONE, to: TWO, by: BOSS, reason: remark },
    ]);
    expect(moved.state).toMatchObject({ phase: 'accepted', handler: TWO, firstContact: ONE, escalation: undefined });
  });

  it('[C4] the answer to what is not clear leaves it with its handler where it names that one, or nobody', () => {
    for (const to of [ONE, undefined]) expect(asked.after(answer({ to })).state?.handler).toBe(ONE);
    expect(asked.when(answer({ to: ONE })).events).toHaveLength(1);
  });

  it('[C4] [C5] [C6] the answer to what is not clear sends it to another agency with the slip, by a second person, and somebody rings its resident up', () => {
    const sent = asked.when(answer({ destination: PLACE }));
    expect(sent.events).toMatchObject([
      { type: 'escalation-answered' },
      { type: 'case-closed', outcome: 'not-ours', destination: PLACE, referralNo: 'ZY20261123-0001', toTell: true },
      { type: 'ring-owed', why: 'elsewhere', answerBy: '2026-11-24' },
    ]);
    expect(asked.when(answer({ by: ONE, destination: PLACE })).refused).toBe('own-proposal');
  });
});
