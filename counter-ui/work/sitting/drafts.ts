/**
 * What was ticked and typed for each case of a visit (C16): kept through every way of leaving the screen, the lock and the
 * sign-out among them. In memory alone, because words on people are kept on no disk of a counter (P1).
 */
import { useSyncExternalStore } from 'react';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { Draft } from './conclusion.ts';

/** `ticked`: ids of materials that lie there. `draft`: null until something was typed. */
export type Kept = { ticked: readonly string[]; draft: Draft | null };

const NOTHING: Kept = { ticked: [], draft: null };
/** By clerk and case: another clerk at the same PC finds nothing of it. */
const kept = new Map<string, Kept>();
const listeners = new Set<() => void>();
const keyOf = (clerkId: ClerkId, caseId: CaseId) => `${clerkId} ${caseId}`;

function keptOf(clerkId: ClerkId, caseId: CaseId): Kept {
  return kept.get(keyOf(clerkId, caseId)) ?? NOTHING;
}

export function keep(clerkId: ClerkId, caseId: CaseId, part: Partial<Kept>): void {
  kept.set(keyOf(clerkId, caseId), { ...keptOf(clerkId, caseId), ...part });
  for (const tell of listeners) tell();
}

/** The last that got its conclusion, until the next one does. */
let aside: { key: string; was: Kept } | null = null;

/** It has its conclusion. */
export function dropKept(clerkId: ClerkId, caseId: CaseId): void {
  aside = { key: keyOf(clerkId, caseId), was: keptOf(clerkId, caseId) };
  kept.delete(aside.key);
  for (const tell of listeners) tell();
}

/** C18: its conclusion was undone: what was ticked and typed is there again. */
export function bringBack(): void {
  if (aside) kept.set(aside.key, aside.was);
  aside = null;
  for (const tell of listeners) tell();
}

/** `caseId` null: of no case. */
export function useKept(clerkId: ClerkId, caseId: CaseId | null): Kept {
  return useSyncExternalStore(subscribe, () => (caseId ? keptOf(clerkId, caseId) : NOTHING));
}

/** Whether something of these cases would be lost with the page. */
export function useIsKept(clerkId: ClerkId, caseIds: readonly CaseId[]): boolean {
  const isKept = ({ ticked, draft }: Kept) => ticked.length > 0 || draft !== null;
  return useSyncExternalStore(subscribe, () => caseIds.some((id) => isKept(keptOf(clerkId, id))));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
