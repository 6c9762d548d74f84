import { describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, Day, Letter, MatterId } from '../../../schema/ids.ts';
import { givenTicket, SECOND, SETTINGS } from '../../test/given.ts';
import type { AtCounter, TicketCommand } from './ticket-command.ts';

const A1 = 'A-1' as MatterId;
const C1: AtCounter = { counterId: 'c1' as CounterId, clerkId: 'one' as ClerkId, letters: ['A' as Letter] };
const issue: TicketCommand = {
  ...{ type: 'issue-ticket', day: '2026-11-23' as Day, ordinal: 7, issueNo: 41, printing: false },
  ...{ matters: [{ id: A1, letter: 'A' as Letter }], klass: 'walk-in', channel: 'kiosk' },
};
const call: TicketCommand = {
  type: 'call-ticket',
  at: C1,
  why: { rule: 'smallest-rank', rank: { at: 0, tie: 0 }, klass: 'walk-in', passedOver: 0, waitedMs: 0 },
};
const conclude: TicketCommand = { type: 'conclude-matter', at: C1, matterId: A1, caseId: 'case' as CaseId };
const waiting = givenTicket().after(issue);
const called = waiting.after(call);
const serving = called.after({ type: 'start-serving', at: C1 });

describe('an undo', () => {
  const { clerkId } = C1;
  const undo = (more: object = {}): TicketCommand => ({
    type: 'undo',
    by: 'clerk',
    clerkId,
    calledAgain: false,
    ...more,
  });
  const { counterId } = C1;
  const finished = serving.after(conclude).after({ type: 'finish-ticket', at: C1 });
  const missed = called.after({ type: 'miss-ticket', counterId, by: 'clerk' });
  const withdrawn = waiting.after({ type: 'withdraw', by: 'resident' });

  it('[C18] an undo takes back one step after the other, each to exactly what was before it', () => {
    const concluded = serving.after(conclude);
    const once = concluded
      .after({ type: 'finish-ticket', at: C1 })
      .later(2 * SECOND)
      .after(undo());
    expect(once.state).toEqual(concluded.state);
    expect(once.after(undo()).state).toEqual(serving.state);
    expect(once.after(undo()).when(undo()).refused).toBe('nothing-to-undo');
    expect(missed.after(undo()).state).toEqual(called.state);
    expect(withdrawn.after(undo({ by: 'kiosk', clerkId: undefined })).state).toEqual(waiting.state);
  });

  it('[C18] [T7] a withdrawal of who was away holds the place again, until the same instant', () => {
    const away = waiting.after({ type: 'step-away', by: 'resident' });
    const back = away.after({ type: 'withdraw', by: 'resident' }).after(undo({ by: 'kiosk', clerkId: undefined }));
    expect(back.state).toEqual(away.state);
  });

  it('[C18] an undo comes for ten seconds, by whoever did it, and not after its counter called again', () => {
    const until = SETTINGS.undoMs;
    expect(finished.later(until - 1).when(undo()).refused).toBeNull();
    expect(finished.later(until).when(undo())).toMatchObject({ refused: 'undo-too-late', facts: { seconds: 10 } });
    expect(finished.when(undo({ clerkId: 'another' })).refused).toBe('undo-not-yours');
    // The same wish once more would take back what was never meant.
    const meant = undo({ step: 'ticket-finished' });
    expect(finished.after(meant).when(meant).refused).toBe('nothing-to-undo');
    expect(withdrawn.when(undo()).refused).toBe('undo-not-yours');
    expect(finished.when(undo({ calledAgain: true })).refused).toBe('undo-told');
  });

  it('[C18] an undo takes nothing back that the clock or a supervisor did, or that something followed', () => {
    const byClock = called.after({ type: 'miss-ticket', counterId, by: 'clock' });
    expect(byClock.when(undo()).refused).toBe('nothing-to-undo');
    const released = serving.after(conclude).after({ type: 'release', reason: '突发急病' });
    expect(released.when(undo()).refused).toBe('nothing-to-undo');
    const rejoined = missed.after({ type: 'rejoin', rank: null, behind: 0, by: 'clerk' });
    expect(rejoined.when(undo()).refused).toBe('nothing-to-undo');
  });

  it('[C18] an undo leaves a ticket that goes on as any other does', () => {
    const again = finished.after(undo()).after({ type: 'finish-ticket', at: C1 });
    expect(again.state).toMatchObject({ phase: 'finished', misses: 0 });
    expect(missed.after(undo()).after({ type: 'start-serving', at: C1 }).state?.phase).toBe('serving');
  });
});
