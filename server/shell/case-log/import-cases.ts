/** `hall import-cases`: another system's case log becomes cases of this hall, all of it or nothing (C2, Q8). */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { monotonicFactory } from 'ulid';
import type { MatterId } from '../../../schema/ids.ts';
import { isRefusal, refusalSentence } from '../../../schema/refusal.ts';
import { CLOCK } from '../../../schema/who.ts';
import { type Imported, importCases as importFitted } from '../../cases/acts/imported/import-cases.ts';
import { importedEvents } from '../../cases/rules/imported/imported-case.ts';
import { openFolder } from '../../hall-folder.ts';
import { momentAt } from '../../hours/views/open-hours.ts';
import { movedByHand } from '../../ledger/clock.ts';
import { readKeys } from '../../ledger/file/data-dir.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { type Store, storeOn } from '../../ledger/store.ts';
import { openHall } from '../../subjects.ts';
import { hallFile } from '../hall-file.ts';
import { type Command, readArguments, type Shell, usageError } from '../terminal.ts';
import { readCsv } from './csv-read.ts';
import { type Fitted, fitting, type Wanted } from './fit.ts';
import { EVENTS_MOST, type Fault, tooMany } from './log.ts';
import { type LogMap, readMap } from './map-file.ts';
import { formatOf, openLog } from './open-log.ts';
import { readXes } from './xes-read.ts';

/** So many faults are printed; all of them are in the report. */
const SHOWN_MOST = 200;
const OPTIONS = {
  map: { type: 'string' },
  matter: { type: 'string' },
  handler: { type: 'string' },
  report: { type: 'string' },
  check: { type: 'boolean' },
} as const;

export const importCases: Command = {
  name: 'import-cases',
  summary: 'Moves the cases of another system in, from its log (XES or CSV). The hall must be stopped.',
  help: `npm run hall -- import-cases [--check] [--map FILE.json] [--matter CODE] [--handler ACCOUNT] [--report FILE.csv] FILE

FILE is an XES log (IEEE 1849) or a CSV file with a line an event, UTF-8, packed by gzip or not: .xes, .csv, .xes.gz, .csv.gz.
--check reads it, says what would happen and what does not fit, and writes nothing; the hall may run meanwhile.
--map says what the log's words are here: matters, activities, people, columns; its form is in docs/case-log.md.
--matter is the matter of cases whose log names none. --handler has the cases that go on and that nobody of the log may have.
--report writes every line that does not fit into a CSV file.
Everything is read in at once or, where one line does not fit, nothing. A case that was read in before is left as it is.
Nobody is told of anything, and no day that is over rings.`,
  async run(args, shell) {
    const { values, positionals } = readArguments(args, OPTIONS, 1);
    const [file] = positionals;
    if (!file) throw usageError('import-cases needs the FILE');
    if (!formatOf(file)) throw usageError(`${file} is neither .xes nor .csv, nor one of them with .gz`);
    const map = values.map === undefined ? {} : readMap(values.map);
    const wanted = { map, matter: (values.matter ?? null) as MatterId | null, handler: values.handler ?? null };
    if (values.report !== undefined && existsSync(values.report)) throw new Error(`${values.report} exists already`);
    const { config, nowMs } = shell;
    hallFile(config);
    if (values.check) {
      const store = storeOn(openReadOnly(hallFile(config)), readKeys(config.dataDir));
      try {
        if (!store.readTables.areCurrent())
          throw new Error('the hall’s file was written by an older program; start the hall once, then ask again');
        const fitted = await readLog(file, shell, store, nowMs(), wanted);
        return told(fitted, shell, values.report) ?? said(shell, 'nothing was written: --check');
      } finally {
        store.db.close();
      }
    }
    const { store, release } = openFolder(config.dataDir);
    try {
      return await readIn(store, file, { shell, wanted, report: values.report });
    } finally {
      store.close();
      release();
    }
  },
};

