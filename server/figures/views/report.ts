/** A report over any period, from read tables that the ledger alone decides (V4, A2, H13). */
import { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import { REPORT_DAYS_MOST, type Report, type ReportSums } from '../../../schema/figures/report.ts';
import type { Day } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import { type CaseSum, caseSums } from '../../cases/tables/case-sums.ts';
import { conclusions } from '../../cases/tables/conclusions.ts';
import { papers } from '../../cases/tables/papers.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { type DaySum, daySums } from '../../line/tables/day-sums.ts';
import { days } from '../../line/tables/days.ts';
import { notes } from '../../messages/tables/notes.ts';
import { clerkName } from '../../people/views/staff.ts';

/** Why it is none that a report is made of, or null. */
export function periodFault({ from, to }: { from: Day; to: Day }): Refusal | null {
  const isNone = to < from || addDays(from, REPORT_DAYS_MOST) <= to;
  return isNone ? refuse('report-period-wrong', { count: REPORT_DAYS_MOST }) : null;
}

export function report(from: Reader, { from: first, to: last }: { from: Day; to: Day }): Report | Refusal {
  const wrong = periodFault({ from: first, to: last });
  if (wrong) return wrong;
  const sums = from.read(daySums).between(first, last);
  const opened = from.read(caseSums).opened(first, last);
  const turnedAway = new Map(
    from
      .read(days)
      .turnedAwayBetween(first, last)
      .map(({ day, count }) => [day, count]),
  );
  const byDay = Map.groupBy(sums, ({ day }) => day);
  const all = [...new Set([...byDay.keys(), ...turnedAway.keys()])].sort();
  return {
    from: first,
    to: last,
    days: all.map((day) => ({ day, ...sumsOf(byDay.get(day) ?? [], turnedAway.get(day) ?? 0) })),
    all: sumsOf(
      sums,
      [...turnedAway.values()].reduce((sum, count) => sum + count, 0),
    ),
    outOfOrder: from.read(notes).countBetween('called-out-of-order', first, last),
    noticesAgain: from.read(papers).noticesAgain(first, last),
    conclusions: conclusionsOf(from, first, last),
    papers: Object.fromEntries(
      from
        .read(papers)
        .given(first, last)
        .map(({ kind, count }) => [kind, count]),
    ),
    decided: from.read(papers).decided(first, last),
    overdueNow: from.read(caseSums).overdue(from.today),
    matters: mattersOf(from, opened),
    came: countsBy(opened, (sum) => sum.cameBy),
    clerks: clerksOf(from, first, last),
  };
}

/** Q4: somebody who called out of order may have served nobody. */
function clerksOf(from: Reader, first: Day, last: Day): Report['clerks'] {
  const served = new Map(
    from
      .read(daySums)
      .servedBy(first, last)
      .map((one) => [one.clerkId, one]),
  );
  const called = new Map(
    from
      .read(notes)
      .ofClerks('called-out-of-order', first, last)
      .map(({ clerkId, count }) => [clerkId, count]),
  );
  return [...new Set([...served.keys(), ...called.keys()])]
    .map((clerkId) => ({
      ...{ clerkId, name: clerkName(from, clerkId) ?? '', sittings: 0, servedMs: 0 },
      ...served.get(clerkId),
      outOfOrder: called.get(clerkId) ?? 0,
    }))
    .sort((a, b) => b.sittings - a.sittings || b.outOfOrder - a.outOfOrder);
}

/** C5: each of them, also where it was never said. */
function conclusionsOf(from: Reader, first: Day, last: Day): Report['conclusions'] {
  const given = new Map(
    from
      .read(conclusions)
      .given(first, last)
      .map(({ kind, count }) => [kind, count]),
  );
  return Object.fromEntries(
    ConclusionKind.options.map((kind) => [kind, given.get(kind) ?? 0]),
  ) as Report['conclusions'];
}

/** H13: each ticket of a day is in exactly one of its ends. */
function sumsOf(rows: readonly DaySum[], turnedAway: number): ReportSums {
  const sum = (of: (row: DaySum) => number) => rows.reduce((total, row) => total + of(row), 0);
  const ended = (outcome: string | null) => sum((row) => (row.outcome === outcome ? row.tickets : 0));
  return {
    issued: sum(({ carriedIn, tickets }) => (carriedIn ? 0 : tickets)),
    carriedIn: sum(({ carriedIn, tickets }) => (carriedIn ? tickets : 0)),
    finished: ended('finished'),
    withdrawn: ended('withdrawn'),
    expired: ended('expired'),
    carriedOver: ended('carried-over'),
    unfinished: ended(null),
    calls: sum((row) => row.calls),
    recalls: sum((row) => row.recalls),
    misses: sum((row) => row.misses),
    turnedAway,
    servedMs: sum((row) => row.servedMs),
    halfMin: quantile(rows, 0.5),
    mostMin: quantile(rows, 0.9),
  };
}

/** The smallest minute within which this part of those who were called had been called. */
function quantile(rows: readonly DaySum[], part: number): number | null {
  const called = rows.filter(({ waitMin }) => waitMin !== null).sort((a, b) => a.waitMin! - b.waitMin!);
  const needed = part * called.reduce((total, { tickets }) => total + tickets, 0);
  let passed = 0;
  for (const { tickets, waitMin } of called) {
    passed += tickets;
    if (passed >= needed) return waitMin;
  }
  return null;
}

function mattersOf(from: Reader, sums: readonly CaseSum[]): Report['matters'] {
  return [...Map.groupBy(sums, ({ matterId }) => matterId)]
    .map(([matterId, rows]) => ({
      matterId,
      names: matterNames(from, matterId),
      opened: rows.reduce((total, { count }) => total + count, 0),
      states: countsBy(rows, ({ state }) => state),
    }))
    .sort((a, b) => b.opened - a.opened);
}

function countsBy(sums: readonly CaseSum[], nameOf: (sum: CaseSum) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const sum of sums) counts[nameOf(sum)] = (counts[nameOf(sum)] ?? 0) + sum.count;
  return counts;
}
