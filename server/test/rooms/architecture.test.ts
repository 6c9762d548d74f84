import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODE, FLOORS, floorOf, isOf, ROOMS, ROOT, roomOf, textOf } from './room-files.ts';

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
/**
 * Which floors of a room a folder reaches. Those that are not named read and write the file as a whole: setting up,
 * taking over an older hall, the operator's commands, the demonstration; they reach any.
 */
const REACH: Record<string, string[]> = {
  'server/edge': ['acts', 'views'],
  'server/live': ['acts', 'views'],
  'server/reads': ['acts', 'views'],
  'server/keep': ['acts', 'views'],
  // The one place that sends messages is given how, and the job has that in its type.
  'server/later': ['acts', 'views', 'jobs'],
};
/** Says where the project is and imports nothing of it: whoever reads a file at run time asks it. */
const EVERYWHERE = 'server/root.ts';
/** The list of subjects belongs to the rooms: the edge, live and later reach them through it. */
const LIST = 'server/subjects.ts';
/** What the contract composes of all subjects, one file each. */
const COMPOSED = ['api', 'board', 'jobs', 'ledger', 'settings', 'live'].map((name) => `schema/${name}.ts`);

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
    if (!floor || !to) return 'a file of a room that stands on no floor';
    const may = FLOORS[floor]![other === room ? 'own' : 'lower'];
    return may.includes(to) ? null : `${floor} may not import ${other === room ? 'its own' : 'lower'} ${to}`;
  }
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from === to) return null;
  if (other || target === LIST) {
    if (!OUTSIDE[from]?.includes('rooms')) return `${from} imports no room`;
    const to = other === 'ledger' || target === LIST ? null : (floorOf(target) ?? 'file that stands on no floor');
    return !to || !(from in REACH) || REACH[from]!.includes(to) ? null : `${from} may not import a room's ${to}`;
  }
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
    ['server/people/hashing.ts', 'server/people/tables/clerks.ts', 'means may not import its own tables'],
    ['server/people/rules/x.ts', 'server/people/hashing.ts', 'rules may not import its own means'],
    ['server/people/odd.ts', 'server/people/tables/clerks.ts', 'a file of a room that stands on no floor'],
    ['server/edge/x.ts', 'server/hours/rules/appointment.ts', "server/edge may not import a room's rules"],
    ['server/later/x.ts', 'server/line/tables/tickets.ts', "server/later may not import a room's tables"],
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
