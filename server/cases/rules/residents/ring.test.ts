import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../schema/ids.ts';
import { BOSS, DAY, notice, ONE, TWO, take, watch } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { isOver } from '../owners/afterwards.ts';

const named: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };
const noticed = givenCase().after(take).after(named).after(notice('A-1.1'));
const silent = noticed.later(31 * DAY).after(watch);
const ring = (reached: boolean): CaseCommand => ({ type: 'ring-resident', by: TWO, reached, remark: '' });

describe('somebody who wished for no messages', () => {
  it('[C7] is to be rung up when the notice ends by silence, within a working day', () => {
    expect(silent.state).toMatchObject({ phase: 'closed', ring: { why: 'silent', answerBy: '2026-12-25', tries: [] } });
    expect(isOver(silent.state!)).toBe(false);
    const late = silent.later(2 * DAY).when(watch).events;
    expect(late).toContainEqual({ type: 'duty-late', duty: 'ring', on: '2026-12-26' });
  });

  it('[C7] is told on the telephone, or tried on two days, and then nobody owes it any more', () => {
    expect(silent.after(ring(true)).state?.ring).toBeUndefined();
    const tried = silent.after(ring(false)).after(ring(false));
    expect(tried.state?.ring?.tries).toHaveLength(2);
    const done = tried.later(DAY).after(ring(false));
    expect(done.state?.ring).toBeUndefined();
    expect(isOver(done.state!)).toBe(true);
    expect(done.when(ring(true)).refused).toBe('nobody-to-ring');
  });

  it('[C7] is rung up no more once the case is taken up again', () => {
    expect(silent.after({ type: 'revive-case', by: TWO }).state?.ring).toBeUndefined();
  });

  it('[C7] is not rung up where messages tell it, or nobody knows who it is', () => {
    const wished = noticed
      .after({ type: 'agree-messages', agreed: true })
      .later(31 * DAY)
      .after(watch);
    const unknown = givenCase()
      .after(take)
      .after(notice('A-1.1'))
      .later(31 * DAY)
      .after(watch);
    for (const { state } of [wished, unknown]) expect([state?.phase, state?.ring]).toEqual(['closed', undefined]);
  });

  it('[C6] is to be rung up when what was sent elsewhere is ours', () => {
    const PLACE = { place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' };
    const sent = givenCase()
      .after(take)
      .after(named)
      .after({
        ...{ type: 'conclude-case', by: ONE, isListed: false, isReachable: true },
        conclusion: { kind: 'not-ours', ...PLACE, note: '公证事项由公证机构受理，本大厅无权办理' },
      });
    const back = sent.after({ type: 'send-back-refusal', by: BOSS, remark: '属委托事项' });
    expect(back.state).toMatchObject({ phase: 'accepted', ring: { why: 'ours', answerBy: '2026-11-24' } });
  });
});
