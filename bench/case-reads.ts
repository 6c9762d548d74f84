/** Fifty clerks at work in a hall with 100,000 open cases: the list of the own cases, the box, a case's page. */
import type { CaseId } from '../schema/ids.ts';
import type { BenchHall } from './hall.ts';
import { nthCase } from './open-cases.ts';

export type Times = { p50: number; p99: number; count: number };
type Kind = 'case_list_ms' | 'case_search_ms' | 'case_page_ms';
export type CaseReads = Record<Kind | 'case_list_first_ms', Times>;

/** As the screen asks. */
const PAGE = 50;

/** What a clerk does in one round, and how long each clerk reads in between. */
const READ_MS = 1_000;

/** The first seconds of a process are compiled and read from the disk; they are told apart. */
const FIRST_MS = 6_000;

/** `count` cases go round among the clerks, so that each has as many. */
export async function caseReadTimes(hall: BenchHall, count: number, seconds: number): Promise<CaseReads> {
  const times: Record<Kind, number[]> = { case_list_ms: [], case_search_ms: [], case_page_ms: [] };
  const first: number[] = [];
  const warmAt = performance.now() + FIRST_MS;
  const until = performance.now() + seconds * 1_000;
  await Promise.all(hall.clerks.map((clerk, n) => workOf(n, clerk)));
  return {
    case_list_first_ms: timesOf(first),
    case_list_ms: timesOf(times.case_list_ms),
    case_search_ms: timesOf(times.case_search_ms),
    case_page_ms: timesOf(times.case_page_ms),
  };

  async function workOf(n: number, { client, cookie }: BenchHall['clerks'][number]): Promise<void> {
    const list = `${hall.origin}/api/my/cases?first=${PAGE}`;
    await rest(Math.random() * READ_MS);
    for (let round = 0; performance.now() < until; round++) {
      // Until its last byte is here: what fifty browsers would read is read after that, by one process.
      const answer = await timed('case_list_ms', async () => (await fetch(list, { headers: { cookie } })).text());
      const found = JSON.parse(answer) as { caseId: CaseId }[];
      await rest(READ_MS);
      // Of anybody's cases: a receipt that a resident brings.
      const nth = (n + round * 7_919) % count;
      await timed('case_search_ms', () => client.tickets.box({ typed: nthCase(nth, count).receiptNo }));
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
    if (begun >= warmAt) times[kind].push(took);
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

/** A supervisor turns the pages of what was closed this month, from the first to the last and again. */
export async function timesOfClosed({ supervisor }: BenchHall, pages: number): Promise<Times> {
  const taken: number[] = [];
  let below: string | null = null;
  for (let n = 0; n <= pages; n++) {
    const begun = performance.now();
    const { next }: { next: string | null } = await supervisor.cases.open({
      ...{ state: 'closed', first: PAGE },
      ...(below ? { below } : {}),
    });
    // The first one begins the process that answers.
    if (n > 0) taken.push(performance.now() - begun);
    below = next;
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
