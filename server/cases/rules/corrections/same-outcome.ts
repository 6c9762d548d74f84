/** CORRECTING THE WORDS (C5): the outcome stays, and reason, basis or place are others; where nothing is, nothing is corrected. */
import type { Case, Givers } from '../../../../schema/cases/case.ts';
import type { ChangedWords, Destination } from '../../../../schema/cases/conclusion.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';

/** Null: another outcome. What an older paper said nobody knows, and so it is taken as other words. */
export function changedWords(
  { outcome, destination }: Case,
  command: CommandOf<'correct-outcome'>,
  { said }: Pick<CaseContext, 'said'>,
): ChangedWords[] | null | Refusal {
  if (command.outcome !== outcome) return null;
  const { standing, reason, basis } = command;
  const changed: ChangedWords[] = [];
  if (standing?.why.trim() !== said(reason).trim()) changed.push('reason');
  if (!standing?.grounds.some((one) => one.trim() === said(basis).trim())) changed.push('basis');
  if (command.outcome === 'not-ours' && !isSamePlace(command.destination, destination)) changed.push('destination');
  return changed.length > 0 ? changed : refuse('correction-changes-nothing');
}

function isSamePlace(one: Destination, other: Destination | undefined): boolean {
  const fields = ['place', 'address', 'telephone', 'hours'] as const;
  return fields.every((field) => (one[field] ?? '') === (other?.[field] ?? ''));
}

/** C5, C6: whoever gave an outcome, or confirmed it, does not correct it. */
export function gaveIt({ by, confirmedBy }: Givers, who: ClerkId): boolean {
  return who === by || who === confirmedBy;
}
