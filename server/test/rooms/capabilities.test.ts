import { expect, it } from 'vitest';
import type { CounterEvent } from '../../../schema/counter.ts';
import type { LedgerEvents, StreamKind } from '../../../schema/ledger.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import type { Stream } from '../../ledger/stream.ts';
import type { Reader } from '../../ledger/table.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { counterStream, STREAMS } from '../../streams.ts';

/** Compiled and never run: each line that must not compile says so, and fails the type check once it does. */
function mayNotWrite(hall: Hall, from: Reader, tx: Tx) {
  // @ts-expect-error a hall outside a transaction has no writer
  hall.write(tickets);
  // @ts-expect-error a reader of a table writes nothing
  hall.read(tickets).save();
  // @ts-expect-error nor does one inside a transaction
  tx.read(reference).saveHall();
  // @ts-expect-error whoever has a Reader writes nothing
  from.write(tickets);
  // @ts-expect-error the ledger is appended to by a commit alone
  hall.ledger.append();
  // @ts-expect-error nobody gets the file itself
  hall.db.exec('DELETE FROM tickets');
  return tx.write(tickets).save;
}

it('[A2] edge, live, later and pages read the hall and write only inside a transaction', () => {
  expect(mayNotWrite).toBeTypeOf('function');
});

/** Each is one thing forgotten; the rest is whole, so that the line fails for this alone. */
function mayNotBeForgotten() {
  const { 'counter-closing': _, ...fewer } = counterStream.touches;
  // @ts-expect-error an event that says nothing of the boards
  counterStream.touches satisfies Stream<unknown, CounterEvent | { type: 'counter-moved' }>['touches'];
  // @ts-expect-error an event left out of what its stream says of the boards
  fewer satisfies Stream<unknown, CounterEvent>['touches'];
  const { tables: __, ...unread } = counterStream;
  // @ts-expect-error a stream that does not name its read tables
  unread satisfies Stream<never, CounterEvent>;
  const { message: ___, ...streams } = STREAMS;
  // @ts-expect-error a kind of events that no stream folds
  streams satisfies { [K in StreamKind]: Stream<unknown, LedgerEvents[K]> };
  // @ts-expect-error a stream of other events than its kind has
  STREAMS.day satisfies Stream<unknown, CounterEvent>;
}

it('[A2] [D2] an event, a stream or its tables cannot be forgotten', () => {
  expect(mayNotBeForgotten).toBeTypeOf('function');
});
