/** `npm run bench [-- --json] [--quick] [--door] [--push] [--cases]`: both sides of every comparison in one run, on this machine. */
import { cpus, totalmem } from 'node:os';
import type { Day } from '../schema/ids.ts';
import { caseReadTimes, timesOfClosed, timesOfReport, writesBeside } from './case-reads.ts';
import { doorTimes } from './door.ts';
import { FIFTY, LARGE, newFolder, startHall } from './hall.ts';
import { fillLines, type Load, loadCalls, loadEcho, loadIssue } from './load.ts';
import { fillWithOldTickets } from './old-tickets.ts';
import { fillWithOpenCases } from './open-cases.ts';
import { pushAndBareTimes } from './push.ts';

const quick = process.argv.includes('--quick');
const asJson = process.argv.includes('--json');
const SECONDS = quick ? 2 : 8;
const OLD = quick ? 20_000 : 1_000_000;
const DISPLAYS = quick ? [10] : [10, 100, 1_000];
const WAITING_FOR_PUSH = 300;
const CASES = quick ? 5_000 : 100_000;
/** Of this month; a list of fifty each. */
const CLOSED = 10_000;
const REPORTED = quick ? 20_000 : 300_000;

type Part = {
  cold_start_ms: number;
  echo_per_s: number;
  echo_ms: Quantiles;
  issue_per_s: number;
  issue_ms: Quantiles;
  call_per_s: number;
  clerk_commands_per_s: number;
  call_ms: Quantiles;
  errors: { echo: number; issue: number; call: number };
  rss_mb: { start: number; end: number };
};
type Quantiles = { p50: number; p99: number };

const say = (sentence: string) => console.error(`bench: ${sentence}`);
const round = (n: number) => Math.round(n * 100) / 100;

/** Echo and issue take turns, so that a machine whose speed drifts is fair to both. */
async function part(dir: string): Promise<Part> {
  const hall = await startHall(dir);
  const start = hall.rssMb();
  await loadEcho(hall, 2);
  await loadIssue(hall, 2);
  const echo: Load[] = [];
  const issue: Load[] = [];
  for (let turn = 0; turn < 2; turn++) {
    echo.push(await loadEcho(hall, SECONDS / 2));
    issue.push(await loadIssue(hall, SECONDS / 2));
  }
  const calls = await loadCalls(hall, SECONDS);
  const end = hall.rssMb();
  await hall.stop();
  const mean = (loads: Load[], of: (load: Load) => number) =>
    round(loads.reduce((sum, load) => sum + of(load), 0) / loads.length);
  const quantiles = (loads: Load[]) => ({ p50: mean(loads, (l) => l.p50), p99: mean(loads, (l) => l.p99) });
  const errors = (loads: Load[]) => loads.reduce((sum, load) => sum + load.errors, 0);
  return {
    cold_start_ms: Math.round(hall.coldStartMs),
    echo_per_s: Math.round(mean(echo, (l) => l.perSecond)),
    echo_ms: quantiles(echo),
    issue_per_s: Math.round(mean(issue, (l) => l.perSecond)),
    issue_ms: quantiles(issue),
    // Every call is followed by the command that frees the counter again; only the calls are counted here.
    call_per_s: Math.round(calls.calls / SECONDS),
    clerk_commands_per_s: calls.perSecond,
    call_ms: quantiles([calls]),
    errors: { echo: errors(echo), issue: errors(issue), call: calls.errors },
    rss_mb: { start, end },
  };
}

async function pushes() {
  const { dir, remove } = newFolder();
  const hall = await startHall(dir, LARGE);
  const rows = [];
  for (const displays of DISPLAYS) {
    say(
      `pushes to ${displays} displays, with ${WAITING_FOR_PUSH} waiting in ${LARGE.groups} queues and ${LARGE.clerks} clerks at work`,
    );
    await fillLines(hall, WAITING_FOR_PUSH, LARGE.groups);
    const { ours, bare, bytes } = await pushAndBareTimes(hall, displays);
    rows.push({ displays, bytes, push_ms: ours, bare_ms: bare, p99_ratio: round(ours.p99 / bare.p99) });
  }
  await hall.stop();
  remove();
  return rows;
}

