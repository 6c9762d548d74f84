/** Rebuilding the read tables from the ledger gives the live ones (A2). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, type Db } from './file/connection.ts';
import { whyNot } from './file/why-not.ts';
import { type Store, storeOn } from './store.ts';
import { idOf, readTablesOf, type Stream, type Streams, streamOf } from './subject/stream.ts';

/** Empties the read tables and writes them anew, in one transaction. Sockets, messages and jobs are out of reach here. */
export function rebuild(store: Store, streams: Streams, onProgress: (seq: number) => void = () => {}): number {
  const states = new Map<string, { state: unknown; version: number }>();
  store.db.exec('BEGIN IMMEDIATE');
  try {
    // Rows refer to each other; at the end all of them are there again.
    store.db.pragma('defer_foreign_keys = ON');
    for (const table of readTablesOf(streams)) store.db.exec(`DELETE FROM ${table}`);
    let count = 0;
    for (const entry of store.ledger.after(0)) {
      const stream = streamOf(streams, entry.stream);
      if (!stream) throw new Error(`seq ${entry.seq}: no such stream as ${entry.stream}`);
      const before = states.get(entry.stream)?.state ?? null;
      const state = stream.evolve(before, entry.event, idOf(entry.stream), entry.at);
      stream.project(store, state, entry, before);
      states.set(entry.stream, { state, version: entry.version });
      count++;
      if (count % 10_000 === 0) onProgress(count);
    }
    store.readTables.markCurrent();
    store.db.exec('COMMIT');
    return count;
  } catch (fault) {
    // A full disk has ended it already: that fault is to be told, and not this one.
    if (store.db.inTransaction) store.db.exec('ROLLBACK');
    throw fault;
  }
}

/**
 * At every opening of a file: read tables that an older program wrote are written anew, others are left alone. `adopt`
 * first gives the ledger what an older program kept in rows alone. Throws a sentence when a newer program wrote events.
 */
export function bringUpToDate(store: Store, streams: Streams, adopt: (store: Store) => void): void {
  const known: Record<string, Stream<unknown, never>> = streams;
  const [newer] = store.ledger.newerThan((kind) => known[kind]?.v ?? 0);
  if (newer) throw whyNot('events-newer', dirname(store.db.name), newer);
  if (store.readTables.areCurrent()) return;
  adopt(store);
  rebuild(store, streams);
}

/** Rebuilds a copy and compares it with the live tables; the tables that differ, with a row of each side. */
export async function rebuildDifferences(
  store: Store,
  streams: Streams,
  onProgress?: (seq: number) => void,
): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-rebuild-'));
  const file = join(dir, 'copy.db');
  let copy: Db | null = null;
  try {
    await store.db.backup(file);
    copy = connect(file);
    copy.pragma('synchronous = OFF');
    rebuild(storeOn(copy, { seal: Buffer.alloc(32), index: Buffer.alloc(32) }), streams, onProgress);
    copy.prepare('ATTACH ? AS live').run(store.db.name);
    return readTablesOf(streams).flatMap((table) => difference(copy!, table));
  } finally {
    copy?.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function difference(db: Db, table: string): string[] {
  const one = (sql: string) => db.prepare<[], Record<string, unknown>>(`${sql} LIMIT 1`).get();
  const missing = one(`SELECT * FROM main.${table} EXCEPT SELECT * FROM live.${table}`);
  const extra = one(`SELECT * FROM live.${table} EXCEPT SELECT * FROM main.${table}`);
  const found = [];
  if (missing) found.push(`${table}: the ledger has ${JSON.stringify(missing)}, the table has not`);
  if (extra) found.push(`${table}: the table has ${JSON.stringify(extra)}, the ledger has not`);
  return found;
}
