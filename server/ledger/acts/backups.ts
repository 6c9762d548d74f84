/** What becomes of a backup: asked for, then made or failed (H9). */
import type { Day, Instant } from '../../../schema/ids.ts';
import type { Nothing, Tx } from '../commit.ts';
import { backups } from '../tables/backups.ts';

const KEPT_MS = 30 * 24 * 3_600_000;

export function askBackup(tx: Tx, day: Day): void {
  tx.write(backups).ask(tx.now, day);
}

/** One copy answers all that were asked for until `asked`. */
export function endBackups(tx: Tx, { asked, outcome }: { asked: Instant; outcome: string }): Nothing {
  tx.write(backups).end(asked, tx.now, outcome);
  tx.write(backups).dropBefore(new Date(tx.nowMs - KEPT_MS).toISOString());
  return {};
}
