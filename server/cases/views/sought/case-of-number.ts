/** The case that somebody names by a number: of a paper of the hall, or of the system from whose log it was read in (C12). */
import type { CaseId } from '../../../../schema/ids.ts';
import type { Tables } from '../../../ledger/table.ts';
import { cases } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';

export function caseOfNumber(from: Tables, number: string): CaseId | null {
  return from.read(papers).caseOf(number) ?? from.read(cases).imported(number)?.id ?? null;
}
