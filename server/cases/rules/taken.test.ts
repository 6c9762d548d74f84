import { describe, expect, it } from 'vitest';
import type { Day, HandoverId } from '../../../schema/ids.ts';
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

  it('[C6] a refusal of it waits for a second person as at a counter', () => {
    const refused = taken.after({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { kind: 'refused', reason: REASON, basis: '第五条' },
    });
    expect(refused.state).toMatchObject({ phase: 'proposed', receiptNo: 'SL20261123-0001' });
  });
});
