/** `hall restore`: puts a backup in the place of the hall's file, after checking it; the old file is kept aside. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HALL_FILE, readKeys, takeLock } from '../ledger/file/data-dir.ts';
import { openReadOnly } from '../ledger/file/db.ts';
import { assertOpens } from '../people/tables/people.ts';
import { sync } from './backup.ts';
import { checkCopy } from './hall-file.ts';
import { type Command, readArguments, usageError } from './terminal.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of the hall’s file. The hall must be stopped.',
  help: `npm run hall -- restore FILE

FILE is checked first: its pages, its tables, the chain of its ledger. The present file is kept in DATA_DIR under a
dated name. What happened after the backup is in the old file only. The file DATA_DIR/keys is backed up apart: put the
one of the backup's hall there, or names and telephones cannot be read.`,
  async run(args, { config, say, progress }) {
    const { positionals } = readArguments(args, {}, 1);
    const [file] = positionals;
    if (!file) throw usageError('restore needs the FILE to put back');
    if (!existsSync(file)) throw new Error(`there is no file ${file}`);
    const { dataDir } = config;
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const release = takeLock(dataDir);
    try {
      const { events, lastAt } = checkCopy(file, (total) => progress('check', total));
      const hadKeys = existsSync(join(dataDir, 'keys'));
      const readable = hadKeys && canRead(file, dataDir);
      const live = join(dataDir, HALL_FILE);
      const partial = `${live}.partial`;
      copyFileSync(file, partial);
      chmodSync(partial, 0o600);
      sync(partial);
      const old = setAside(live);
      renameSync(partial, live);
      sync(dataDir);
      say(`${file} is in place: ${events} events, the last of ${lastAt || 'never'}.`);
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
    assertOpens(db, readKeys(dataDir));
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
