import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTablesOf } from '../../ledger/subject/stream.ts';
import { STREAMS } from '../../subjects.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SERVER = join(ROOT, 'server');

/** `server/line/tables/calls.test.ts` with what stands in it, for each file of each room's tables/. */
const TABLE_FILES = readdirSync(SERVER, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'tables')
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
const SPECS = TABLE_FILES.filter(({ file }) => file.endsWith('.test.ts'));

/** The tables that a file gives to `specify`, which then demands every column and every event of each. */
function specifiedIn(text: string): string[] {
  const [, list = ''] = /^specify\(\[([^\]]*)\]/m.exec(text) ?? [];
  return [...list.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
}

/** The room whose tables/ declares this table. */
function roomOf(table: string): string | undefined {
  const declares = new RegExp(`sqliteTable\\(\\s*'${table}'`);
  return TABLE_FILES.find(({ text }) => declares.test(text))?.file.split('/')[1];
}

describe('read tables', () => {
  it('[A2] each read table has one specification with literal rows, and nothing else has one', () => {
    const specified = SPECS.flatMap(({ text }) => specifiedIn(text));
    expect(specified.sort()).toEqual(readTablesOf(STREAMS).sort());
  });

  it('a specification stands beside its table, in the same room', () => {
    for (const { file, text } of SPECS)
      for (const table of specifiedIn(text)) expect(roomOf(table), `${file}: ${table}`).toBe(file.split('/')[1]);
  });

  it('a file that specifies no table names none', () => {
    expect(specifiedIn("specify(['calls', 'sittings'], ({ gives }) => {")).toEqual(['calls', 'sittings']);
    expect(specifiedIn("// specify(['calls'])")).toEqual([]);
  });
});
