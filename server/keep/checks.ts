/** Checks that read whole files, each in a thread of its own. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Manifest } from './manifest.ts';

export type Check =
  | { kind: 'running'; file: string }
  | { kind: 'backup'; file: string; at: string; known: Pick<Manifest, 'events' | 'hash'> | null };
type Answer<C extends Check> = C['kind'] extends 'running' ? string[] : Manifest;

/** Beside this file, in the sources and in the bundle of them. */
const THREAD = join(import.meta.dirname, `check-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`);

export type Checks = { run: <C extends Check>(check: C) => Promise<Answer<C>>; close: () => Promise<void> };

export function createChecks(): Checks {
  const running = new Set<Worker>();
  return {
    /** Rejects with what the thread threw, or when it was ended. */
    run: (check) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(THREAD, { workerData: check });
        running.add(worker);
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => {
          running.delete(worker);
          reject(new Error('the check was ended'));
        });
      }),
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
