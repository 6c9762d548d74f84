import { expect, it } from 'vitest';
import type { contract } from '../../../schema/api.ts';
import type { BOARDS, CollectionName } from '../../../schema/board.ts';
import type { HallJob, JOBS } from '../../../schema/jobs.ts';
import type { LedgerEvents, StreamKind } from '../../../schema/ledger.ts';
import type { CounterEvent } from '../../../schema/line/counter.ts';
import type { MessageKind } from '../../../schema/messages/message.ts';
import { counterChanges } from '../../hall/hooks.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { DueHandler } from '../../ledger/subject/due.ts';
import { on } from '../../ledger/subject/hooks.ts';
import type { Stream } from '../../ledger/subject/stream.ts';
import { table } from '../../ledger/table.ts';
import { counterStream } from '../../line/stream.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { MESSAGE_WORDS } from '../../messages/words.ts';
import { ABOUT, DUE, ROUTES, ROWS, STREAMS } from '../../subjects.ts';

/** Compiled and never run: each line that must not compile says so, and fails the type check once it does. */
function mayNotWrite(hall: Hall, from: Reader, tx: Tx) {
  // @ts-expect-error a hall outside a transaction has no writer
  hall.write(tickets);
  // @ts-expect-error a reader of a table writes nothing
  hall.read(tickets).save();
  // @ts-expect-error nor does one inside a transaction
  tx.read(hallRecord).save();
  // @ts-expect-error whoever has a Reader writes nothing
  from.write(tickets);
  // @ts-expect-error nor does what the hall is at an instant
  hall.look((now) => now.write(tickets));
  // @ts-expect-error the ledger is appended to by a commit alone
  hall.ledger.append();
  // @ts-expect-error nobody gets the file itself
  hall.db.exec('DELETE FROM tickets');
  return tx.write(tickets).save;
}

it('[A2] edge, live, later and pages read the hall and write only inside a transaction', () => {
  expect(mayNotWrite).toBeTypeOf('function');
});

type Staff = (typeof BOARDS)['staff']['shape'];

/** Each is one thing forgotten or wrong; the rest is whole, so that the line fails for this alone. */
function mayNotBeForgotten() {
  const { 'counter-closing': _, ...fewer } = counterStream.touches;
  // @ts-expect-error an event that says nothing of the boards
  counterStream.touches satisfies Stream<unknown, CounterEvent | { type: 'counter-moved' }>['touches'];
  // @ts-expect-error an event left out of what its stream says of the boards
  fewer satisfies Stream<unknown, CounterEvent>['touches'];
  const { tables: __, ...unread } = counterStream;
  // @ts-expect-error a stream that does not name its read tables
  unread satisfies Stream<unknown, CounterEvent>;
  const { grows: ________, ...unbounded } = counterStream;
  // @ts-expect-error a stream that does not say what bounds it
  unbounded satisfies Stream<unknown, CounterEvent>;
  const { message: ___, ...streams } = STREAMS;
  // @ts-expect-error a table that seals and does not say what of it verify opens
  table((_db, keys) => ({ reader: keys.seal, writer: keys.index }));
  // @ts-expect-error a kind of events that no stream folds
  streams satisfies { [K in StreamKind]: Stream<unknown, LedgerEvents[K]> };
  // @ts-expect-error a stream of other events than its kind has
  STREAMS.day satisfies Stream<unknown, CounterEvent>;
  // @ts-expect-error a collection of rows that is on no board
  const _touch: Stream<unknown, { type: 'x' }>['touches'] = { x: () => ({ ticktes: ['1'], asks: [] }) };
  // @ts-expect-error an event that does not say what screens ask anew
  const _asks: Stream<unknown, { type: 'x' }>['touches'] = { x: () => ({ tickets: ['1'] }) };
  const { 'end-day': ____, ...due } = DUE;
  // @ts-expect-error a job that nobody runs
  due satisfies { [K in HallJob]: DueHandler<never> };
  DUE satisfies { [K in HallJob]: DueHandler<never> };
  // @ts-expect-error a job that is run with another job's data
  DUE['begin-opening'] satisfies DueHandler<(typeof JOBS)['lapse-hold']['_output']>;
  const { served: _____, ...rows } = ROWS;
  // @ts-expect-error a collection whose rows nobody makes
  rows satisfies Record<CollectionName, unknown>;
  // @ts-expect-error rows of another collection
  ROWS.notes satisfies { row(from: Reader, id: string): Staff['tickets']['element']['_output'] | null };
  const { tickets: ______, ...routes } = ROUTES;
  // @ts-expect-error an area of routes that nobody answers
  routes satisfies Record<keyof Omit<typeof contract, 'boards'>, unknown>;
  const { callNext: _______, ...calls } = ROUTES.tickets;
  // @ts-expect-error a route that nobody answers
  calls satisfies Record<keyof (typeof contract)['tickets'], unknown>;
  const { 'case-accepted': _________, ...facts } = ABOUT;
  // @ts-expect-error a kind of message whose facts nobody knows
  facts satisfies Record<MessageKind, unknown>;
  const { 'case-accepted': __________, ...texts } = MESSAGE_WORDS;
  // @ts-expect-error a kind of message without its texts
  texts satisfies typeof MESSAGE_WORDS;
  // @ts-expect-error a reaction to other facts than its hook tells
  on(counterChanges, (_tx, facts: { clerk: string }) => (facts.clerk ? null : null));
}

it('[A2] [D2] an event, job, row builder, route, stream, table or message cannot be forgotten, and a reaction takes its hook’s facts', () => {
  expect(mayNotBeForgotten).toBeTypeOf('function');
});
