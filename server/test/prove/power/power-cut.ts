/** A power cut, simulated: the process is killed, and its file loses what was not synced (power-cut.c). Linux only. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MONDAY_9, PASSWORD } from '../../harness.ts';
import { childHall } from '../../house/child-hall.ts';
import { testHallData } from '../../test-data.ts';
import { compile } from '../compile.ts';
import { type CrashReport, crashRounds } from '../crashes.ts';

/** `synchronous` NORMAL is the control: SQLite's own default in WAL must lose tickets, or nothing was tried. */
export async function powerCuts(
  rounds: number,
  synchronous: 'FULL' | 'NORMAL',
  onRound: (done: number) => void,
): Promise<CrashReport> {
  const source = join(import.meta.dirname, 'power-cut.c');
  const shim = compile(source, '-shared', '-fPIC', '-ldl', '-lpthread');
  const hall = childHall(
    {
      data: testHallData(),
      password: PASSWORD,
      nowMs: MONDAY_9 + 60_000,
      runs: true,
      ...(synchronous === 'NORMAL' ? { synchronous } : {}),
    },
    {
      env: (dir) => ({ LD_PRELOAD: shim.path, POWER_CUT_FILE: join(dir, 'hall.db') }),
      afterKill(dir) {
        dropUnsynced(dir);
        // Nor is the mark of use synced; with it the start would refuse what the control has lost.
        if (synchronous === 'NORMAL') rmSync(join(dir, 'in-use'), { force: true });
      },
    },
  );
  try {
    return await crashRounds(hall, rounds, onRound);
  } finally {
    await hall.clean();
    shim.remove();
  }
}

/** What the disk holds takes the place of what the system had only promised. */
function dropUnsynced(dir: string): void {
  for (const name of ['hall.db', 'hall.db-wal']) {
    const file = join(dir, name);
    if (!existsSync(`${file}.disk`) && name === 'hall.db') throw new Error('the preloaded disk did nothing');
    rmSync(file, { force: true });
    if (existsSync(`${file}.disk`)) renameSync(`${file}.disk`, file);
  }
  rmSync(join(dir, 'hall.db-shm'), { force: true });
}
