import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, leans, type Project, readRules, titlesOf } from './rules-file.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDERS = ['schema', 'server', 'web', 'kiosk', 'display', 'counter-ui'];

const PROJECT: Project = {
  read: (file) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : null),
  tests: FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => /\.test\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  ),
};

describe('docs/rules.md', () => {
  const markdown = PROJECT.read('docs/rules.md') ?? '';

  it('docs/rules.md agrees with the code and with the titles of the tests', () => {
    expect(faultsOf(markdown, PROJECT)).toEqual([]);
  });

  it('docs/rules.md holds every rule, and the tests name their rules', () => {
    const { rules } = readRules(markdown);
    expect(rules.length).toBeGreaterThan(70);
    expect(rules.flatMap((rule) => rule.proofs).length).toBeGreaterThan(120);
    expect(PROJECT.tests.flatMap((file) => titlesOf(PROJECT.read(file) ?? '')).length).toBeGreaterThan(250);
  });
});

describe('titles of tests', () => {
  it('a title of a test begins with its own subject, and leans on no describe', () => {
    const wrong = PROJECT.tests.flatMap((file) => leans(PROJECT.read(file) ?? '').map((says) => `${file}: ${says}`));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['that is not installed is asked for', 1],
    ['[S1] that cannot be read is told', 1],
    ['[C5] [C10] those that are closed are read', 1],
    ['whose gateway hangs is asked again', 1],
    ['[P1] they are read where they belong', 1],
    ['its sender has it back', 1],
    ['one that was asked for is made', 1],
    ['a Redis that is not installed is asked for', 0],
    ['one telephone is one person', 0],
    ['items are counted', 0],
  ])('a title that leans on its describe is found: %s', (says, faults) => {
    expect(leans(`${'it'}('${says}', () => {});`)).toHaveLength(faults);
    expect(leans(`${'it'}.each([1])(\n  '${says}',\n () => {});`)).toHaveLength(faults);
  });
});

