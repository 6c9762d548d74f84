/** What a lived year says by its bare events, and what the hall answers about it: each sentence is a difference. */
import type { ClerkId, Day, Instant } from '../../../schema/ids.ts';
import { type Chance, seededChance } from '../../demo/chance.ts';
import { answerableAlone, bareEvents, conclusionsAlone, handlersAlone } from '../figures/bare-events.ts';
import type { TestHall } from '../harness.ts';

export type YearFigures = {
  cases: number;
  staff: number;
  /** Days from acceptance to decision: of half, and of nine in ten. */
  halfDays: number;
  mostDays: number;
  /** Decided after their due day, from 0 to 1. */
  latePart: number;
  /** By how they came. */
  came: Record<string, number>;
};

type Db = TestHall['system']['store']['db'];

/** From the bare events alone. */
export function yearAlone(db: Db): YearFigures {
  const events = bareEvents(db, 'case');
  const of = (type: string) => new Map(events.flatMap((one) => (one.type === type ? [[one.stream, one.data]] : [])));
  const [opened, accepted, decided] = [of('case-opened'), of('case-accepted'), of('case-decided')];
  const days = [...decided]
    .map(([stream, { on }]) => (Date.parse(on!) - Date.parse(accepted.get(stream)!.acceptedOn!)) / 86_400_000)
    .sort((a, b) => a - b);
  const late = [...decided].filter(([stream, { on }]) => on! > accepted.get(stream)!.dueOn!).length;
  const came: Record<string, number> = {};
  for (const { origin } of opened.values()) {
    const { kind } = origin as unknown as { kind: string };
    came[kind] = (came[kind] ?? 0) + 1;
  }
  const had = [...handlersAlone(db).values()].flat();
  return {
    cases: opened.size,
    staff: new Set(had.flatMap(([, clerk]) => clerk ?? [])).size,
    halfDays: days[Math.ceil(days.length * 0.5) - 1]!,
    mostDays: days[Math.ceil(days.length * 0.9) - 1]!,
    latePart: late / decided.size,
    came,
  };
}

/** Asked of the hall at so many random instants between its first and its last event, of everybody and of one clerk. */
export async function answerableDifferences(hall: TestHall, instants: number, seed: number): Promise<string[]> {
  const { db } = hall.system.store;
  const alone = handlersAlone(db);
  const turns = [...alone.values()].flat();
  const [first, last] = [turns[0]![0], hall.clock.nowMs].map((at) => new Date(at).getTime()) as [number, number];
  const clerks = [...new Set(turns.flatMap(([, clerk]) => clerk ?? []))] as ClerkId[];
  const chance = seededChance(seed);
  const boss = await hall.clerk('boss');
  const wrong: string[] = [];
  for (let n = 0; n < instants; n++) {
    const atMs = instantOf(chance, first, last, turns);
    const at = new Date(atMs).toISOString() as Instant;
    const clerkId = clerks[Math.floor(chance() * clerks.length)]!;
    const expected = answerableAlone(alone, at);
    const { rows } = await boss.answerable({ at });
    const own = await boss.answerable({ at, clerkId });
    const shown = (all: typeof rows) => all.map((row) => `${row.caseId} ${row.clerkId}`).sort();
    if (shown(rows).join() !== expected.join())
      wrong.push(`at ${at} the hall names ${rows.length}, the events ${expected.length}`);
    if (shown(own.rows).join() !== expected.filter((one) => one.endsWith(clerkId)).join())
      wrong.push(`at ${at} of ${clerkId}`);
  }
  return wrong;
}

/** Half of them exactly at a turn, or a millisecond beside it. */
function instantOf(chance: Chance, first: number, last: number, turns: [at: string, clerk: string | null][]): number {
  if (chance() < 0.5) return Math.round(first + chance() * (last - first));
  const [at] = turns[Math.floor(chance() * turns.length)]!;
  return Date.parse(at) + Math.floor(chance() * 3) - 1;
}

/** The reports of the whole time, in pieces of at most a year, against the bare events. */
export async function reportDifferences(hall: TestHall, periods: [Day, Day][]): Promise<string[]> {
  const { db } = hall.system.store;
  const boss = await hall.clerk('boss');
  const wrong: string[] = [];
  for (const [from, to] of periods) {
    const report = await boss.report({ from, to });
    const alone = reportAlone(db, from, to);
    const said = {
      ...{ issued: report.all.issued, finished: report.all.finished, servedMs: report.all.servedMs },
      ...{ halfMin: report.all.halfMin, mostMin: report.all.mostMin },
      opened: report.matters.reduce((sum, { opened }) => sum + opened, 0),
      conclusions: sortedText(report.conclusions),
      papers: sortedText(report.papers),
      decided: sortedText(report.decided),
    };
    for (const [name, value] of Object.entries(alone)) {
      const found = said[name as keyof typeof said];
      if (found !== value) wrong.push(`${from}–${to} ${name}: the report says ${found}, the events ${value}`);
    }
  }
  return wrong;
}

const PAPERS: Record<string, [kind: string, field: string]> = {
  'case-accepted': ['receipt', 'receiptNo'],
  'notice-given': ['notice', 'noticeNo'],
  'refusal-proposed': ['proposal', 'proposalNo'],
  'case-decided': ['decision', 'decisionNo'],
};

function reportAlone(db: Db, from: Day, to: Day) {
  const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  const isIn = (at: string) => dayOf(at) >= from && dayOf(at) <= to;
  const papers: Record<string, number> = {};
  const decided = { kept: 0, late: 0, unlimited: 0 };
  const dueOn = new Map<string, string>();
  let opened = 0;
  for (const { at, stream, type, data } of bareEvents(db, 'case')) {
    if (type === 'case-accepted' && data.dueOn) dueOn.set(stream, data.dueOn);
    if (!isIn(at)) continue;
    if (type === 'case-opened') opened++;
    const [kind, field] = PAPERS[type] ?? [];
    if (kind && data[field!]) papers[kind] = (papers[kind] ?? 0) + 1;
    if (type !== 'case-decided') continue;
    const due = dueOn.get(stream);
    decided[due === undefined ? 'unlimited' : data.on! > due ? 'late' : 'kept']++;
  }
  const tickets = ticketsAlone(db, isIn);
  const conclusions = sortedText(conclusionsAlone(db, from, to));
  return { ...tickets, opened, conclusions, papers: sortedText(papers), decided: sortedText(decided) };
}

function ticketsAlone(db: Db, isIn: (at: string) => boolean) {
  const issuedAt = new Map<string, string>();
  const startedAt = new Map<string, string>();
  const waits: number[] = [];
  let [issued, finished, servedMs] = [0, 0, 0];
  for (const { at, stream, type } of bareEvents(db, 'ticket')) {
    if (!isIn(at)) continue;
    if (type === 'ticket-issued') {
      issued++;
      issuedAt.set(stream, at);
    }
    if (type === 'ticket-called') waits.push(Math.floor((Date.parse(at) - Date.parse(issuedAt.get(stream)!)) / 60_000));
    if (type === 'serving-started') startedAt.set(stream, at);
    if (type !== 'ticket-finished') continue;
    finished++;
    servedMs += Date.parse(at) - Date.parse(startedAt.get(stream)!);
  }
  waits.sort((a, b) => a - b);
  const within = (part: number) => waits[Math.ceil(waits.length * part) - 1] ?? null;
  return { issued, finished, servedMs, halfMin: within(0.5), mostMin: within(0.9) };
}

function sortedText(of: Record<string, number>): string {
  return Object.entries(of)
    .filter(([, count]) => count > 0)
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
