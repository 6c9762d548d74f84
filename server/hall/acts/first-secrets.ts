/** First passwords and enrolment codes: kept, sealed, until they are used. */
import type { ClerkId, DeviceId } from '../../../schema/ids.ts';
import type { Tx } from '../../ledger/commit.ts';
import { type FirstSecret, firstSecrets } from '../tables/first-secrets.ts';

export function keepFirstSecret(tx: Tx, secret: FirstSecret): void {
  tx.write(firstSecrets).keep(secret);
}

/** It was used, or another takes its place. */
export function forgetFirstSecret(tx: Tx, ref: ClerkId | DeviceId): void {
  tx.write(firstSecrets).forget(ref);
}
