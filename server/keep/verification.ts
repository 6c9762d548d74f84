/** The full check of a hall that has just started: a damaged one is stopped, and those in charge are told (S1). */
import type { Logger } from 'pino';
import type { Hall } from '../ledger/hall.ts';
import type { Checks } from './checks.ts';

/** Whether it is whole; null where that could not be looked at. */
export async function verifyRunning(hall: Hall, file: string, checks: Checks, log: Logger): Promise<boolean | null> {
  const startedAt = performance.now();
  let faults: string[];
  try {
    faults = await checks.run({ kind: 'running', file });
  } catch (fault) {
    log.warn({ why: (fault as Error).message }, 'the hall’s file could not be verified');
    return null;
  }
  const [why] = faults;
  if (why === undefined) {
    log.info({ seconds: Math.round((performance.now() - startedAt) / 1_000) }, 'the hall’s file is whole');
    return true;
  }
  hall.condition.tell('file-damaged', { why });
  log.error({ faults }, 'the hall’s file is damaged; nothing more is written');
  return false;
}
