/** A day's tickets as a table for a spreadsheet, one row a ticket, in the reader's language. Numbers and times only, no people (P1). */
import type { DayFigures } from '../../schema/figures/day-figures.ts';
import { whySentence } from '../../schema/line/why.ts';
import { type App, matterName } from '../app-context.ts';
import { clockTime } from '../words/hall-time.ts';
import type { Table } from './table-file.ts';

export function ticketsTable(app: App, figures: DayFigures): Table {
  const { say } = app;
  const time = (instant: string | null) => instant && clockTime(instant);
  const header = [
    ...[say('ticketNumber'), say('phase'), say('class'), say('channel'), say('matters'), say('arrived')],
    ...[say('carriedIn'), say('called'), say('started'), say('finished'), say('servedMinutes'), say('counter')],
    ...[say('clerk'), say('firstCalls'), say('recalls'), say('misses'), say('passes'), say('why')],
  ];
  const lines = figures.tickets.map((row) => [
    row.number,
    say(`ticket.${row.phase}`),
    say(`class.${row.klass}`),
    say(`channel.${row.channel}`),
    row.matters.map((matterId) => matterName(app, matterId)).join(say('listComma')),
    time(row.arrivedAt),
    say(row.carriedIn ? 'yes' : 'no'),
    time(row.firstCalledAt),
    time(row.startedAt),
    time(row.endedAt),
    Math.round(row.servedMs / 60_000),
    row.counterLabel,
    row.clerkName,
    row.calls,
    row.recalls,
    row.misses,
    row.passes,
    row.why && whySentence(row.why, app.language),
  ]);
  return { header, lines };
}
