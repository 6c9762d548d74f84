/** The ledger 台账: append-only, hash-chained events of all streams (A2). */
import { hash } from 'node:crypto';
import type { Db } from './file/connection.ts';

/** An event as the ledger holds it. `stream` is `<kind>:<id>`; `version` counts from 1 within the stream. */
export type Entry<E = { type: string }> = {
  seq: number;
  at: string;
  stream: string;
  version: number;
  actor: string;
  event: E;
  /** The event's schema version; older programs wrote none. */
  v: number | null;
  /** The sender's request id, where there was one (T3). */
  request: string | null;
};

type Row = {
  seq: number;
  at: string;
  stream: string;
  version: number;
  type: string;
  data: string;
  actor: string;
  v: number | null;
  request: string | null;
};
/** As it is in the file. */
export type ChainedRow = Row & { prev: Buffer; hash: Buffer };

const BATCH = 1_000;
const FIRST = Buffer.alloc(32);

export type Ledger = ReturnType<typeof openLedger>;
/** Nothing is appended by it. */
export type LedgerReader = Pick<
  Ledger,
  'head' | 'hashOf' | 'lastAt' | 'load' | 'batches' | 'after' | 'firstBreak' | 'latestOf' | 'lastOfType'
>;

export function openLedger(db: Db) {
  const insert = db.prepare(
    `INSERT INTO ledger (seq, at, stream, version, type, data, actor, v, request, prev, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofStream = db.prepare<[string], Row>('SELECT * FROM ledger WHERE stream = ? ORDER BY version');
  const last = db.prepare<[], ChainedRow>('SELECT * FROM ledger ORDER BY seq DESC LIMIT 1');
  const from = db.prepare<[number], ChainedRow>('SELECT * FROM ledger WHERE seq > ? ORDER BY seq');
  const batch = db.prepare<[number, number], ChainedRow>('SELECT * FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?');
  const hashOf = db.prepare<[number], Buffer>('SELECT hash FROM ledger WHERE seq = ?').pluck();
  const lastOfType = db.prepare<[string], number | null>('SELECT max(seq) FROM ledger WHERE type = ?').pluck();
  // Kinds end with a colon, and ';' is the sign after it.
  const ofKind = db.prepare<[string, string, number, number], Row>(
    'SELECT * FROM ledger WHERE stream > ? AND stream < ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const newer = db.prepare<[], { kind: string; v: number }>(
    `SELECT substr(stream, 1, instr(stream, ':') - 1) AS kind, max(v) AS v FROM ledger WHERE v > 1 GROUP BY 1`,
  );
  let head = readHead();

  function readHead() {
    const row = last.get();
    return { seq: row?.seq ?? 0, hash: row?.hash ?? FIRST };
  }

  /** All rows after a seq, in order; read in batches, so that the reader may write in between. */
  function* batches(seq: number): Generator<ChainedRow[]> {
    for (let rows = batch.all(seq, BATCH); rows.length > 0; rows = batch.all(rows.at(-1)!.seq, BATCH)) yield rows;
  }

  return {
    /** The seq of the last event. */
    head: (): number => head.seq,

    /** The hash of an event; null where the ledger ends before it. */
    hashOf: (seq: number): Buffer | null => (seq > 0 && seq === head.seq ? head.hash : (hashOf.get(seq) ?? null)),

    /** The seq of the last event of a type; 0 where there is none. */
    lastOfType: (type: string): number => lastOfType.get(type) ?? 0,

    /** When the last event happened; null in an empty ledger. */
    lastAt: (): string | null => last.get()?.at ?? null,

    /** Appends one event behind the last one and returns its entry. To be called inside the transaction. */
    append<E extends { type: string }>(
      at: string,
      stream: string,
      version: number,
      actor: string,
      event: E,
      { v, request }: Pick<Entry, 'v' | 'request'> = { v: null, request: null },
    ): Entry<E> {
      const { type, ...facts } = event;
      const row = { seq: head.seq + 1, at, stream, version, type, data: JSON.stringify(facts), actor, v, request };
      const own = chain(head.hash, row);
      insert.run(row.seq, at, stream, version, type, row.data, actor, v, request, head.hash, own);
      head = { seq: row.seq, hash: own };
      return { seq: row.seq, at, stream, version, actor, event, v, request };
    },

    /** After a rolled-back savepoint or transaction the head is what the file says. */
    rewind(): void {
      head = readHead();
    },

    load<E extends { type: string }>(stream: string): Entry<E>[] {
      return ofStream.all(stream).map(entryOf<E>);
    },

    /** The last entries of these kinds of streams before a seq, the latest first. */
    latestOf<E extends { type: string }>(kinds: readonly string[], before: number, limit: number): Entry<E>[] {
      const rows = kinds.flatMap((kind) => ofKind.all(`${kind}:`, `${kind};`, before, limit));
      return rows
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit)
        .map(entryOf<E>);
    },

    /** Kinds of streams with events of a later version than each kind's; for a program that knows no later one. */
    newerThan(known: (kind: string) => number): string[] {
      return newer.all().flatMap(({ kind, v }) => (v > known(kind) ? [kind] : []));
    },

    batches,

    /** All entries after a seq, in order. */
    *after(seq: number): Generator<Entry> {
      for (const rows of batches(seq)) yield* rows.map(entryOf);
    },

    /** The first seq at which the chain is broken, or null. `onProgress` is told every 10,000 entries; what is `known` is not looked at again. */
    firstBreak(
      onProgress: (seq: number) => void = () => {},
      known: { seq: number; hash: Buffer } = { seq: 0, hash: FIRST },
    ): { seq: number; why: string } | null {
      let previous = known.hash;
      let expected = known.seq + 1;
      for (const row of from.iterate(known.seq)) {
        if (row.seq !== expected) return { seq: row.seq, why: `seq ${expected} is missing` };
        if (!row.prev.equals(previous)) return { seq: row.seq, why: 'it does not follow the entry before' };
        if (!row.hash.equals(chain(previous, row))) return { seq: row.seq, why: 'its content does not fit its hash' };
        previous = row.hash;
        expected++;
        if (row.seq % 10_000 === 0) onProgress(row.seq);
      }
      return null;
    },
  };
}

/** SHA-256 over the hash before and the row, in one canonical line; of events of older programs it has two facts less. */
function chain(prev: Buffer, row: Row): Buffer {
  const facts = [row.seq, row.at, row.stream, row.version, row.type, row.data, row.actor];
  const line = JSON.stringify(row.v === null ? facts : [...facts, row.v, row.request]);
  return hash('sha256', prev.toString('hex') + line, 'buffer');
}

function entryOf<E extends { type: string }>(row: Row): Entry<E> {
  const event = { type: row.type, ...JSON.parse(row.data) } as E;
  const { seq, at, stream, version, actor, v, request } = row;
  return { seq, at, stream, version, actor, event, v, request };
}
