import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STREAMS } from '../../subjects.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The rooms of server/ in their order: a room imports those before it, never those after. */
const ROOMS = ['ledger', 'hall', 'people', 'messages', 'catalogue', 'hours', 'cases', 'line', 'figures'];
/** Of a room its floors, and which floors of its own and of lower rooms each may import. */
const FLOORS: Record<string, { own: string[]; lower: string[] }> = {
  rules: { own: ['rules'], lower: [] },
  tables: { own: ['tables', 'rules'], lower: ['tables'] },
  views: { own: ['views', 'rules', 'tables'], lower: ['views', 'tables'] },
  acts: {
    own: ['acts', 'views', 'rules', 'tables', 'stream', 'hooks'],
    lower: ['acts', 'views', 'tables', 'hooks'],
  },
  // What an event touches is asked of the hall after the commit.
  stream: { own: ['rules', 'tables'], lower: ['tables', 'views'] },
  hooks: { own: [], lower: [] },
  board: { own: ['views', 'tables', 'rules'], lower: ['views', 'tables', 'board'] },
  jobs: { own: ['acts', 'views', 'tables'], lower: ['views', 'tables'] },
  messages: { own: ['views', 'tables'], lower: ['views', 'tables'] },
  routes: { own: ['acts', 'views', 'tables'], lower: ['views', 'tables'] },
  subject: { own: ['acts', 'board', 'jobs', 'messages', 'routes', 'stream', 'hooks'], lower: ['hooks'] },
};
/** Who outside the rooms may import what; a folder always may import itself. */
const OUTSIDE: Record<string, string[]> = {
  'server/edge': ['rooms', 'server/live', 'server/pages', 'server/reads'],
  'server/live': ['rooms'],
  // The process for heavy views.
  'server/reads': ['rooms'],
  'server/later': ['rooms', 'server/gateways'],
  // What keeps a hall running: its disk, its backups, its clock.
  'server/keep': ['rooms', 'server/later'],
  'server/pages': [],
  'server/gateways': [],
  // The replay follows the display's own announcer.
  'server/shell': ['rooms', 'server', 'server/demo', 'server/later', 'server/keep', 'web', 'display'],
  'server/demo': ['rooms', 'server', 'server/gateways', 'web'],
  server: [
    'rooms',
    'server/edge',
    'server/live',
    'server/reads',
    'server/later',
    'server/keep',
    'server/gateways',
    'server/demo',
  ],
  web: [],
  kiosk: ['web'],
  display: ['web'],
  'counter-ui': ['web'],
};
/** Says where the project is and imports nothing of it: whoever reads a file at run time asks it. */
const EVERYWHERE = 'server/root.ts';
/** The list of subjects belongs to the rooms: the edge, live and later reach them through it. */
const LIST = 'server/subjects.ts';
/** What the contract composes of all subjects, one file each. */
const COMPOSED = ['api', 'board', 'jobs', 'ledger', 'settings', 'live'].map((name) => `schema/${name}.ts`);

