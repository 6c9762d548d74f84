/** Checks that read whole files, each in a process of its own. */
import { type Beside, startBeside } from '../ledger/file/beside.ts';
import type { Manifest } from './manifest.ts';

export type Check =
  | { kind: 'running'; file: string }
  | { kind: 'backup'; file: string; at: string; known: Pick<Manifest, 'events' | 'hash'> | null };
export type Found = string[] | Manifest;
type Answer<C extends Check> = C['kind'] extends 'running' ? string[] : Manifest;

export type Checks = { run: <C extends Check>(check: C) => Promise<Answer<C>>; close: () => Promise<void> };

export function createChecks(): Checks {
  const running = new Set<Beside<Check, Found>>();
  return {
    /** Rejects with what was thrown there, or when it was ended. */
    async run<C extends Check>(check: C) {
      const beside = startBeside<Check, Found>(import.meta, 'check-process');
      running.add(beside);
      try {
        return (await beside.ask(check)) as Answer<C>;
      } finally {
        await beside.end();
        running.delete(beside);
      }
    },
    async close() {
      await Promise.all([...running].map((beside) => beside.end()));
    },
  };
}
