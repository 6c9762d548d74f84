import { expect, test } from 'vitest';
import type { WholeCase } from '../../schema/cases/views.ts';
import type { Letter, MatterId, RequestId, TicketId } from '../../schema/ids.ts';
import type { Forecast, OwnTicket, PlaceView } from '../../schema/line/views.ts';
import type { Action } from './action.ts';
import { MATTERS_MOST, reduce } from './reduce.ts';
import { isFresh, receiptOf, type State, shownOf, startState } from './state.ts';

const matter = (n: number) => `M-${n}` as MatterId;
const request = (n: number) => `request-${String(n).padStart(8, '0')}` as RequestId;
const open: Forecast = {
  ahead: 3,
  range: { halfMin: 5, mostMin: 12 },
  closing: null,
  closed: null,
  nextStartsAt: null,
};
const ticket = { ticketId: 't1' as TicketId, number: 'A017', link: '/t/abc', booked: null };

const after = (actions: Action[], state: State = startState('zh-Hans')) => actions.reduce(reduce, state);
const choose = (n: number): Action => ({ type: 'matter-chosen', matterId: matter(n), requestId: request(n) });
const ready: Action[] = [choose(1), { type: 'forecast-came', requestId: request(1), forecast: open }];

function confirmOf(state: State) {
  if (state.screen.phase !== 'confirm') throw new Error(`on ${state.screen.phase}`);
  return state.screen;
}

test('three touches lead to a number: group, matter, ticket', () => {
  const asked = after([{ type: 'group-chosen', letter: 'A' as Letter }, ...ready, { type: 'asked' }]);
  expect(confirmOf(asked)).toMatchObject({ asking: true, requestId: request(1) });
  const issued = after([{ type: 'issued', ticket, slip: 'off' }], asked);
  expect(issued).toMatchObject({ chosen: [], care: false, screen: { phase: 'issued', ticket } });
});

test('[T3] a second touch while the server is asked changes nothing', () => {
  const asked = after([...ready, { type: 'asked' }]);
  for (const touch of [
    { type: 'asked' },
    { type: 'back', requestId: request(9) },
    { type: 'more-wanted' },
    { type: 'matter-dropped', matterId: matter(1), requestId: request(9) },
    { type: 'care-asked' },
    { type: 'care-answered', care: true, requestId: request(9) },
  ] satisfies Action[]) {
    expect(reduce(asked, touch)).toEqual(asked);
  }
});

test('[T3] a repeated wish keeps its request id, a changed wish gets a new one', () => {
  const refused = after([...ready, { type: 'asked' }, { type: 'refused', sentence: 'x' }]);
  expect(confirmOf(reduce(refused, { type: 'asked' })).requestId).toBe(request(1));
  const cared = reduce(refused, { type: 'care-answered', care: true, requestId: request(2) });
  expect(confirmOf(cared).requestId).toBe(request(2));
  const more = after([{ type: 'more-wanted' }, choose(3)], refused);
  expect(confirmOf(more).requestId).toBe(request(3));
});

test('[Q6] nothing is issued before the wait was shown, nor where the forecast says closed', () => {
  expect(confirmOf(after([choose(1), { type: 'asked' }])).asking).toBe(false);
  const closed = { ...open, closed: 'hall-closed' as const };
  const state = after([
    choose(1),
    { type: 'forecast-came', requestId: request(1), forecast: closed },
    { type: 'asked' },
  ]);
  expect(confirmOf(state).asking).toBe(false);
});

test('[Q6] a forecast for another choice is not shown', () => {
  const state = after([choose(1), choose(2), { type: 'forecast-came', requestId: request(1), forecast: open }]);
  expect(confirmOf(state).forecast).toBeNull();
});

test('[T8] a visit carries several matters, at most five, each once', () => {
  const all = [1, 2, 3, 4, 5, 6, 2].flatMap((n): Action[] => [choose(n), { type: 'more-wanted' }]);
  expect(after(all).chosen).toEqual([1, 2, 3, 4, 5].map(matter));
  expect(MATTERS_MOST).toBe(5);
});

