import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Who may import whom; a folder always may import itself. Tests, and `test`, may import everything. */
const MAY: Record<string, string[]> = {
  schema: [],
  'server/ledger': ['*'],
  'server/hall': ['*'],
  'server/people': ['*'],
  'server/messages': ['*'],
  'server/catalogue': ['*'],
  'server/hours': ['*'],
  'server/cases': ['*'],
  'server/line': ['*'],
  'server/figures': ['*'],
  'server/pages': ['schema'],
  'server/gateways': ['schema'],
  'server/live': ['*'],
  'server/later': ['*'],
  'server/edge': ['*'],
  'server/shell': ['*'],
  'server/demo': ['*'],
  server: ['*'],
  web: ['schema'],
  kiosk: ['web', 'schema'],
  display: ['web', 'schema'],
  'counter-ui': ['web', 'schema'],
  bench: ['*'],
};
/** Says where the project is and imports nothing of it: whoever reads a file at run time asks it. */
const EVERYWHERE = 'server/root.ts';
/** Screens may not see the tables. */
const SCREENS = ['kiosk', 'display', 'counter-ui', 'web'];
const FOLDERS = Object.keys(MAY).sort((a, b) => b.length - a.length);

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !/(\.test|-fixture)\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => folderOf(file) === folder && !file.startsWith('server/test/'));
}

function folderOf(file: string): string {
  return FOLDERS.find((folder) => file.startsWith(`${folder}/`)) ?? '';
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b[^'";]*\bfrom\s+'([^']+)'|^import\s+'([^']+)'|import\(\s*'([^']+)'/gm,
  );
  return [...statements].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

describe('the layers', () => {
  it.each(Object.entries(MAY))('%s imports only what it may', (folder, allowed) => {
    const files = filesOf(folder);
    expect(files.length, `${folder} has no file`).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)))
        .filter((target) => {
          const to = folderOf(target);
          if (SCREENS.includes(folder) && target === 'schema/tables.ts') return true;
          return to !== '' && to !== folder && target !== EVERYWHERE && !allowed.includes(to) && !allowed.includes('*');
        })
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the rules import nothing that is not pure, and ask no clock and no chance', () => {
    const rules = FOLDERS.flatMap(filesOf).filter((file) => file.includes('/rules/'));
    expect(rules.length).toBeGreaterThan(8);
    const impure = /Date\.now|new Date\(\)|Math\.random|randomUUID|\bawait\b|process\./;
    expect(rules.filter((file) => importsOf(file).some((name) => !name.startsWith('.')))).toEqual([]);
    expect(rules.filter((file) => impure.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it('only config.ts reads the environment', () => {
    const readers = FOLDERS.filter((folder) => folder.startsWith('server'))
      .flatMap(filesOf)
      .filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')));
    // The entry files hand the environment to config; nothing else touches it.
    expect(readers.sort()).toEqual([
      'server/demo/main.ts',
      'server/demo/moved-hall.ts',
      'server/main.ts',
      'server/shell/main.ts',
    ]);
  });
});
