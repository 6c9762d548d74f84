import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PaperKind } from '../../../schema/cases/paper.ts';
import { rebuildTables } from '../../shell/rebuild.ts';
import { verify } from '../../shell/verify.ts';
import { startTestHall } from '../harness.ts';
import { recordingShell } from '../house/shell-fixture.ts';
import { everyPaper } from '../papers/every-paper.ts';
import {
  concludeOne,
  eventsOf,
  linesOf,
  log,
  longKeeping,
  NOW,
  run,
  stoppedHall,
  trace,
  write,
} from './case-log-fixture.ts';

let dir: string;
const hall = (name: string) => join(dir, name);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-log-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const CLOSED = trace('C-1', { matter: 'A-1', applicant: '张三', isUrgent: true }, [
  { activity: '登记', time: '2025-03-03T09:00:00.000+08:00', who: 'one' },
  { activity: '受理', time: '2025-03-04T09:00:00.000+08:00', who: '王旧', pages: 7 },
  { activity: '勘验', time: '2025-03-05T09:00:00.000+08:00', life: 'start', who: '王旧' },
  {
    activity: '勘验',
    time: '2025-03-06T09:00:00.000+08:00',
    life: 'complete',
    who: '王旧',
    remark: '门前=小路 "北" & 南\n',
  },
  { activity: '准予', time: '2025-03-07T09:00:00.000+08:00' },
  { activity: '办结', time: '2025-03-07T09:00:00.000+08:00', who: 'two 员', remark: '=1+1' },
]);
const NESTED = `<trace><string key="concept:name" value="2025011700"/><string key="matter" value="事项 B1"/>
<container key="address"><string key="street" value="北路"/><list key="floors"><values><int key="floor" value="3"/></values></list></container>
<event><string key="concept:name" value="受理"><string key="code" value="07"/></string>
<date key="time:timestamp" value="2025-04-01T01:00:00Z"/><int key="org:resource" value="560872"/>
<id key="identity:id" value="8f4c1d6e-2f50-4d9f-9d3c-0c8b8f3f0a11"/><float key="cost:total" value="12.50"/></event>
<event><string key="concept:name" value="撤回"/><date key="time:timestamp" value="2025-04-02T01:00:00Z"/></event></trace>`;