test('[T8] a matter can be dropped; without any the kiosk is at its start', () => {
  const two = after([choose(1), { type: 'more-wanted' }, choose(2)]);
  const one = reduce(two, { type: 'matter-dropped', matterId: matter(1), requestId: request(7) });
  expect(one.chosen).toEqual([matter(2)]);
  expect(confirmOf(one).requestId).toBe(request(7));
  expect(reduce(one, { type: 'matter-dropped', matterId: matter(2), requestId: request(8) }).screen.phase).toBe(
    'start',
  );
});

test('[T9] the slip is a fact of its own beside the number, and another ticket’s slip is not shown', () => {
  const state = after([...ready, { type: 'asked' }, { type: 'issued', ticket, slip: 'printing' }]);
  const failed = reduce(state, { type: 'slip-came', ticketId: ticket.ticketId, slip: 'failed' });
  expect(failed.screen).toMatchObject({ phase: 'issued', ticket, slip: 'failed' });
  expect(reduce(state, { type: 'slip-came', ticketId: 't0' as TicketId, slip: 'failed' })).toEqual(state);
});

test('[T9] what the number is for and who stands before it is shown beside it, and another ticket’s is not', () => {
  const state = after([...ready, { type: 'asked' }, { type: 'issued', ticket, slip: 'off' }]);
  const stands = { ticketId: ticket.ticketId, ahead: 2, matterNames: [] };
  expect(reduce(state, { type: 'stands-came', stands }).screen).toMatchObject({ stands });
  expect(reduce(state, { type: 'stands-came', stands: { ...stands, ticketId: 't0' as TicketId } })).toEqual(state);
});

test('[H8] a check-in takes digits only and four of them at least', () => {
  const typed = (text: string) =>
    after([
      { type: 'check-in-opened', requestId: request(1) },
      { type: 'typed', text, requestId: request(2) },
      { type: 'asked' },
    ]).screen;
  expect(typed('12a')).toMatchObject({ code: '12', asking: false });
  expect(typed('１２３４')).toMatchObject({ code: '1234', asking: true });
  expect(typed('008613985001234567')).toMatchObject({ code: '0086139850012345', asking: true, requestId: request(2) });
});

test('[H8] [S2] a check-in that the hall asks more of takes the full number, then whose appointment it is', () => {
  const opened = after([
    { type: 'check-in-opened', requestId: request(1) },
    { type: 'typed', text: '1234', requestId: request(2) },
    { type: 'asked' },
    { type: 'refused', sentence: 'x', asks: 'telephone' },
  ]);
  expect(opened.screen).toMatchObject({ code: '', asks: 'telephone', telephone: null, asking: false, sentence: 'x' });
  const typed = (state: typeof opened, text: string, nth: number) =>
    reduce(reduce(state, { type: 'typed', text, requestId: request(nth) }), { type: 'asked' });
  expect(typed(opened, '1234', 3).screen).toMatchObject({ asking: false });
  const shared = typed(opened, '13985001234', 3);
  expect(shared.screen).toMatchObject({ asking: true, requestId: request(3) });
  const whose = reduce(shared, { type: 'refused', sentence: 'y', asks: 'whose' });
  expect(whose.screen).toMatchObject({ code: '', telephone: '13985001234', asks: 'whose' });
  expect(typed(whose, '123456', 4).screen).toMatchObject({ code: '123456', telephone: '13985001234', asking: true });
});

test('[H8] [S2] a scanned code that the hall takes no longer leads to the screen that takes the full number', () => {
  const scanned = after([
    { type: 'scanned', scanned: { kind: 'appointment', code: '123456' }, requestId: request(1) },
    { type: 'refused', sentence: 'x', asks: 'telephone' },
  ]);
  expect(scanned.screen).toMatchObject({ phase: 'check-in', code: '', asks: 'telephone', sentence: 'x' });
});

