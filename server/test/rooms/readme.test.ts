/** What README names in its tables is there, under the name by which it is opened from the project's folder. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
/** `a/{b,c}.ts` names two files; `<room>` and `<area>` stand for each that has one. */
const NAMED = /`((?:[\w.@<>*-]+\/)+(?:[\w.@<>*-]|\{[^}`]+\})*(?:\.\w+)?\/?|[\w-]+\.(?:tsx?|mjs|json|md))`/g;

function pathsIn(line: string): string[] {
  return [...line.matchAll(NAMED)].flatMap(([, path = '']) => {
    const [, before = '', choice, after = ''] = /^(.*)\{([^}]+)\}(.*)$/.exec(path) ?? [];
    return choice ? choice.split(',').map((one) => before + one + after) : [path];
  });
}

function isThere(path: string): boolean {
  if (!path.includes('<')) return existsSync(join(ROOT, path));
  return globSync(path.replace(/<\w+>/g, '*'), { cwd: ROOT }).length > 0;
}

it('each path in the tables of README is there, from the folder of the project', () => {
  const rows = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n');
  const paths = rows.filter((line) => line.startsWith('|')).flatMap(pathsIn);
  expect(paths.length).toBeGreaterThan(200);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
