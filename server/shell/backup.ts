/** `hall backup`: a consistent, checked copy of the hall's file, whether the hall runs or not. */
import { chmodSync, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sync } from '../ledger/file/sync.ts';
import { checkCopy, copyConsistently, hallFile } from './hall-file.ts';
import { type Command, megabytes, readArguments, usageError } from './terminal.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Copies the hall as it is at one instant; it may run meanwhile.',
  help: `npm run hall -- backup FILE

FILE must not exist yet; it appears under its name only when it is whole, checked and on the disk. It holds everything
but the file DATA_DIR/keys, without which nobody can read names and telephones in it: keep a copy of that file
apart from the backups, once.`,
  async run(args, { config, say, progress }) {
    const { positionals } = readArguments(args, {}, 1);
    const [file] = positionals;
    if (!file) throw usageError('backup needs the FILE to write');
    const source = hallFile(config);
    if (existsSync(file)) throw new Error(`${file} exists already; choose another name`);
    if (!existsSync(dirname(file))) throw new Error(`there is no folder ${dirname(file)}`);
    const partial = `${file}.partial`;
    rmSync(partial, { force: true });
    try {
      await copyConsistently(source, partial, progress);
      chmodSync(partial, 0o600);
      const { events, lastAt } = checkCopy(partial, (total) => progress('check', total));
      sync(partial);
      // A hard link refuses a name that somebody took meanwhile; a rename would write over it.
      linkSync(partial, file);
      sync(dirname(file));
      say(
        `${file}: ${megabytes(statSync(file).size)}, ${events} events, the last of ${lastAt || 'never'}; checked, whole`,
      );
      say(`The keys are not in it: keep a copy of ${join(config.dataDir, 'keys')} in another place.`);
      return 0;
    } finally {
      rmSync(partial, { force: true });
    }
  },
};
