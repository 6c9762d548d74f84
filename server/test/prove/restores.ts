/** Backups while tickets and papers are given, kills, and the last backup restored: no number is given twice in the day. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import { type Chance, seededChance } from '../../demo/chance.ts';
import { readBackups } from '../../keep/manifest.ts';
import { rebuildDifferences } from '../../ledger/rebuild.ts';
import { restore } from '../../shell/restore/restore.ts';
import { STREAMS } from '../../subjects.ts';
import { MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { recordingShell } from '../house/shell-fixture.ts';
import { testHallData } from '../test-data.ts';

/** `twice` names numbers that two people were given; `wrong` are sentences. */
export type RestoreReport = {
  tickets: number;
  papers: number;
  backups: number;
  withOldFile: number;
  twice: string[];
  /** Tickets that were given after the backup: they are told of, and gone. */
  gone: number;
  wrong: string[];
};

const SENDERS = 4;
/** Of each sender between two backups: two senders of a letter stay within the margin, as a real hall does in 15 minutes. */
const BUDGET = 90;

export async function restoreRounds(
  rounds: number,
  seed: number,
  onRound: (done: number) => void = () => {},
): Promise<RestoreReport> {
  const chance = seededChance(seed);
  const startMs = MONDAY_9 + 60_000;
  const begunAt = performance.now();
  const nowMs = () => Math.round(startMs + performance.now() - begunAt);
  const plan = { data: testHallData(), password: PASSWORD, nowMs: startMs, runs: true };
  const hall = childHall(plan);
  const dataDir = join(hall.dir, 'data');
  const given = new Map<string, number>();
  const report: RestoreReport = { tickets: 0, papers: 0, backups: 0, withOldFile: 0, twice: [], gone: 0, wrong: [] };
  const give = (number: string) => given.set(number, (given.get(number) ?? 0) + 1);
  try {
    await hall.start();
    const { kiosk, clerk } = await devicesOf(hall.origin());
    // Each life of the hall knows the same kiosk and clerk.
    await hall.backUp();
    for (let round = 0; round < rounds; round++) {
      const load = startLoad(hall.origin(), kiosk, clerk, give, report);
      const copies = 1 + Math.floor(chance() * 2);
      for (let n = 0; n < copies; n++) {
        load.refill();
        await hall.backUp();
      }
      report.backups += copies;
      await pause(50 + chance() * 200);
      await hall.kill();
      await load.end();
      const keepsOld = chance() < 0.5;
      if (keepsOld) report.withOldFile++;
      await restoreLast(dataDir, nowMs(), keepsOld, chance, report);
      // Its clock goes on where it stood.
      writeFileSync(join(hall.dir, 'hall.json'), JSON.stringify({ ...plan, nowMs: nowMs() }));
      await hall.start();
      onRound(round + 1);
    }
    report.twice = [...given].filter(([, count]) => count > 1).map(([number, count]) => `${number} ${count}×`);
    const store = await hall.open();
    const inFile = store.db.prepare<[], string>("SELECT letter || printf('%03d', ordinal) FROM tickets").pluck().all();
    const known = new Set(inFile);
    report.gone = [...given.keys()].filter((number) => !number.includes('-') && !known.has(number)).length;
    const restored = store.db.prepare("SELECT count(*) FROM ledger WHERE type = 'hall-restored'").pluck().get();
    // A restore takes back what earlier ones wrote behind that backup; each life has at least its own.
    if (Number(restored) < 1) report.wrong.push('no restore is in the ledger');
    const broken = store.ledger.firstBreak();
    if (broken) report.wrong.push(`the ledger is broken at seq ${broken.seq}: ${broken.why}`);
    report.wrong.push(...(await rebuildDifferences(store, STREAMS)));
    return report;
  } finally {
    await hall.clean();
  }
}

/** The cookies of a kiosk and of a clerk. */
export async function devicesOf(origin: string): Promise<{ kiosk: string; clerk: string }> {
  const admin = await signInAt(origin, '/session', { account: 'admin', password: PASSWORD });
  const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
  const kiosk = await signInAt(origin, '/devices/enrol', { code });
  const clerk = await signInAt(origin, '/session', { account: 'one', password: PASSWORD });
  return { kiosk: kiosk.cookie, clerk: clerk.cookie };
}

/** `refill`: a backup begins, and each sender may give some more. */
type Running = { refill: () => void; end: () => Promise<void> };

export function startLoad(
  origin: string,
  kioskCookie: string,
  clerkCookie: string,
  give: (number: string) => void,
  report: Pick<RestoreReport, 'tickets' | 'papers'>,
): Running {
  const kiosk = createClient(origin, { cookie: kioskCookie });
  const clerk = createClient(origin, { cookie: clerkCookie });
  let alive = true;
  const left = Array.from({ length: SENDERS }, () => BUDGET);
  const whileAlive = async (act: () => Promise<void>) => {
    while (alive) await act().catch(() => {});
  };
  const counterId = 'c3' as CounterId;
  const senders = Array.from({ length: SENDERS }, (_, n) =>
    whileAlive(async () => {
      if (left[n]! <= 0) return pause(5);
      left[n]!--;
      const matterIds = [(n % 2 === 0 ? 'A-1' : 'B-1') as MatterId];
      const issued = await kiosk.tickets.issue({ requestId: newRequestId(), matterIds, care: false, printing: false });
      give(issued.number);
      report.tickets++;
    }),
  );
  const server = whileAlive(async () => {
    const own = (await clerk.boards.staff()).rows.counters.find(({ id }) => id === counterId);
    if (own?.phase !== 'open') await clerk.counters.open({ requestId: newRequestId(), counterId });
    const ticketId = own?.ticketId ?? (await clerk.tickets.callNext({ requestId: newRequestId(), counterId })).ticketId;
    await clerk.tickets.start({ requestId: newRequestId(), ticketId }).catch(() => {});
    for (const { caseId } of (await clerk.cases.mine({})).filter(({ phase }) => phase === 'open')) {
      const conclusion = { kind: 'accepted', note: '' } as const;
      const { receiptNo } = await clerk.cases.conclude({ requestId: newRequestId(), caseId, conclusion });
      give(receiptNo!);
      report.papers++;
    }
    await clerk.tickets.finish({ requestId: newRequestId(), ticketId });
  });
  return {
    refill: () => void left.fill(BUDGET),
    async end() {
      alive = false;
      await Promise.all([...senders, server]);
    },
  };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** As the operator does it; without the old file the folder is what a broken disk leaves. */
async function restoreLast(dataDir: string, nowMs: number, keepsOld: boolean, chance: Chance, report: RestoreReport) {
  const backups = join(dataDir, 'backups');
  const all = readBackups(backups);
  // Now and then the one before: the last one may have been taken along by the disk.
  const chosen = all[all.length - 1 - (chance() < 0.2 && all.length > 1 ? 1 : 0)]!;
  if (!keepsOld)
    for (const name of ['hall.db', 'hall.db-wal', 'hall.db-shm']) rmSync(join(dataDir, name), { force: true });
  const shell = recordingShell(dataDir, () => nowMs);
  const code = await restore.run([join(backups, chosen.name)], shell);
  if (code !== 0) report.wrong.push(`restore ended with ${code}: ${shell.said.join(' ')}`);
  rmSync(join(dataDir, 'redis'), { recursive: true, force: true });
}
