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
  subject: { own: ['acts', 'board', 'jobs', 'messages', 'routes', 'stream', 'hooks', 'tables'], lower: ['hooks'] },
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

/** `acts` of server/line/acts/call.ts, `stream` of server/line/stream.ts, null of another file at the room's door. */
export function floorOf(file: string): string | null {
  const [, , part = ''] = file.split('/');
  const name = part.replace(/\.ts$/, '');
  return name in FLOORS ? name : null;
}
