import { afterEach, describe, expect, it } from 'vitest';
import { BOARDS, BoardName, type CollectionName } from '../../../schema/board.ts';
import type { OpeningPlan } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, Letter, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { Reader } from '../../ledger/reader.ts';
import { idOf, kindOf, type Touched } from '../../ledger/subject/stream.ts';
import { createBoards, type Push } from '../../live/boards.ts';
import type { HallData } from '../../set-up.ts';
import { ROWS, STREAMS } from '../../subjects.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

const wish = () => ({ requestId: newRequestId() });
const c1 = 'c1' as CounterId;
const A1 = 'A-1' as MatterId;
let hall: TestHall;
afterEach(() => hall.stop());

/** The test hall with so many groups and counters, each counter serving its group and the first. */
function hallOf(groups: number, counters: number): HallData {
  const data = testHallData();
  const letters = Array.from({ length: groups }, (_, i) => String.fromCharCode(65 + i) as Letter);
  const places = Array.from({ length: counters }, (_, i) => `c${i + 1}` as CounterId);
  const [matter] = data.matters;
  const [series] = data.series;
  return {
    ...data,
    groups: letters.map((id, order) => ({ id, names: data.groups[0]!.names, order })),
    matters: letters.map((letter) => ({ ...matter!, id: `${letter}-1` as MatterId, letter })),
    counters: places.map((id, i) => {
      const own = letters[i % groups]!;
      return { id, label: String(i + 1), letters: own === 'A' ? [own] : [own, 'A' as Letter], inUse: true };
    }),
    series: [{ ...series!, letters, counterIds: places }],
  };
}

/** Counts what the file is asked while a push is made: each run of a statement, whoever prepared it. */
function countStatements(): { during: <T>(work: () => T) => { count: number; of: T } } {
  const prototype = Object.getPrototypeOf(hall.system.store.db.prepare('SELECT 1')) as Record<string, unknown>;
  return {
    during(work) {
      let count = 0;
      const names = ['get', 'all', 'run', 'iterate'];
      const originals = names.map((name) => prototype[name] as (...args: unknown[]) => unknown);
      names.forEach((name, i) => {
        prototype[name] = function (this: { source: string }, ...args: unknown[]) {
          // Around what only reads: they ask the file nothing.
          if (this.source !== 'BEGIN' && this.source !== 'COMMIT') count++;
          return originals[i]!.apply(this, args);
        };
      });
      try {
        return { of: work(), count };
      } finally {
        names.forEach((name, i) => {
          prototype[name] = originals[i];
        });
      }
    },
  };
}

const OUT = {
  ...{ from: { day: '2026-12-10', time: '00:00' }, backOn: { day: '2026-12-11', time: '00:00' } },
  ...{ deputy: null, note: '培训', override: null },
};
const WEEKEND: OpeningPlan = {
  ...{ kind: 'extended', day: '2026-11-28' as Day, from: '09:00', to: '12:00' },
  ...{ letters: ['A' as Letter], counterIds: [c1], bookableShare: 0 },
};
const DAY_OFF = { day: '2026-12-01', kind: 'off', reason: '停电' } as const;

type Cost = { act: string; statements: number; rows: Partial<Record<BoardName, number>>; asks: string[] };