/** Also a report over a year's tickets, which goes on beside the hall's own process. */
async function cases() {
  const { dir, remove } = newFolder();
  await (await startHall(dir, FIFTY, false)).stop();
  const filling = { count: CASES, closed: CLOSED, handlers: FIFTY.clerks, groups: FIFTY.groups };
  fillWithOpenCases(dir, filling, (done) => done % 20_000 === 0 && say(`${done} open cases written`));
  fillWithOldTickets(dir, REPORTED, (done) => done % 100_000 === 0 && say(`${done} old tickets written`));
  const hall = await startHall(dir, FIFTY);
  say(`${FIFTY.clerks} clerks read in ${CASES} open cases`);
  const reads = await caseReadTimes(hall, CASES, quick ? 10 : 60);
  const closed = await timesOfClosed(hall, quick ? 20 : 200);
  const year = { from: '2025-11-24' as Day, to: '2026-11-23' as Day };
  const reports = () => timesOfReport(() => hall.administrator.report(year), quick ? 5 : 50);
  const report = await reports();
  const beside = await writesBeside(hall, reports);
  const alone = await writesBeside(hall, () => new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000)));
  await hall.stop();
  remove();
  return {
    ...reads,
    case_closed_ms: closed,
    report_first_ms: report.first,
    [`report_ms of ${REPORTED} tickets`]: report.next,
    report_beside_writers_ms: beside.done.next,
    write_beside_reports_ms: beside.writes,
    write_alone_ms: alone.writes,
  };
}

if (process.argv.includes('--cases')) {
  const times = await cases();
  if (asJson) console.log(JSON.stringify(times, null, 2));
  else console.table(times);
  process.exit(0);
}

if (process.argv.includes('--push')) {
  const rows = await pushes();
  if (asJson) console.log(JSON.stringify(rows, null, 2));
  else console.table(rows.map(flatPush));
  process.exit(0);
}

say('a second npm start, and ten idle seconds');
const door = await doorTimes();
if (process.argv.includes('--door')) {
  if (asJson) console.log(JSON.stringify(door, null, 2));
  else console.table({ 'npm start': door });
  process.exit(0);
}

const empty = newFolder();
say('an empty hall: echo, issue, call');
const fresh = await part(empty.dir);
empty.remove();

const full = newFolder();
fillWithOldTickets(full.dir, OLD, (done) => done % 100_000 === 0 && say(`${done} old tickets written`));
say(`the same with ${OLD} old tickets`);
const old = await part(full.dir);
full.remove();

const push = await pushes();
const caseTimes = await cases();
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
  },
  ...door,
  empty: fresh,
  with_old_tickets: { tickets: OLD, ...old },
  push,
  cases: caseTimes,
  goals: {
    issue_to_echo: { measured: round(fresh.issue_per_s / fresh.echo_per_s), goal: 0.75 },
    call_to_echo: { measured: round(fresh.call_per_s / fresh.echo_per_s), goal: 0.5 },
    issue_p99_old_to_empty: { measured: round(old.issue_ms.p99 / fresh.issue_ms.p99), goal: 1.3 },
    cold_start_ms: { measured: door.cold_start_ms, goal: 1_000 },
    rss_mb: { measured: door.rss_mb, goal: 180 },
    push_p99_to_bare: { measured: Math.max(...push.map((row) => row.p99_ratio)), goal: 1.5 },
  },
};
if (asJson) console.log(JSON.stringify(result, null, 2));
else {
  console.table({ 'npm start': door });
  console.table({ empty: flat(fresh), [`${OLD} old`]: flat(old) });
  console.table(push.map(flatPush));
  console.table(caseTimes);
  console.table(result.goals);
}

function flatPush({ displays, bytes, push_ms, bare_ms, p99_ratio }: Awaited<ReturnType<typeof pushes>>[number]) {
  return {
    displays,
    bytes,
    p50: push_ms.p50,
    p99: push_ms.p99,
    bare_p50: bare_ms.p50,
    bare_p99: bare_ms.p99,
    p99_ratio,
  };
}

function flat(p: Part) {
  const { echo_per_s, issue_per_s, call_per_s, cold_start_ms } = p;
  const errors = p.errors.echo + p.errors.issue + p.errors.call;
  return {
    echo_per_s,
    issue_per_s,
    issue_p99: p.issue_ms.p99,
    call_per_s,
    call_p99: p.call_ms.p99,
    cold_start_ms,
    rss_mb: p.rss_mb.end,
    errors,
  };
}
