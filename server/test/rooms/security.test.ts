import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
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
