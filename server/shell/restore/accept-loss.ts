/** `hall accept-loss`: goes on with a hall that has lost acknowledged events; the ledger names the gap (S1, S3). */
import { adoptRows } from '../../adopt-rows.ts';
import { openFolder } from '../../hall-folder.ts';
import { readMark } from '../../ledger/file/in-use.ts';
import { isWhyNot } from '../../ledger/file/why-not.ts';
import { bringUpToDate } from '../../ledger/rebuild.ts';
import { STREAMS } from '../../subjects.ts';
import { hallFile } from '../hall-file.ts';
import { type Command, readArguments } from '../terminal.ts';
import { gapOf, gapText } from './gap.ts';
import { noteSkipped, recordOperation } from './operation.ts';

export const acceptLoss: Command = {
  name: 'accept-loss',
  summary: 'Goes on with a hall whose last events are missing. The hall must be stopped.',
  help: `npm run hall -- accept-loss

For a hall that a start refuses because its log is missing, or because its file ends too early. First look for the
missing file, and for a newer backup to restore: what is missing here is lost for good. The ledger then says what was
missing, and numbers that may have been given are skipped, so that nobody gets one that another person holds.`,
  async run(args, { config, say, nowMs }) {
    readArguments(args, {}, 0);
    hallFile(config);
    if (!isLost(config.dataDir)) {
      say('Nothing is missing in this hall; nothing was changed.');
      return 0;
    }
    const { store, left, release } = openFolder(config.dataDir, { acceptsLoss: true });
    try {
      bringUpToDate(store, STREAMS, adoptRows);
      const events = store.ledger.head();
      const had = Math.max(events, left?.seq ?? 0);
      const gap = gapOf(store, config.backupDir, nowMs(), null);
      recordOperation(store, gap.day, nowMs(), { type: 'loss-accepted', events, had, skipped: gap.skipped });
      say(`The hall goes on behind event ${events}; it had reached event ${had} or more.`);
      noteSkipped(config.backupDir, nowMs(), gap.skipped, say);
      for (const line of gapText(gap)) say(line);
      return 0;
    } finally {
      store.close();
      release();
    }
  },
};

/** Throws every other sentence that keeps the folder from being opened. */
function isLost(dataDir: string): boolean {
  if (!readMark(dataDir)) return false;
  try {
    const { store, release } = openFolder(dataDir);
    store.close();
    release();
    return false;
  } catch (fault) {
    if (isWhyNot(fault, 'log-missing') || isWhyNot(fault, 'events-missing')) return true;
    throw fault;
  }
}
