/** What the reports of a lived year say, against the bare events: figure by figure, and each of them somewhere more than nothing. */
import { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import { PaperKind } from '../../../schema/cases/paper.ts';
import type { Report } from '../../../schema/figures/report.ts';
import type { Day } from '../../../schema/ids.ts';
import { bareEvents, conclusionsAlone } from '../figures/bare-events.ts';
import type { TestHall } from '../harness.ts';

type Db = TestHall['system']['store']['db'];
type Figures = Record<string, number | null>;

/** Figures that may be nothing in a whole year, each with its reason. */
const MAY_BE_NOTHING: Record<string, string> = {
  unfinished: 'nobody of a day that is over is without an end (T10)',
  overdueNow: 'the year is read when all of it is decided',
};

/** The reports of the whole time, in pieces, against the bare events; and what no piece of it has. */
export async function reportDifferences(hall: TestHall, periods: [Day, Day][]): Promise<string[]> {
  const boss = await hall.clerk('boss');
  const wrong: string[] = [];
  const nothing = new Set<string>();
  const something = new Set<string>();
  for (const [from, to] of periods) {
    const said = figuresOf(await boss.report({ from, to }));
    const alone = figuresAlone(hall.system.store.db, from, to, dayOf(hall.clock.nowMs));
    for (const name of new Set([...Object.keys(said), ...Object.keys(alone)])) {
      const [found, expected] = [said[name] ?? 0, alone[name] ?? 0];
      (found === 0 && expected === 0 ? nothing : something).add(name);
      if (found !== expected) wrong.push(`${from}–${to} ${name}: the report says ${found}, the events ${expected}`);
    }
  }
  const never = [...nothing].filter((name) => !something.has(name) && !(name in MAY_BE_NOTHING));
  return [...wrong, ...never.map((name) => `${name} is compared and never happened`)];
}

function figuresOf({ all, outOfOrder, noticesAgain, overdueNow, decided, ...report }: Report): Figures {
  return {
    ...{ ...all, outOfOrder, noticesAgain, overdueNow },
    ...named('conclusion', report.conclusions),
    ...named('paper', { ...of(PaperKind.options), ...report.papers }),
    ...named('decided', decided),
    ...named('came', report.came),
    opened: report.matters.reduce((sum, { opened }) => sum + opened, 0),
    sittings: report.clerks.reduce((sum, { sittings }) => sum + sittings, 0),
  };
}

function figuresAlone(db: Db, from: Day, to: Day, today: string): Figures {
  const isIn = (day: string) => day >= from && day <= to;
  const turned = bareEvents(db, 'day').filter(({ type }) => type === 'resident-turned-away');
  return {
    ...ticketsAlone(db, isIn),
    ...casesAlone(db, isIn, today),
    ...named('conclusion', { ...of(ConclusionKind.options), ...conclusionsAlone(db, from, to) }),
    turnedAway: turned.filter(({ stream }) => isIn(stream.slice('day:'.length))).length,
  };
}

/** The number that each of these events gives to a paper. */
const NUMBERS: Record<string, Record<string, PaperKind>> = {
  'case-accepted': { receiptNo: 'receipt' },
  'notice-given': { noticeNo: 'notice' },
  'due-moved': { noticeNo: 'due-change' },
  'day-moved': { noticeNo: 'due-change' },
  'refusal-proposed': { proposalNo: 'proposal' },
  'refusal-confirmed': { notAcceptedNo: 'not-accepted' },
  'case-decided': { decisionNo: 'decision' },
  'case-closed': { referralNo: 'referral', closingNo: 'closing' },
  'late-papers-received': { no: 'late-receipt' },
  'resident-told': { deliveryNo: 'delivery' },
};

type Paper = { stream: string; kind: PaperKind; no: string; day: string };

function casesAlone(db: Db, isIn: (day: string) => boolean, today: string): Figures {
  const papers: Paper[] = [];
  const undone = new Set<string>();
  const dueOn = new Map<string, string>();
  const came: Record<string, number> = {};
  const decided = { kept: 0, late: 0, unlimited: 0 };
  const isOpen = new Set<string>();
  for (const { at, stream, type, data } of bareEvents(db, 'case')) {
    const day = dayOf(at);
    if (type === 'case-opened' && isIn(day)) add(came, (data.origin as unknown as { kind: string }).kind);
    const due = type === 'case-accepted' ? data.dueOn : type === 'due-moved' ? data.to : undefined;
    if (due) dueOn.set(stream, due);
    if (due) isOpen.add(stream);
    for (const [field, kind] of Object.entries(NUMBERS[type] ?? {}))
      if (data[field]) papers.push({ stream, kind, no: data[field], day });
    if (type === 'conclusion-undone') for (const no of data.papers as unknown as string[]) undone.add(no);
    if (['case-decided', 'case-closed', 'conclusion-undone'].includes(type)) isOpen.delete(stream);
    if (type === 'case-decided' && isIn(day)) {
      const until = dueOn.get(stream);
      decided[until === undefined ? 'unlimited' : day > until ? 'late' : 'kept']++;
    }
  }
  const given = papers.filter(({ no }) => !undone.has(no));
  const again = given.filter(
    (one, at) =>
      one.kind === 'notice' &&
      given.slice(0, at).some((before) => before.kind === 'notice' && before.stream === one.stream),
  );
  const counted: Record<string, number> = of(PaperKind.options);
  for (const { kind, day } of given) if (isIn(day)) add(counted, kind);
  return {
    ...named('paper', counted),
    ...named('decided', decided),
    ...named('came', came),
    opened: Object.values(came).reduce((sum, count) => sum + count, 0),
    overdueNow: [...isOpen].filter((stream) => dueOn.get(stream)! < today).length,
    noticesAgain: again.filter(({ day }) => isIn(day)).length,
  };
}

/** A ticket on one day on which it stood in line. */
type Stay = { day: string; since: string; isCarried: boolean; waitMs: number | null; end: string | null };

const COUNTED: Record<string, string> = {
  'ticket-called': 'calls',
  'ticket-recalled': 'recalls',
  'ticket-missed': 'misses',
};
const ENDS: Record<string, string> = {
  'ticket-finished': 'finished',
  'ticket-withdrawn': 'withdrawn',
  'ticket-expired': 'expired',
  'ticket-carried-over': 'carriedOver',
};

/** Of a year in which no finish and no miss is undone. */
function ticketsAlone(db: Db, isIn: (day: string) => boolean): Figures {
  const stays: Stay[] = [];
  const here = new Map<string, Stay>();
  const startedAt = new Map<string, string>();
  const sums: Record<string, number> = { servedMs: 0, sittings: 0, outOfOrder: 0, ...of(Object.values(COUNTED)) };
  const comes = (stream: string, since: string, day: string, isCarried: boolean) => {
    here.set(stream, { day, since, isCarried, waitMs: null, end: null });
    stays.push(here.get(stream)!);
  };
  for (const { at, stream, type, data } of bareEvents(db, 'ticket')) {
    if (type === 'ticket-issued') comes(stream, at, data.day!, false);
    const stay = here.get(stream)!;
    const isCounted = isIn(stay.day);
    if (type === 'ticket-called') stay.waitMs ??= Date.parse(at) - Date.parse(stay.since);
    if (type === 'serving-started') startedAt.set(stream, at);
    if (isCounted && type in COUNTED) add(sums, COUNTED[type]!);
    if (isCounted && (data.why as unknown as { rule: string } | undefined)?.rule === 'out-of-order')
      add(sums, 'outOfOrder');
    if (isCounted && type === 'ticket-finished') {
      add(sums, 'sittings');
      add(sums, 'servedMs', Date.parse(at) - Date.parse(startedAt.get(stream)!));
    }
    if (type in ENDS) stay.end = ENDS[type]!;
    if (type === 'ticket-carried-over') comes(stream, at, data.toDay!, true);
  }
  const counted = stays.filter(({ day }) => isIn(day));
  const waits = counted
    .flatMap(({ waitMs }) => (waitMs === null ? [] : [Math.floor(waitMs / 60_000)]))
    .sort((a, b) => a - b);
  const within = (part: number) => waits[Math.ceil(waits.length * part) - 1] ?? null;
  for (const { isCarried, end } of counted) {
    add(sums, isCarried ? 'carriedIn' : 'issued');
    add(sums, end ?? 'unfinished');
  }
  return { ...sums, halfMin: within(0.5), mostMin: within(0.9) };
}

function add(to: Record<string, number>, name: string, by = 1): void {
  to[name] = (to[name] ?? 0) + by;
}

function of(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

function named(kind: string, figures: Record<string, number>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, count]) => [`${kind} ${name}`, count]));
}

function dayOf(at: string | number): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
