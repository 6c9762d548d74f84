/** A report as tables for a spreadsheet: its days, its matters, its clerks. */
import type { Report, ReportSums } from '../../../schema/figures/report.ts';
import { inLanguage } from '../../../schema/ids.ts';
import type { App } from '../../app-context.ts';
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
    header: [say('clerk'), say('reportSittings'), say('servedMinutes')],
    lines: clerks.map((one) => [one.name, one.sittings, Math.round(one.servedMs / 60_000)]),
  };
}

/** An outcome, or the phase of a case that has none. */
export function stateText(say: Say, state: string): string {
  const key = [`outcome.${state}`, `phase.${state}`].find((one): one is WordKey => one in zhHans);
  return key ? say(key) : state;
}
