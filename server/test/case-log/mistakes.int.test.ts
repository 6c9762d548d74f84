import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadOnly } from '../../ledger/file/db.ts';
import { log, run, stoppedHall, trace, write } from './case-log-fixture.ts';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-mistakes-'));
  await stoppedHall(join(dir, 'hall'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function rowsWritten(): unknown {
  const db = openReadOnly(join(dir, 'hall', 'hall.db'));
  const counts = ['ledger', 'cases', 'case_handlers', 'clerks', 'texts', 'outbox'].map((table) =>
    db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  db.close();
  return counts;
}

const DONE = { activity: '办结', time: '2025-03-07T09:00:00Z', who: 'one' };
const GOOD = trace('G-1', { matter: 'A-1' }, [DONE]);
const withEvent = (inside: string) =>
  `<trace><string key="concept:name" value="C-1"/><string key="matter" value="A-1"/><event>${inside}</event></trace>`;
const EVENT =
  '<string key="concept:name" value="办结"/><date key="time:timestamp" value="2025-03-07T09:00:00Z"/><string key="org:resource" value="one"/>';
const CSV = 'case,activity,time,resource,case:matter\n';
const LINE = 'C-1,办结,2025-03-07 09:00,one,A-1\n';
const DEEP = `${'<container key="a">'.repeat(9)}${'</container>'.repeat(9)}`;

/** What is wrong, the traces of the log, and what is said of it. */
const IN_XES: [what: string, traces: string, said: RegExp][] = [
  [
    'a case without a name',
    trace('C', {}, [DONE]).replace(/<string key="concept:name" value="C"\/>/, ''),
    /a case without concept:name/,
  ],
  ['a case that is there twice', trace('G-1', { matter: 'A-1' }, [DONE]), /the case is there twice, before on line 3/],
  ['a case without an event', trace('C-1', { matter: 'A-1' }, []), /it has no event/],
  [
    'a case number that is an identity number',
    trace('11010519491231002X', { matter: 'A-1' }, [DONE]),
    /case number holds a mobile/,
  ],
  ['a case number without end', trace('9'.repeat(65), { matter: 'A-1' }, [DONE]), /more than 64 signs/],
  ['a matter that is not offered here', trace('C-1', { matter: '迁坟' }, [DONE]), /no matter here is called 迁坟/],
  ['no matter', trace('C-1', {}, [DONE]), /it names no matter/],
  ['no end', trace('C-1', { matter: 'A-1' }, [{ ...DONE, activity: '受理' }]), /no step of it is its end/],
  ['nobody', trace('C-1', { matter: 'A-1' }, [{ activity: '办结', time: '2025-03-07T09:00:00Z' }]), /nobody had it/],
  [
    'a resource that is a telephone',
    trace('C-1', { matter: 'A-1' }, [{ ...DONE, who: '13800138000' }]),
    /resource holds a mobile/,
  ],
  ['a resource that is no name', trace('C-1', { matter: 'A-1' }, [{ ...DONE, who: '?!' }]), /\?! can be no name/],
  [
    'an activity that is an identity number',
    trace('C-1', { matter: 'A-1' }, [DONE, { ...DONE, activity: '11010519491231002X' }]),
    /activity holds a mobile/,
  ],
  [
    'an activity with a telephone',
    trace('C-1', { matter: 'A-1' }, [DONE, { ...DONE, activity: '致电 13800138000' }]),
    /activity holds a mobile/,
  ],
  [
    'an activity without end',
    trace('C-1', { matter: 'A-1' }, [DONE, { ...DONE, activity: '办'.repeat(201) }]),
    /more than 200 signs/,
  ],
  [
    'an event without an activity',
    withEvent(EVENT.replace(/<string key="concept:name".*?\/>/, '')),
    /an event without concept:name/,
  ],
  ['an event without a time', withEvent(EVENT.replace(/<date.*?\/>/, '')), /an event without time:timestamp/],
  [
    'a time that has not come',
    trace('C-1', { matter: 'A-1' }, [{ ...DONE, time: '2099-01-01T00:00:00Z' }]),
    /has not come yet/,
  ],
  [
    'a time before there were logs',
    trace('C-1', { matter: 'A-1' }, [{ ...DONE, time: '1900-01-01T00:00:00Z' }]),
    /before 1970/,
  ],
  [
    'a day that no calendar has',
    trace('C-1', { matter: 'A-1' }, [{ ...DONE, time: '2025-02-30T00:00:00Z' }]),
    /time:timestamp is no time/,
  ],
  [
    'an end before its beginning',
    trace('C-1', { matter: 'A-1' }, [
      { ...DONE, life: 'complete' },
      { ...DONE, time: '2025-03-08T09:00:00Z', life: 'start' },
    ]),
    /办结 ends before it begins/,
  ],
  ['a number that is none', withEvent(`${EVENT}<int key="pages" value="seven"/>`), /pages is no whole number: seven/],
  ['a fraction that is none', withEvent(`${EVENT}<float key="cost" value="1,5"/>`), /cost is no number/],
  ['a truth that is none', withEvent(`${EVENT}<boolean key="late" value="yes"/>`), /late is neither true nor false/],
  ['an identifier that is none', withEvent(`${EVENT}<id key="identity:id" value="7"/>`), /no identifier/],
  ['an attribute without a key', withEvent(`${EVENT}<string value="x"/>`), /a <string> without a key/],
  ['an attribute without a value', withEvent(`${EVENT}<string key="x"/>`), /x has no value/],
  [
    'an attribute that is there twice',
    withEvent(`${EVENT}<string key="x" value="1"/><string key="x" value="2"/>`),
    /x is there twice/,
  ],
  [
    'an attribute without end',
    withEvent(`${EVENT}<string key="x" value="${'x'.repeat(20_001)}"/>`),
    /more than 20000 signs/,
  ],
  ['an attribute that stands too deep', withEvent(EVENT + DEEP), /stands more than 8 deep/],
  ['an element that is no attribute', withEvent(`${EVENT}<text key="x" value="1"/>`), /<text> is no attribute/],
  ['an event inside an event', withEvent(`${EVENT}<event/>`), /a <event> inside a <event>/],
  ['words between the attributes', withEvent(`${EVENT} 张三 `), /words that are no attribute/],
  ['an event outside a case', '<event/>', /<event> has no place in a log/],
];

/** What is wrong, the whole file and its ending, and what is said. */
const WHOLE: [what: string, name: string, text: string | Buffer, said: RegExp][] = [
  ['is cut off', 'cut.xes', log(GOOD).slice(0, -20), /no well-formed XML/],
  [
    'has an entity of its own',
    'bomb.xes',
    `<!DOCTYPE log [<!ENTITY a "aaaa">]>${log(GOOD).split('\n').slice(1).join('\n')}`,
    /DOCTYPE/,
  ],
  ['names an entity', 'entity.xes', log(GOOD.replace('G-1', '&secret;')), /no well-formed XML/],
  ['says that it is GBK', 'gbk.xes', log(GOOD).replace('UTF-8', 'GBK'), /says that it is GBK/],
  ['is GBK', 'gbk.csv', Buffer.concat([Buffer.from(CSV), Buffer.from([0xb0, 0xec, 0xbd, 0xe1])]), /is not UTF-8/],
  ['is UTF-16', 'utf16.xes', Buffer.from(`\uFEFF${log(GOOD)}`, 'utf16le'), /is not UTF-8/],
  ['is another XML', 'page.xes', '<html/>', /begins with <log>/],
  ['has no case', 'none.xes', log(), /has no case/],
  ['is empty', 'empty.csv', '', /is empty/],
  ['is packed and cut off', 'cut.xes.gz', gzipSync(log(GOOD)).subarray(0, 60), /end of file/],
  ['is of another kind', 'log.xlsx', 'PK', /neither .xes nor .csv/],
  ['has no column of times', 'column.csv', 'case,activity\nC-1,办结\n', /no column for the time/],
  ['has a column twice', 'twice.csv', 'case,activity,time,time\n', /the column time is there twice/],
  ['has a line without end', 'line.csv', `${CSV}"${'x'.repeat(1_100_000)}`, /no CSV/],
  ['has an open quote', 'quote.csv', `${CSV}"C-1,办结`, /no CSV/],
];

const IN_CSV: [what: string, lines: string, said: RegExp][] = [
  ['a line that is too short', `${LINE}C-1,办结\n`, /line 3 {2}C-1 {2}it has 2 cells, and the first line has 5/],
  ['a sign that no text has', LINE.replace('one', 'o\u0001ne'), /a sign that no text has/],
  ['a line of no case', `${LINE},办结,2025-03-07 09:00,one,A-1\n`, /it names no case/],
  ['a case of two matters', `${LINE}C-1,归档,2025-03-08 09:00,one,B-1\n`, /case:matter is B-1 here and A-1 before/],
  ['a time that is none', LINE.replace('2025-03-07 09:00', '昨天'), /is no time: 昨天/],
];

describe('a case log with a mistake', () => {
  it.each(IN_XES)(
    '[C2] a log with a mistake is said with its line, and nothing of it is read in: %s',
    async (_, traces, said) => {
      const before = rowsWritten();
      const done = await run(join(dir, 'hall'), 'import', write(dir, 'wrong.xes', log(GOOD, traces)));
      expect(done.said).toMatch(said);
      expect(done.said).toMatch(/^line \d+ {2}/);
      expect(done.code).toBe(1);
      expect(rowsWritten()).toEqual(before);
    },
  );

  it.each(IN_CSV)(
    '[C2] a CSV with a mistake is said with its line, and nothing of it is read in: %s',
    async (_, lines, said) => {
      const before = rowsWritten();
      const done = await run(join(dir, 'hall'), 'import', write(dir, 'wrong.csv', CSV + lines));
      expect(done).toMatchObject({ code: 1, said: expect.stringMatching(said) });
      expect(rowsWritten()).toEqual(before);
    },
  );

  it.each(WHOLE)(
    '[A3] [S2] a file that is no case log is refused with a sentence: it %s',
    async (_, name, text, said) => {
      const before = rowsWritten();
      await expect(run(join(dir, 'hall'), 'import', write(dir, name, text))).rejects.toThrow(said);
      expect(rowsWritten()).toEqual(before);
    },
  );

  it('[A3] a file with thirty mistakes is told all of them at once, in the order of its lines, also as a report', async () => {
    const traces = IN_XES.slice(0, 30).map(([, one]) => one);
    const report = join(dir, 'report.csv');
    const file = write(dir, 'thirty.xes', log(GOOD, ...traces));
    const { code, said } = await run(join(dir, 'hall'), 'import', '--report', report, file);
    expect(code).toBe(1);
    const lines = [...said.matchAll(/^line (\d+)/gm)].map(([, line]) => Number(line));
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(lines.length).toBeGreaterThanOrEqual(30);
    expect(said).toContain('nothing was written');
    await expect(run(join(dir, 'hall'), 'import', '--report', report, file)).rejects.toThrow('exists already');
  });

  it.each([
    ['{"matter": 7}', 'matter'],
    ['{"activities": {"办结": "finished"}}', 'activities'],
    ['{"matterz": "x"}', 'matterz'],
    ['{', 'no JSON'],
    ['{"people": {"one": "nobody-here"}}', 'no account here'],
  ])('[A3] a map that says what is not here is refused, or named: %s', async (text, said) => {
    const map = write(dir, 'map.json', text);
    const done = run(join(dir, 'hall'), 'import', '--map', map, write(dir, 'good.xes', log(GOOD)));
    const answer = await done.then(
      (one) => one.said,
      (fault: Error) => fault.message,
    );
    expect(answer).toContain(said);
  });

  it.each([
    ['--matter', 'Z-9', 'no code of a matter'],
    ['--handler', 'nobody', 'no account here'],
    ['--handler', 'admin', 'no account here'],
  ])('[A3] an option that names nothing of the hall is refused: %s %s', async (option, value, said) => {
    const file = write(dir, 'good.xes', log(GOOD));
    await expect(run(join(dir, 'hall'), 'import', option, value, file)).rejects.toThrow(said);
  });
});
