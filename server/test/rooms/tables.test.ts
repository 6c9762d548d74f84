import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../ledger/subject/stream.ts';
import { SEALED, STREAMS } from '../../subjects.ts';
import { CODE, floorOf, isOf, ROOMS, ROOT, roomOf, textOf } from './room-files.ts';

/** The tables of the file by the room whose tables/ declares them. */
const OWNER = new Map(
  CODE.filter((file) => floorOf(file) === 'tables' && roomOf(file)).flatMap((file) =>
    [...textOf(file).matchAll(/sqliteTable\(\s*'(\w+)'/g)].map((match) => [match[1]!, roomOf(file)!] as const),
  ),
);

/** The tables by the name under which drizzle knows them. */
const TABLE_OF = new Map(
  CODE.filter((file) => floorOf(file) === 'tables' && roomOf(file)).flatMap((file) =>
    [...textOf(file).matchAll(/(\w+) = sqliteTable\(\s*'(\w+)'/g)].map((match) => [match[1]!, match[2]!] as const),
  ),
);
const WRITING = /\b(?:(?:INSERT|UPDATE)(?:\s+OR\s+\w+)?(?:\s+INTO)?|REPLACE\s+INTO|DELETE\s+FROM)\s+["`]?(\w+)/gi;
/** With all that stand after it, between commas. */
const READING = /\b(?:FROM|JOIN)\s+((?:["`]?\w+["`]?(?:\s+(?:AS\s+)?\w+)?\s*,\s*)*["`]?\w+)/gi;
const ORM_WRITING = /\.(?:insert|update|delete)\((\w+)\)/g;
const ORM_READING = /\.(?:from|\w*[jJ]oin)\((\w+)\b/g;

/** Tables that the file's SQL, or drizzle for it, writes or reads. */
function sqlOf(text: string): { writes: string[]; reads: string[] } {
  const named = (rx: RegExp) => [...text.matchAll(rx)].map((match) => match[1]!);
  const known = (names: string[]) => names.filter((name) => OWNER.has(name));
  const byDrizzle = (rx: RegExp) => named(rx).flatMap((name) => TABLE_OF.get(name) ?? []);
  const listed = named(READING).flatMap((list) => list.split(',').map((one) => /\w+/.exec(one)![0]));
  return {
    writes: [...known([...named(WRITING), ...named(/upsert\(db, '(\w+)'/g)]), ...byDrizzle(ORM_WRITING)],
    reads: [...known(listed), ...byDrizzle(ORM_READING)],
  };
}

/** Of a file's SQL the tables that it may not name. The ledger's room has no floors: each of its files is as its tables/. */
function wrongSql(file: string, { writes, reads }: { writes: string[]; reads: string[] }): string[] {
  const room = roomOf(file);
  if (!room || (room !== 'ledger' && floorOf(file) !== 'tables')) return [...writes, ...reads];
  const own = ROOMS.indexOf(room);
  return [
    ...writes.filter((name) => OWNER.get(name) !== room),
    ...reads.filter((name) => ROOMS.indexOf(OWNER.get(name)!) > own),
  ];
}

describe('tables', () => {
  it('SQL stands in tables/ alone: it writes its own room’s tables, and reads those of lower rooms besides', () => {
    expect(OWNER.size).toBeGreaterThan(25);
    const wrong = CODE.filter(isOf('server')).flatMap((file) => {
      const why = wrongSql(file, sqlOf(textOf(file)));
      return why.map((name) => `${file}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['server/cases/tables/x.ts', 'UPDATE cases SET phase = 1', []],
    ['server/cases/tables/x.ts', 'SELECT 1 FROM cases JOIN clerks', []],
    ['server/cases/tables/x.ts', 'SELECT 1 FROM tickets', ['tickets']],
    ['server/cases/tables/x.ts', 'DELETE FROM clerks', ['clerks']],
    ['server/cases/views/x.ts', 'SELECT 1 FROM cases', ['cases']],
    ['server/ledger/x.ts', 'SELECT 1 FROM ledger', []],
    ['server/ledger/file/x.ts', 'UPDATE hall SET id = id', ['hall']],
    ['server/ledger/tables/x.ts', 'SELECT 1 FROM tickets', ['tickets']],
    ['server/keep/x.ts', 'SELECT 1 FROM tickets', ['tickets']],
    ['server/shell/x.ts', 'SELECT 1 FROM ledger', ['ledger']],
    ['server/x.ts', 'INSERT INTO outbox (id) VALUES (1)', ['outbox']],
  ])('a deliberate mistake is found: SQL in %s, %s', (file, sql, wrong) => {
    expect(wrongSql(file, sqlOf(`db.prepare('${sql}')`))).toEqual(wrong);
  });

  it('a deliberate mistake in SQL is found', () => {
    for (const write of [
      'UPDATE tickets SET phase = 1',
      'update or ignore tickets SET phase = 1',
      'INSERT INTO tickets (id) VALUES (1)',
      'INSERT OR REPLACE INTO tickets (id) VALUES (1)',
      'REPLACE INTO "tickets" (id) VALUES (1)',
      'DELETE\n FROM tickets',
    ])
      expect(sqlOf(`db.prepare('${write}')`).writes, write).toEqual(['tickets']);
    for (const read of [
      'FROM cases c JOIN tickets t',
      'FROM cases, tickets',
      'FROM cases c, tickets t',
      'FROM cases AS c,\n  tickets',
    ])
      expect(sqlOf(`db.prepare('SELECT 1 ${read}')`).reads, read).toEqual(['cases', 'tickets']);
    expect(sqlOf('orm.insert(clerksColumns).values(clerk)').writes).toEqual(['clerks']);
    expect(sqlOf('orm.select().from(clerksColumns).leftJoin(slotsColumns, on)').reads).toEqual(['clerks', 'slots']);
  });

  it('a Writer is used in acts, streams and tables of its own room; only streams also write notices', () => {
    const wrong = CODE.filter(isOf('server')).flatMap((file) => {
      const text = textOf(file);
      const written = [...text.matchAll(/\.write\((\w+)\)/g)].map((match) => match[1]!);
      const from = (name: string) => {
        const [, path = ''] = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(text) ?? [];
        return relative(ROOT, resolve(ROOT, dirname(file), path));
      };
      return written
        .filter((name) => {
          const floor = floorOf(file);
          const isNotice = floor === 'stream' && name === 'notes';
          const isOwn = roomOf(from(name)) === roomOf(file) && (floor === 'acts' || floor === 'stream');
          return !isNotice && !isOwn && roomOf(file) !== 'ledger';
        })
        .map((name) => `${file} writes ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('[A2] each read table is written by a stream, and each sealed one is opened by verify', async () => {
    const files = CODE.filter((file) => roomOf(file) && isOf(`server/${roomOf(file)}/tables`)(file));
    const exported = (await Promise.all(files.map((file) => import(join(ROOT, file))))).flatMap(Object.values);
    const tables = exported.filter((one) => one && typeof one === 'object' && typeof one.open === 'function');
    const having = (key: string) => new Set(tables.filter((one) => key in one));
    expect(tables.length).toBeGreaterThan(30);
    expect(having('rows')).toEqual(new Set(Object.values(STREAMS).flatMap<unknown>(({ tables }) => tables)));
    expect(having('sealed')).toEqual(new Set<unknown>(SEALED));
  });

  it('[S3] a table that steps over skipped numbers says which it gave last', () => {
    const numbered = numbersOf(STREAMS).map(({ of }) => of);
    const drawn = CODE.filter((file) => isOf('server')(file) && sqlOf(textOf(file)).reads.includes('number_floors'));
    const owned = drawn.flatMap((file) =>
      [...textOf(file).matchAll(/numberedTable\(\['(\w+)'/g)].map((match) => match[1]),
    );
    expect(drawn).toHaveLength(owned.length);
    expect(owned.sort()).toEqual([...numbered].sort());
  });

  it('each stream is bounded: by its date, by its end, or by what somebody of the staff changes by hand', () => {
    const bounds = Object.fromEntries(Object.values(STREAMS).map(({ kind, grows }) => [kind, grows]));
    expect(bounds).toEqual({
      ...{
        hall: 'administration',
        group: 'administration',
        'counter-plan': 'administration',
        device: 'administration',
      },
      ...{ 'calendar-year': 'administration', 'hall-day': 'administration', clerk: 'administration' },
      ...{ matter: 'administration', agency: 'administration', series: 'administration' },
      ...{ operation: 'day', account: 'day', person: 'day', counter: 'day', day: 'day' },
      ...{ absence: 'life', message: 'life', note: 'life', opening: 'life', appointment: 'life', case: 'life' },
      ticket: 'life',
    });
    // Records alone are without another bound: what a kiosk, a link, a call, a case or a person's own account writes is
    // bounded by a date or an end.
    const byHand = Object.values(STREAMS).filter(({ grows }) => grows === 'administration');
    expect(byHand.filter(({ isReference }) => !isReference)).toEqual([]);
  });

  it('a stream names exactly the read tables that it writes', () => {
    for (const [kind, { tables, project }] of Object.entries(STREAMS)) {
      const written = new Set(
        [...project.toString().matchAll(/\.write\((?:\(0,\s*)?([\w.]+)\)/g)].map((match) => match[1]!),
      );
      expect(written.size, kind).toBe(tables.length);
    }
  });
});
