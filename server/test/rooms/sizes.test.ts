import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../root.ts';

/** No file that a person reads is longer without a reason; no folder holds more. */
const MAX_LINES = 300;
const MAX_FILES = 15;
const LONG: Record<string, string> = {
  'schema/cases/events.ts': 'one list: every event of a case',
  'server/cases/rules/case-life.ts': 'one table: what each event makes of a case',
  'schema/refusal.ts': 'one list: every reason to refuse, in three languages',
  'server/cases/rules/case.test.ts': 'one history of a case',
  'server/cases/tables/cases.test.ts': 'each column and event of one table',
  'server/cases/tables/papers.test.ts': 'each column and event of one table',
  'server/messages/tables/notes.test.ts': 'each column and event of one table',
  'server/test/edge/access-table.int.test.ts': 'one table: a wish of each route on a case',
  'server/test/edge/access-objects.ts': 'one table: a wish of each route on whatever else is somebody’s',
};

/** What somebody reads to change it; migrations are data, one after the other. */
const FILES = ['schema', 'server', 'web', 'kiosk', 'display', 'counter-ui'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs|hbs|html|css|c)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);
const isCode = (file: string) => /\.tsx?$/.test(file);

describe('what is found in five minutes', () => {
  it('no file is longer than 300 lines without a reason', () => {
    const linesOf = (file: string) => readFileSync(join(ROOT, file), 'utf8').split('\n').length;
    const long = FILES.filter((file) => isCode(file) && linesOf(file) > MAX_LINES + 1);
    expect(long.filter((file) => !(file in LONG))).toEqual([]);
    expect(Object.keys(LONG).filter((file) => !long.includes(file))).toEqual([]);
  });

  it('no folder holds more than 15 files', () => {
    const counts = new Map<string, number>();
    for (const file of FILES) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect(
      [...counts].filter(([, count]) => count > MAX_FILES).map(([folder, count]) => `${folder}: ${count}`),
    ).toEqual([]);
  });
});
