/** The files of the project, and in which room and on which floor each stands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** The rooms of server/ in their order: a room imports those before it, never those after. */
export const ROOMS = ['ledger', 'hall', 'people', 'messages', 'catalogue', 'hours', 'cases', 'line', 'figures'];
/** Of a room its floors, and which floors of its own and of lower rooms each may import. */
export const FLOORS: Record<string, { own: string[]; lower: string[] }> = {
  rules: { own: ['rules'], lower: [] },
  tables: { own: ['tables', 'rules'], lower: ['tables'] },
  // What is computed with a library or the machine: not pure, and knows no table.
  means: { own: ['means', 'rules'], lower: [] },
  // Texts, and the facts that stand in them.
  words: { own: ['words'], lower: ['words'] },
  views: { own: ['views', 'rules', 'tables', 'means', 'words'], lower: ['views', 'tables', 'words'] },
  acts: {
    own: ['acts', 'views', 'rules', 'tables', 'stream', 'hooks', 'means'],
    lower: ['acts', 'views', 'tables', 'hooks', 'words'],
  },
  // What an event touches is asked of the hall after the commit.
  stream: { own: ['rules', 'tables'], lower: ['tables', 'views'] },
  hooks: { own: [], lower: [] },
  board: { own: ['views', 'tables', 'rules'], lower: ['views', 'tables', 'board'] },
  jobs: { own: ['acts', 'views', 'tables', 'words'], lower: ['views', 'tables'] },
  messages: { own: ['views', 'tables'], lower: ['views', 'tables', 'words'] },
  routes: { own: ['acts', 'views', 'tables', 'means'], lower: ['views', 'tables'] },
  subject: { own: ['acts', 'board', 'jobs', 'messages', 'routes', 'stream', 'hooks', 'tables'], lower: ['hooks'] },
};
/** Files at a room's door that stand on a floor of another name. */
const AT_DOOR: Record<string, string> = {
  ...{ hashing: 'means', password: 'means', strength: 'means' },
  ...{ 'picture-shown': 'means', spelling: 'means', 'program-years': 'means' },
  ...{ facts: 'words', words: 'words', 'staff-words': 'words' },
};
export const isOf = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
export const FILES = ['schema', 'server', 'web', 'kiosk', 'display', 'counter-ui'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);
export const CODE = FILES.filter((file) => !/(\.test|-fixture)\.tsx?$/.test(file) && !isOf('server/test')(file));
export const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

export function roomOf(file: string): string | null {
  const [top, room = ''] = file.split('/');
  return top === 'server' && ROOMS.includes(room) && file.split('/').length > 2 ? room : null;
}

/** `acts` of server/line/acts/call.ts, `stream` of server/line/stream.ts, `means` of server/people/hashing.ts; null of none. */
export function floorOf(file: string): string | null {
  const [, , part = ''] = file.split('/');
  const name = part.replace(/\.ts$/, '');
  return name in FLOORS ? name : (AT_DOOR[name] ?? null);
}
