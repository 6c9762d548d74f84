/** Where the project is on this machine: the only place that knows, for its sources and for the bundle of them alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json. Every file that is read at run time is found from here. */
export const ROOT = rootAbove(import.meta.dirname);

function rootAbove(dir: string): string {
  if (existsSync(join(dir, 'package.json'))) return dir;
  const parent = dirname(dir);
  if (parent === dir) throw new Error(`no package.json was found above ${import.meta.dirname}`);
  return rootAbove(parent);
}