test('[T1] a number is looked up only when it is a letter and at least three digits', () => {
  const typed = (text: string) =>
    after([{ type: 'look-up-opened' }, { type: 'typed', text, requestId: request(1) }, { type: 'asked' }]).screen;
  expect(typed('017')).toMatchObject({ number: '', asking: false });
  for (const text of ['a017', 'Ａ０１７', 'A-017', 'A 017号'])
    expect(typed(text)).toMatchObject({ number: 'A017', asking: true });
  expect(typed('A01')).toMatchObject({ number: 'A01', asking: false });
  expect(typed('A1000')).toMatchObject({ number: 'A1000', asking: true });
});

test('what cannot be undone is asked before it is done', () => {
  const view = { ticketId: ticket.ticketId, number: 'A017', phase: 'waiting' } as OwnTicket;
  const found = after([
    { type: 'scanned', scanned: { kind: 'ticket', link: 'l' }, requestId: request(0) },
    { type: 'found', link: 'l', view },
  ]);
  const question = reduce(found, { type: 'question-asked', question: 'withdraw' });
  expect(question.screen).toMatchObject({ question: 'withdraw', asking: false });
  expect(reduce(question, { type: 'back', requestId: request(1) }).screen).toMatchObject({
    phase: 'found',
    question: null,
  });
  const wished = reduce(question, { type: 'wished', wish: 'withdraw', requestId: request(2) });
  expect(wished.screen).toMatchObject({ asking: true, wish: 'withdraw', requestId: request(2) });
});

test('[A4] the next resident finds the start again, in the default language', () => {
  const used = after([
    { type: 'language-chosen', language: 'en' },
    { type: 'low-toggled' },
    { type: 'care-answered', care: true, requestId: request(1) },
    choose(1),
  ]);
  expect(isFresh(used, 'zh-Hans')).toBe(false);
  const fresh = reduce(used, { type: 'restarted', language: 'zh-Hans' });
  expect(fresh).toEqual(startState('zh-Hans'));
  expect(isFresh(fresh, 'zh-Hans')).toBe(true);
});

test('[C12] [P3] a number leads to a place in line and to no act; a scanned slip leads to all of it', () => {
  const view = { number: 'A017', phase: 'waiting' } as PlaceView;
  const place = after([
    { type: 'look-up-opened' },
    { type: 'typed', text: 'a017', requestId: request(1) },
    { type: 'asked' },
    { type: 'place-found', view },
  ]);
  expect(place.screen).toEqual({ phase: 'place', view });
  expect(reduce(place, { type: 'wished', wish: 'withdraw', requestId: request(2) })).toBe(place);
  const scanned = reduce(place, { type: 'scanned', scanned: { kind: 'ticket', link: 'l' }, requestId: request(3) });
  expect(scanned.screen).toMatchObject({ phase: 'scan', asking: true, scanned: { link: 'l' } });
});

test('[C12] a receipt is asked for by its digits and the last four of the telephone', () => {
  const typed = (text: string) =>
    after([{ type: 'receipt-opened' }, { type: 'typed', text, requestId: request(1) }, { type: 'asked' }]).screen;
  expect(typed('202600000188')).toMatchObject({ digits: '202600000188', asking: false });
  expect(typed('2026-000001 8888')).toMatchObject({ digits: '20260000018888', asking: true });
  expect(typed('202611230001888')).toMatchObject({ asking: false });
  expect(typed('2026-1123 0001 8888 77')).toMatchObject({ digits: '2026112300018888', asking: true });
  expect(receiptOf('2026112300018888')).toEqual({ receiptNo: 'SL20261123-0001', lastFour: '8888' });
  expect(receiptOf('20260000018888')).toEqual({ receiptNo: 'SL2026-000001', lastFour: '8888' });
  expect(receiptOf('2026')).toEqual({ receiptNo: 'SL2026', lastFour: '' });
});