async function readIn(
  store: Store,
  file: string,
  { shell, wanted, report }: { shell: Shell; wanted: Omit<Wanted, 'newId'>; report: string | undefined },
): Promise<number> {
  const hall = openHall(store, { readings: movedByHand(shell.nowMs) });
  const fitted = await readLog(file, shell, store, hall.nowMs(), wanted);
  const failed = told(fitted, shell, report);
  if (failed !== null) return failed;
  const { cases, people } = fitted;
  const shown = shell.progress('write, cases', cases.length);
  const wish = { command: 'import-cases', requestId: null, actor: CLOCK };
  const done = await hall.commit(wish, (tx) =>
    importFitted(tx, { cases, former: people.former, onCase: (count) => shown.at(count) }),
  );
  shown.end();
  if (isRefusal(done)) throw new Error(`${file}: ${refusalSentence(done.refused, done.facts, 'en')}`);
  return written(shell, done);
}

/** Read as it comes; nothing is written, here or by a hall that runs: the store is as at this instant throughout. */
async function readLog(
  file: string,
  { progress }: Shell,
  store: Pick<Store, 'read' | 'ledger'>,
  nowMs: number,
  wanted: Omit<Wanted, 'newId'>,
): Promise<Fitted> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const shown = progress('read, bytes', size);
  const from = { read: store.read, ...momentAt(store, nowMs), publicOrigin: null, troubles: [] };
  const { add, fitted } = fitting(from, store.ledger, { ...wanted, newId: monotonicFactory() });
  const tell = (line: number, number: string, what: string) => void fitted.faults.push({ line, number, what });
  const text = openLog(file, shown);
  const isXes = formatOf(file) === 'xes';
  const columns: LogMap['columns'] = wanted.map.columns ?? {};
  const traces = isXes ? readXes(text, file, tell) : readCsv(text, file, { columns, tell });
  let [count, events] = [0, 0];
  for await (const trace of traces) {
    add(trace);
    count++;
    events += trace.events.length;
    if (events > EVENTS_MOST) throw tooMany(file);
  }
  shown.end();
  if (count === 0) throw new Error(`${file} has no case`);
  return fitted;
}

/** What would happen; an exit code where something does not fit, and null where all does. */
function told(
  { cases, people, faults, known, foreign }: Fitted,
  shell: Shell,
  report: string | undefined,
): number | null {
  const { say } = shell;
  if (report !== undefined) writeReport(report, faults);
  if (faults.length > 0) {
    const inOrder = faults.toSorted((a, b) => a.line - b.line);
    for (const { line, number, what } of inOrder.slice(0, SHOWN_MOST)) say(`line ${line}  ${number || '—'}  ${what}`);
    if (faults.length > SHOWN_MOST)
      say(`… and ${faults.length - SHOWN_MOST} more; --report FILE.csv holds all of them`);
    return said(shell, `FAIL  ${faults.length} things do not fit; nothing was written`, 1);
  }
  const open = cases.filter((one) => importedEvents(one).phase !== 'closed').length;
  const events = cases.reduce((sum, { steps }) => sum + steps.length, 0);
  say(`${cases.length} cases with ${events} events: ${cases.length - open} are over, ${open} go on here`);
  if (known > 0) say(`${known} cases are here already and stay as they are`);
  if (people.known.length > 0)
    say(`people of this hall: ${people.known.map(({ resource, account }) => `${resource} = ${account}`).join(', ')}`);
  if (people.former.length > 0) {
    const names = people.former.map(({ name }) => name).join(', ');
    say(
      `${people.former.length} people are not known here; they are kept without an account to sign in with: ${names}`,
    );
  }
  const activities = [...foreign].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} (${count})`);
  if (activities.length > 0) say(`kept as foreign activities: ${activities.join(', ')}`);
  return null;
}

function written(shell: Shell, { cases, steps, withoutAttributes, late }: Imported): number {
  if (withoutAttributes > 0)
    shell.say(
      `${withoutAttributes} cases ended so long ago that their retention is over: their attributes were left out`,
    );
  for (const { number, dueOn } of late)
    shell.say(`${number} was due on ${dueOn} and goes on; nobody is told that it is late`);
  return said(shell, `PASS  ${cases} cases with ${steps} events were read in`);
}

function said({ say }: Shell, line: string, code = 0): number {
  say(line);
  return code;
}

/** 'wx': a file that is there is never written over. */
function writeReport(file: string, faults: readonly Fault[]): void {
  const rows = faults.map(({ line, number, what }) => [line, number, what]);
  const text = stringify([['line', 'case', 'what'], ...rows], { bom: true, escape_formulas: true });
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
}
