/** Column `note` of the read table `cases`: what was said of a case last. */
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';

/** What was said of an offer, of its owners, and of what came late (C5). */
const NOT_OF_THE_CASE = new Set<CaseEvent['type']>([
  ...(['handover-offered', 'group-offered', 'case-reassigned', 'late-papers-received', 'late-papers-passed'] as const),
]);

/** Undefined: what was said before stays; telling a decision leaves what the decision says. */
export function noteOf(event: CaseEvent, { decision }: Case): string | undefined {
  if (event.type === 'conclusion-undone') return '';
  if (NOT_OF_THE_CASE.has(event.type)) return undefined;
  if (event.type === 'case-closed' && decision) return undefined;
  if (event.type === 'outcome-corrected' || event.type === 'ending-corrected') return event.reason;
  return 'note' in event ? event.note : undefined;
}