describe('the case log of another system', () => {
  it('[C2] [Q8] a log that is read in and written out again has the same cases, events, times, people and attributes', async () => {
    await stoppedHall(hall('a'));
    const file = write(dir, 'old.xes', log(CLOSED, NESTED));
    expect(await run(hall('a'), 'import', file)).toMatchObject({ code: 0 });
    const out = join(dir, 'out.xes');
    await run(hall('a'), 'export', '--attributes', out);
    expect(await eventsOf(out)).toEqual(await eventsOf(file));
    // Into another hall, packed, and out again: the same file.
    await stoppedHall(hall('b'));
    const packed = write(dir, 'again.xes.gz', gzipSync(readFileSync(out)));
    expect(await run(hall('b'), 'import', packed)).toMatchObject({ code: 0 });
    const again = join(dir, 'again.xes');
    await run(hall('b'), 'export', '--attributes', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
    // Without being asked no attribute leaves the hall, and each event does.
    const bare = join(dir, 'bare.xes');
    await run(hall('b'), 'export', bare);
    expect(readFileSync(bare, 'utf8')).not.toMatch(/张三|北路|小路/);
    expect(readFileSync(bare, 'utf8').match(/<event>/g)).toHaveLength(8);
  });

  it('[C2] a log written out as CSV and read into another hall has the same lines there', async () => {
    await stoppedHall(hall('a'));
    await run(hall('a'), 'import', write(dir, 'old.xes', log(CLOSED)));
    const out = join(dir, 'out.csv');
    await run(hall('a'), 'export', '--attributes', out);
    expect(readFileSync(out, 'utf8')).toContain(`'=1+1`);
    await stoppedHall(hall('b'));
    expect(await run(hall('b'), 'import', out)).toMatchObject({ code: 0 });
    const again = join(dir, 'again.csv');
    await run(hall('b'), 'export', '--attributes', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  it('[C2] the own cases of a hall, written out and read into another hall, have the same events there', async () => {
    const own = await startTestHall({ dir: hall('a'), data: longKeeping() });
    await concludeOne(own, { kind: 'done', note: '王五的秘密' });
    await concludeOne(own, { kind: 'withdrawn', note: '' });
    await own.stop();
    const out = join(dir, 'own.xes');
    expect((await run(hall('a'), 'export', out)).said).toContain('2 cases');
    expect(readFileSync(out, 'utf8')).not.toContain('秘密');
    // In the hall whose they are nothing is to be done.
    expect((await run(hall('a'), 'import', out)).said).toContain('2 cases are here already');
    await stoppedHall(hall('b'));
    expect(await run(hall('b'), 'import', out)).toMatchObject({ code: 0 });
    const again = join(dir, 'again.xes');
    await run(hall('b'), 'export', '--attributes', again);
    expect(await eventsOf(again)).toEqual(await eventsOf(out));
  });

  it('[C2] [C7] each paper of a hall stands in the log of its cases with its number, and is in the log of another hall', async () => {
    const own = await startTestHall({ dir: hall('a'), data: longKeeping() });
    await everyPaper(own);
    const given = own.system.store.db
      .prepare<[], { no: string; kind: string; id: string }>('SELECT no, kind, case_id AS id FROM papers ORDER BY no')
      .all();
    const references = own.system.store.db.prepare<[], string>('SELECT ref FROM texts').pluck().all();
    await own.stop();
    expect([...new Set(given.map(({ kind }) => kind))].sort()).toEqual([...PaperKind.options].sort());
    const [xes, csv] = [join(dir, 'own.xes'), join(dir, 'own.csv')];
    await run(hall('a'), 'export', xes);
    await run(hall('a'), 'export', csv);
    const traces = readFileSync(xes, 'utf8').split('<trace>').slice(1);
    const lines = readFileSync(csv, 'utf8').split('\n');
    for (const { no, kind, id } of given) {
      expect(
        traces.filter((one) => one.includes(`"${no}"`)).map((one) => one.includes(`"${id}"`)),
        kind,
      ).toEqual([true]);
      expect(
        lines.filter((one) => one.includes(no)).every((one) => one.includes(id)),
        kind,
      ).toBe(true);
    }
    expect(references.length).toBeGreaterThan(0);
    for (const ref of references) expect(traces.join('')).not.toContain(ref);
    const map = write(dir, 'map.json', '{ "withoutEnd": "open" }');
    for (const [name, file, rowsOf] of [
      ['b', xes, eventsOf],
      ['c', csv, linesOf],
    ] as const) {
      await stoppedHall(hall(name));
      expect(await run(hall(name), 'import', '--map', map, file)).toMatchObject({ code: 0 });
      const again = join(dir, `again-${name}${extname(file)}`);
      await run(hall(name), 'export', '--attributes', again);
      expect(rowsOf(again)).toEqual(rowsOf(file));
    }
  });

  it('[C2] [C7] the numbers of papers in a CSV log are kept letter by letter, however a spreadsheet would read them', async () => {
    const numbers = ['0007', '=5', "'=5", "''+5", '-', '-12', '1e3', '12345678901234567890', '受〔2025〕3 号', "'甲"];
    const lines = numbers.map(
      (no, n) => `B-${n};2025-03-0${(n % 9) + 1} 09:00;受理;A-1;"${no}"\nB-${n};2025-04-01 09:00;办结;A-1;`,
    );
    const head = 'case;time;activity;case:matter;shouwen:receiptNo';
    await stoppedHall(hall('a'));
    const file = write(dir, 'old.csv', [head, ...lines].join('\n'));
    expect(await run(hall('a'), 'import', '--handler', 'one', file)).toMatchObject({ code: 0 });
    const [out, again] = [join(dir, 'out.csv'), join(dir, 'again.csv')];
    await run(hall('a'), 'export', '--attributes', out);
    const xes = join(dir, 'out.xes');
    await run(hall('a'), 'export', '--attributes', xes);
    const shown = readFileSync(xes, 'utf8').match(/(?<=receiptNo" value=")[^"]*/g);
    // A sign that a spreadsheet's export puts before a formula is none of the number's.
    const plain = numbers.map((no) => no.replace(/^'(?='*[=+-])/, ''));
    expect(shown?.map((no) => no.replaceAll('&apos;', "'"))).toEqual(plain);
    await stoppedHall(hall('b'));
    expect(await run(hall('b'), 'import', '--handler', 'one', out)).toMatchObject({ code: 0 });
    await run(hall('b'), 'export', '--attributes', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  it('[A2] a hall into which a log was read in is verified and rebuilt, and the same log changes nothing', async () => {
    await stoppedHall(hall('a'));
    const file = write(dir, 'old.xes', log(CLOSED, NESTED));
    const { said } = await run(hall('a'), 'import', '--check', file);
    expect(said).toContain('people of this hall: one = one, two 员 = two');
    expect(said).toContain('nothing was written');
    expect((await run(hall('a'), 'import', file)).said).toContain('PASS  2 cases with 8 events');
    const shell = recordingShell(hall('a'), () => NOW);
    expect(await verify.run([], shell)).toBe(0);
    expect(await rebuildTables.run([], shell)).toBe(0);
    expect(await verify.run([], shell)).toBe(0);
    expect((await run(hall('a'), 'import', file)).said).toContain('2 cases are here already');
    const other = write(dir, 'other.xes', log(CLOSED.replace('登记', '收件')));
    expect(await run(hall('a'), 'import', other)).toMatchObject({ code: 1 });
  });
});
