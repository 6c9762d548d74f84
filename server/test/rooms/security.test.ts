import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const FILES = globSync('server/**/*.ts', { cwd: ROOT, exclude: ['server/test/**', '**/*.test.ts'] });
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const rows = text.split('\n').filter((line) => /^\| \d+\.\d/.test(line));

it('docs/security.md names files that are there', () => {
  const named = [...text.matchAll(/`((?:server|schema|web|kiosk|counter-ui)\/[\w./-]+\.tsx?)`/g)].map(
    (match) => match[1]!,
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

it('docs/security.md says of each requirement what holds it or what is missing, and names each once', () => {
  const parts = rows.map((row) => row.split('|').map((part) => part.trim()));
  for (const [, , verdict, by] of parts) {
    expect(['held', 'in part', 'missing']).toContain(verdict);
    expect(by!.length).toBeGreaterThan(3);
  }
  const ids = rows.flatMap(
    (row) =>
      row
        .match(/^\| ([\d., –]+)/)?.[1]
        ?.split(/[ ,]+/)
        .filter(Boolean) ?? [],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

it('docs/security.md names for each requirement that is held a test that is there, by file and title', () => {
  const held = rows.filter((row) => row.split('|')[2]!.trim() === 'held');
  expect(held.length).toBeGreaterThan(80);
  const wrong = held.filter((row) => {
    const proofs = proofsIn(row);
    return proofs.length === 0 || proofs.some(({ file, title }) => !hasTitle(file, title));
  });
  expect(wrong).toEqual([]);
});

type Proof = { file: string; title: string };
/** Each title with the test that is named before it. */
function proofsIn(row: string): Proof[] {
  const proofs: Proof[] = [];
  let file = '';
  for (const [, named, title] of row.matchAll(/`([^`]+\.test\.tsx?)`|“([^”]+)”/g)) {
    if (named) file = named;
    else if (file) proofs.push({ file, title: title! });
  }
  return proofs;
}

/** A title begins with these words, after the ids of its rules. */
function hasTitle(file: string, title: string): boolean {
  const words = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return existsSync(join(ROOT, file)) && new RegExp(`(['"\`]|\\] )${words}`).test(textOf(file));
}

it('the check of docs/security.md takes no title that a test only begins like, and no test without a title', () => {
  const [file, title] = ['server/test/rooms/security.test.ts', 'docs/security.md names files that are there'];
  expect(proofsIn(`| 1.1.1 x | held | y, \`${file}\` “${title}” |`)).toEqual([{ file, title }]);
  expect(proofsIn(`| 1.1.1 x | held | \`${file}\` |`)).toEqual([]);
  expect([hasTitle(file, title), hasTitle(file, `${title} too`), hasTitle(file, title.slice(5))]).toEqual([
    true,
    false,
    false,
  ]);
});

it('docs/security.md writes down what ASVS asks to be written down, each under its number', () => {
  const [before = ''] = text.split('## ASVS 5, level 2');
  for (const id of [
    '2.4.1',
    '5.1.1',
    '6.1.1',
    '6.1.2',
    '6.1.3',
    '7.1.1',
    '7.1.2',
    '11.1.2',
    '13.1.1',
    '14.1',
    '15.1.3',
  ])
    expect(before, id).toMatch(new RegExp(`\\b${id.replaceAll('.', '\\.')}\\b`));
});

it('[P1] docs/security.md names every file that seals or opens something, and no other', () => {
  const sealed = FILES.filter((file) =>
    /import \{[^}]*\b(?:un)?seal\b[^}]*\} from '[^']*file\/seal\.ts'|from '\.\/seal\.ts'/.test(textOf(file)),
  );
  const row = text.split('\n').find((line) => line.startsWith('| seal key'))!;
  const named = [...row.matchAll(/`(server\/[\w./-]+)`/g)].map((match) => match[1]!);
  expect(named.filter((file) => !file.endsWith('/seal.ts')).sort()).toEqual(sealed.sort());
});

/** The table by its name, or by one that the file gives it, and then its reading of one row. */
function opens(code: string, table: string, reading: string): boolean {
  const given = [...code.matchAll(new RegExp(`const (\\w+) = \\w+\\.(?:read|write)\\(${table}\\);`, 'g'))];
  return [`\\(${table}\\)`, ...given.map((match) => `\\b${match[1]}`)].some((name) =>
    new RegExp(`${name}\\s*\\.${reading}\\(`).test(code),
  );
}

it('[P1] [P2] docs/security.md names every file that opens what is sealed of a person, and no other', () => {
  const found = FILES.filter((file) => opens(textOf(file), 'people', 'get') || opens(textOf(file), 'contacts', 'of'));
  const [, part = ''] = text.split('**Which files open');
  const named = [...(part.split('\nWho may')[0] ?? '').matchAll(/^\| (`server[^|]*)\|/gm)].flatMap((match) =>
    [...match[1]!.matchAll(/`([^`]+)`/g)].map((one) => one[1]!),
  );
  expect(found.sort()).toEqual(named.sort());
  const looks = 'const known = from.read(people);\n known.get(id);';
  expect([opens(looks, 'people', 'get'), opens('from.read(people).ofName(name)', 'people', 'get')]).toEqual([
    true,
    false,
  ]);
});
