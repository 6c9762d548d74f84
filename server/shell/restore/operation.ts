/** What the operator did to the file, written into its ledger (S3, S4). */
import type { OperationEvent, SkippedNumbers } from '../../../schema/hall/operation.ts';
import type { Day } from '../../../schema/ids.ts';
import { operationStream } from '../../hall/stream.ts';
import { keepSkipped } from '../../keep/manifest.ts';
import type { Store } from '../../ledger/store.ts';

const OPERATOR = 'operator';

/** With its read table, in one transaction; never earlier than the event before (Q8). */
export function recordOperation(store: Store, day: Day, nowMs: number, event: OperationEvent): void {
  const { db, ledger } = store;
  const stream = `${operationStream.kind}:${day}`;
  const before = ledger.load(stream).length;
  const last = ledger.lastAt();
  const at = new Date(Math.max(nowMs, last ? Date.parse(last) : 0)).toISOString();
  const facts = { v: operationStream.v, request: null };
  db.exec('BEGIN IMMEDIATE');
  try {
    const entry = ledger.append(at, stream, before + 1, OPERATOR, event, facts);
    operationStream.project(store, before + 1, entry, before || null);
    db.exec('COMMIT');
  } catch (fault) {
    db.exec('ROLLBACK');
    ledger.rewind();
    throw fault;
  }
}

/** Beside the backups; a folder that takes nothing keeps nobody from going on. */
export function noteSkipped(
  backupDir: string,
  nowMs: number,
  skipped: readonly SkippedNumbers[],
  say: (line: string) => void,
): void {
  try {
    const numbers = skipped.map(({ kind, day, letter, upTo }) => ({ kind, day, letter, number: upTo }));
    if (numbers.length > 0) keepSkipped(backupDir, nowMs, numbers);
  } catch (fault) {
    say(`What is skipped could not be noted in ${backupDir}: ${(fault as Error).message}`);
  }
}
