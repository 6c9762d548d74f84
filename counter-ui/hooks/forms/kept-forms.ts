/**
 * What was typed in the forms of cases (C16): at hand here until the hall has it, and with the hall for its author, so that it
 * outlives page, lock, reload and crash. On no disk of a counter, because it is words on people (P1).
 */
import { useMemo, useSyncExternalStore } from 'react';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { CaseForm, KeptForm } from '../../../schema/line/draft.ts';

/** By clerk: another clerk at the same PC neither finds it nor sends it. */
type Unsaved = KeptForm & { by: ClerkId };
let unsaved: readonly Unsaved[] = [];
const listeners = new Set<() => void>();
const become = (next: readonly Unsaved[]) => {
  unsaved = next;
  for (const tell of listeners) tell();
};
const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** `fields` null: it is done, or given up. */
export function keepForm(one: Unsaved): void {
  const isOther = (other: Unsaved) => other.by !== one.by || other.caseId !== one.caseId || other.form !== one.form;
  become([...unsaved.filter(isOther), one]);
}

/** What the hall does not have yet. */
export function unsavedForm(by: ClerkId, caseId: CaseId, form: CaseForm): Unsaved | undefined {
  return unsaved.find((one) => one.by === by && one.caseId === caseId && one.form === form);
}

export function unsavedForms(by: ClerkId): readonly Unsaved[] {
  return unsaved.filter((one) => one.by === by);
}

/** The hall has it, or will never take it. */
export function settledForm(one: Unsaved): void {
  become(unsaved.filter((other) => other !== one));
}

export function useUnsavedForms(by: ClerkId): readonly Unsaved[] {
  const all = useSyncExternalStore(subscribe, () => unsaved);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of all is another one of theirs
  return useMemo(() => unsavedForms(by), [all, by]);
}
