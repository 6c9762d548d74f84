/**
 * A hall in a process of its own whose clock its parent moves: for replays, benches and tests by fault. Its argument is
 * a JSON file (MovedHall); its environment is that of `npm start`. It tells its port and each finished move over IPC.
 */

import { readFileSync } from 'node:fs';
import type { Settings } from '../../schema/settings.ts';
import { readConfig } from '../config.ts';
import { hallRecord } from '../hall/tables/hall-record.ts';
import { movedByHand } from '../ledger/clock.ts';
import { type HallData, setUpHall } from '../set-up.ts';
import { startSystem } from '../system.ts';

export type MovedHall = {
  data: HallData;
  password: string;
  settings?: Partial<Settings>;
  /** ms since 1970; the clock stands there, or runs from there when `runs`. */
  nowMs: number;
  runs: boolean;
  /** See SystemOptions. */
  echo?: string;
  /** As a hall that strangers reach has it; without it no limit hinders a load. */
  requestsPerSecond?: number;
  /** SQLite's own default, to show what it loses in a power cut. */
  synchronous?: 'NORMAL';
  /** It is verified and backed up by itself. */
  keeps?: boolean;
};
/** To the child. */
export type ToMovedHall = { to: number } | { backUp: true };
/** From it: its port and devices once, then each move with how many rows ran, and each backup's name. */
export type FromMovedHall =
  | { ready: { port: number; redisPid: number; devices: { kind: string; url: string }[] } }
  | { moved: true }
  | { backedUp: string };

const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as MovedHall;
const startedAt = performance.now();
let stands = given.nowMs;
const nowMs = () => Math.round(given.runs ? given.nowMs + performance.now() - startedAt : stands);
let devices: { kind: string; url: string }[] = [];

const system = await startSystem(readConfig(process.env), {
  readings: movedByHand(nowMs),
  requestsPerSecond: given.requestsPerSecond ?? 1_000_000,
  echo: given.echo,
  keeps: given.keeps ?? false,
  prepare: async (hall) => {
    if (hall.read(hallRecord).isSetUp()) return;
    const { data, password, settings } = given;
    const welcome = await setUpHall(hall, data, { sample: false, password, settings });
    devices = welcome.devices.map(({ device, url }) => ({ kind: device.kind, url }));
  },
});
if (given.synchronous) system.store.db.pragma(`synchronous = ${given.synchronous}`);
const tell = (message: FromMovedHall) => process.send?.(message);

process.on('message', async (message: ToMovedHall) => {
  if ('backUp' in message) return tell({ backedUp: await system.backups.backUp() });
  stands = message.to;
  await system.sweep();
  tell({ moved: true });
});
process.on('disconnect', () => void system.stop().then(() => process.exit(0)));
process.on('SIGTERM', () => void system.stop().then(() => process.exit(0)));
tell({ ready: { port: system.port, redisPid: system.redisPid(), devices } });
