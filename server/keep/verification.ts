/** The full check of a hall that has just started: a damaged one is stopped, and those in charge are told (S1). */
import type { Logger } from 'pino';
import type { Hall } from '../ledger/hall.ts';
import type { Checks } from './checks.ts';

export type Verification = {
  /** Whether it is whole; null where that could not be looked at, which is told, and tried again. */
  verify: () => Promise<boolean | null>;
  stop: () => void;
};

const AGAIN_MS = 10 * 60_000;

export function createVerification(hall: Hall, file: string, checks: Checks, log: Logger): Verification {
  let again: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function verify(): Promise<boolean | null> {
    clearTimeout(again);
    const startedAt = performance.now();
    let faults: string[];
    try {
      faults = await checks.run({ kind: 'running', file });
    } catch (fault) {
      if (isStopped) return null;
      const why = (fault as Error).message;
      log.warn({ why }, 'the hall’s file could not be verified');
      hall.condition.tell('not-verified', { why });
      again = setTimeout(() => void verify(), AGAIN_MS).unref();
      return null;
    }
    hall.condition.tell('not-verified', null);
    const [why] = faults;
    if (why === undefined) {
      log.info({ seconds: Math.round((performance.now() - startedAt) / 1_000) }, 'the hall’s file is whole');
      return true;
    }
    hall.condition.tell('file-damaged', { why });
    log.error({ faults }, 'the hall’s file is damaged; nothing more is written');
    return false;
  }
  return {
    verify,
    stop() {
      isStopped = true;
      clearTimeout(again);
    },
  };
}
