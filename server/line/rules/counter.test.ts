import { describe, expect, it } from 'vitest';
import type { ClerkId, OpeningId } from '../../../schema/ids.ts';
import { givenCounter } from '../../test/given.ts';
import type { CounterCommand } from './counter.ts';

const ONE = 'one' as ClerkId;
const TWO = 'two' as ClerkId;
const openingId = 'o' as OpeningId;
const sit = (clerkId: ClerkId, at: string | null = null): CounterCommand => ({
  type: 'open-counter',
  clerkId,
  at,
  sitting: '王芳',
});
const pause = (clerkId: ClerkId): CounterCommand => ({ type: 'pause-counter', clerkId, reason: '茶歇' });
const leave = (clerkId: ClerkId): CounterCommand => ({ type: 'close-counter', clerkId });
const begin: CounterCommand = { type: 'begin-opening', openingId };
const end: CounterCommand = { type: 'end-opening', openingId, busy: false };
const endBusy: CounterCommand = { type: 'end-opening', openingId, busy: true };
const ticketLeft: CounterCommand = { type: 'ticket-left' };
const open = givenCounter().after(sit(ONE));

describe('a counter', () => {
  it('[H4] a counter is opened, paused, opened again and closed by the clerk who sits there', () => {
    expect(open.state).toMatchObject({ phase: 'open', clerkId: ONE });
    expect(open.after(pause(ONE)).state?.phase).toBe('paused');
    expect(open.after(pause(ONE)).after(sit(ONE)).state?.phase).toBe('open');
    const closed = open.after(leave(ONE));
    expect(closed.state?.phase).toBe('closed');
    expect(closed.state?.clerkId).toBeUndefined();
    expect(closed.when(sit(TWO)).state?.clerkId).toBe(TWO);
  });

  it('[T5] a counter has one clerk, and a clerk sits at one counter', () => {
    expect(open.when(sit(TWO))).toMatchObject({ refused: 'counter-taken', facts: { clerk: '王芳' } });
    expect(givenCounter().when(sit(ONE, '3'))).toMatchObject({ refused: 'clerk-elsewhere', facts: { counter: '3' } });
    for (const command of [pause(TWO), leave(TWO)]) expect(open.when(command).refused).toBe('clerk-not-here');
  });

  it('[H4] a counter refuses what its phase does not allow', () => {
    expect(open.when(sit(ONE)).refused).toBe('counter-already-open');
    expect(open.after(pause(ONE)).when(pause(ONE)).refused).toBe('counter-not-open');
    for (const command of [pause(ONE), leave(ONE)]) {
      expect(givenCounter().when(command).refused).toBe('counter-not-open');
      expect(open.after(leave(ONE)).when(command).refused).toBe('counter-not-open');
    }
  });

  it('[H4] the end of an opening closes a counter, and the next beginning opens it for the clerk who sat there', () => {
    const night = open.after(end);
    expect(night.state).toMatchObject({ phase: 'closed', clerkId: ONE, closedByOpening: true });
    expect(night.after(begin).state).toMatchObject({ phase: 'open', clerkId: ONE });
    expect(open.after(pause(ONE)).after(end).state?.phase).toBe('closed');
  });

  it('[T12] an occupied counter is closing until its ticket leaves, and keeps the seat for the next opening', () => {
    const closing = open.after(endBusy);
    expect(closing.state).toMatchObject({ phase: 'closing', clerkId: ONE, closingOf: openingId });
    for (const command of [sit(ONE), pause(ONE)]) expect(closing.when(command).refused).toBe('counter-closing');
    expect(closing.when(sit(TWO)).refused).toBe('counter-taken');
    expect(closing.when(endBusy).events).toEqual([]);
    const closed = closing.after(ticketLeft);
    expect(closed.state).toMatchObject({ phase: 'closed', clerkId: ONE, closedByOpening: true });
    expect(closed.after(begin).state?.phase).toBe('open');
    for (const one of [open, open.after(pause(ONE)), closed]) expect(one.when(ticketLeft).events).toEqual([]);
  });

  it('[T12] the next opening takes a closing counter on as if it had never closed', () => {
    const goesOn = open.after(endBusy).after(begin);
    expect(goesOn.state).toMatchObject({ phase: 'open', clerkId: ONE });
    expect(goesOn.when(ticketLeft).events).toEqual([]);
  });

  it('[T12] a released counter closes, whatever its phase, and keeps nobody’s seat', () => {
    const release: CounterCommand = { type: 'release-counter' };
    for (const from of [open, open.after(endBusy)]) {
      const { state } = from.after(release);
      expect(state).toMatchObject({ phase: 'closed', closedByOpening: false });
      expect(state?.clerkId).toBeUndefined();
    }
    expect(open.after(end).when(release).events).toEqual([]);
  });

  it('[H4] an opening opens no counter that its clerk closed, and closes none that is closed', () => {
    const left = open.after(leave(ONE));
    for (const command of [begin, end]) {
      expect(left.when(command).events).toEqual([]);
      expect(givenCounter().when(command).events).toEqual([]);
    }
    expect(open.when(begin).events).toEqual([]);
    expect(open.after(end).after(sit(TWO)).state).toMatchObject({ phase: 'open', clerkId: TWO });
  });
});
