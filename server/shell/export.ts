/** `hall export`: the ledger, one event a line. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openReadOnly } from '../ledger/file/db.ts';
import { type ChainedRow, type LedgerReader, openLedger } from '../ledger/ledger.ts';
import { hallFile } from './hall-file.ts';
import { type Command, type Progress, readArguments, wholeNumber } from './terminal.ts';

export const exportLedger: Command = {
  name: 'export',
  summary: 'Writes the ledger as ndjson, one event a line.',
  help: `npm run --silent hall -- export [--from SEQ] [FILE]

To FILE, which must not exist yet, or to standard output (then with --silent, or npm writes its own lines into it).
--from SEQ begins with this event; without it with the first. The hall may run meanwhile.
A line: {"seq","at","stream","version","actor","v","request","event":{"type",…},"hash"}. hash is SHA-256 over the hash
before (hex; the first is 64 zeros) followed by the JSON of [seq, at, stream, version, type, JSON of the other facts of
event, actor, v, request]; where v is null, an older program wrote it, and the last two are left out.`,
  async run(args, { config, say, progress }) {
    const { values, positionals } = readArguments(args, { from: { type: 'string' } }, 1);
    const from = wholeNumber('--from', values.from ?? '1', 1);
    const [file] = positionals;
    const db = openReadOnly(hallFile(config));
    try {
      const ledger = openLedger(db);
      const last = ledger.head();
      const shown = progress('export', Math.max(0, last - from + 1));
      // 'wx': a file that is there is never written over.
      const target = file ? createWriteStream(file, { flags: 'wx', mode: 0o600 }) : process.stdout;
      await pipeline(Readable.from(lines(ledger, from, last, shown)), target, { end: file !== undefined });
      shown.end();
      if (file) say(`${Math.max(0, last - from + 1)} events were written to ${file}`);
      return 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        throw new Error(`${file} exists already`, { cause: error });
      throw error;
    } finally {
      db.close();
    }
  },
};

function* lines(ledger: LedgerReader, from: number, last: number, shown: Progress): Generator<string> {
  for (const rows of ledger.batches(from - 1)) {
    const meant = rows.filter(({ seq }) => seq <= last);
    if (meant.length === 0) return;
    yield meant.map(line).join('');
    shown.at(meant.at(-1)!.seq + 1 - from);
  }
}

function line({ type, data, prev: _, hash, ...row }: ChainedRow): string {
  return `${JSON.stringify({ ...row, event: { type, ...JSON.parse(data) }, hash: hash.toString('hex') })}\n`;
}
