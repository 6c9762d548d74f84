import { expect, it } from 'vitest';
import type { Tx } from '../app/commit.ts';
import type { Hall } from '../app/hall.ts';
import { tickets } from '../store/projections/tickets.ts';
import { reference } from '../store/reference.ts';
import type { Reader } from '../store/table.ts';

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
