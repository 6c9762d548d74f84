import { describe, expect, it } from 'vitest';
import type { Day, HandoverId, PersonId } from '../../../schema/ids.ts';
import { accept, BOSS, notice, ONE, REASON, TWO, take, takeLetter, watch } from '../../test/case-wishes.ts';
import { CHINA, givenCase, MINUTE, SETTINGS } from '../../test/given.ts';
import type { CaseCommand } from './case-command.ts';
import { tasksOf } from './worklist/tasks.ts';

const taken = givenCase().after(takeLetter);
const on = (from: typeof taken, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const offer: CaseCommand = {
  ...{ type: 'offer-handover', from: ONE, to: TWO, note: '请接办' },
  ...{ lapsesAt: '2026-11-23T01:30:00.000Z', openMs: 30 * MINUTE },
};
const reassign: CaseCommand = { type: 'reassign-case', from: ONE, to: TWO, by: BOSS, reason: '离岗', note: '' };
const undo = (by = ONE): CaseCommand => ({ type: 'undo-conclusion', by });

describe('what came without a ticket', () => {
  it('[C8] what came without a ticket is accepted by the law as of its day of receipt after the fifth working day, and not a day earlier', () => {
    // Received on Monday the 23rd: the fifth working day after it is Monday the 30th.
    expect(
      on(taken, '2026-11-30')
        .when(watch)
        .events.map(({ type }) => type),
    ).not.toContain('case-accepted');
    const { events, state } = on(taken, '2026-12-01').when(watch);
    expect(events.map(({ type }) => type)).toContain('case-accepted');
    expect(state).toMatchObject({ phase: 'accepted', acceptedOn: '2026-11-23', deemed: true });
  });

  it('[C8] a notice after that day is refused: by then the case is accepted', () => {
    const late = on(taken, '2026-12-01');
    expect(late.when(notice('A-1.1')).refused).toBe('case-not-open');
    expect(on(taken, '2026-11-30').when(notice('A-1.1')).state).toMatchObject({ phase: 'noticed' });
  });

  it('[C8] [C10] the handler of what came without a ticket has a task with its day, and is warned a working day before', () => {
    const facts = { calendar: CHINA, settings: SETTINGS, today: '2026-11-24' as Day };
    expect(tasksOf(taken.state!, facts)).toMatchObject([{ kind: 'deemed', by: '2026-11-30', to: [ONE] }]);
    expect(tasksOf(givenCase().after(take).state!, facts)).toEqual([]);
    const warned = on(taken, '2026-11-27').when(watch).events;
    expect(warned).toMatchObject([{ type: 'duty-warned', duty: 'deemed' }]);
  });

  it('[C2] [C3] [C15] what came without a ticket is handed over and reassigned before it has a conclusion; at a counter a case goes with its ticket', () => {
    const given = taken.after(offer);
    const handoverId = given.state!.offer!.id as HandoverId;
    const had = given.after({ type: 'accept-handover', by: TWO, handoverId });
    expect(had.state).toMatchObject({ phase: 'open', handler: TWO, firstContact: ONE });
    expect(had.when(accept).refused).toBe('not-handler');
    expect(had.when({ ...accept, by: TWO } as CaseCommand).state).toMatchObject({ phase: 'accepted' });
    expect(given.when(accept).refused).toBe('offer-open');
    expect(taken.when(reassign).state).toMatchObject({ handler: TWO, firstContact: ONE });
    for (const one of [offer, reassign]) expect(givenCase().after(take).when(one).refused).toBe('matters-unconcluded');
  });

  it('[C5] what came in writing from somebody of whom nothing is entered ends as withdrawn only with how its sender said so', () => {
    const wish = (told?: 'telephone'): CaseCommand => ({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { kind: 'withdrawn', note: '', ...(told ? { told } : {}) },
    });
    expect(taken.when(wish()).refused).toBe('wish-untold');
    const said = { type: 'resident-told', way: 'telephone', by: ONE, on: '2026-11-23', reached: true, said: true };
    expect(taken.when(wish('telephone')).events).toMatchObject([{ type: 'case-closed', outcome: 'withdrawn' }, said]);
    expect(taken.when(wish('telephone')).events[0]).not.toHaveProperty('toTell');
    // Also once it is accepted; whoever stands there has said so.
    const close = (more: object): CaseCommand => ({
      ...{ type: 'close-case', by: ONE, outcome: 'withdrawn', note: '不办了' },
      ...more,
    });
    const accepted = taken.after(accept);
    expect(accepted.when(close({})).refused).toBe('wish-untold');
    expect(accepted.when(close({ told: 'telephone' })).events).toMatchObject([{ type: 'case-closed' }, said]);
    expect(accepted.when(close({ here: true })).events).toHaveLength(1);
  });

  it('[C5] what came in writing and is sent to a place of the directory is told by letter, whoever its sender is', () => {
    const PLACE = { place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' };
    const sent = taken.after({
      ...{ type: 'conclude-case', by: ONE, isListed: true },
      conclusion: { kind: 'not-ours', ...PLACE, note: '' },
    });
    expect(sent.state).toMatchObject({ phase: 'closed', ring: { why: 'elsewhere', unreachable: true } });
  });

  it('[C5] what came in writing and was entered by mistake is put right by its author within a day, or by a supervisor, and is else not needed only told', () => {
    const end = (more: object, by = ONE, isSupervisor = false): CaseCommand => ({
      ...{ type: 'conclude-case', by, isSupervisor },
      conclusion: { kind: 'not-needed', note: '登记错了', ...more },
    });
    const mistake = { mistaken: true };
    expect(taken.when(end({})).refused).toBe('telling-missing');
    expect(taken.when(end({ told: 'post' })).events).toMatchObject([
      { type: 'case-closed' },
      { type: 'resident-told' },
    ]);
    const [closed, ...more] = taken.when(end(mistake)).events;
    expect([closed, more]).toMatchObject([{ type: 'case-closed', outcome: 'not-needed', mistaken: true }, []]);
    expect(taken.when(end(mistake, TWO)).refused).toBe('not-handler');
    expect(taken.when(end(mistake, BOSS, true)).state).toMatchObject({ phase: 'closed' });
    expect(taken.when(end({ told: 'post' }, BOSS, true)).refused).toBe('not-handler');
    const later = taken.later(24 * 60 * MINUTE + 1);
    expect(later.when(end(mistake)).refused).toBe('mistake-not-yours');
    expect(later.when(end(mistake, BOSS, true)).state).toMatchObject({ phase: 'closed' });
    // Of somebody who is entered there is somebody to tell.
    const named: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };
    const known = taken.after(named).when(end(mistake)).events;
    expect(known).toMatchObject([{ type: 'case-closed', toTell: true }, { type: 'ring-owed' }]);
    expect(known[0]).not.toHaveProperty('mistaken');
  });

  it('[C18] the conclusion of what came without a ticket is undone by whoever gave it, within the time, and never what the law accepted', () => {
    const concluded = taken.after(accept);
    expect(concluded.later(9_000).when(undo()).state).toEqual(taken.state);
    expect(concluded.later(9_000).when(undo(TWO)).refused).toBe('undo-not-yours');
    expect(concluded.later(10_000).when(undo()).refused).toBe('undo-too-late');
    // What was told stands, whatever the setting is since.
    expect(concluded.set({ undoMs: 60_000 }).later(10_000).when(undo()).refused).toBe('undo-too-late');
    expect(concluded.set({ undoMs: 5_000 }).later(7_000).when(undo()).refused).toBeNull();
    const printed = concluded.after({ type: 'print-paper', by: ONE, no: concluded.state!.receiptNo! });
    expect(printed.when(undo()).refused).toBe('undo-told');
    expect(on(taken, '2026-12-01').after(watch).when(undo()).refused).toBe('undo-told');
  });

  it('[C5] [C18] what was entered by mistake and is ended by a supervisor is undone by that supervisor, and by nobody else', () => {
    const mistake: CaseCommand = {
      ...{ type: 'conclude-case', by: BOSS, isSupervisor: true },
      conclusion: { kind: 'not-needed', note: '登记错了', mistaken: true },
    };
    const ended = taken.after(mistake);
    expect(ended.when(undo(ONE)).refused).toBe('undo-not-yours');
    expect(ended.when(undo(BOSS)).state).toEqual(taken.state);
  });

  it('[C5] [C7] what came in writing from somebody of whom nothing is entered and ends by silence is told by letter', () => {
    const silent = on(taken.after(notice('A-1.1')), '2026-12-24').after(watch);
    expect(silent.state).toMatchObject({ phase: 'closed', ring: { why: 'silent', unreachable: true } });
    const facts = { calendar: CHINA, settings: SETTINGS, today: '2026-12-24' as Day };
    expect(tasksOf(silent.state!, facts)).toMatchObject([{ kind: 'ring-up', to: [ONE] }]);
    const byPost: CaseCommand = { type: 'ring-resident', by: ONE, reached: true, remark: '', way: 'post' };
    expect(silent.after(byPost).state?.ring).toBeUndefined();
  });

  it('[C6] a refusal of it waits for a second person as at a counter', () => {
    const refused = taken.after({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { kind: 'refused', reason: REASON, basis: '第五条' },
    });
    expect(refused.state).toMatchObject({ phase: 'proposed', receiptNo: 'SL20261123-0001' });
  });
});
