import { expect, test } from 'vitest';
import type { CaseRow } from '../../schema/cases/rows.ts';
import type { CaseId, ClerkId, CounterId, Letter, MatterId, TicketId } from '../../schema/ids.ts';
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { caseOfPerson, liveKeys, nextAction, type StaffRows, seatOf } from './seat.ts';

const ME = 'me' as ClerkId;
const AT = '2026-11-23T01:30:00.000Z';

const counter = (part: Partial<CounterRow> = {}): CounterRow => ({
  ...{ id: 'w3' as CounterId, label: '3', phase: 'open', letters: ['A'] as Letter[], clerkId: ME, clerkName: '王芳' },
  ...{ ticketId: null, number: null, ticketPhase: null, since: AT, closingSince: null },
  ...part,
});

const ticket = (id: string, part: Partial<TicketRow> = {}): TicketRow => {
  const matters = (part.matters ?? ['A-1']) as MatterId[];
  const remaining = part.remaining ?? matters;
  const queues = [...new Set(remaining.map((matterId) => matterId[0] as Letter))];
  return {
    ...{ id: id as TicketId, number: id, letter: 'A' as Letter, phase: 'waiting', klass: 'walk-in', channel: 'kiosk' },
    ...{ matters, remaining, queues, sitting: [], arrivedAt: AT, rank: { at: Date.parse(AT), tie: 1 } },
    ...{ notBefore: null, counterId: null, callNo: 0, calls: 0, calledAt: null, startedAt: null, missedAt: null },
    ...{ awayUntil: null, passedTo: null, why: null, passes: 0, misses: 0, carriedIn: false, waitsFor: null },
    ...part,
  };
};

const openCase = (ticketId: string, matterId: string): CaseRow => ({
  ...{ id: `${ticketId}-${matterId}` as CaseId, phase: 'open', matterId: matterId as MatterId },
  ...{ ticketId: ticketId as TicketId, number: ticketId, firstContact: ME, firstContactName: '王芳', handler: ME },
  ...{
    handlerName: '王芳',
    receiptNo: null,
    warned: [],
    acceptedOn: null,
    dueOn: null,
    provisional: false,
    outcome: null,
    sentBack: false,
    inquiryBy: null,
    correction: null,
    late: null,
    ring: null,
    asked: [],
    deputies: [],
    offer: null,
  },
});

const SETTINGS_ROW = {
  ...{ id: 'settings' as const, staleAfterMs: 5_000 },
  ...{ callGapMs: 20_000, callLimit: 3, rejoinWithinMs: 1_800_000, expandDays: 21, undoMs: 10_000 },
};

const rows = (part: Partial<StaffRows>): StaffRows => ({
  ...{ hall: [], settings: [SETTINGS_ROW] },
  ...{
    openings: [],
    queues: [],
    counters: [counter()],
    tickets: [],
    served: [],
    offers: [],
    notes: [],
    unhandled: [],
    work: [],
    troubles: [],
  },
  ...part,
});

const seat = (part: Partial<StaffRows>) => seatOf(rows(part), ME, []);
const before = (phase: 'called' | 'serving', part: Partial<TicketRow> = {}) => ({
  counters: [counter({ ticketId: 'A001' as TicketId })],
  tickets: [ticket('A001', { phase, ...part })],
});

test('without a counter, or at a closed or paused one, the next action is to open it', () => {
  expect(nextAction(seat({ counters: [] })).kind).toBe('open-counter');
  expect(nextAction(seat({ counters: [counter({ phase: 'closed' })] })).kind).toBe('open-counter');
  expect(nextAction(seat({ counters: [counter({ phase: 'paused' })] })).kind).toBe('open-counter');
});

test('[Q1] call next is live when somebody waits with a matter of my letters, whatever the number begins with', () => {
  expect(nextAction(seat({}))).toEqual({ kind: 'call-next', live: false });
  const elsewhere = ticket('B001', { matters: ['B-1'] as MatterId[] });
  expect(nextAction(seat({ tickets: [elsewhere] }))).toEqual({ kind: 'call-next', live: false });
  const handedBack = ticket('B002', { matters: ['B-1', 'A-1'] as MatterId[], remaining: ['A-1'] as MatterId[] });
  expect(nextAction(seat({ tickets: [handedBack] }))).toEqual({ kind: 'call-next', live: true });
});

