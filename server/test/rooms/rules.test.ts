import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The rows of RULES.md: the rule's id and the cells after it. */
const ROWS = read('server/domain/RULES.md')
  .split('\n')
  .flatMap((line) => {
    const [, rule, rest] = /^\| ([A-Z]\d+) \|(.*)\|$/.exec(line) ?? [];
    return rule ? [{ rule, cells: rest!.split('|') }] : [];
  });
const FOLDERS = ['schema', 'server', 'web', 'kiosk', 'display', 'counter-ui'];
const TESTS = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);

/** The titles of a test file that begin with a rule's id. */
function titlesOf(file: string): string[] {
  return [...read(file).matchAll(/(['"`])((?:\[[A-Z]\d+\]\s*)+\S.*?)\1,/g)].map((match) => match[2]!);
}

describe('RULES.md', () => {
  it('has each rule once', () => {
    const rules = ROWS.map((row) => row.rule);
    expect(rules.length).toBeGreaterThan(50);
    expect([...new Set(rules)]).toEqual(rules);
  });

  it('names files that are there, with the functions it says', () => {
    const wrong = ROWS.flatMap(({ rule, cells }) => {
      let file = '';
      return [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => {
        if (!name.includes('/')) return read(file).includes(name) ? [] : [`${rule}: ${file} has no ${name}`];
        file = name;
        return existsSync(join(ROOT, name)) ? [] : [`${rule}: there is no ${name}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('names tests that are there, each titled with the rule', () => {
    const proofs = ROWS.flatMap(({ rule, cells }) => {
      let file = '';
      return [...(cells[2] ?? '').matchAll(/`([^`]+)`|“([^”]+)”/g)].flatMap(([, name, title]) => {
        if (name) file = name;
        return title ? [{ rule, file, title }] : [];
      });
    });
    expect(proofs.length).toBeGreaterThan(70);
    const wrong = proofs.filter(
      ({ rule, file, title }) =>
        !existsSync(join(ROOT, file)) ||
        !titlesOf(file).some((one) => one.includes(title) && one.includes(`[${rule}]`)),
    );
    expect(wrong).toEqual([]);
  });

  it('lists each rule that a test’s title names', () => {
    const listed = new Set(ROWS.map((row) => row.rule));
    const named = TESTS.flatMap((file) =>
      titlesOf(file).flatMap((title) =>
        [...title.matchAll(/\[([A-Z]\d+)\]/g)].map((match) => ({ file, rule: match[1]! })),
      ),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ rule }) => !listed.has(rule))).toEqual([]);
  });
});
