/** `npm run demo`: the sample hall, busy at any hour, in a folder of its own that each start makes anew. */

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { localTime } from '../../schema/time.ts';
import { readConfig } from '../config.ts';
import { movedByHand } from '../ledger/clock.ts';
import { takeLock } from '../ledger/file/data-dir.ts';
import { newPassword } from '../people/acts/save-clerk.ts';
import { hashFirstPasswords, setUpHall, type Welcome } from '../set-up.ts';
import { stopOnSignal } from '../signals.ts';
import { startSystem } from '../system.ts';
import { type BusyHall, enterBusyHall, FREE } from './busy-hall.ts';
import { createLuck } from './luck.ts';
import { sampleHall } from './sample/sample-hall.ts';

const MINUTE = 60_000;
/** So much has already happened when the doors open. */
const BEFORE_MS = 70 * MINUTE;
const QUICK_STEP_MS = 30_000;
const HUMAN_STEP_MS = 2_000;
const MARK = 'demo';

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, DATA_DIR: process.env.DATA_DIR || 'data-demo', LOG_LEVEL: 'error' });
  makeAnew(config.dataDir);
  const password = config.initialPassword ?? newPassword();
  // The morning passes in seconds: the hall's clock starts behind and catches up with the real one.
  let behindMs = BEFORE_MS;
  const nowMs = () => Date.now() - behindMs;
  let welcome: Welcome = { passwords: [], devices: [] };
  const data = sampleHall(localTime(nowMs(), 'Asia/Shanghai').day);
  const hashed = hashFirstPasswords(data.clerks, password);
  const starting = startSystem(config, {
    readings: movedByHand(nowMs),
    requestsPerSecond: 1_000,
    prepare: async (hall) => {
      // A name of its own: on a Redis that is shared or kept, no job of another demonstration is this one's.
      const named = { ...data, hall: { ...data.hall, key: `demo${Date.now().toString(36)}` } };
      // Its clerks press no keys while nobody comes to them.
      const settings = { idleLockMs: 12 * 60 * MINUTE };
      welcome = await setUpHall(hall, named, { sample: true, password, hashed, settings });
    },
  });
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  stopOnSignal(async () => {
    stopping.abort();
    const system = await starting;
    // Its people leave before the doors close, so that none of them is in the middle of a wish.
    await running.catch(() => {});
    await system.stop();
  });
  const system = await starting;
  const origin = `http://${config.host}:${system.port}`;
  let last = '';
  console.log('Filling the hall …');
  const say = (what: string) => {
    last = what;
  };
  running = (async () => {
    const busy = await enterBusyHall(origin, password, createLuck(Date.now()), say);
    while (behindMs > 0 && !stopping.signal.aborted) {
      behindMs = Math.max(0, behindMs - QUICK_STEP_MS);
      await system.sweep();
      await busy.step(nowMs(), 'quick', Math.min(1, 1.4 * (1 - behindMs / BEFORE_MS)));
    }
    if (!stopping.signal.aborted) console.log(greeting(config.publicOrigin ?? origin, welcome, password));
    await keepBusy(busy);
  })();
  await running;

  async function keepBusy(busy: BusyHall): Promise<void> {
    while (!stopping.signal.aborted) {
      const now = nowMs();
      const { waiting, atCounters } = await busy.step(now, 'human', 1);
      tell(`${localTime(now, 'Asia/Shanghai').time}  ${waiting} waiting, ${atCounters} being served.  ${last}`);
      await wait(HUMAN_STEP_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }
}

let told = '';

/** One live line on a terminal; elsewhere a line whenever something happened. */
function tell(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  else if (line !== told) console.log(line);
  told = line;
}

/** Empties the folder, but never one that no demonstration made, nor one in use. */
function makeAnew(dir: string): void {
  if (existsSync(dir)) {
    const names = readdirSync(dir);
    if (names.length > 0 && !names.includes(MARK)) {
      throw new Error(`${dir} holds something else than a demonstration; choose another DATA_DIR`);
    }
    takeLock(dir)();
    // What a killed demonstration left running is ended by its process id, so that file stays.
    for (const name of names) if (name !== 'redis') rmSync(join(dir, name), { recursive: true });
    const redis = join(dir, 'redis');
    if (existsSync(redis)) {
      for (const name of readdirSync(redis)) {
        if (name !== 'redis.pid') rmSync(join(redis, name), { recursive: true, force: true });
      }
    }
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(join(dir, MARK), 'made by npm run demo, and emptied by its next start\n');
}

function greeting(origin: string, welcome: Welcome, password: string): string {
  const device = (kind: string) => welcome.devices.find((one) => one.device.kind === kind)?.url ?? `/${kind}/`;
  const accounts = welcome.passwords.map(
    ({ account, role, name }) => `    ${account.padEnd(15)}${role.padEnd(15)}${name}`,
  );
  return `
The demonstration of Shouwen 首问 is running (sample hall, nothing in it is official).

  kiosk     ${origin}${device('kiosk')}
  display   ${origin}${device('display')}
  counter   ${origin}/counter-ui/
  phone     ${origin}/

  The links of kiosk and display enrol one browser each. Password of every account: ${password}
  Counter ${FREE.counter} is yours: sign in as ${FREE.account}, press ${FREE.counter}, then Space. People wait for it, and a
  colleague offers you a case. The hall as a whole: supervisor. Set-up: administrator.

${accounts.join('\n')}

Ctrl-C ends it and leaves nothing running.
`;
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
