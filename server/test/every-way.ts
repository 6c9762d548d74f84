/** The oracle of deputies (C11): every way without a loop is written down, and the shortest that ends with somebody there is taken. */
import type { ClerkId } from '../../schema/ids.ts';

type Positions = { clerkA?: ClerkId | null | undefined; clerkB?: ClerkId | null | undefined };

/** `away`: whoever is away, with whom each named; everybody else is there. */
export function byEveryWay(
  absent: ClerkId,
  { clerkA, clerkB }: Positions,
  away: Record<string, ClerkId | null>,
): ClerkId | null {
  const others = [clerkA, clerkB].filter((id): id is ClerkId => id != null && id !== absent);
  const named = away[absent];
  const first = [...others.slice(0, 1), ...(named ? [named] : []), ...others.slice(1)];
  const ways: { ranks: number[]; end: ClerkId }[] = [];
  const walk = (way: ClerkId[], ranks: number[]) => {
    const end = way.at(-1)!;
    if (end !== absent && !(end in away)) return void ways.push({ ranks, end });
    const next = end === absent ? first : [away[end]].filter((id): id is ClerkId => id != null);
    next.forEach((id, rank) => {
      if (!way.includes(id)) walk([...way, id], [...ranks, rank]);
    });
  };
  walk([absent], []);
  ways.sort((a, b) => a.ranks.length - b.ranks.length || compare(a.ranks, b.ranks));
  return ways[0]?.end ?? null;
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((rank, i) => rank !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
