/** Backups by themselves: made when a row asks for one, checked, kept for some days (A3, H9). */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { localTime } from '../../schema/time.ts';
import { CLOCK } from '../../schema/who.ts';
import { running } from '../hours/views/open-hours.ts';
import { endBackups } from '../ledger/acts/backups.ts';
import { sync } from '../ledger/file/sync.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Store } from '../ledger/store.ts';
import { backups } from '../ledger/tables/backups.ts';
import type { Checks } from './checks.ts';
import { limitsFor, spaceIn } from './disk.ts';
import { type KnownBackup, type Manifest, manifestOf, readBackups } from './manifest.ts';

const LOOK_MS = 5_000;
/** Pages that are copied in one turn of the event loop: a call waits no longer than for these. */
const PAGES = 64;
const DAY_MS = 24 * 3_600_000;
/** A daily backup may come so much later than a day. */
const DAILY_SLACK_MS = 3_600_000;
/** While an opening runs so many intervals may pass. */
const INTERVALS = 3;

export type Backups = {
  /** Makes what was asked for, and says how old the last good one is. */
  look: () => Promise<void>;
  /** Makes one now; answers with its name. */
  backUp: () => Promise<string>;
  /** Of the last good one; null where there is none. */
  latest: () => { at: string; ageS: number } | null;
  close: () => Promise<void>;
};

/** `ticks`: it looks by itself. */
type Parts = { hall: Hall; store: Store; dir: string; checks: Checks; log: Logger; ticks: boolean };

export function startBackups({ hall, store, dir, checks, log, ticks }: Parts): Backups {
  const startedMs = hall.nowMs();
  /** The last good one. */
  let last: Manifest | null = readBackups(dir).at(-1)?.manifest ?? null;
  /** The last try made none. */
  let hasFailed = false;
  let closing = false;
  let working: Promise<unknown> = Promise.resolve();

  async function backUp(): Promise<string> {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(dir)) if (name.includes('.partial')) rmSync(join(dir, name), { force: true });
    makeRoom(dir, store.db.name, hall);
    const at = new Date(hall.nowMs()).toISOString();
    const name = freeName(dir, at);
    const partial = join(dir, `${name}.partial`);
    try {
      // On the writer's own connection: beside another one that writes it would begin again and again.
      await store.db.backup(partial, {
        progress() {
          if (closing) throw new Error('the hall ends');
          return PAGES;
        },
      });
      const manifest = await checks.run({ kind: 'backup', file: partial, at, known: last });
      writeFileSync(join(dir, manifestOf(name)), JSON.stringify(manifest), { mode: 0o600, flush: true });
      renameSync(partial, join(dir, name));
      sync(dir);
      last = manifest;
      hasFailed = false;
      return name;
    } finally {
      rmSync(partial, { force: true });
    }
  }

  async function answer(): Promise<void> {
    const asked = hall.read(backups).open().at(-1);
    if (!asked || closing || hall.condition.stopped()) return;
    let outcome: string;
    try {
      outcome = await backUp();
      dropOld(dir, hall);
      log.info({ backup: outcome }, 'backed up');
    } catch (fault) {
      if (closing) return;
      outcome = (fault as Error).message;
      hasFailed = true;
      log.error({ why: outcome }, 'the hall could not be backed up');
    }
    await hall.commit({ command: 'end-backup', requestId: null, actor: CLOCK }, (tx) =>
      endBackups(tx, { asked, outcome }),
    );
  }

  function tellAge(): void {
    const since = Math.max(startedMs, last ? Date.parse(last.at) : 0);
    const late = hall.look((from) => {
      const open = running(from).map(({ startsAt }) => Date.parse(startsAt));
      const sinceOpen = Math.max(since, Math.min(...open));
      const isLate =
        hasFailed ||
        from.nowMs - since > DAY_MS + DAILY_SLACK_MS ||
        (open.length > 0 && from.nowMs - sinceOpen > INTERVALS * from.settings.backupEveryMs);
      return isLate ? { at: last ? textOf(last.at, from.timeZone) : '—' } : null;
    });
    hall.condition.tell('backup-late', late);
  }

  /** One after the other: two copies at a time would hold each other up. */
  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = working.then(work);
    working = done.catch(() => {});
    return done;
  }

  const look = () =>
    inOrder(async () => {
      await answer();
      if (!closing) tellAge();
    });
  const lookOn = () => look().catch((fault) => log.error(fault, 'backups'));
  const ticker = ticks ? setInterval(lookOn, LOOK_MS) : undefined;

  return {
    look,
    backUp: () => inOrder(backUp),
    latest: () => last && { at: last.at, ageS: Math.round((hall.nowMs() - Date.parse(last.at)) / 1000) },
    async close() {
      closing = true;
      clearInterval(ticker);
      await checks.close();
      await working;
    },
  };
}

/** Of an instant such as 2026-11-23T01:00:00.000Z: hall-20261123T010000Z.db, and with -2 where there is one. */
function freeName(dir: string, at: string): string {
  const stamp = at.replace(/[-:]|\.\d+/g, '');
  for (let n = 1; ; n++) {
    const name = `hall-${stamp}${n > 1 ? `-${n}` : ''}.db`;
    if (!existsSync(join(dir, name))) return name;
  }
}

/** Where the disk is short, of each day but the last the earlier ones go first; throws where that is not enough. */
function makeRoom(dir: string, file: string, hall: Hall): void {
  const needed = statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
  const settings = hall.look((from) => from.settings);
  const isShort = () => {
    const space = spaceIn(dir);
    return space.free - needed < limitsFor(space, settings).low;
  };
  const known = readBackups(dir);
  const dayOf = (one: KnownBackup) => one.manifest.at.slice(0, 10);
  const spare = known.filter((one, i) => known[i + 1] && dayOf(known[i + 1]!) === dayOf(one));
  for (const one of spare) {
    if (!isShort()) return;
    drop(dir, one.name);
  }
  if (isShort()) throw new Error('the disk has no room for a backup');
}

/** Older than the hall keeps them; never the only good one. */
function dropOld(dir: string, hall: Hall): void {
  const oldest = hall.look(({ nowMs, settings }) => new Date(nowMs - settings.backupKeptDays * DAY_MS)).toISOString();
  for (const { name, manifest } of readBackups(dir).slice(0, -1)) if (manifest.at < oldest) drop(dir, name);
}

function drop(dir: string, name: string): void {
  rmSync(join(dir, name), { force: true });
  rmSync(join(dir, manifestOf(name)), { force: true });
}

function textOf(at: string, timeZone: string): string {
  const { day, time } = localTime(Date.parse(at), timeZone);
  return `${day} ${time}`;
}
