/** The live tickets of the board as a spreadsheet file, in the reader's language. */

import { whySentence } from '../schema/why.ts';
import { type App, matterName } from './app-context.ts';
import { clockTime } from './hall-time.ts';
import { csvOf } from './table-file.ts';

export function ticketsFile(app: App): string {
  const { say, board } = app;
  const label = (counterId: string | null) => board.rows.counters.find((row) => row.id === counterId)?.label ?? null;
  const time = (instant: string | null) => instant && clockTime(instant);
  const header = [
    say('ticket-number'),
    say('phase'),
    say('class'),
    say('channel'),
    say('matters'),
    say('arrived'),
    say('called'),
    say('started'),
    say('counter'),
    say('calls'),
    say('why'),
  ];
  const lines = [...board.rows.tickets]
    .sort((a, b) => a.arrivedAt.localeCompare(b.arrivedAt))
    .map((row) => [
      row.number,
      say(`ticket-${row.phase}`),
      say(`class-${row.klass}`),
      say(`channel-${row.channel}`),
      row.matters.map((matterId) => matterName(app, matterId)).join(say('list-comma')),
      time(row.arrivedAt),
      time(row.calledAt),
      time(row.startedAt),
      label(row.counterId),
      row.callNo,
      row.why && whySentence(row.why, app.language),
    ]);
  return csvOf(header, lines);
}
