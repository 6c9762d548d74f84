/** What the cases of a lived year say by its bare events, and who had them when: each sentence is a difference. */
import type { Answerable } from '../../../schema/figures/answerable.ts';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import { type Chance, seededChance } from '../../demo/chance.ts';
import { answerableAlone, bareEvents, handlersAlone, spansAlone } from '../figures/bare-events.ts';
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

/** From the bare events alone, of the cases of one matter. */
export function yearAlone(db: Db, matterId: string): YearFigures {
  const all = bareEvents(db, 'case');
  const isOf = new Set(all.flatMap(({ stream, data }) => (data.matterId === matterId ? [stream] : [])));
  const events = all.filter(({ stream }) => isOf.has(stream));
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
  const had = [...handlersAlone(db)].flatMap(([caseId, turns]) => (isOf.has(`case:${caseId}`) ? turns : []));
  return {
    cases: opened.size,
    staff: new Set(had.flatMap(([, clerk]) => clerk ?? [])).size,
    halfDays: days[Math.ceil(days.length * 0.5) - 1]!,
    mostDays: days[Math.ceil(days.length * 0.9) - 1]!,
    latePart: late / decided.size,
    came,
  };
}

/** Asked of the hall at so many random instants between its first and its last event, of everybody and of one clerk; and of each clerk ever. */
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
  for (const clerkId of clerks) {
    const own: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: Answerable = await boss.answerable({ clerkId, after });
      own.push(...page.rows.map(({ caseId, from, until }) => `${caseId} ${from}–${until}`));
      after = page.next;
    }
    if (own.sort().join() !== spansAlone(alone, clerkId).sort().join()) wrong.push(`ever of ${clerkId}`);
  }
  return wrong;
}

/** Half of them exactly at a turn, or a millisecond beside it. */
function instantOf(chance: Chance, first: number, last: number, turns: [at: string, clerk: string | null][]): number {
  if (chance() < 0.5) return Math.round(first + chance() * (last - first));
  const [at] = turns[Math.floor(chance() * turns.length)]!;
  return Date.parse(at) + Math.floor(chance() * 3) - 1;
}
