/** How fast one device, one account, or the public together may wish; never by address, because a hall is one NAT. */
import { actorName, RESIDENT } from '../../schema/who.ts';
import type { Hall } from '../app/hall.ts';
import { reference } from '../store/reference.ts';
import { knownActor } from './who.ts';

/** True while `key` stays within `perSecond` wishes in the present second. */
export function createLimit(perSecond: number, nowMs: () => number): (key: string) => boolean {
  let second = 0;
  const counts = new Map<string, number>();
  return (key) => {
    const present = Math.floor(nowMs() / 1000);
    if (present !== second) {
      second = present;
      counts.clear();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perSecond;
  };
}

/** Whose wishes count together: those of a session or a device that is known, on whatever route; else the public's. */
export function bucketOf(hall: Hall, cookies: string | undefined): string {
  return actorName(knownActor(hall, cookies) ?? RESIDENT);
}

/** Of a sign-in, not validated yet: a crowd that guesses keeps no clerk out, and invented accounts add no buckets. */
export function accountBucket(hall: Hall, input: unknown): string {
  const { account } = (input ?? {}) as { account?: unknown };
  const clerk = typeof account === 'string' ? hall.read(reference).clerkByAccount(account) : null;
  return clerk ? `sign-in:${clerk.id}` : actorName(RESIDENT);
}
