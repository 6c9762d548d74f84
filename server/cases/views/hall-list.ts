/** The hall's cases page by page (C3, C6, C10): refusals to confirm first, then the soonest clock. Asked beside the hall (S2). */

import type { CaseState, HallList, HallListAsked } from '../../../schema/cases/worklist/hall-list.ts';
import type { CaseId, ClerkId, Day } from '../../../schema/ids.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import { clerkName } from '../../people/views/staff.ts';
import { stageEnd } from '../rules/clock/case-clock.ts';
import { workingDaysLeft } from '../rules/clock/working-days.ts';
import { owersOf } from '../rules/owners/afterwards.ts';
import { type ClosedKey, caseLists, type ListedCase } from '../tables/case-lists.ts';
import { cases } from '../tables/cases.ts';

/** C10: amber on the screens. */
const SOON_DAYS = 2;

export function hallList(from: Reader, asked: HallListAsked): HallList {
  const { handler, matterId, state, first, after = '' } = asked;
  const { today } = from;
  const closed = closedIn(from, asked);
  const soonUntil = lastSoonDay(from, today);
  const all = inOrder(from, from.read(caseLists).ofHall(today));
  const owers = owersAmong(from, all);
  const is = (one: ListedCase, wanted: CaseState) => isIn(one, wanted, today, soonUntil);
  const chosen = all.filter(
    (one) =>
      (!handler || carriersOf(one, owers).includes(handler)) &&
      (!matterId || one.matterId === matterId) &&
      (!state || is(one, state)),
  );
  return {
    ...(state === 'closed'
      ? { ...closed.page(), total: closed.total }
      : { ...pageOf(chosen.filter(({ key }) => key > after).slice(0, first + 1), first), total: chosen.length }),
    all: all.length,
    clerks: clerksOf(from, all, owers, is),
    matters: [...Map.groupBy(all, (one) => one.matterId)].map(([id, of]) => ({
      ...{ matterId: id, names: matterNames(from, id), count: of.length },
    })),
    states: {
      ...Object.fromEntries(STATES.map((one) => [one, all.filter((found) => is(found, one)).length])),
      closed: closed.total,
    },
  };
}

/** One more than is shown says whether there is a next page. */
function pageOf(found: readonly { id: CaseId; key: string }[], first: number): Pick<HallList, 'ids' | 'next'> {
  const shown = found.slice(0, first);
  return { ids: shown.map(({ id }) => id), next: found.length > first ? shown.at(-1)!.key : null };
}

/** Of one month, the last one first. */
function closedIn(from: Reader, { handler, matterId, first, after, month }: HallListAsked) {
  const day = `${month ?? from.today.slice(0, 7)}-01`;
  const at = (on: Day) => new Date(instantOf(on, '00:00', from.timeZone)).toISOString();
  const span = { from: at(day), before: at(`${addDays(day, 31).slice(0, 7)}-01`) };
  const lists = from.read(caseLists);
  const of = { ...span, handler: handler ?? null, matterId: matterId ?? null };
  const page = () => {
    const [at, id] = after?.split(' ') ?? [];
    const found = lists.closed(of, { first: first + 1, below: at && id ? ({ at, id } as ClosedKey) : null });
    return pageOf(
      found.map((one) => ({ id: one.id, key: `${one.at} ${one.id}` })),
      first,
    );
  };
  return { page, total: lists.countClosed(of) };
}

/** By its key a case has one place, whatever comes and goes around it. */
type Placed = ListedCase & { key: string };

/** C8: the law's day is a clock, too; C6: what waits for a second person first. */
function inOrder(from: Reader, all: ListedCase[]): Placed[] {
  const calendar = calendarOf(from);
  const dayOf = new Map<string, Day>();
  const deemed = (on: Day, stage: ListedCase['acceptance']) => {
    const key = stage ? `${on} ${stage.days} ${stage.unit}` : on;
    const known = dayOf.get(key) ?? stageEnd(on, stage ?? undefined, calendar);
    dayOf.set(key, known);
    return known;
  };
  return all
    .map((one): Placed => {
      const clock = one.receivedOn ? deemed(one.receivedOn, one.acceptance) : one.clock;
      return { ...one, clock, key: `${one.isReview ? 0 : 1} ${clock ?? '9999-12-31'} ${one.openedAt} ${one.id}` };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

const STATES: readonly CaseState[] = [
  ...(['overdue', 'soon', 'offered', 'paused'] as const),
  ...(['noticed', 'accepted', 'proposed', 'decided'] as const),
];

/** `clock` is empty of a case without a limit. */
function isIn(
  { clock, isOffered, isPaused, phase }: ListedCase,
  state: CaseState,
  today: Day,
  soonUntil: Day,
): boolean {
  switch (state) {
    case 'overdue':
      return clock !== null && clock < today;
    case 'soon':
      return clock !== null && clock >= today && clock <= soonUntil;
    case 'offered':
      return isOffered;
    case 'paused':
      return isPaused;
    case 'noticed':
    case 'accepted':
    case 'proposed':
    case 'decided':
    case 'closed':
      return phase === state;
    default:
      return state satisfies never;
  }
}

/** The last day of which no more than so many working days are left. */
function lastSoonDay(from: Reader, today: Day): Day {
  const calendar = calendarOf(from);
  let day = today;
  while (workingDaysLeft(today, addDays(day, 1), calendar) <= SOON_DAYS) day = addDays(day, 1);
  return day;
}

/** C5, C12: of closed cases whoever still owes something. */
function owersAmong(from: Reader, all: readonly ListedCase[]): ReadonlyMap<CaseId, ClerkId[]> {
  const closed = all.filter(({ phase }) => phase === 'closed');
  return new Map(
    closed.flatMap(({ id }) => {
      const found = from.read(cases).byId(id);
      return found ? [[id, owersOf(found)] as const] : [];
    }),
  );
}

function carriersOf({ id, handler }: ListedCase, owers: ReadonlyMap<CaseId, ClerkId[]>): ClerkId[] {
  return owers.get(id) ?? [handler];
}

/** What a closed case still owes is no open case, and is counted for whoever owes it. */
function clerksOf(
  from: Reader,
  all: readonly ListedCase[],
  owers: ReadonlyMap<CaseId, ClerkId[]>,
  is: (one: ListedCase, state: CaseState) => boolean,
): HallList['clerks'] {
  const open = all.filter(({ phase }) => phase !== 'closed');
  const byHandler = Map.groupBy(open, ({ handler }) => handler);
  const offers = Map.groupBy(
    open.filter(({ offerTo }) => offerTo !== null),
    ({ offerTo }) => offerTo as ClerkId,
  );
  const owed = Map.groupBy([...owers.values()].flat(), (id) => id);
  return [...new Set([...byHandler.keys(), ...offers.keys(), ...owed.keys()])].map((clerkId) => {
    const own = byHandler.get(clerkId) ?? [];
    return {
      ...{ clerkId, name: clerkName(from, clerkId) ?? '', open: own.length },
      overdue: own.filter((one) => is(one, 'overdue')).length,
      soon: own.filter((one) => is(one, 'soon')).length,
      offered: offers.get(clerkId)?.length ?? 0,
      owed: owed.get(clerkId)?.length ?? 0,
    };
  });
}
