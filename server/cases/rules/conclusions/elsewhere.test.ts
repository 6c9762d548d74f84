import { describe, expect, it } from 'vitest';
import type { ClerkId, PersonId } from '../../../../schema/ids.ts';
import { BOSS, ONE, take, takeLetter } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { isOver } from '../owners/afterwards.ts';

const open = givenCase().after(take);
const PLACE = { place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' };
const away = (note: string, isListed: boolean): CaseCommand => ({
  ...{ type: 'conclude-case', by: ONE, isListed, isReachable: true },
  conclusion: { kind: 'not-ours', ...PLACE, note },
});
const WHY = '公证事项由公证机构受理，本大厅无权办理';
const proposed = open.after(away(WHY, false));

describe('a matter that is not ours', () => {
  it('[C6] a matter that is not ours closes with its slip where the place stands in the directory, which an administrator keeps', () => {
    expect(open.when(away('', true)).events).toMatchObject([
      { type: 'case-closed', outcome: 'not-ours', referralNo: 'ZY20261123-0001', destination: PLACE },
    ]);
  });

  it('[C6] a matter that is not ours is proposed where its clerk typed the place: accepted, with reason, basis, paper and a day of review', () => {
    expect(proposed.state).toMatchObject({ phase: 'proposed', handler: ONE, receiptNo: 'SL20261123-0001' });
    expect(open.when(away(WHY, false)).events[1]).toMatchObject({
      ...{ type: 'refusal-proposed', reason: WHY, reviewBy: '2026-11-25', proposalNo: 'NB20261123-0001' },
      ...{ basis: '《行政许可法》第三十二条第一款第二项', destination: PLACE, paper: { elsewhere: PLACE } },
    });
    expect(open.when(away('不归我们', false)).refused).toBe('reason-too-thin');
  });

  it('[C6] a matter that is not ours is not sent to a typed place while nobody could be rung up, unless its clerk says that the resident knows', () => {
    const conclusion = { kind: 'not-ours', ...PLACE, note: WHY } as const;
    const wish = (unreachable: boolean): CaseCommand => ({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { ...conclusion, unreachable },
    });
    expect(open.when(wish(false)).refused).toBe('nobody-to-reach');
    expect(open.after(wish(true)).state?.proposal).toMatchObject({ unreachable: true, destination: PLACE });
    expect(open.when({ type: 'conclude-case', by: ONE, isListed: true, conclusion }).refused).toBeNull();
    expect(proposed.state?.proposal).not.toHaveProperty('unreachable');
  });

  it('[C6] a matter that is not ours closes when a second person agrees, and never by its author alone', () => {
    expect(proposed.when({ type: 'confirm-refusal', by: ONE }).refused).toBe('own-proposal');
    const agreed = proposed.when({ type: 'confirm-refusal', by: BOSS });
    expect(agreed.events).toMatchObject([
      { type: 'refusal-confirmed', by: BOSS, notAcceptedNo: 'BS20261123-0001', why: WHY, paper: { elsewhere: PLACE } },
      { type: 'case-closed', outcome: 'not-ours', clerkId: ONE, note: WHY, referralNo: 'ZY20261123-0001' },
    ]);
    expect(agreed.state).toMatchObject({ phase: 'closed', destination: PLACE });
  });

  it('[C5] [C6] a matter that is not ours is told once it is agreed, for the paper at the counter said “proposed”, and a letter has nobody there', () => {
    const name = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false } as const;
    for (const came of [take, takeLetter]) {
      const sent = givenCase().after(came).after(name).after(away(WHY, false));
      const [, closed, ring] = sent.when({ type: 'confirm-refusal', by: BOSS }).events;
      expect(closed).toMatchObject({ type: 'case-closed', outcome: 'not-ours', toTell: true });
      expect(ring).toMatchObject({ type: 'ring-owed', why: 'elsewhere' });
      expect(ring).not.toHaveProperty('unreachable');
    }
    // Of whom nobody knows a telephone: by letter to whoever wrote one.
    const written = givenCase().after(takeLetter).after(away(WHY, false));
    const agreed = written.after({ type: 'confirm-refusal', by: BOSS });
    expect(agreed.state).toMatchObject({ phase: 'closed', ring: { why: 'elsewhere', unreachable: true } });
  });

  it('[C5] a matter that is not ours is owed to nobody of whom the hall knows only a ticket: no name, no telephone, no address', () => {
    const agreed = proposed.when({ type: 'confirm-refusal', by: BOSS });
    expect(agreed.events.map(({ type }) => type)).toEqual(['refusal-confirmed', 'case-closed']);
    expect(agreed.events[1]).toMatchObject({ type: 'case-closed', toTell: true });
    expect(isOver(agreed.state!)).toBe(true);
    // What the paper in somebody's hand says wrongly is told by whoever finds a way.
    const correct = { type: 'correct-outcome', by: 'chief' as ClerkId, reason: WHY, basis: '第五条' } as const;
    const corrected = proposed.after({ type: 'confirm-refusal', by: BOSS }).after({ ...correct, outcome: 'done' });
    expect(corrected.state?.ring).toMatchObject({ why: 'corrected', unreachable: true });
  });

  it('[C6] a matter that is not ours is the handler’s to go on with where a second person says that it is ours', () => {
    const back = proposed.when({ type: 'send-back-refusal', by: BOSS, remark: '属委托事项，由我们办' });
    expect(back.events).toMatchObject([{ type: 'refusal-sent-back', isOurs: true }]);
    expect(back.state).toMatchObject({ phase: 'accepted', handler: ONE, acceptedOn: '2026-11-23' });
  });

  it('[C6] a matter that is not ours is late the day after its day of review, as a refusal is', () => {
    const late = proposed.later(3 * 24 * 3_600_000).when({ type: 'watch-case' });
    expect(late.events).toContainEqual(expect.objectContaining({ type: 'duty-late', duty: 'review' }));
  });
});

describe('a matter that is not needed', () => {
  it('[C6] a matter that is not needed denies nothing: one clerk says so with the reason, without a second person', () => {
    const done = open.when({
      type: 'conclude-case',
      by: ONE,
      conclusion: { kind: 'not-needed', note: '证件仍在有效期内' },
    });
    expect(done.events).toMatchObject([{ type: 'case-closed', outcome: 'not-needed', note: '证件仍在有效期内' }]);
    expect(done.events).toMatchObject([{ closingNo: 'BJ20261123-0001', day: '2026-11-23', paper: { items: [] } }]);
  });

  it('[C5] what ends with its ticket, before its conclusion, has no closing paper', () => {
    expect(open.when({ type: 'leave-case', byResident: false }).events).not.toHaveProperty('0.closingNo');
  });
});