describe('docs/case-edges.md', () => {
  it('docs/case-edges.md names tests that are there, for each of thirty-six edges a test or a reason', () => {
    const rows = [...(PROJECT.read('docs/case-edges.md') ?? '').matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm)];
    expect(rows.map(([, at]) => Number(at))).toEqual(Array.from({ length: 36 }, (_, at) => at + 1));
    const lost = rows.filter(([, , holds = '']) => {
      const [, file, title] = /^`([^`]+\.test\.ts)` “(.+)”$/.exec(holds) ?? [];
      if (!file || !title) return !/^[A-Z].{40,}/.test(holds);
      return !titlesOf(PROJECT.read(file) ?? '').some(({ says }) => says.startsWith(title));
    });
    expect(lost.map(([, at, holds]) => `${at}: ${holds}`)).toEqual([]);
  });
});

describe('the reader of docs/rules.md', () => {
  const RULE = 'A number is unique in its hall.';
  const LIVES = '- **Lives:** `schema/line/ticket.ts` `ticketNumber`';
  const PROOF = '- **Proof:**\n  - `a/b.test.ts` “a number is one letter”';
  const TITLE = '[T1] a number is one letter and three digits';
  const file = (...items: string[]) => ['[T1](#t1)', '### T1', '', ...items].join('\n');
  /** A project of one source and one test file with these titles. */
  const project = (...titles: string[]): Project => {
    const files: Record<string, string> = {
      'schema/line/ticket.ts': 'export function ticketNumber() {}\nconst inner = () => {\n  const hidden = 1;\n};',
      'a/b.test.ts': titles.map((title) => `it('${title}', () => {});`).join('\n'),
    };
    return { read: (name) => files[name] ?? null, tests: ['a/b.test.ts'] };
  };

  it('the check of the rules finds nothing in a rule whose text, place and proof are there', () => {
    expect(faultsOf(file(RULE, LIVES, PROOF), project(TITLE))).toEqual([]);
    expect(faultsOf(file(RULE, LIVES, PROOF, '- **Missing:** the screen'), project(TITLE))).toEqual([]);
    expect(faultsOf(file(RULE, '- **Missing:** not built'), project())).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['a rule without text', [LIVES, PROOF], 'its text is missing'],
    ['a rule that lives nowhere', [RULE, PROOF], 'does not say where it lives'],
    [
      'a file that is not there',
      [RULE, LIVES.replace('ticket.ts', 'tickets.ts'), PROOF],
      'there is no schema/line/tickets',
    ],
    ['a place without a name', [RULE, LIVES.replace(' `ticketNumber`', ''), PROOF], 'it names nothing in'],
    ['a part of a name', [RULE, LIVES.replace('ticketNumber', 'ticket'), PROOF], 'declares no ticket'],
    ['a name inside a function', [RULE, LIVES.replace('ticketNumber', 'hidden'), PROOF], 'declares no hidden'],
    ['a rule with neither proof nor gap', [RULE, LIVES], 'has no proof and says nothing'],
    [
      'a proof for what is not built',
      [RULE, LIVES, PROOF, '- **Missing:** Not built.'],
      'is not built and has a proof',
    ],
    ['a proof in no test file', [RULE, LIVES, PROOF.replace('a/b.test.ts', 'schema/line/ticket.ts')], 'is no test'],
    ['a proof of too few words', [RULE, LIVES, PROOF.replace('a number is one letter', 'a number')], 'is too short'],
    ['a proof in the middle of a title', [RULE, LIVES, PROOF.replace('a number', 'number')], 'has no test of T1'],
    ['a label that is none', [RULE, LIVES, PROOF, '- **Todo:** the screen'], 'is none of Lives, Proof, Missing'],
    ['a label that stands there twice', [RULE, LIVES, LIVES, PROOF], 'Lives stands there twice'],
  ])('the check of the rules finds %s', (_, items, fault) => {
    expect(faultsOf(file(...items), project(TITLE)).join()).toContain(fault);
  });

  it.each<[string, string[], string]>([
    ['a title that no longer carries the id', ['a number is one letter and three digits'], 'has no test of T1'],
    ['a beginning of two titles', [TITLE, `${TITLE} at least`], 'begins two tests'],
    ['a title that names no rule of the file', [TITLE, '[T99] a number is one letter'], 'T99, which is no rule'],
    ['a title that is a placeholder alone', [TITLE, '[T1] %o'], 'says too little'],
    ['a title of three words', [TITLE, '[T1] numbers are unique'], 'says too little'],
  ])('the check of the rules finds %s', (_, titles, fault) => {
    expect(faultsOf(file(RULE, LIVES, PROOF), project(...titles)).join()).toContain(fault);
  });

  it('the check of the rules finds a test of a rule that is said to be not built', () => {
    const found = faultsOf(file(RULE, '- **Missing:** not built'), project(TITLE));
    expect(found.join()).toContain('which is said to be not built');
  });

  it('the check of the rules finds a rule that the contents and the sections do not both name once', () => {
    const one = file(RULE, LIVES, PROOF);
    expect(faultsOf(one.replace('[T1](#t1)', ''), project(TITLE))).toEqual(['T1 is not in the contents']);
    expect(faultsOf(`[T2](#t2) ${one}`, project(TITLE))).toEqual(['T2 is in the contents and has no section']);
    expect(faultsOf(`[T1](#t1) ${one}`, project(TITLE))).toEqual(['T1 is twice in the contents']);
    expect(faultsOf(`${one}\n### T1\n${RULE}\n${LIVES}\n${PROOF}`, project(TITLE))).toEqual(['T1 has two sections']);
  });

  it('the check of the rules takes no title from a test that is skipped', () => {
    expect(titlesOf(`it.skip('${TITLE}', () => {});\nit.todo('${TITLE}');`)).toEqual([]);
    expect(titlesOf(`it.each(LIST)('${TITLE}', () => {});`)).toHaveLength(1);
  });
});