const isOf = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const FILES = ['schema', 'server', 'web', 'kiosk', 'display', 'counter-ui'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);
const CODE = FILES.filter((file) => !/(\.test|-fixture)\.tsx?$/.test(file) && !isOf('server/test')(file));
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function importsOf(file: string): string[] {
  const statements = textOf(file).matchAll(
    /^(?:import|export)\b[^'";]*\bfrom\s+'([^']+)'|^import\s+'([^']+)'|import\(\s*'([^']+)'/gm,
  );
  return [...statements].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

/** Those of our own files. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)));
}

function roomOf(file: string): string | null {
  const [top, room = ''] = file.split('/');
  return top === 'server' && ROOMS.includes(room) && file.split('/').length > 2 ? room : null;
}

/** `acts` of server/line/acts/call.ts, `stream` of server/line/stream.ts, null of another file at the room's door. */
function floorOf(file: string): string | null {
  const [, , part = ''] = file.split('/');
  const name = part.replace(/\.ts$/, '');
  return name in FLOORS ? name : null;
}

function placeOf(file: string): string {
  const folders = Object.keys(OUTSIDE).sort((a, b) => b.length - a.length);
  return folders.find((folder) => isOf(folder)(file)) ?? file.split('/')[0]!;
}

/** In schema/ a subject's folder imports those before it, and never what is composed of all of them. */
function wrongInSchema(file: string, target: string): string | null {
  if (!isOf('schema')(target)) return 'schema imports schema alone';
  const subjectOf = (path: string) => ROOMS.indexOf(path.split('/').length > 2 ? path.split('/')[1]! : '');
  if (subjectOf(file) < 0) return COMPOSED.includes(file) || subjectOf(target) < 0 ? null : 'shared imports no subject';
  if (COMPOSED.includes(target)) return 'a subject imports nothing that is composed of all';
  return subjectOf(target) > subjectOf(file) ? 'upward' : null;
}

/** Why this import is none, or null. */
function wrongImport(file: string, target: string): string | null {
  if (isOf('schema')(file)) return wrongInSchema(file, target);
  if (isOf('schema')(target) || target === EVERYWHERE) return null;
  const [room, other] = [roomOf(file), roomOf(target)];
  if (room) {
    if (!other) return 'a room imports rooms alone';
    const [own, lower] = [ROOMS.indexOf(room), ROOMS.indexOf(other)];
    if (lower > own) return 'upward';
    // The ledger is the ground: it has no floors.
    if (other === 'ledger') return null;
    const [floor, to] = [floorOf(file), floorOf(target)];
    if (!floor || !to) return other === room || !to ? null : 'a file at the door reaches its own room alone';
    const may = FLOORS[floor]![other === room ? 'own' : 'lower'];
    return may.includes(to) ? null : `${floor} may not import ${other === room ? 'its own' : 'lower'} ${to}`;
  }
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from === to) return null;
  if (other || target === LIST) return OUTSIDE[from]?.includes('rooms') ? null : `${from} imports no room`;
  return OUTSIDE[from]?.includes(to) ? null : `${from} may not import ${to}`;
}

describe('rooms and floors', () => {
  it('[A2] every import goes down: rooms in their order, floors as they may', () => {
    const wrong = CODE.flatMap((file) =>
      targetsOf(file).flatMap((target) => {
        const why = wrongImport(file, target);
        return why ? [`${file} → ${target}: ${why}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['server/hours/acts/x.ts', 'server/line/acts/call.ts', 'upward'],
    ['server/ledger/x.ts', 'server/hall/tables/groups.ts', 'upward'],
    ['server/line/acts/x.ts', 'server/cases/rules/case.ts', 'acts may not import lower rules'],
    ['server/line/rules/x.ts', 'server/line/tables/tickets.ts', 'rules may not import its own tables'],
    ['server/line/views/x.ts', 'server/line/acts/call.ts', 'views may not import its own acts'],
    ['server/line/acts/x.ts', 'server/edge/who.ts', 'a room imports rooms alone'],
    ['server/pages/x.ts', 'server/hours/views/open-hours.ts', 'server/pages imports no room'],
    ['schema/x.ts', 'server/line/rules/queue.ts', 'schema imports schema alone'],
    ['schema/cases/x.ts', 'schema/line/ticket.ts', 'upward'],
    ['schema/line/x.ts', 'schema/board.ts', 'a subject imports nothing that is composed of all'],
    ['kiosk/x.ts', 'counter-ui/words.ts', 'kiosk may not import counter-ui'],
  ])('a deliberate mistake is found: %s → %s', (file, target, why) => {
    expect(wrongImport(file, target)).toBe(why);
  });

  it('each folder and each floor that is named is there', () => {
    for (const room of ROOMS) expect(CODE.filter(isOf(`server/${room}`)).length, room).toBeGreaterThan(0);
    for (const folder of Object.keys(OUTSIDE)) expect(CODE.filter(isOf(folder)).length, folder).toBeGreaterThan(0);
    for (const floor of Object.keys(FLOORS))
      expect(CODE.filter((file) => roomOf(file) && floorOf(file) === floor).length, floor).toBeGreaterThan(0);
  });

  it('rules import nothing that is not pure, and ask no clock and no chance', () => {
    const rules = CODE.filter((file) => floorOf(file) === 'rules' && roomOf(file));
    const impure = /Date\.now|new Date\(\)|Math\.random|randomUUID|\bawait\b|process\./;
    expect(rules.filter((file) => importsOf(file).some((name) => !name.startsWith('.')))).toEqual([]);
    expect(rules.filter((file) => impure.test(textOf(file)))).toEqual([]);
  });

  it('screens see of the server nothing but schema', () => {
    const transports = ['better-sqlite3', 'drizzle-orm', 'express', 'bullmq', 'ioredis'];
    const screens = CODE.filter((file) => ['kiosk', 'display', 'counter-ui', 'web'].some((one) => isOf(one)(file)));
    expect(screens.filter((file) => importsOf(file).some((name) => transports.includes(name)))).toEqual([]);
  });

  it('rooms know no transport', () => {
    const rooms = CODE.filter(roomOf);
    const transports = ['express', 'socket.io', 'bullmq', 'ioredis'];
    expect(rooms.filter((file) => importsOf(file).some((name) => transports.includes(name)))).toEqual([]);
  });

  it('only config.ts reads the environment: the entry files hand it over', () => {
    const entries = ['server/demo/main.ts', 'server/demo/moved-hall.ts', 'server/main.ts', 'server/shell/main.ts'];
    expect(CODE.filter((file) => /process\.env/.test(textOf(file))).sort()).toEqual(entries);
  });
});

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

describe('tables', () => {
  it('SQL stands in tables/ and writes its own room’s tables alone; it may read lower ones', () => {
    expect(OWNER.size).toBeGreaterThan(25);
    const wrong = CODE.filter((file) => isOf('server')(file) && roomOf(file) !== 'ledger').flatMap((file) => {
      const { writes, reads } = sqlOf(textOf(file));
      const room = roomOf(file);
      const own = room ? ROOMS.indexOf(room) : -1;
      const far = [
        ...writes.filter((name) => OWNER.get(name) !== room || floorOf(file) !== 'tables'),
        ...(room ? reads.filter((name) => ROOMS.indexOf(OWNER.get(name)!) > own) : []),
      ];
      return far.map((name) => `${file}: ${name}`);
    });
    expect(wrong).toEqual([]);
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

  it('a stream names exactly the read tables that it writes', () => {
    for (const [kind, { tables, project }] of Object.entries(STREAMS)) {
      const written = new Set(
        [...project.toString().matchAll(/\.write\((?:\(0,\s*)?([\w.]+)\)/g)].map((match) => match[1]!),
      );
      expect(written.size, kind).toBe(tables.length);
    }
  });
});
