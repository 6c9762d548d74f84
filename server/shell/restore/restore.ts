/** `hall restore`: puts a backup in the place of the hall's file, after checking it; the old file is kept aside. */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { adoptRows } from '../../adopt-rows.ts';
import type { Config } from '../../config.ts';
import { hasTable } from '../../ledger/file/connection.ts';
import { HALL_FILE, readKeys, takeLock } from '../../ledger/file/data-dir.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { removeMark } from '../../ledger/file/in-use.ts';
import { closeFolder } from '../../ledger/file/private-folder.ts';
import { sync } from '../../ledger/file/sync.ts';
import { bringUpToDate } from '../../ledger/rebuild.ts';
import { openStore } from '../../ledger/store.ts';
import { openTables } from '../../ledger/table.ts';
import { keyCheck } from '../../ledger/tables/key-check.ts';
import { assertOpens } from '../../people/tables/people.ts';
import { STREAMS } from '../../subjects.ts';
import { checkCopy, NO_KEYS } from '../hall-file.ts';
import { type Command, readArguments, usageError } from '../terminal.ts';
import { type Gap, gapOf, gapText } from './gap.ts';
import { numbersOfOldFile } from './old-file.ts';
import { noteSkipped, recordOperation } from './operation.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of the hall’s file. The hall must be stopped.',
  help: `npm run hall -- restore FILE

FILE is checked first: its pages, its tables, the chain of its ledger. The present file is kept in DATA_DIR under a
dated name. What happened after the backup is in the old file only. Numbers of tickets and papers that may have been
given after the backup are skipped, and the ledger says which: those in the present file if it is whole, else 200 of
each letter and 1,000 papers above all that the backups know (settings of the hall in FILE). The file DATA_DIR/keys is backed up apart: put the
one of the backup's hall there, or names and telephones cannot be read.`,
  async run(args, { config, say, progress, nowMs }) {
    const { positionals } = readArguments(args, {}, 1);
    const [file] = positionals;
    if (!file) throw usageError('restore needs the FILE to put back');
    if (!existsSync(file)) throw new Error(`there is no file ${file}`);
    const { dataDir } = config;
    closeFolder(dataDir);
    const release = takeLock(dataDir);
    try {
      const { events, lastAt } = checkCopy(file, (total) => progress('check', total));
      const hadKeys = existsSync(join(dataDir, 'keys'));
      const readable = hadKeys && canRead(file, dataDir);
      const live = join(dataDir, HALL_FILE);
      const partial = `${live}.partial`;
      copyFileSync(file, partial);
      chmodSync(partial, 0o600);
      const gap = continueLedger(partial, config, nowMs());
      sync(partial);
      const old = setAside(live);
      renameSync(partial, live);
      removeMark(dataDir);
      sync(dataDir);
      say(`${file} is in place: ${events} events, the last of ${lastAt || 'never'}.`);
      noteSkipped(config.backupDir, nowMs(), gap.skipped, say);
      for (const line of gapText(gap)) say(line);
      if (old) say(`The old file is kept as ${old}.`);
      if (!hadKeys)
        say(`The keys are missing: put the copy of this hall's keys to ${join(dataDir, 'keys')} before the start.`);
      else if (!readable)
        say(`The keys in ${dataDir} do not fit this backup: put this hall's own keys there before the start.`);
      say('Next: npm run hall -- verify, then npm start. Screens come back by themselves.');
      return 0;
    } finally {
      release();
    }
  },
};

/** The restored file says that it was restored, and which numbers it skips, before it takes the old one's place (S3). */
function continueLedger(file: string, { dataDir, backupDir }: Config, nowMs: number): Gap {
  for (const left of [`${file}-wal`, `${file}-shm`]) rmSync(left, { force: true });
  const store = openStore(file, NO_KEYS);
  try {
    bringUpToDate(store, STREAMS, adoptRows);
    const events = store.ledger.head();
    const gap = gapOf(store, backupDir, nowMs, numbersOfOldFile(dataDir, store));
    const { day, source, skipped } = gap;
    recordOperation(store, day, nowMs, { type: 'hall-restored', events, source, skipped });
    // In one piece again, as a backup is: the next start gives it a log.
    store.db.pragma('journal_mode = DELETE');
    return gap;
  } finally {
    store.close();
  }
}

/** The old file with its write-ahead log, so that it stays complete; the index of the log is made anew by SQLite. */
function setAside(live: string): string | null {
  const old = existsSync(live) ? `${live}.before-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}` : null;
  if (old) renameSync(live, old);
  if (old && existsSync(`${live}-wal`)) renameSync(`${live}-wal`, `${old}-wal`);
  rmSync(`${live}-wal`, { force: true });
  rmSync(`${live}-shm`, { force: true });
  return old;
}

/** The keys here open a person's row of the backup, or it has none. */
function canRead(file: string, dataDir: string): boolean {
  const db = openReadOnly(file);
  try {
    const keys = readKeys(dataDir);
    assertOpens(db, keys);
    return !hasTable(db, 'key_check') || openTables(db, keys).read(keyCheck).fits() !== false;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
