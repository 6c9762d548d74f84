/** A used hall's folder, damaged at random: each start is refused, or stopped by the full check, or has lost nothing. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../../web/client.ts';
import { readConfig } from '../../config.ts';
import { type Chance, seededChance } from '../../demo/chance.ts';
import { movedByHand } from '../../ledger/clock.ts';
import { isWhyNot } from '../../ledger/file/why-not.ts';
import { setUpHall } from '../../set-up.ts';
import { type System, startSystem } from '../../system.ts';
import { MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { testHallData } from '../test-data.ts';

/** `silent` are sentences: what was neither refused, nor found, nor harmless. */
export type DamageReport = {
  refused: number;
  /** … of those without a sentence that docs/operate.md has. */
  withoutSentence: string[];
  found: number;
  harmless: number;
  silent: string[];
  byKind: Record<string, { refused: number; found: number; harmless: number }>;
};

type Wish = Parameters<Client['tickets']['issue']>[0];
type Given = { wish: Wish; number: string };
type Folder = { dir: string; given: Given[]; cookie: string };

const TICKETS = 60;

export async function damageRounds(rounds: number, seed: number, onRound: (done: number) => void = () => {}) {
  const root = mkdtempSync(join(tmpdir(), 'shouwen-damage-'));
  const chance = seededChance(seed);
  const report: DamageReport = { refused: 0, withoutSentence: [], found: 0, harmless: 0, silent: [], byKind: {} };
  try {
    const folders = await usedFolders(root);
    for (let round = 0; round < rounds; round++) {
      const [kind, damage] = KINDS[round % KINDS.length]!;
      const folder = folders[Math.floor(round / KINDS.length) % folders.length]!;
      const dir = join(root, 'round');
      cpSync(folder.dir, dir, { recursive: true });
      const where = damage(dir, chance, folders[0]!.dir);
      const outcome = await startDamaged(dir, folder, report);
      const counts = report.byKind[kind] ?? { refused: 0, found: 0, harmless: 0 };
      report.byKind[kind] = counts;
      if (typeof outcome === 'string') report.silent.push(`round ${round}, ${kind} ${where}: ${outcome}`);
      else {
        counts[outcome.was]++;
        report[outcome.was]++;
      }
      rmSync(dir, { recursive: true, force: true });
      onRound(round + 1);
    }
    return report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A hall that ended in order, and the same one as it is after more work and a kill: most in its file, the rest in its log. */
async function usedFolders(root: string): Promise<Folder[]> {
  const dir = join(root, 'used');
  let system = await start(dir);
  const admin = await signInAt(originOf(system), '/session', { account: 'admin', password: PASSWORD });
  const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
  const { cookie } = await signInAt(originOf(system), '/devices/enrol', { code });
  const first = await work(system, cookie);
  await system.stop();
  const ended = join(root, 'ended');
  cpSync(dir, ended, { recursive: true });
  system = await start(dir);
  const second = await work(system, cookie);
  const killed = join(root, 'killed');
  cpSync(dir, killed, { recursive: true, filter: (name) => !/redis\.(sock|pid)$/.test(name) });
  await system.stop();
  return [
    { dir: ended, given: first, cookie },
    { dir: killed, given: [...first, ...second], cookie },
  ];
}

async function work(system: System, cookie: string): Promise<Given[]> {
  const kiosk = createClient(originOf(system), { cookie });
  const given: Given[] = [];
  for (let n = 0; n < TICKETS; n++) {
    const wish = wishFor(n % 3 === 0 ? 'B-1' : 'A-1');
    given.push({ wish, number: (await kiosk.tickets.issue(wish)).number });
  }
  const clerk = (await signInAt(originOf(system), '/session', { account: 'one', password: PASSWORD })).client;
  const counterId = 'c1' as CounterId;
  await clerk.counters.open({ requestId: newRequestId(), counterId });
  for (let n = 0; n < 5; n++) {
    const { ticketId } = await clerk.tickets.callNext({ requestId: newRequestId(), counterId });
    await clerk.tickets.start({ requestId: newRequestId(), ticketId });
    const { caseId } = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open')!;
    const conclusion = { kind: 'accepted', note: '' } as const;
    await clerk.cases.conclude({ requestId: newRequestId(), caseId, conclusion });
    await clerk.tickets.finish({ requestId: newRequestId(), ticketId });
  }
  await clerk.counters.close({ requestId: newRequestId(), counterId });
  return given;
}

type Outcome = { was: 'refused' | 'found' | 'harmless' } | string;

async function startDamaged(dir: string, folder: Folder, report: DamageReport): Promise<Outcome> {
  let system: System;
  try {
    system = await start(dir);
  } catch (fault) {
    if (!isWhyNot(fault)) report.withoutSentence.push((fault as Error).message);
    return { was: 'refused' };
  }
  try {
    const kiosk = createClient(originOf(system), { cookie: folder.cookie });
    // At once, before the check that runs beside it can have found anything.
    const early = kiosk.tickets.issue(wishFor('A-1')).then(
      ({ number }) => number,
      () => null,
    );
    const isWhole = await system.verify();
    const number = await early;
    if (folder.given.some((one) => one.number === number)) return `${number} was given twice`;
    if (isWhole === null) return 'it could not be verified';
    if (!isWhole) {
      const refused = await kiosk.tickets.issue(wishFor('A-1')).catch((error: { code?: string }) => error.code);
      return refused === 'hall-stopped' ? { was: 'found' } : 'it goes on writing though it is damaged';
    }
    if (number === null) return 'it is called whole and gives no number';
    for (const { wish, number: known } of folder.given) {
      const again = await kiosk.tickets.issue(wish).catch((error: Error) => ({ number: error.message }));
      if (again.number !== known) return `${known} is lost: ${again.number}`;
    }
    return { was: 'harmless' };
  } finally {
    await system.stop();
  }
}

function start(dir: string): Promise<System> {
  const config = readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', NODE_ENV: 'test' });
  return startSystem(config, {
    readings: movedByHand(() => MONDAY_9 + 60_000),
    requestsPerSecond: 1_000_000,
    keeps: false,
    prepare: async (hall) => {
      if (hall.ledger.head() === 0) await setUpHall(hall, testHallData(), { sample: false, password: PASSWORD });
    },
  });
}

const originOf = ({ port }: System) => `http://127.0.0.1:${port}`;
const wishFor = (matter: string): Wish => {
  const matterIds = [matter as MatterId];
  return { requestId: newRequestId(), matterIds, care: false, printing: false };
};

/** Damages a copied folder and says where; `ended` is the folder of the same hall at an earlier time. */
type Damage = (dir: string, chance: Chance, ended: string) => string;
const PAGE = 4_096;
const below = (chance: Chance, n: number) => Math.floor(chance() * n);

/** Of the file, or of its log where it has one. */
const inFile = (name: string) => (dir: string) => {
  const log = join(dir, name);
  return existsSync(log) ? log : join(dir, 'hall.db');
};

function flip(fileOf: (dir: string) => string): Damage {
  return (dir, chance) => {
    const file = fileOf(dir);
    const bytes = readFileSync(file);
    const page = below(chance, bytes.length / PAGE) * PAGE;
    const places = Array.from({ length: 1 + below(chance, 8) }, () => page + below(chance, PAGE));
    for (const at of places) bytes[at]! ^= 1 << below(chance, 8);
    writeFileSync(file, bytes);
    return `of ${bytes.length} at ${places.join(', ')}`;
  };
}

function zero(fileOf: (dir: string) => string): Damage {
  return (dir, chance) => {
    const file = fileOf(dir);
    const bytes = readFileSync(file);
    const from = below(chance, bytes.length / PAGE) * PAGE;
    const until = from + (1 + below(chance, 3)) * PAGE;
    bytes.fill(0, from, until);
    writeFileSync(file, bytes);
    return `of ${bytes.length} from ${from} to ${until}`;
  };
}

function cut(fileOf: (dir: string) => string): Damage {
  return (dir, chance) => {
    const file = fileOf(dir);
    const { length } = readFileSync(file);
    const left = below(chance, length);
    truncateSync(file, left);
    return `of ${length} at ${left}`;
  };
}

const KINDS: [string, Damage][] = [
  ['flipped bits in the file', flip(inFile('hall.db'))],
  ['flipped bits in the log', flip(inFile('hall.db-wal'))],
  ['zeroed pages of the file', zero(inFile('hall.db'))],
  ['zeroed pages of the log', zero(inFile('hall.db-wal'))],
  ['a cut file', cut(inFile('hall.db'))],
  ['a cut log', cut(inFile('hall.db-wal'))],
  [
    'a missing log',
    (dir) => {
      for (const name of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, name), { force: true });
      return '';
    },
  ],
  [
    'swapped keys',
    (dir, chance) => {
      const keys = Buffer.from(readFileSync(join(dir, 'keys'), 'utf8'), 'base64');
      const at = below(chance, keys.length);
      keys[at]! ^= 1 + below(chance, 255);
      writeFileSync(join(dir, 'keys'), keys.toString('base64'));
      return `at ${at}`;
    },
  ],
  [
    'an earlier file',
    (dir, _, ended) => {
      cpSync(join(ended, 'hall.db'), join(dir, 'hall.db'));
      for (const name of ['hall.db-wal', 'hall.db-shm']) rmSync(join(dir, name), { force: true });
      return '';
    },
  ],
  [
    'a spoilt mark',
    (dir, chance) => {
      const mark = join(dir, 'in-use');
      if (!existsSync(mark)) writeFileSync(mark, 'x'.repeat(160));
      return flip(() => mark)(dir, chance, '');
    },
  ],
];
