import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDb } from '../../ledger/file/db.ts';
import { rebuild } from '../../ledger/rebuild.ts';
import { storeOn } from '../../ledger/store.ts';
import { readTablesOf } from '../../ledger/subject/stream.ts';
import { STREAMS } from '../../subjects.ts';

const DIR = join(import.meta.dirname, '../golden');
/** Each is a ledger as a release wrote it (npm run hall -- export); events change by addition only. */
const RECORDED = readdirSync(DIR).filter((name) => name.endsWith('.ndjson'));

type Line = { at: string; stream: string; version: number; actor: string; event: { type: string }; hash: string };

function rebuilt(name: string) {
  const db = openDb(':memory:');
  const store = storeOn(db, { seal: Buffer.alloc(32), index: Buffer.alloc(32) });
  const lines = readFileSync(join(DIR, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const { at, stream, version, actor, event } of lines) store.ledger.append(at, stream, version, actor, event);
  rebuild(store, STREAMS);
  return { db, store, lines };
}

describe('recorded ledgers', () => {
  it('there is one', () => expect(RECORDED.length).toBeGreaterThan(0));

  it.each(RECORDED)('[A2] %s is read as on the day it was written: same hashes, same tables', (name) => {
    const { db, store, lines } = rebuilt(name);
    expect(store.ledger.firstBreak()).toBeNull();
    const hashes = db.prepare<[], Buffer>('SELECT hash FROM ledger ORDER BY seq').pluck().all();
    expect(hashes.map((hash) => hash.toString('hex'))).toEqual(lines.map((line) => line.hash));
    const rows = Object.fromEntries(
      readTablesOf(STREAMS).map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
    );
    const phases = (table: string) =>
      db.prepare(`SELECT phase, count(*) AS count FROM ${table} GROUP BY phase ORDER BY phase`).all();
    expect({
      rows,
      tickets: phases('tickets'),
      cases: phases('cases'),
      appointments: phases('appointments'),
    }).toMatchSnapshot();
  });
});
