/** `hall replay`: a recorded day of a municipal hall through the running system, and what came of it. */

import { seededChance } from '../../demo/chance.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { rebuildDifferences } from '../../ledger/rebuild.ts';
import { openStore } from '../../ledger/store.ts';
import { STREAMS } from '../../subjects.ts';
import { NO_KEYS } from '../hall-file.ts';
import { type Command, readArguments, type Shell, usageError, wholeNumber } from '../terminal.ts';
import { type RecordedTicket, readRecordedOffice } from './day-file.ts';
import { planDay } from './day-plan.ts';
import { checkLedger } from './ledger-check.ts';
import { hallOfDay } from './replay-data.ts';
import { replayDay } from './replay-day.ts';
import { startReplayHall } from './replay-hall.ts';
import { type Outcome, reasonsToFail, reportTable } from './replay-report.ts';

const SHOWN = 20;

export const replay: Command = {
  name: 'replay',
  summary: 'Replays a recorded day of a hall through the system and checks that it kept every rule.',
  help: `npm run hall -- replay --tickets FILE.csv[.gz] --office NAME --date DAY [--clerks N] [--seed N]

Runs a hall of its own (temporary folder, own Redis, moved clock), never the one in DATA_DIR. Each recorded arrival
takes a number at a kiosk, each recorded call is made by a clerk, a display follows its board.
--clerks N  so many clerks serve all queues as fast as they can, instead of the recorded counters
--seed N    for what the file does not say (default 1): the same seed gives the same day
FAIL and exit code 1 when a ticket was lost, doubled or called out of rule, a call was not shown exactly once, the
ledger's chain is broken or rebuilding does not give the live tables. docs/replay.md has the format of the file.`,
  async run(args, shell) {
    const { values } = readArguments(
      args,
      {
        tickets: { type: 'string' },
        office: { type: 'string' },
        date: { type: 'string' },
        clerks: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
      0,
    );
    const { tickets: file, office, date: day } = values;
    if (!file || !office || !day) throw usageError('replay needs --tickets FILE, --office NAME and --date DAY');
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw usageError(`--date must be a day such as 2020-01-13, not "${day}"`);
    const clerks = values.clerks === undefined ? null : wholeNumber('--clerks', values.clerks, 1);
    const seed = wholeNumber('--seed', values.seed, 0);
    const recorded = await readRecordedOffice(file, office, day);

    const startedAt = performance.now();
    const outcome = await replayRecorded(
      { office, day, tickets: recorded.day, before: recorded.before, clerks, seed },
      shell,
    );
    const reasons = reasonsToFail(outcome);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const how = clerks ? `${clerks} clerks for all queues, seed ${seed}` : `as recorded, seed ${seed}`;
    shell.say(`${reportTable(`${office}, ${day}: ${how}, ${seconds} s`, outcome)}\n`);
    for (const reason of reasons.slice(0, SHOWN)) shell.say(`FAIL  ${reason}`);
    if (reasons.length > SHOWN) shell.say(`FAIL  … and ${reasons.length - SHOWN} more`);
    if (reasons.length > 0) return 1;
    shell.say('PASS  no ticket lost, doubled or called out of rule; each call shown once; chain whole, rebuild = live');
    return 0;
  },
};

type Wanted = {
  office: string;
  day: string;
  tickets: RecordedTicket[];
  before: RecordedTicket[];
  clerks: number | null;
  seed: number;
};

/** Runs the day and reads what it left behind. */
export async function replayRecorded(
  { office, day, tickets, before, clerks, seed }: Wanted,
  { env, progress }: Pick<Shell, 'env' | 'progress'>,
): Promise<Outcome> {
  const chance = seededChance(seed);
  const plan = planDay(tickets, chance);
  const moved = hallOfDay({ office, day, plan, typical: typicalMinutes(before, seed), clerks });
  const hall = await startReplayHall(moved, env);
  try {
    const shown = progress('tickets', tickets.length);
    const replayed = await replayDay(hall, { day, tickets, plan, clerks, chance }, shown);
    await hall.heardUpTo(lastCall(hall.file));
    await hall.stop();
    const serves = new Map<string, readonly string[]>(moved.data.counters.map(({ id, letters }) => [id, letters]));
    return { replayed, heard: hall.heard, ...(await readLedger(hall.file, serves)) };
  } finally {
    await hall.clean();
  }
}

/** What the hall knows beforehand: the mean minutes of each queue on the file's earlier days. */
function typicalMinutes(before: readonly RecordedTicket[], seed: number): Map<string, number> {
  const lengths = new Map<string, number[]>();
  for (const date of new Set(before.map((ticket) => ticket.date))) {
    const { sittings } = planDay(
      before.filter((ticket) => ticket.date === date),
      seededChance(seed),
    );
    for (const { queueId, from, to } of sittings) lengths.set(queueId, [...(lengths.get(queueId) ?? []), to - from]);
  }
  return new Map([...lengths].map(([queueId, of]) => [queueId, of.reduce((sum, one) => sum + one, 0) / of.length]));
}

function lastCall(file: string): number {
  const db = openReadOnly(file);
  try {
    return openLedger(db).lastOfType('ticket-called');
  } finally {
    db.close();
  }
}

/** Of a hall that has stopped. */
async function readLedger(
  file: string,
  serves: ReadonlyMap<string, readonly string[]>,
): Promise<Pick<Outcome, 'ledger' | 'broken'>> {
  const store = openStore(file, NO_KEYS);
  try {
    const broken = await rebuildDifferences(store, STREAMS);
    const first = store.ledger.firstBreak();
    if (first) broken.push(`the ledger is broken at seq ${first.seq}: ${first.why}`);
    return { broken, ledger: checkLedger(store.ledger.after(0), serves) };
  } finally {
    store.close();
  }
}
