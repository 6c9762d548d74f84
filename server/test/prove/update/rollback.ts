/** A hall is brought to the next release and back while people take numbers (R18): what the release before says, and what is given twice. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuildDifferences } from '../../../ledger/rebuild.ts';
import { ROOT } from '../../../root.ts';
import { restore } from '../../../shell/restore/restore.ts';
import { STREAMS } from '../../../subjects.ts';
import { MONDAY_9, PASSWORD } from '../../harness.ts';
import { childHall } from '../../house/child-hall.ts';
import { recordingShell } from '../../house/shell-fixture.ts';
import { testHallData } from '../../test-data.ts';
import { devicesOf, pause, startLoad } from '../restores.ts';

/** `before`, `after`: given by this release and by the next one; `gone`: with what came after the backup, and told. */
export type RollbackReport = {
  rounds: number;
  before: number;
  after: number;
  papers: number;
  twice: string[];
  gone: number;
  wrong: string[];
};

const REFUSED = /was written by a newer Shouwen; run that one, or restore a copy that was made before it/;
/** Each release gives so many before it is ended, however slow the machine is. */
const TICKETS_OF_LIFE = 20;
const LONGEST_LIFE_MS = 30_000;
const FILES = ['hall.db', 'hall.db-wal', 'keys'];

export async function rollbacks(rounds: number, onRound: (done: number) => void = () => {}): Promise<RollbackReport> {
  const next = nextRelease();
  const startMs = MONDAY_9 + 60_000;
  const begunAt = performance.now();
  const nowMs = () => Math.round(startMs + performance.now() - begunAt);
  const plan = { data: testHallData(), password: PASSWORD, nowMs: startMs, runs: true };
  const said: string[] = [];
  const release = { root: ROOT };
  const hall = childHall(plan, { root: () => release.root, said: (text) => void said.push(text) });
  const dataDir = join(hall.dir, 'data');
  const given = new Map<string, number>();
  const report: RollbackReport = { rounds, before: 0, after: 0, papers: 0, twice: [], gone: 0, wrong: [] };
  const wrong = (round: number, what: string) => void report.wrong.push(`round ${round}: ${what}`);

  /** People take numbers while `during` runs, and until the hall has ended after it, in order or not. */
  async function live(cookies: Awaited<ReturnType<typeof devicesOf>>, isKilled: boolean, during: () => Promise<void>) {
    const counts = { tickets: 0, papers: 0 };
    const give = (number: string) => given.set(number, (given.get(number) ?? 0) + 1);
    const load = startLoad(hall.origin(), cookies.kiosk, cookies.clerk, give, counts);
    load.refill();
    await during();
    const [atLeast, untilMs] = [counts.tickets + TICKETS_OF_LIFE, performance.now() + LONGEST_LIFE_MS];
    while (counts.tickets < atLeast && performance.now() < untilMs) await pause(20);
    await (isKilled ? hall.kill() : hall.stop());
    await load.end();
    report.papers += counts.papers;
    return counts.tickets;
  }
  /** Its clock goes on where it stood. */
  async function start(root: string): Promise<void> {
    release.root = root;
    writeFileSync(join(hall.dir, 'hall.json'), JSON.stringify({ ...plan, nowMs: nowMs() }));
    await hall.start();
  }
  const contents = () => FILES.map((name) => readOr(join(dataDir, name)));

  try {
    await start(ROOT);
    const cookies = await devicesOf(hall.origin());
    for (let round = 1; round <= rounds; round++) {
      let copy = '';
      report.before += await live(cookies, round % 2 === 0, async () => {
        copy = await hall.backUp();
      });
      await start(next);
      const after = await live(cookies, round % 3 !== 0, async () => {});
      if (after === 0) wrong(round, 'the next release gave no number');
      report.after += after;

      const left = contents();
      said.length = 0;
      const isRefused = await start(ROOT).then(
        () => false,
        () => isSaid(REFUSED, said),
      );
      if (!isRefused) wrong(round, `this release does not refuse the file in its sentence: ${said.join('')}`);
      if (contents().some((one, n) => one !== left[n])) wrong(round, 'the refused start changed the file');

      const shell = recordingShell(dataDir, nowMs);
      const code = await restore.run([join(dataDir, 'backups', copy)], shell);
      if (code !== 0) wrong(round, `restore ended with ${code}`);
      if (!shell.said.some((line) => /are skipped$/.test(line))) wrong(round, 'restore does not say what it skips');
      await start(ROOT);
      onRound(round);
    }
    report.before += await live(cookies, false, async () => {});
    report.twice = [...given].filter(([, count]) => count > 1).map(([number, count]) => `${number} ${count}×`);
    const store = await hall.open();
    const inFile = store.db.prepare<[], string>("SELECT letter || printf('%03d', ordinal) FROM tickets").pluck().all();
    const known = new Set(inFile);
    report.gone = [...given.keys()].filter((number) => !number.includes('-') && !known.has(number)).length;
    const broken = store.ledger.firstBreak();
    if (broken) report.wrong.push(`the ledger is broken at seq ${broken.seq}: ${broken.why}`);
    report.wrong.push(...(await rebuildDifferences(store, STREAMS)));
    return report;
  } finally {
    await hall.clean();
    rmSync(next, { recursive: true, force: true });
  }
}

/** What a program said is read after it has ended. */
async function isSaid(sentence: RegExp, said: readonly string[]): Promise<boolean> {
  const untilMs = performance.now() + LONGEST_LIFE_MS;
  while (!sentence.test(said.join('')) && performance.now() < untilMs) await pause(20);
  return sentence.test(said.join(''));
}

/** This program with one migration more, which widens a table that it reads and adds another. */
function nextRelease(): string {
  const root = mkdtempSync(join(tmpdir(), 'shouwen-next-'));
  for (const part of ['server', 'schema', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: (name) => !name.includes('/test/') });
  mkdirSync(join(root, 'web'), { recursive: true });
  cpSync(join(ROOT, 'web'), join(root, 'web'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const journal = join(root, 'schema/migrations/meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  const last = entries.at(-1)!;
  const own = { ...last, idx: entries.length, when: last.when + 1, tag: 'of-the-next' };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, own] }));
  const sql = [
    'ALTER TABLE `tickets` ADD `of_the_next` text;',
    'CREATE TABLE `of_the_next` (`id` text PRIMARY KEY NOT NULL);',
  ];
  writeFileSync(join(root, 'schema/migrations/of-the-next.sql'), sql.join('--> statement-breakpoint\n'));
  return root;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'hex');
  } catch {
    return '';
  }
}
