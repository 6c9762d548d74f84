/** What the guidance catalogue offers, in which group, and what people call it (L1, L3). */
import { isDeepStrictEqual } from 'node:util';
import type { KeptMatter, MatterDraft, MatterPlan } from '../../../schema/catalogue/catalogue.ts';
import type { ClerkId, Letter, MatterId } from '../../../schema/ids.ts';
import type { IdentityUse } from '../../../schema/people/person.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { nameKey } from '../../../schema/typed/names.ts';
import { groups } from '../../hall/tables/groups.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { mayHandle } from '../../people/views/staff.ts';
import { withIds } from '../rules/materials.ts';
import { matterStream } from '../stream.ts';
import { matters } from '../tables/matters.ts';

export function addMatter(tx: Tx, { id, ...matter }: MatterPlan & Pick<KeptMatter, 'source' | 'spelling'>): void {
  const materials = withIds(id, matter.materials);
  tx.run(matterStream, id, () => [{ type: 'matter-saved' as const, ...matter, materials }]);
}

/**
 * L1: as an administrator wrote it, on the hall's own word. Its name is no other's; of its materials those that stay keep
 * what was set of them. A promise is never longer than the new limit (C9).
 */
export function saveMatter(
  tx: Tx,
  { matter: draft, spelling }: { matter: MatterDraft; spelling: string },
): { matterId: MatterId } | Refusal {
  const { id: wished, materials: listed, ...facts } = draft;
  const known = tx.read(matters).all();
  const before = wished && known.get(wished);
  if (wished && !before) return refuse('matter-unknown');
  if (!tx.read(groups).all().has(draft.letter)) return refuse('matter-unknown');
  if (isTwice(known, draft)) return refuse('matter-twice');
  const promised = before?.promisedDays ?? null;
  if (promised !== null && (draft.limitDays === null || promised > draft.limitDays)) return refuse('promised-too-long');
  const marks = new Map(before?.materials.map((one) => [one.id, one]));
  if (listed.some(({ id }) => id !== undefined && !marks.has(id))) return refuse('material-not-in-catalogue');
  const id = wished ?? newCode(known, draft.letter);
  const materials = withIds(
    id,
    listed.map((one) => ({ ...(one.id ? marks.get(one.id) : {}), ...one })),
    wished ? tx.read(matters).materialsEver(wished) : [],
  );
  const written = { ...facts, materials, spelling, evidence: 'hall' as const, source: '' };
  if (before) return { ...change(tx, id, written), matterId: id };
  tx.run(matterStream, id, () => [{ type: 'matter-saved' as const, ...written, offered: false }]);
  return { matterId: id };
}

/** As people read it in lists: the group's letter with the next number. */
function newCode(known: ReadonlyMap<MatterId, KeptMatter>, letter: Letter): MatterId {
  let number = known.size;
  let code: MatterId;
  do code = `${letter}-${++number}` as MatterId;
  while (known.has(code));
  return code;
}

/** Two matters of one name are one to whoever looks for it. */
function isTwice(known: ReadonlyMap<MatterId, KeptMatter>, { id, names }: MatterDraft): boolean {
  const key = nameKey(names['zh-Hans']);
  const before = id && known.get(id)?.names['zh-Hans'];
  // An older file may hold two: each is still changed in everything else.
  if (before === names['zh-Hans']) return false;
  return [...known.values()].some((one) => one.id !== id && nameKey(one.names['zh-Hans']) === key);
}

export function changeMatter(
  tx: Tx,
  { matterId, offered, letter }: { matterId: MatterId; offered?: boolean; letter?: Letter },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  if (letter && !tx.read(groups).all().has(letter)) return refuse('matter-unknown');
  return change(tx, matterId, { ...(offered === undefined ? {} : { offered }), ...(letter ? { letter } : {}) });
}

/** L3. `spelling` is made before the transaction: the first text that is spelt loads a dictionary. */
export function nameMatter(
  tx: Tx,
  { matterId, aliases, spelling }: { matterId: MatterId; aliases: string[]; spelling: string },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  return change(tx, matterId, { aliases, spelling });
}

/** P1, P2. */
export function keepOfMatter(
  tx: Tx,
  { matterId, ...facts }: { matterId: MatterId; identity: IdentityUse; retentionDays: number | null },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  const { identity, retentionDays } = facts;
  return change(tx, matterId, { identity, retentionDays });
}

/** C9, C13. */
export function termsOfMatter(
  tx: Tx,
  { matterId, promisedDays, mayFollow }: { matterId: MatterId; promisedDays: number | null; mayFollow: string[] },
): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  if (promisedDays !== null && (known.limitDays === null || promisedDays > known.limitDays))
    return refuse('promised-too-long');
  if (mayFollow.some((id) => known.materials.every((one) => one.id !== id))) return refuse('material-not-in-catalogue');
  // What is not marked holds no mark, as it was written first.
  const materials = known.materials.map(({ mayFollow: _, ...one }) =>
    mayFollow.includes(one.id) ? { ...one, mayFollow: true } : one,
  );
  return change(tx, matterId, { promisedDays, materials });
}

/** C11: two who are there, and not one twice. */
export function setClerksOfMatter(
  tx: Tx,
  { matterId, clerkA, clerkB }: { matterId: MatterId; clerkA: ClerkId | null; clerkB: ClerkId | null },
): Nothing | Refusal {
  if (!tx.read(matters).all().has(matterId)) return refuse('matter-unknown');
  if (clerkA !== null && clerkA === clerkB) return refuse('clerks-same');
  if ([clerkA, clerkB].some((id) => id !== null && !mayHandle(tx, id))) return refuse('clerk-unknown');
  return change(tx, matterId, { clerkA, clerkB });
}

/** A file of an older program has matters without their spelling (L3). */
export function spellMatter(tx: Tx, matterId: MatterId, spelling: string): void {
  change(tx, matterId, { spelling });
}

/** Saved as it was, nothing has happened. */
function change(tx: Tx, id: MatterId, facts: Partial<Omit<KeptMatter, 'id'>>): Nothing {
  tx.run(matterStream, id, (before) =>
    before && isDeepStrictEqual({ ...before, ...facts }, before) ? [] : [{ type: 'matter-changed' as const, ...facts }],
  );
  return {};
}
