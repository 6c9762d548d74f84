/** What is done with an account is recorded under its person and the date, so that no stream grows for ever (S4). */
import type { ClerkId } from '../../../schema/ids.ts';
import { type AccountEvent, accountDay } from '../../../schema/people/clerk.ts';
import type { Tx } from '../../ledger/commit.ts';
import { accountStream } from '../stream.ts';

export function recordOfAccount(tx: Tx, id: ClerkId, event: AccountEvent): void {
  tx.run(accountStream, accountDay(id, tx.today), () => [event]);
}
