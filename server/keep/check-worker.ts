/** The thread of ./checks.ts: reads whole files, so that the hall's own thread never waits for it. */
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readKeys } from '../ledger/file/data-dir.ts';
import { checkBackup } from './backup-check.ts';
import type { Check } from './checks.ts';
import { faultsOfRunning } from './findings.ts';

/** Behind the hall, in Linux of this thread alone. */
const BEHIND = 10;

if (process.platform === 'linux') setPriority(0, BEHIND);
const check = workerData as Check;
parentPort!.postMessage(
  check.kind === 'running'
    ? await faultsOfRunning(check.file, readKeys(dirname(check.file)))
    : await checkBackup(check.file, check.at, check.known),
);
