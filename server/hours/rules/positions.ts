/** C11: where A and B of a matter are both away in an opening that calls its group. Pure. */
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId, Instant, Letter } from '../../../schema/ids.ts';

export type Away = { clerkId: ClerkId; from: Instant; until: Instant | null };
type Positions = { letter: Letter; offered: boolean; clerkA: ClerkId | null; clerkB: ClerkId | null };

/** Away for a part of it is away, because the rule says opening. */
export function isAwayIn(
  { from, until }: Pick<Away, 'from' | 'until'>,
  { startsAt, endsAt }: Pick<Opening, 'startsAt' | 'endsAt'>,
): boolean {
  return from < endsAt && (until === null || startsAt < until);
}

/** Who is named to stand in for these in an opening, and who for those, whether or not they are there. */
export function namedFor(
  ids: readonly (ClerkId | null)[],
  opening: Opening,
  away: readonly (Away & { deputy: ClerkId | null })[],
): Set<ClerkId> {
  const named = new Set<ClerkId>();
  const asked = [...ids];
  for (const id of asked)
    for (const { clerkId, deputy, ...span } of away) {
      if (clerkId !== id || deputy === null || named.has(deputy) || !isAwayIn(span, opening)) continue;
      named.add(deputy);
      asked.push(deputy);
    }
  return named;
}

/** Of each matter the openings that lose cover, the first opening first. */
export function coverLost<M extends Positions>(
  matters: readonly M[],
  openings: readonly Opening[],
  away: readonly Away[],
): { matter: M; openings: Opening[] }[] {
  const isGone = (id: ClerkId | null, opening: Opening) =>
    id !== null && away.some((one) => one.clerkId === id && isAwayIn(one, opening));
  const inOrder = [...openings].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return matters.flatMap((matter) => {
    const { offered, letter, clerkA, clerkB } = matter;
    if (!offered || clerkA === null || clerkB === null) return [];
    const lost = inOrder.filter((one) => one.letters.includes(letter) && isGone(clerkA, one) && isGone(clerkB, one));
    return lost.length > 0 ? [{ matter, openings: lost }] : [];
  });
}
