/** How fast each may ask: a session, a device, a phone, an address. A hall is one address, so an address is slowed, never refused. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { actorName, RESIDENT } from '../../schema/who.ts';
import type { Hall } from '../ledger/hall.ts';
import type { From } from '../ledger/subject/route.ts';
import { turnOfClerk } from '../people/acts/guesses.ts';
import { clerkOfAccount } from '../people/views/staff.ts';

/** Null while `key` stays within its limit, else after how many ms it may ask again. */
export type Limit = (key: string) => Promise<number | null>;

/** `most` within the `seconds` that the key's first one begins. */
export function createLimit(most: number, seconds = 1): Limit {
  const limiter = new RateLimiterMemory({ points: Math.max(1, Math.round(most)), duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (over) {
      // Any other fault is none of the limit's answers.
      if (over instanceof Error) throw over;
      return Math.max(1, (over as RateLimiterRes).msBeforeNext);
    }
  };
}

/** As `Retry-After` says it. */
export function inSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

/**
 * Of a sign-in, not validated yet: who guesses elsewhere, or beside a browser of the house at its address, keeps no
 * clerk out, and invented accounts add no buckets.
 */
export function accountBucket(hall: Hall, input: unknown, from: From): string {
  const { account } = (input ?? {}) as { account?: unknown };
  const clerk = typeof account === 'string' ? clerkOfAccount(hall, account) : null;
  return clerk ? `sign-in:${hall.look((now) => turnOfClerk(now, clerk, from)).key}` : actorName(RESIDENT);
}
