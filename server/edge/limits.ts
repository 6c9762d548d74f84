/** How fast one device, one account, or the public together may wish; never by address, because a hall is one NAT. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { actorName, RESIDENT } from '../../schema/who.ts';
import type { Hall } from '../ledger/hall.ts';
import { clerks } from '../people/tables/clerks.ts';
import { knownActor } from './who.ts';

/** Null while `key` stays within its wishes, else after how many seconds it may wish again. */
export type Limit = (key: string) => Promise<number | null>;

/** `perSecond` wishes within the second that the key's first one begins. */
export function createLimit(perSecond: number): Limit {
  const limiter = new RateLimiterMemory({ points: perSecond, duration: 1 });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (over) {
      // Any other fault is none of the limit's answers.
      if (over instanceof Error) throw over;
      return Math.max(1, Math.ceil((over as RateLimiterRes).msBeforeNext / 1000));
    }
  };
}

/** Whose wishes count together: those of a session or a device that is known, on whatever route; else the public's. */
export function bucketOf(hall: Hall, cookies: string | undefined): string {
  return actorName(knownActor(hall, cookies) ?? RESIDENT);
}

/** Of a sign-in, not validated yet: who guesses elsewhere keeps no clerk out, and invented accounts add no buckets. */
export function accountBucket(hall: Hall, input: unknown, address: string): string {
  const { account } = (input ?? {}) as { account?: unknown };
  const clerk = typeof account === 'string' ? hall.read(clerks).byAccount(account) : null;
  return clerk ? `sign-in:${clerk.id} ${address}` : actorName(RESIDENT);
}
