/** `hall calendar`: which years are known, and the import of the State Council's yearly notice (H1). */
import { CalendarFile } from '../../schema/hall/calendar.ts';
import { isRefusal, refusalSentence } from '../../schema/refusal.ts';
import { CLOCK } from '../../schema/who.ts';
import { changeCalendar } from '../hall/acts/change-calendar.ts';
import { knownYears } from '../hall/views/calendar.ts';
import { openFolder } from '../hall-folder.ts';
import { momentAt } from '../hours/views/open-hours.ts';
import { movedByHand } from '../ledger/clock.ts';
import { openReadOnly } from '../ledger/file/db.ts';
import { isWhyNot } from '../ledger/file/why-not.ts';
import { storeOn } from '../ledger/store.ts';
import { openHall } from '../subjects.ts';
import { hallFile, NO_KEYS } from './hall-file.ts';
import { officeJson } from './office-file.ts';
import { type Command, readArguments, type Shell, usageError } from './terminal.ts';

export const calendar: Command = {
  name: 'calendar',
  summary: 'Lists the years of the calendar; calendar import FILE takes in a new one.',
  help: `npm run hall -- calendar
npm run hall -- calendar import FILE.json

Without a word it lists this year, the next one and each that was imported: official, or provisional (statutory days and
weekends alone). The hall may run meanwhile.
import takes in a year that the State Council has published, and prints each due date that it moves. The hall is
stopped; while it runs, an administrator imports the same file on the screen “Calendar”.
FILE: {"year": 2027, "source": "…", "days_off": ["2027-01-01", …], "make_up_workdays": ["2027-02-20", …]}`,
  async run(args, shell) {
    const [word, file] = readArguments(args, {}, 2).positionals;
    if (word === undefined) return list(shell);
    if (word !== 'import') throw usageError(`calendar knows "import" alone, not "${word}"`);
    if (!file) throw usageError('calendar import needs the FILE');
    return importYear(file, shell);
  },
};

function list({ config, say, nowMs }: Shell): number {
  const db = openReadOnly(hallFile(config));
  try {
    const store = storeOn(db, NO_KEYS);
    if (!store.readTables.areCurrent())
      throw new Error('the hall’s file was written by an older program; start the hall once, then ask again');
    for (const { year, isOfficial, daysOff, makeUpWorkdays, source } of knownYears({
      ...store,
      ...momentAt(store, nowMs()),
    })) {
      const days = `${daysOff.length} days off, ${makeUpWorkdays.length} make-up workdays`;
      say(`${year}  ${isOfficial ? 'official   ' : 'provisional'}  ${days}${source && `  ${source}`}`);
    }
    return 0;
  } finally {
    db.close();
  }
}

async function importYear(file: string, { config, say, nowMs }: Shell): Promise<number> {
  const change = { file: officeJson(file, CalendarFile) };
  hallFile(config);
  const { store, release } = openStopped(config.dataDir);
  try {
    const hall = openHall(store, { readings: movedByHand(nowMs) });
    const wish = { command: 'change-calendar', requestId: null, actor: CLOCK };
    const done = await hall.commit(wish, (tx) => changeCalendar(tx, { change }));
    if (isRefusal(done)) throw new Error(`${file}: ${refusalSentence(done.refused, done.facts, 'en')}`);
    say(`${change.file.year} is imported; ${done.moved.length} due dates moved`);
    for (const { number, from, to, noticeNo } of done.moved) say(`${number}  ${from} → ${to}  notice ${noticeNo}`);
    return 0;
  } finally {
    store.close();
    release();
  }
}

function openStopped(dataDir: string) {
  try {
    return openFolder(dataDir);
  } catch (fault) {
    if (!isWhyNot(fault, 'runs-already')) throw fault;
    const sentence =
      'the hall is running; import the file on the administrator’s screen “Calendar”, or stop the hall first';
    throw new Error(sentence, { cause: fault });
  }
}

/** Throws one sentence that names the place in the file. */
