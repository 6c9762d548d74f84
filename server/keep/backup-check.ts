/** Whether a copy that was just made is whole, and what its manifest says of it. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { addDays } from '../../schema/time.ts';
import { connect } from '../ledger/file/connection.ts';
import { sync } from '../ledger/file/sync.ts';
import { openLedger } from '../ledger/ledger.ts';
import { lastNumbers } from './last-numbers.ts';
import type { Manifest } from './manifest.ts';

/** Numbers of the last days are kept: a night's opening belongs to the day before (T2). */
const DAYS = 2;

/** `known`: the last good backup's last event. Throws a sentence where the copy is not whole. */
export async function checkBackup(
  file: string,
  at: string,
  known: Pick<Manifest, 'events' | 'hash'> | null,
): Promise<Manifest> {
  const db = connect(file);
  let facts: Pick<Manifest, 'events' | 'hash' | 'numbers'>;
  try {
    // In one piece: a copy needs no log.
    db.pragma('journal_mode = DELETE');
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`integrity_check: ${String(found).replace(/\s+/g, ' ')}`);
    const ledger = openLedger(db);
    const goesOn = known !== null && ledger.hashOf(known.events)?.toString('hex') === known.hash;
    const from = goesOn ? { seq: known.events, hash: Buffer.from(known.hash, 'hex') } : undefined;
    const broken = ledger.firstBreak(undefined, from);
    if (broken) throw new Error(`the ledger is broken at seq ${broken.seq}: ${broken.why}`);
    const events = ledger.head();
    facts = {
      events,
      hash: ledger.hashOf(events)?.toString('hex') ?? '',
      numbers: lastNumbers(db, addDays(at.slice(0, 10), -DAYS)),
    };
  } finally {
    db.close();
  }
  // Here, because the hall's own thread would wait for the disk.
  sync(file);
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(file), sha256);
  return { at, ...facts, bytes: statSync(file).size, sha256: sha256.digest('hex') };
}
