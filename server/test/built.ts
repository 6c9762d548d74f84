/** The bundle of the server, as `npm start` runs it: it starts in a quarter of the time that the sources take. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = join(ROOT, 'dist/server');

/** What Node keeps of the bundle from one start to the next. */
export const BUNDLE_ENV = { NODE_COMPILE_CACHE: join(FOLDER, '.cache') };

export function builtEntry(name: 'main' | 'moved-hall'): string {
  const entry = join(FOLDER, `${name}.js`);
  if (!existsSync(entry)) throw new Error('The server is not built: run `npm run build`, or the tests by `npm test`.');
  return entry;
}
