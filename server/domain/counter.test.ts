import { describe, expect, it } from 'vitest';
import type { ClerkId, OpeningId } from '../../schema/ids.ts';
import { givenCounter } from '../test/given.ts';
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
const end: CounterCommand = { type: 'end-opening', openingId };
const open = givenCounter().after(sit(ONE));

describe('a counter', () => {
  it('[H4] is opened, paused, opened again and closed by the clerk who sits there', () => {
    expect(open.state).toMatchObject({ phase: 'open', clerkId: ONE });
    expect(open.after(pause(ONE)).state?.phase).toBe('paused');
    expect(open.after(pause(ONE)).after(sit(ONE)).state?.phase).toBe('open');
    const closed = open.after(leave(ONE));
    expect(closed.state?.phase).toBe('closed');
    expect(closed.state?.clerkId).toBeUndefined();
    expect(closed.when(sit(TWO)).state?.clerkId).toBe(TWO);
  });

  it('[T5] has one clerk, who sits nowhere else', () => {
    expect(open.when(sit(TWO))).toMatchObject({ refused: 'counter-taken', facts: { clerk: '王芳' } });
    expect(givenCounter().when(sit(ONE, '3'))).toMatchObject({ refused: 'clerk-elsewhere', facts: { counter: '3' } });
    for (const command of [pause(TWO), leave(TWO)]) expect(open.when(command).refused).toBe('clerk-not-here');
  });

  it('[T4] refuses what its phase does not allow', () => {
    expect(open.when(sit(ONE)).refused).toBe('counter-already-open');
    expect(open.after(pause(ONE)).when(pause(ONE)).refused).toBe('counter-not-open');
    for (const command of [pause(ONE), leave(ONE)]) {
      expect(givenCounter().when(command).refused).toBe('counter-not-open');
      expect(open.after(leave(ONE)).when(command).refused).toBe('counter-not-open');
    }
  });

  it('[H4] an opening’s end closes it and the next one’s beginning opens it for who sat there', () => {
    const night = open.after(end);
    expect(night.state).toMatchObject({ phase: 'closed', clerkId: ONE, closedByOpening: true });
    expect(night.after(begin).state).toMatchObject({ phase: 'open', clerkId: ONE });
    expect(open.after(pause(ONE)).after(end).state?.phase).toBe('closed');
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
