/** Fifty clerks at work in a hall with 100,000 open cases: the list of the own cases, the box, a case's page. */
import type { CaseId } from '../schema/ids.ts';
import { newRequestId } from '../web/client.ts';
import { SEARCHES, type SearchKind, search } from './case-search.ts';
import type { BenchHall } from './hall.ts';

export type Times = { p50: number; p99: number; count: number };
type Kind = 'case_list_ms' | `case_search_${SearchKind}_ms` | 'case_page_ms';
/** `case_search_ms`: of the kind of search whose p99 is the longest. */
export type CaseReads = Record<Kind | 'case_list_first_ms' | 'case_search_ms', Times>;

/** As the screen asks. */
const PAGE = 50;

/** What a clerk does in one round, and how long each clerk reads in between. */
const READ_MS = 1_000;
const WRITE_MS = 500;

/** The first seconds of a process are compiled and read from the disk; they are told apart. */
const FIRST_MS = 6_000;

/** `count` cases go round among the clerks, so that each has as many. */
export async function caseReadTimes(hall: BenchHall, count: number, seconds: number): Promise<CaseReads> {
  const times = new Map<Kind, number[]>();
  const first: number[] = [];
  const warmAt = performance.now() + FIRST_MS;
  const until = performance.now() + seconds * 1_000;
  await Promise.all(hall.clerks.map((clerk, n) => workOf(n, clerk)));
  const of = (kind: Kind) => timesOf(times.get(kind) ?? []);
  const searches = SEARCHES.map((kind) => [`case_search_${kind}_ms`, of(`case_search_${kind}_ms`)] as const);
  return {
    case_list_first_ms: timesOf(first),
    case_list_ms: of('case_list_ms'),
    case_search_ms: searches.map(([, one]) => one).reduce((worst, one) => (one.p99 > worst.p99 ? one : worst)),
    ...(Object.fromEntries(searches) as Record<(typeof searches)[number][0], Times>),
    case_page_ms: of('case_page_ms'),
  };

  async function workOf(n: number, { client, cookie }: BenchHall['clerks'][number]): Promise<void> {
    const list = `${hall.origin}/api/my/cases?first=${PAGE}`;
    await rest(Math.random() * READ_MS);
    for (let round = 0; performance.now() < until; round++) {
      // Until its last byte is here: what fifty browsers would read is read after that, by one process.
      const answer = await timed('case_list_ms', async () => (await fetch(list, { headers: { cookie } })).text());
      const found = JSON.parse(answer) as { caseId: CaseId }[];
      await rest(READ_MS);
      // Of anybody's cases, by whatever a resident brings or says.
      const nth = (n + round * 7_919) % count;
      const kind = SEARCHES[(n + round) % SEARCHES.length]!;
      await timed(`case_search_${kind}_ms`, () => search(client, kind, nth, count));
      await rest(READ_MS);
      const caseId = found[(round * 13) % found.length]!.caseId;
      await timed('case_page_ms', () => client.cases.one({ caseId }));
      await rest(READ_MS);
    }
  }

  async function timed<T>(kind: Kind, ask: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const answer = await ask();
    const took = performance.now() - begun;
    if (begun >= warmAt) times.set(kind, [...(times.get(kind) ?? []), took]);
    else if (kind === 'case_list_ms') first.push(took);
    return answer;
  }
}

/** A supervisor's report of the year, one after the other; ms. The first one begins the process that answers. */
export async function timesOfReport(
  ask: () => Promise<unknown>,
  times: number,
): Promise<{ first: Times; next: Times }> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await ask();
    taken.push(performance.now() - begun);
  }
  return { first: timesOf(taken.slice(0, 1)), next: timesOf(taken.slice(1)) };
}

/** While something is done each clerk gives out a number about twice a second: how long that took. */
export async function writesBeside<T>(hall: BenchHall, does: () => Promise<T>): Promise<{ writes: Times; done: T }> {
  const taken: number[] = [];
  let isOver = false;
  const writers = hall.clerks.map(async ({ client, matterId }) => {
    await rest(Math.random() * WRITE_MS);
    while (!isOver) {
      const begun = performance.now();
      const asked = { matterIds: [matterId], care: false, printing: false };
      await client.tickets.issue({ requestId: newRequestId(), ...asked });
      taken.push(performance.now() - begun);
      await rest(WRITE_MS);
    }
  });
  const done = await does().finally(() => {
    isOver = true;
  });
  await Promise.all(writers);
  return { writes: timesOf(taken), done };
}

/** A supervisor turns the pages of what was closed this month, from the first to the last and again. */
export async function timesOfClosed({ supervisor }: BenchHall, pages: number): Promise<Times> {
  const taken: number[] = [];
  let after: string | null = null;
  for (let n = 0; n <= pages; n++) {
    const begun = performance.now();
    const { next }: { next: string | null } = await supervisor.cases.open({
      ...{ state: 'closed', first: PAGE },
      ...(after ? { after } : {}),
    });
    // The first one begins the process that answers.
    if (n > 0) taken.push(performance.now() - begun);
    after = next;
  }
  return timesOf(taken);
}

function timesOf(taken: number[]): Times {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
