/** `hall export-cases`: the hall's cases as a log for process mining, XES or CSV (C2, P1). */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CaseId } from '../../../schema/ids.ts';
import { cases } from '../../cases/tables/cases.ts';
import { readKeys } from '../../ledger/file/data-dir.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { type Store, storeOn } from '../../ledger/store.ts';
import { hallFile } from '../hall-file.ts';
import { type Command, type Progress, readArguments, usageError } from '../terminal.ts';
import { csvOf } from './csv-write.ts';
import { formatOf } from './open-log.ts';
import { type Trace, tracesOf } from './traces.ts';
import { xesOf } from './xes-write.ts';

export const exportCases: Command = {
  name: 'export-cases',
  summary: 'Writes the cases as a log for process mining: XES or CSV, every event of each.',
  help: `npm run hall -- export-cases [--attributes] FILE

FILE, which must not exist yet, ends in .xes, .csv, .xes.gz or .csv.gz. The hall may run meanwhile.
A case is a trace, each of its events an event: activity, time, who did it (by account), who had the case, dates, numbers
of papers. A case that was read in by import-cases has the events of its log, and after them its own.
--attributes adds all that such a log said besides; names of people may stand in it. Left out is what is a person's (names, telephones, identity numbers, addresses), papers, and whatever the staff
or a resident wrote. CSV has no attributes under attributes. The columns are described in docs/case-log.md.`,
  async run(args, { config, say, progress }) {
    const { values, positionals } = readArguments(args, { attributes: { type: 'boolean' } }, 1);
    const [file] = positionals;
    const withAttributes = values.attributes ?? false;
    if (!file) throw usageError('export-cases needs the FILE');
    const format = formatOf(file);
    if (!format) throw usageError(`${file} is neither .xes nor .csv, nor one of them with .gz`);
    const store = storeOn(openReadOnly(hallFile(config)), readKeys(config.dataDir));
    try {
      if (!store.readTables.areCurrent())
        throw new Error('the hall’s file was written by an older program; start the hall once, then ask again');
      const ids = store.read(cases).ids();
      const shown = progress('export, cases', ids.length * (format === 'csv' ? 2 : 1));
      const counts = { cases: 0, events: 0 };
      const traces = (counted: boolean) => countedTraces(store, { ids, withAttributes }, { counts, counted, shown });
      const pieces = format === 'xes' ? xesOf(traces(true)) : csvOf(once(traces));
      // 'wx': a file that is there is never written over.
      const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
      const packed = file.toLowerCase().endsWith('.gz') ? [createGzip()] : [];
      await pipeline([Readable.from(pieces), ...packed, target]);
      shown.end();
      say(`${counts.cases} cases with ${counts.events} events were written to ${file}`);
      return 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new Error(`${file} exists already`, { cause: error });
    } finally {
      store.db.close();
    }
  },
};

/** The first time they are gone through for the columns alone. */
function once(traces: (counted: boolean) => Iterable<Trace>): () => Iterable<Trace> {
  let times = 0;
  return () => traces(++times > 1);
}

function* countedTraces(
  store: Store,
  wanted: { ids: readonly CaseId[]; withAttributes: boolean },
  { counts, counted, shown }: { counts: { cases: number; events: number }; counted: boolean; shown: Progress },
): Generator<Trace> {
  let done = 0;
  for (const trace of tracesOf(store, wanted)) {
    if (counted) {
      counts.cases++;
      counts.events += trace.events.length;
    }
    shown.at(++done);
    yield trace;
  }
}
