/** A report as tables for a spreadsheet: its days, its matters, its clerks. */
import { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { Overrides } from '../../../schema/figures/overrides.ts';
import type { Report, ReportSums } from '../../../schema/figures/report.ts';
import { inLanguage } from '../../../schema/ids.ts';
import type { App } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import type { Say, WordKey } from '../../words/speak.ts';
import { zhHans } from '../../words/zh-hans.ts';
import type { Table } from '../table-file.ts';

type Count = Exclude<keyof ReportSums, 'servedMs' | 'halfMin' | 'mostMin'>;
/** In the order of the sheet: what came in, what became of it, and what else happened. */
export const COUNTS: readonly (readonly [Count, WordKey])[] = [
  ['issued', 'sheetIssued'],
  ['carriedIn', 'sheetCarriedIn'],
  ['finished', 'sheetFinished'],
  ['carriedOver', 'sheetCarriedOver'],
  ['withdrawn', 'sheetWithdrawn'],
  ['expired', 'sheetExpired'],
  ['unfinished', 'sheetUnfinished'],
  ['calls', 'firstCalls'],
  ['recalls', 'recalls'],
  ['misses', 'misses'],
  ['turnedAway', 'sheetTurnedAway'],
];

/** What the whole period comes to. */
export function factsTable(say: Say, { all, decided, papers, came, ...found }: Report): Table {
  const minutes = (value: number | null) => (value === null ? '—' : say('minutes', { minutes: value }));
  const limited = decided.kept + decided.late;
  return {
    header: [say('reportFigures'), ''],
    lines: [
      ...COUNTS.map(([which, word]) => [say(word), all[which]]),
      [say('reportHalf'), minutes(all.halfMin)],
      [say('reportMost'), minutes(all.mostMin)],
      [say('reportOutOfOrder'), found.outOfOrder],
      ...Object.entries(came).map(([kind, count]) => [
        say('reportCame', { origin: say(`origin.${kind}` as 'origin.ticket') }),
        count,
      ]),
      [say('reportReceipts'), papers.receipt ?? 0],
      [say('reportNotices'), papers.notice ?? 0],
      [say('sheetNoticesAgain'), found.noticesAgain],
      [say('reportDecided'), limited + decided.unlimited],
      [say('reportKept'), limited === 0 ? '—' : `${decided.kept} / ${limited}`],
      [say('reportOverdue'), found.overdueNow],
    ],
  };
}

export function overridesTable({ say, language }: Pick<App, 'say' | 'language'>, { overrides }: Overrides): Table {
  return {
    header: [say('overrideAt'), say('overrideWhat'), say('overrideAbout'), say('overrideBy'), say('overrideWhy')],
    lines: overrides.map(({ at, kind, about, byName, reason }) => [
      `${dateText(dayOf(at), language)} ${clockTime(at)}`,
      say(`override.${kind}`),
      about,
      byName ?? '',
      reason,
    ]),
  };
}

/** The whole report as one workbook. */
export function sheetsOf(
  app: Pick<App, 'say' | 'language'>,
  found: Report,
  allowed?: Overrides,
): Record<string, Table> {
  const { say } = app;
  return {
    [say('reportFigures')]: factsTable(say, found),
    [say('reportConclusions')]: conclusionsTable(say, found),
    [say('reportEachDay')]: daysTable(say, found),
    [say('matters')]: mattersTable(app, found),
    [say('reportClerks')]: clerksTable(say, found),
    ...(allowed ? { [say('overrides')]: overridesTable(app, allowed) } : {}),
  };
}

/** C5: each of the nine, also where it was never said, and their sum. */
export function conclusionsTable(say: Say, { conclusions }: Report): Table {
  const counts = ConclusionKind.options.map((kind) => [say(`conclude.${kind}`), conclusions[kind]] as const);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    header: [say('reportConclusions'), ''],
    lines: [...counts, [say('reportAll'), all]].map((line) => [...line]),
  };
}

export function daysTable(say: Say, { days, all }: Report): Table {
  const header = [
    ...[say('reportDay'), ...COUNTS.map(([, word]) => say(word))],
    ...[say('reportHalf'), say('reportMost'), say('servedMinutes')],
  ];
  const line = (first: string, sums: ReportSums) => [
    ...[first, ...COUNTS.map(([name]) => sums[name])],
    ...[sums.halfMin, sums.mostMin, Math.round(sums.servedMs / 60_000)],
  ];
  return { header, lines: [...days.map((sums) => line(sums.day, sums)), line(say('reportAll'), all)] };
}

/** Each state a column; a case is in one of them. */
export function mattersTable({ say, language }: Pick<App, 'say' | 'language'>, { matters }: Report): Table {
  const states = [...new Set(matters.flatMap((one) => Object.keys(one.states)))];
  return {
    header: [say('matters'), say('reportOpened'), ...states.map((state) => stateText(say, state))],
    lines: matters.map((one) => [
      inLanguage(one.names, language),
      one.opened,
      ...states.map((state) => one.states[state] ?? 0),
    ]),
  };
}

export function clerksTable(say: Say, { clerks }: Report): Table {
  return {
    header: [say('clerk'), say('reportSittings'), say('servedMinutes'), say('reportOutOfOrder')],
    lines: clerks.map((one) => [one.name, one.sittings, Math.round(one.servedMs / 60_000), one.outOfOrder]),
  };
}

/** An outcome, or the phase of a case that has none. */
export function stateText(say: Say, state: string): string {
  const key = [`outcome.${state}`, `phase.${state}`].find((one): one is WordKey => one in zhHans);
  return key ? say(key) : state;
}
