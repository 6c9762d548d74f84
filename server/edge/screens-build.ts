/** Which build of the screens is served: told to screens that run for weeks, so that they load themselves again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

export const SCREENS_DIR = join(ROOT, 'dist/screens');
export const SCREENS = ['kiosk', 'counter-ui', 'display'];

/** A page names its scripts by their content, so the pages stand for all of it. Empty while nothing is built. */
export function screensBuild(): string {
  const pages = SCREENS.map((screen) => join(SCREENS_DIR, screen, 'index.html')).filter((page) => existsSync(page));
  const hash = createHash('sha256');
  for (const page of pages) hash.update(readFileSync(page));
  return pages.length > 0 ? hash.digest('base64url').slice(0, 12) : '';
}