test('[C12] a case is shown part by part, an act is read where it was done, and what was taken back is over', () => {
  const view = { phase: 'accepted' } as WholeCase;
  const key = { receiptNo: 'SL2026-000001', lastFour: '8888' };
  const found = after([{ type: 'receipt-opened' }, { type: 'case-found', key, view }]);
  expect(found.screen).toMatchObject({ phase: 'case', part: 'facts', key });
  const asks = reduce(found, { type: 'part-opened', part: 'ask' });
  const act = { kind: 'inquiry', text: '还缺什么？' } as const;
  const sent = reduce(asks, { type: 'act-wished', act, requestId: request(1) });
  expect(sent.screen).toMatchObject({ asking: true, act, requestId: request(1) });
  for (const touch of [
    { type: 'part-opened', part: 'withdraw' },
    { type: 'act-wished', act: { kind: 'withdraw' }, requestId: request(2) },
    { type: 'back', requestId: request(2) },
  ] satisfies Action[])
    expect(reduce(sent, touch)).toEqual(sent);
  const answered = reduce(sent, { type: 'case-found', key, view });
  expect(answered.screen).toMatchObject({ part: 'ask', asking: false, act: null });
  expect(reduce(answered, { type: 'back', requestId: request(3) }).screen).toMatchObject({ part: 'facts' });
  const over = after(
    [
      { type: 'act-wished', act: { kind: 'withdraw' }, requestId: request(4) },
      { type: 'case-found', key, view },
    ],
    reduce(answered, { type: 'part-opened', part: 'withdraw' }),
  );
  expect(over.screen).toMatchObject({ part: 'facts', asking: false });
  // What is new to its reader takes no touch at first.
  expect(new Set([found, asks].map(({ screen }) => shownOf(screen))).size).toBe(2);
});

test('[C12] a case of a slip is opened by its own link, and the way back leads to the slip as it is then', () => {
  const view = { phase: 'finished' } as OwnTicket;
  const of = { phase: 'accepted' } as WholeCase;
  const slip = after([
    { type: 'scanned', scanned: { kind: 'ticket', link: 'l' }, requestId: request(0) },
    { type: 'found', link: 'l', view },
  ]);
  const opened = reduce(slip, { type: 'case-opened', link: 'c', requestId: request(1) });
  expect(opened.screen).toMatchObject({ phase: 'scan', scanned: { kind: 'case', link: 'c' }, asking: true });
  const shown = reduce(opened, { type: 'case-found', key: { link: 'c' }, view: of });
  const part = reduce(shown, { type: 'part-opened', part: 'messages' });
  const answered = after(
    [
      { type: 'act-wished', act: { kind: 'messages', agreed: 'yes' }, requestId: request(2) },
      { type: 'case-found', key: { link: 'c' }, view: of },
      { type: 'back', requestId: request(3) },
      { type: 'back', requestId: request(4) },
    ],
    part,
  );
  expect(answered.screen).toMatchObject({ phase: 'scan', scanned: { kind: 'ticket', link: 'l' }, asking: true });
  expect(reduce(slip, { type: 'back', requestId: request(5) }).screen.phase).toBe('start');
  expect(reduce(answered, { type: 'case-opened', link: 'c', requestId: request(6) })).toBe(answered);
});

test('[Q1] [Q6] priority care asks for the wait again and keeps what it was without', () => {
  const cared = after([...ready, { type: 'care-asked' }, { type: 'care-answered', care: true, requestId: request(2) }]);
  expect(confirmOf(cared)).toMatchObject({ forecast: null, plain: open, requestId: request(2) });
  expect(confirmOf(reduce(cared, { type: 'asked' })).asking).toBe(false);
  const better = { ...open, ahead: 1 };
  const told = reduce(cared, { type: 'forecast-came', requestId: request(2), forecast: better });
  expect(confirmOf(told)).toMatchObject({ forecast: better, plain: open });
  // The same answer once more asks nothing; taking it back asks again and has nothing to compare with.
  const same = reduce(told, { type: 'care-answered', care: true, requestId: request(3) });
  expect(confirmOf(same)).toMatchObject({ forecast: better, plain: open });
  const back = reduce(told, { type: 'care-answered', care: false, requestId: request(4) });
  expect(confirmOf(back)).toMatchObject({ forecast: null, plain: null });
});
