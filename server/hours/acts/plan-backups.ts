/** When the hall is backed up: again and again while an opening runs, and once a day (H9). */
import type { Instant } from '../../../schema/ids.ts';
import { askBackup } from '../../ledger/acts/backups.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { backups } from '../../ledger/tables/backups.ts';
import { running } from '../views/open-hours.ts';

/** The row says that a backup is due; who keeps the hall makes it. */
export function backUp(tx: Tx, _: { at: Instant }): string {
  const { today: day } = tx;
  const isDue = running(tx).length > 0 || !tx.read(backups).wasAsked(day);
  if (isDue) askBackup(tx, day);
  planBackup(tx);
  return isDue ? 'asked' : 'closed';
}

/** The next instant is a multiple of the interval, so that a start asks for no second row of it. */
export function planBackup(tx: Tx): Nothing {
  const every = tx.settings.backupEveryMs;
  const at = new Date((Math.floor(tx.nowMs / every) + 1) * every).toISOString();
  tx.later({ kind: 'back-up', data: { at } }, at);
  return {};
}
