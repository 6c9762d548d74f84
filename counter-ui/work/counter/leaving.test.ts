import { expect, test } from 'vitest';
import type { ClerkId, CounterId, Letter, MatterId, TicketId } from '../../../schema/ids.ts';
import type { CounterRow, TicketRow } from '../../../schema/line/rows.ts';
import type { StaffRows } from '../seat.ts';
import { leavingOf } from './leaving.ts';

const ME = 'me' as ClerkId;
const counter = (id: string, letters: string, part: Partial<CounterRow> = {}) =>
  ({ id: id as CounterId, label: id, phase: 'open', letters: [...letters], clerkId: null, ...part }) as CounterRow;
const ticket = (id: string, queues: string, part: Partial<TicketRow> = {}) =>
  ({
    id: id as TicketId,
    number: id,
    phase: 'waiting',
    queues: [...queues] as Letter[],
    remaining: [...queues].map((letter) => `${letter}-1` as MatterId),
    rank: { at: 0, tie: 0 },
    ...part,
  }) as TicketRow;
const rows = (counters: CounterRow[], tickets: TicketRow[] = []) => ({ counters, tickets }) as StaffRows;
const mine = (part: Partial<CounterRow> = {}) => counter('1', 'AC', { clerkId: ME, ...part });

test('[T5] without an open or paused counter nothing is left behind', () => {
  expect(leavingOf(rows([counter('1', 'A')]), ME, [])).toBeNull();
  expect(leavingOf(rows([mine({ phase: 'closed' })]), ME, [])).toBeNull();
  expect(leavingOf(rows([mine({ phase: 'paused' })]), ME, [])).toMatchObject({ ticket: null, onlyHere: 0 });
});

test('[T5] leaving a counter names whoever was called or is being served there', () => {
  const at = ticket('A005', 'A', { phase: 'serving' });
  expect(leavingOf(rows([mine({ ticketId: at.id })], [at]), ME, [])?.ticket?.number).toBe('A005');
});

test('[H4] people count whom no other open counter can call', () => {
  const waiting = [ticket('A001', 'A'), ticket('C001', 'C'), ticket('B001', 'B'), ticket('C002', 'CB')];
  const away = ticket('C003', 'C', { phase: 'away' });
  const left = (...others: CounterRow[]) => leavingOf(rows([mine(), ...others], [...waiting, away]), ME, [])?.onlyHere;
  expect(left()).toBe(3);
  expect(left(counter('2', 'A'))).toBe(2);
  expect(left(counter('2', 'A'), counter('3', 'B'))).toBe(1);
  expect(left(counter('2', 'AC'))).toBe(0);
  expect(left(counter('2', 'AC', { phase: 'paused' }))).toBe(3);
});
