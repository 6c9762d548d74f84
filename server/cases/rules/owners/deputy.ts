/**
 * WHO DEPUTISES (C11): resolved at each instant and stored nowhere. Asked step by step: the other position of the matter,
 * whom the absent clerk named, the position that is left; then whoever these named. A loop ends by itself.
 */
import type { ClerkId } from '../../../../schema/ids.ts';

export type Positions = { clerkA?: ClerkId | null | undefined; clerkB?: ClerkId | null | undefined };
export type Presence = {
  isThere: (id: ClerkId) => boolean;
  /** Whom somebody who is away named. */
  namedBy: (id: ClerkId) => ClerkId | null;
};

/** Null: nobody of the chain is there, and the case stands before the supervisors. */
export function deputyOf(absent: ClerkId, positions: Positions, presence: Presence): ClerkId | null {
  const asked = new Set<ClerkId>([absent]);
  let step = firstAsked(absent, positions, presence.namedBy(absent));
  while (step.length > 0) {
    const next: ClerkId[] = [];
    for (const id of step) {
      if (asked.has(id)) continue;
      if (presence.isThere(id)) return id;
      asked.add(id);
      const named = presence.namedBy(id);
      if (named) next.push(named);
    }
    step = next;
  }
  return null;
}

function firstAsked(absent: ClerkId, { clerkA, clerkB }: Positions, named: ClerkId | null): ClerkId[] {
  const [partner, left] = [clerkA, clerkB].filter((id) => id && id !== absent);
  return [partner, named, left].flatMap((id) => id ?? []);
}