/** What each act of a visit costs on its way to the screens, in a hall of this size with three people in line. */
async function costs(groups: number, counters: number): Promise<Cost[]> {
  hall = await startTestHall({ data: hallOf(groups, counters) });
  const [kiosk, one] = [await hall.kiosk(), await hall.clerk('one')];
  const [boss, admin] = [await hall.clerk('boss'), await hall.clerk('admin')];
  const four = (await admin.administration.clerks({})).find(({ account }) => account === 'four')!;
  const keeper = createBoards(hall.system.hall);
  const counter = countStatements();
  let last: { statements: number; pushes: Push[] } = { statements: 0, pushes: [] };
  keeper.pushesFor({ entries: [], jobs: false }, () => true);
  // As whoever begins to follow is given it.
  for (const board of ['kiosk', 'display', 'staff'] as const) keeper.shared(board);
  hall.system.hall.onCommitted((committed) => {
    if (committed.entries.length === 0) return;
    const { count, of } = counter.during(() => keeper.pushesFor(committed, () => true));
    last = { statements: count, pushes: of };
  });
  const found: Cost[] = [];
  async function act<T>(name: string, run: () => Promise<T>): Promise<T> {
    last = { statements: 0, pushes: [] };
    const answer = await run();
    await hall.system.hall.idle();
    const rows = Object.fromEntries(
      last.pushes.map((push) => {
        if ('snapshot' in push) return [push.snapshot.board, Number.POSITIVE_INFINITY];
        const { board, put, drop } = push.delta;
        return [board, [...Object.values(put), ...Object.values(drop)].flat().length];
      }),
    );
    const asks = last.pushes.flatMap((push) => ('delta' in push ? push.delta.asks : []));
    found.push({ act: name, statements: last.statements, rows, asks });
    return answer;
  }
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  for (let n = 0; n < 3; n++) await issue();
  await act('open-counter', () => one.counters.open({ ...wish(), counterId: c1 }));
  await act('issue', issue);
  await act('turn-away', () => kiosk.tickets.turnAway({ ...wish(), matterId: A1, why: 'too-long' }));
  const called = await act('call', () => one.tickets.callNext({ ...wish(), counterId: c1 }));
  const { ticketId } = called;
  await act('start', () => one.tickets.start({ ...wish(), ticketId }));
  const [open] = await one.cases.mine({});
  const conclusion = { kind: 'done' as const, note: '' };
  await act('conclude', () => one.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion }));
  await act('finish', () => one.tickets.finish({ ...wish(), ticketId }));
  await act('absence', () => boss.absences.enter({ ...wish(), ...OUT, clerkId: four.id }));
  const { openingId } = await act('plan-opening', () => boss.openings.create({ ...wish(), plan: WEEKEND }));
  await act('cancel-opening', () => boss.openings.cancel({ ...wish(), openingId, reason: '停电检修' }));
  await act('day-off', () => admin.calendar.change({ ...wish(), change: { hallDay: DAY_OFF } }));
  await act('settings', () => admin.settings.change({ ...wish(), settings: { coverAheadDays: 9 } }));
  await act('block', () => admin.administration.block({ ...wish(), clerkId: four.id, reason: '账号疑似被盗用' }));
  return found;
}

describe('a push', () => {
  it('[D2] a push costs as many statements in a hall of 24 groups and 40 counters as in a small one; turning away none', async () => {
    const small = await costs(3, 4);
    await hall.stop();
    const large = await costs(24, 40);
    const at = (list: Cost[], act: string) => list.find((one) => one.act === act)!;
    for (const act of ['issue', 'call', 'start', 'conclude', 'finish']) {
      expect(at(large, act), act).toEqual(at(small, act));
      expect(at(large, act).statements, act).toBeLessThanOrEqual(20);
    }
    for (const list of [small, large])
      expect(at(list, 'turn-away')).toEqual({ act: 'turn-away', statements: 0, rows: {}, asks: [] });
    // A counter more or less changes every queue's range: a constant number for each of them.
    const perQueue = (at(large, 'open-counter').statements - at(small, 'open-counter').statements) / (24 - 3);
    expect(perQueue).toBeLessThanOrEqual(2);
    process.stdout.write(
      `statements per push: ${large.map(({ act, statements }) => `${act} ${statements}`).join(', ')}\n`,
    );
  });

  it('[D2] a push holds the rows that changed and no other, and what screens ask anew', async () => {
    const found = await costs(3, 4);
    const rows = (act: string) => found.find((one) => one.act === act)!.rows;
    expect(rows('issue')).toEqual({ kiosk: 1, display: 1, staff: 2 });
    expect(rows('call')).toEqual({ kiosk: 1, display: 3, staff: 3 });
    // The ticket and its case; its queue is as long as before.
    expect(rows('conclude')).toEqual({ staff: 2 });
    expect(found.filter(({ asks }) => asks.length > 0).map(({ act, asks }) => [act, ...asks])).toEqual([
      ['start', 'cases'],
      ['conclude', 'cases'],
      ['finish', 'cases'],
      ['absence', 'cases', 'absences'],
      ['plan-opening', 'openings'],
      ['cancel-opening', 'openings'],
      ['day-off', 'cases'],
      ['settings', 'cases', 'people', 'absences', 'openings', 'clerks', 'settings'],
      ['block', 'cases', 'people', 'absences', 'clerks'],
    ]);
    // Of what may change any row each board is told what it shows: nobody who stands at a kiosk is told who is away.
    expect(rows('absence')).toEqual({ staff: 0 });
    expect(rows('plan-opening')).toEqual({ kiosk: 1, display: 1, staff: 1 });
    expect(rows('cancel-opening')).toEqual({ kiosk: 1, display: 1, staff: 1 });
    expect(rows('day-off')).toEqual({ staff: 0 });
    expect(rows('block')).toEqual({ staff: 0 });
  });

  it('[D2] a push of each event asks a constant number of statements a row that it may change, and none for other boards', async () => {
    const small = await costsOfEvents(3, 4, 2);
    await hall.stop();
    const large = await costsOfEvents(24, 40, 30);
    const events = Object.values(STREAMS).flatMap(({ touches }) => Object.keys(touches));
    for (const costs of [small, large]) {
      expect(costs.map(({ event }) => event)).toEqual(events);
      expect(costs.filter(({ statements, rows }) => statements > BASE + rows)).toEqual([]);
      expect(costs.filter(({ elsewhere }) => elsewhere > 0)).toEqual([]);
      const compared = costs.filter((one) => one.compared.length > 0).map((one) => [one.event, one.compared.join(' ')]);
      expect(Object.fromEntries(compared)).toEqual(COMPARED);
    }
  });
});

