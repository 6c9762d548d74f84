/** Literal events in, literal rows out: through the real append and the real rebuild, in a file in memory (A2). */

import { describe, expect, test } from 'vitest';
import type { $brand } from 'zod';
import type { LedgerEvents, StreamKind } from '../../schema/ledger.ts';
import { openDb } from '../ledger/file/db.ts';
import { rebuild } from '../ledger/rebuild.ts';
import { storeOn } from '../ledger/store.ts';
import { STREAMS } from '../subjects.ts';

/** An event as it is written by hand: an id is a plain text. */
type Plain<T> = T extends { [$brand]: unknown } ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

export type Line = {
  [K in StreamKind]: readonly [at: string, stream: `${K}:${string}`, event: Plain<LedgerEvents[K]>, actor?: string];
}[StreamKind];
export type Row = Record<string, string | number | null>;

export type Spec = {
  /** These events give exactly these rows, by the table's key. */
  gives: (table: string, lines: readonly Line[], rows: readonly Row[]) => void;
  /** One row's life: each event changes these columns and no other. The first names all of them. */
  changes: (table: string, steps: readonly (readonly [line: Line, change: Row])[]) => void;
};

/** The instant of this time (UTC; eight hours later in the hall) on Monday, 2026-11-23, or on the day before its T. */
export function at(time: string): string {
  const [clock = '', day = '2026-11-23'] = time.split('T').reverse();
  return `${day}T${clock.padEnd(8, ':00')}.000Z`;
}

/**
 * The specification of read tables that are written together. It is whole when each column was seen with a value, and
 * each event of the streams that write the table was among the given ones.
 */
export function specify(tables: readonly string[], write: (spec: Spec) => void): void {
  const given = new Map(tables.map((table) => [table, new Set<string>()]));
  const seen = new Map(tables.map((table) => [table, new Set<string>()]));

  function compare(table: string, of: ReturnType<typeof ledger>, rows: readonly Row[], when: string): void {
    expect(of.rows(table), when).toEqual(rows);
    for (const line of of.lines) given.get(table)!.add(line[2].type);
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) if (value !== null) seen.get(table)!.add(name);
  }

  describe(`read table ${tables.join(', ')}`, () => {
    write({
      gives(table, lines, rows) {
        const of = ledger();
        for (const line of lines) of.append(line);
        compare(table, of, rows, table);
      },
      changes(table, steps) {
        const of = ledger();
        let row: Row = {};
        for (const [line, change] of steps) {
          of.append(line);
          row = { ...row, ...change };
          compare(table, of, [row], `${table} after ${of.lines.length}: ${line[2].type}`);
        }
      },
    });

    test.each(tables)(
      'the specification is whole: every column and every event that may write is seen in %s',
      (table) => {
        const columns = ledger().columns(table);
        expect(columns.filter((name) => !seen.get(table)!.has(name))).toEqual([]);
        expect(eventsOf(table).filter((type) => !given.get(table)!.has(type))).toEqual([]);
      },
    );
  });
}

/** An empty file; asked for rows it is rebuilt first. */
function ledger() {
  const store = storeOn(openDb(':memory:'), { seal: Buffer.alloc(32), index: Buffer.alloc(32) });
  const info = (table: string) =>
    store.db.prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)').all(table);
  const versions = new Map<string, number>();
  const lines: Line[] = [];
  return {
    lines,
    columns: (table: string) => info(table).map(({ name }) => name),
    append(line: Line): void {
      const [instant, stream, event, actor = 'clock'] = line;
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      store.ledger.append(instant, stream, version, actor, event);
      lines.push(line);
    },
    rows(table: string): Row[] {
      rebuild(store, STREAMS);
      const key = info(table).filter(({ pk }) => pk > 0);
      const order = key.sort((a, b) => a.pk - b.pk).map(({ name }) => name);
      return store.db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order.join(', ')}`).all();
    },
  };
}

/** The events of every stream that names the table. */
function eventsOf(table: string): string[] {
  return Object.values(STREAMS)
    .filter(({ tables }) => tables.some(({ rows }) => rows.includes(table)))
    .flatMap(({ touches }) => Object.keys(touches));
}
