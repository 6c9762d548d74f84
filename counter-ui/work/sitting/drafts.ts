/**
 * What was ticked and typed for each case of a visit (C16): at hand here, and with the hall for whoever serves the ticket,
 * so that it outlives the page and goes on at another counter. On no disk of a counter, because it is words on people (P1).
 */
import { useRef, useSyncExternalStore } from 'react';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { Kept, KeptDraft } from '../../../schema/line/draft.ts';

const NOTHING: Kept = { ticked: [], draft: null };
/** By clerk and case: another clerk at the same PC finds nothing of it. */
const kept = new Map<string, Kept>();
/** Changed here, and not with the hall yet. */
const unsaved = new Set<string>();
const listeners = new Set<() => void>();
const keyOf = (clerkId: ClerkId, caseId: CaseId) => `${clerkId} ${caseId}`;
const tellAll = () => {
  for (const tell of listeners) tell();
};

function keptOf(clerkId: ClerkId, caseId: CaseId): Kept {
  return kept.get(keyOf(clerkId, caseId)) ?? NOTHING;
}

export function keep(clerkId: ClerkId, caseId: CaseId, part: Partial<Kept>): void {
  kept.set(keyOf(clerkId, caseId), { ...keptOf(clerkId, caseId), ...part });
  unsaved.add(keyOf(clerkId, caseId));
  tellAll();
}

/** What the hall has of these cases; what was changed here meanwhile is newer. */
export function takeUp(clerkId: ClerkId, caseIds: readonly CaseId[], found: readonly KeptDraft[]): void {
  for (const caseId of caseIds) {
    const key = keyOf(clerkId, caseId);
    if (unsaved.has(key)) continue;
    const one = found.find((draft) => draft.caseId === caseId);
    if (one) kept.set(key, one.kept);
    else kept.delete(key);
  }
  tellAll();
}

/** Of these cases, what the hall does not have yet. */
export function unsavedOf(clerkId: ClerkId, caseIds: readonly CaseId[]): KeptDraft[] {
  return caseIds
    .filter((caseId) => unsaved.has(keyOf(clerkId, caseId)))
    .map((caseId) => ({ caseId, kept: keptOf(clerkId, caseId) }));
}

/** The hall has it, or will never take it. */
export function settled(clerkId: ClerkId, { caseId, kept: was }: KeptDraft): void {
  if (keptOf(clerkId, caseId) !== was) return;
  unsaved.delete(keyOf(clerkId, caseId));
  tellAll();
}

/** The last that got its conclusion, until the next one does. */
let aside: { key: string; was: Kept } | null = null;

/** It has its conclusion. */
export function dropKept(clerkId: ClerkId, caseId: CaseId): void {
  aside = { key: keyOf(clerkId, caseId), was: keptOf(clerkId, caseId) };
  kept.delete(aside.key);
  unsaved.delete(aside.key);
  tellAll();
}

/** C18: its conclusion was undone: what was ticked and typed is there again. */
export function bringBack(): void {
  if (aside) {
    kept.set(aside.key, aside.was);
    unsaved.add(aside.key);
  }
  aside = null;
  tellAll();
}

/** `caseId` null: of no case. */
export function useKept(clerkId: ClerkId, caseId: CaseId | null): Kept {
  return useSyncExternalStore(subscribe, () => (caseId ? keptOf(clerkId, caseId) : NOTHING));
}

/** What of these cases would be lost with the page; the same array until something of it changes. */
export function useUnsaved(clerkId: ClerkId, caseIds: readonly CaseId[]): readonly KeptDraft[] {
  const last = useRef<readonly KeptDraft[]>([]);
  return useSyncExternalStore(subscribe, () => {
    const now = unsavedOf(clerkId, caseIds);
    const isSame = now.length === last.current.length && now.every((one, at) => one.kept === last.current[at]?.kept);
    if (!isSame) last.current = now;
    return last.current;
  });
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