/** What a push asks once, whatever changed: who is away, which counters are open, how long each line is. */
const BASE = 10;
/**
 * Of what an event touches, the collections of which no list says which rows: each row is made anew, and only what is
 * another one is sent. They are events of the administration, and of the line those of a counter: one more or less
 * changes how long every queue waits.
 */
const COMPARED = {
  'settings-changed': 'settings work unhandled',
  'counter-planned': 'queues tickets calls notes',
  'calendar-year-set': 'offers served work unhandled',
  'hall-day-set': 'offers served work unhandled',
  'clerk-saved': 'offers served work unhandled counters notes',
  'sign-in-blocked': 'offers served work unhandled',
  'sign-in-allowed': 'offers served work unhandled',
  'absence-entered': 'offers served work unhandled',
  'absence-began': 'offers served work unhandled',
  'absence-ended': 'offers served work unhandled',
  'matter-saved': 'queues tickets offers served work',
  'matter-changed': 'queues tickets offers served work',
  'opening-planned': 'queues tickets notes',
  'opening-began': 'queues tickets notes',
  'opening-ended': 'queues tickets notes',
  'opening-cancelled': 'queues tickets notes',
  'counter-opened': 'queues',
  'counter-paused': 'queues',
  'counter-closing': 'queues',
  'counter-closed': 'queues',
};
/** Facts of any event by which its stream says which rows it changes. */
const FACTS = {
  counterId: c1,
  why: { rule: 'out-of-order' },
  undone: 'ticket-withdrawn',
  since: '',
  clerkId: 'x',
  reason: '',
};

/** Of each event of each stream, as if it had just happened to the last of its kind: what its push asks. */
async function costsOfEvents(groups: number, counters: number, people: number) {
  hall = await startTestHall({ data: hallOf(groups, counters) });
  const [kiosk, one, boss] = [await hall.kiosk(), await hall.clerk('one'), await hall.clerk('boss')];
  const { clerkId } = await boss.session.me({});
  await one.counters.open({ ...wish(), counterId: c1 });
  for (let n = 0; n < people; n++) {
    await kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    const { caseId } = await one.cases.take({
      ...wish(),
      matterId: A1,
      by: 'letter',
      number: `L${n}`,
      receivedOn: '2026-11-23',
    });
    await one.cases.offer({ ...wish(), caseId, to: clerkId, note: '请接办' });
  }
  const { ticketId } = await one.tickets.callNext({ ...wish(), counterId: c1 });
  await one.tickets.start({ ...wish(), ticketId });
  await hall.system.hall.idle();
  const last = new Map([...hall.system.hall.ledger.after(0)].map((entry) => [kindOf(entry.stream), entry]));
  const counter = countStatements();
  const from = hall.system.hall.look((now) => now);
  return Object.values(STREAMS).flatMap(({ kind, touches }) =>
    Object.entries(touches).map(([type, touch]) => {
      const before = last.get(kind) ?? { ...last.get('ticket')!, stream: `${kind}:c1` };
      const entry = { ...before, event: { ...before.event, ...FACTS, type } };
      const touched: Touched =
        touch === 'none' ? { asks: [] } : (touch as Touch)(from, idOf(entry.stream), entry.event, entry.seq);
      const names = Object.keys(touched).filter((name) => name !== 'asks') as CollectionName[];
      const sizeOf = (name: CollectionName) => {
        const some = touched[name]!;
        if (some === 'all') return ROWS[name].rows(from).length;
        return (typeof some === 'function' ? some() : some).length;
      };
      const asked = (followed: (board: BoardName) => boolean) => {
        const keeper = createBoards(hall.system.hall);
        keeper.pushesFor({ entries: [], jobs: false }, followed);
        for (const board of BoardName.options) keeper.shared(board);
        return counter.during(() => keeper.pushesFor({ entries: [entry], jobs: false }, followed)).count;
      };
      const others = BoardName.options.filter((board) => names.every((name) => !(name in BOARDS[board].shape)));
      return {
        event: type,
        statements: asked(() => true),
        rows: names.reduce((sum, name) => sum + sizeOf(name), 0),
        compared: names.filter((name) => touched[name] === 'all'),
        elsewhere: Math.max(0, ...others.map((board) => asked((one) => one === board))),
      };
    }),
  );
}
type Touch = (from: Reader, id: string, event: { type: string }, seq: number) => Touched;
