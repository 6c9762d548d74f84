/** Who was answerable, as a table for a spreadsheet: one line for each time that somebody had a case. */
import type { AnswerableRow } from '../../../schema/figures/answerable.ts';
import { type Instant, inLanguage } from '../../../schema/ids.ts';
import type { App } from '../../app-context.ts';
import { clockTime, dayOf } from '../../words/hall-time.ts';
import type { Say } from '../../words/speak.ts';
import type { Table } from '../table-file.ts';

/** The steps by which a case comes to somebody. */
const COMES = [
  'case-opened',
  'case-resumed',
  'handover-accepted',
  'case-reassigned',
  'case-revived',
  'outcome-corrected',
  'conclusion-undone',
  'foreign-activity',
  'case-taken-over',
] as const;

export function howText(say: Say, how: AnswerableRow['how']): string {
  const known = COMES.find((one) => one === how);
  return known ? say(`comes.${known}`) : how;
}

/** `2026-11-23 09:05`, so that a spreadsheet sorts it. */
export function timeOf(instant: Instant): string {
  return `${dayOf(instant)} ${clockTime(instant)}`;
}

export function answerableTable({ say, language }: Pick<App, 'say' | 'language'>, rows: AnswerableRow[]): Table {
  const header = [
    ...[say('answerableCase'), say('matters'), say('answerableWho'), say('answerableFrom'), say('answerableUntil')],
    ...[say('answerableHow'), say('answerableFirst'), say('answerableDeputy')],
  ];
  const lines = rows.map((row) => [
    row.number,
    inLanguage(row.matterNames, language),
    row.clerkName,
    timeOf(row.from),
    row.until && timeOf(row.until),
    howText(say, row.how),
    row.firstContactName,
    row.isAway ? (row.deputyName ?? say('answerableAway')) : null,
  ]);
  return { header, lines };
}
