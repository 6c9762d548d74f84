/** What the guidance catalogue offers, in which group, and what people call it (L1, L3). */
import { isDeepStrictEqual } from 'node:util';
import type { KeptMatter, MatterDraft, MatterPlan } from '../../../schema/catalogue/catalogue.ts';
import { whyNotOffered } from '../../../schema/catalogue/standing.ts';
import type { ClerkId, Letter, MatterId } from '../../../schema/ids.ts';
import type { IdentityUse } from '../../../schema/people/person.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { groups } from '../../hall/tables/groups.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { mayHandle } from '../../people/views/staff.ts';
import { positionsChange } from '../hooks.ts';
import { withIds } from '../rules/materials.ts';
import { endsOffer, namesOf, newCode, type SavedMatter, savedMatter, strangerAmong } from '../rules/save-matter.ts';
import { matterStream } from '../stream.ts';
import { matters } from '../tables/matters.ts';
import { countersServing } from '../views/counters-of.ts';
import { changeFacts } from './change-facts.ts';
import { planEnd } from './standing.ts';
import { strands } from './strands.ts';

export function addMatter(tx: Tx, { id, ...matter }: MatterPlan & Pick<KeptMatter, 'source' | 'spelling'>): void {
  const materials = withIds(id, matter.materials);
  // L2: whoever sets up a hall is told before, in one sentence; what is not whole is not offered whatever way it came.
  const offered = matter.offered && whyNotOffered({ standing: null, ...matter }, tx.today) === null;
  tx.run(matterStream, id, () => [{ type: 'matter-saved' as const, ...matter, offered, materials }]);
  planEnd(tx, id, matter.standing);
}

/** L1: as an administrator wrote it. */
export function saveMatter(
  tx: Tx,
  { matter, spelling }: { matter: MatterDraft; spelling: string },
): { matterId: MatterId } | Refusal {
  const known = tx.read(matters).all();
  if (matter.id && !known.has(matter.id)) return refuse('matter-unknown');
  const id = matter.id ?? newCode(known, matter.letter);
  return storeMatter(tx, id, matter, spelling) ?? { matterId: id };
}

function storeMatter(tx: Tx, id: MatterId, draft: MatterDraft, spelling: string): Refusal | null {
  const known = tx.read(matters);
  const saved = savedMatter(known.all(), id, draft, {
    groups: [...tx.read(groups).all().keys()],
    serving: (letter) => countersServing(tx, letter),
    ever: known.materialsEver(id),
    named: namesOf(known.all()),
  });
  if (isRefusal(saved)) return saved;
  return writeMatter(tx, known.all().get(id), id, { ...saved, spelling });
}

/** A new one waits to be offered; what may not be offered any more as it is now leaves kiosk and booking (L2). */
export function writeMatter(
  tx: Tx,
  before: KeptMatter | undefined,
  id: MatterId,
  saved: SavedMatter & { spelling: string },
): Refusal | null {
  if (!before) {
    tx.run(matterStream, id, () => [{ type: 'matter-saved' as const, ...saved, offered: false }]);
    planEnd(tx, id, saved.standing);
    return null;
  }
  const stands = strands(tx, before, saved);
  if (stands) return stands;
  changeFacts(tx, id, { ...saved, ...(endsOffer(before, saved, tx.today) ? { offered: false } : {}) });
  if (!isDeepStrictEqual(saved.standing ?? before.standing, before.standing)) planEnd(tx, id, saved.standing);
  return null;
}

export function changeMatter(
  tx: Tx,
  { matterId, offered, letter }: { matterId: MatterId; offered?: boolean; letter?: Letter },
): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  if (letter && !tx.read(groups).all().has(letter)) return refuse('matter-unknown');
  const moved = letter && letter !== known.letter;
  const stranger = moved ? strangerAmong(known.counters, letter, countersServing(tx, letter)) : null;
  if (stranger) return stranger;
  const why = offered ? whyNotOffered(known, tx.today) : null;
  if (why) return refuse(why);
  const changed = { ...(offered === undefined ? {} : { offered }), ...(letter ? { letter } : {}) };
  return strands(tx, known, changed) ?? changeFacts(tx, matterId, changed);
}

/** L3. `spelling` is made before the transaction: the first text that is spelt loads a dictionary. */
export function nameMatter(
  tx: Tx,
  { matterId, aliases, spelling }: { matterId: MatterId; aliases: string[]; spelling: string },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  return changeFacts(tx, matterId, { aliases, spelling });
}

/** P1, P2. */
export function keepOfMatter(
  tx: Tx,
  { matterId, ...facts }: { matterId: MatterId; identity: IdentityUse; retentionDays: number | null },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  const { identity, retentionDays } = facts;
  return changeFacts(tx, matterId, { identity, retentionDays });
}

type Terms = {
  matterId: MatterId;
  promisedDays: number | null;
  mayFollow: string[];
  applicantBasis?: string | null | undefined;
  publicNoticeBasis?: string | null | undefined;
};

/** C9, C13. */
export function termsOfMatter(tx: Tx, { matterId, promisedDays, mayFollow, ...bases }: Terms): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  if (promisedDays !== null && (known.limitDays === null || promisedDays > known.limitDays))
    return refuse('promised-too-long');
  if (mayFollow.some((id) => known.materials.every((one) => one.id !== id))) return refuse('material-not-in-catalogue');
  // What is not marked holds no mark, as it was written first.
  const materials = known.materials.map(({ mayFollow: _, ...one }) =>
    mayFollow.includes(one.id) ? { ...one, mayFollow: true } : one,
  );
  const { applicantBasis = known.applicantBasis, publicNoticeBasis = known.publicNoticeBasis } = bases;
  const named = { applicantBasis: applicantBasis || null, publicNoticeBasis: publicNoticeBasis || null };
  return changeFacts(tx, matterId, { promisedDays, materials, ...named });
}

/** C11: two, not one twice, of whom one is there in each opening to come. */
export function setClerksOfMatter(
  tx: Tx,
  { matterId, clerkA, clerkB }: { matterId: MatterId; clerkA: ClerkId | null; clerkB: ClerkId | null },
): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  if (clerkA !== null && clerkA === clerkB) return refuse('clerks-same');
  if ([clerkA, clerkB].some((id) => id !== null && !mayHandle(tx, id))) return refuse('clerk-unknown');
  const stands = tx.tell(positionsChange, { before: known, matter: { ...known, clerkA, clerkB } });
  return stands ?? changeFacts(tx, matterId, { clerkA, clerkB });
}

/** A file of an older program has matters without their spelling (L3). */
export function spellMatter(tx: Tx, matterId: MatterId, spelling: string): void {
  changeFacts(tx, matterId, { spelling });
}