test('[T4] a ticket that stepped away or was missed cannot be called next', () => {
  const tickets = [ticket('A001', { phase: 'away' }), ticket('A002', { phase: 'missed' })];
  expect(nextAction(seat({ tickets }))).toEqual({ kind: 'call-next', live: false });
});

test('[T6] calling again waits for the gap, counts down, and ends at the limit', () => {
  const called = seat(before('called', { callNo: 1, calledAt: AT }));
  const at = Date.parse(AT);
  expect(nextAction(called).kind).toBe('start');
  expect(liveKeys(called, at + 500).recall).toEqual({ live: false, waitS: 20, left: 2 });
  expect(liveKeys(called, at + 20_000).recall).toEqual({ live: true, waitS: 0, left: 2 });
  const often = seat(before('called', { callNo: 3, calledAt: AT }));
  expect(liveKeys(often, at + 60_000).recall).toEqual({ live: false, waitS: 0, left: 0 });
});

test('[C5] finish is not live while a matter of the sitting lacks its conclusion', () => {
  const matters = ['A-1', 'A-2'] as MatterId[];
  const half = { matters, sitting: matters, remaining: ['A-2'] as MatterId[] };
  const serving = seat({ ...before('serving', half), served: [openCase('A001', 'A-2')] });
  expect(nextAction(serving)).toEqual({ kind: 'conclude', matterId: 'A-2', nth: 2, of: 2 });
  expect(liveKeys(serving, 0)).toMatchObject({ finish: false, unconcluded: 1, conclude: true });
  expect(serving.matters.map((matter) => matter.concluded)).toEqual([true, false]);
  const over = seat(before('serving', { matters, sitting: matters, remaining: [] }));
  expect(nextAction(over).kind).toBe('finish');
  expect(liveKeys(over, 0)).toMatchObject({ finish: true, unconcluded: 0, conclude: false });
});

test('[T8] what this counter cannot do is handed back once its own matters are concluded', () => {
  const matters = ['A-1', 'B-1'] as MatterId[];
  const part = { matters, sitting: ['A-1'] as MatterId[] };
  const first = seat(before('serving', { ...part, remaining: matters }));
  expect(nextAction(first).kind).toBe('conclude');
  expect(liveKeys(first, 0).handBack).toBe(false);
  const then = seat(before('serving', { ...part, remaining: ['B-1'] as MatterId[] }));
  expect(nextAction(then)).toEqual({ kind: 'hand-back', remaining: ['B-1'] });
  expect(liveKeys(then, 0)).toMatchObject({ handBack: true, finish: false });
});

test('[T5] a counter with a ticket before it can neither pause nor close', () => {
  expect(liveKeys(seat(before('called')), 0)).toMatchObject({ pause: false, close: false });
  expect(liveKeys(seat({}), 0)).toMatchObject({ pause: true, close: true });
});

test('[T12] a closing counter keeps the sitting, its draft and its keys, but neither pauses nor closes by hand', () => {
  const matters = ['A-1'] as MatterId[];
  const rowsOf = (remaining: MatterId[]) => ({
    counters: [counter({ phase: 'closing', ticketId: 'A001' as TicketId })],
    tickets: [ticket('A001', { phase: 'serving', matters, sitting: matters, remaining })],
  });
  const serving = seat(rowsOf(matters));
  expect(nextAction(serving).kind).toBe('conclude');
  expect(liveKeys(serving, 0)).toMatchObject({ conclude: true, pause: false, close: false });
  expect(nextAction(seat(rowsOf([]))).kind).toBe('finish');
});

test('[C16] the person is asked for of a case that goes on, of a matter that keeps a document first, and shown of one that is over', () => {
  const of = (...phases: CaseRow['phase'][]) => {
    const ids = phases.map((_, n) => `A-${n + 1}` as MatterId);
    const cases = phases.map((phase, n) => ({ ...openCase('A001', ids[n]!), phase }));
    const sitting = { ...before('serving', { matters: ids, sitting: ids }), served: cases };
    return (kept: string) => caseOfPerson(seat(sitting).matters, (matterId) => matterId === kept)?.matterId;
  };
  expect(of('closed', 'open')('')).toBe('A-2');
  expect(of('closed', 'open')('A-1')).toBe('A-2');
  expect(of('open', 'accepted', 'open')('A-3')).toBe('A-3');
  expect(of('open', 'open')('')).toBe('A-1');
  expect(of('closed', 'closed')('A-2')).toBe('A-2');
  expect(caseOfPerson([], () => true)).toBeNull();
});
