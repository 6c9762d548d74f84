/** What a deputy does in somebody's place (C2, C11): whose part it was stands in the event; owner and first contact stay. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import type { CaseCommand, CaseContext } from '../case-command.ts';

/** Parts of a case that somebody who is away has left to a deputy. */
export type StandIn = { by: ClerkId; of: readonly ClerkId[] };

/** Whether `by` does what is `id`'s to do. */
export function actsFor(id: ClerkId | undefined, by: ClerkId, { standIn }: Pick<CaseContext, 'standIn'>): boolean {
  return id !== undefined && (id === by || standIn?.of.includes(id) === true);
}

/** What is nobody's part: the clock's, a supervisor's own, an act at the counter. */
const NOBODYS = new Set<CaseCommand['type']>([
  'open-case',
  'print-paper',
  'undo-conclusion',
  'leave-case',
  'give-notice-again',
  'let-notice-pass',
  'revive-case',
  'answer-escalation',
  'extend-case',
  'move-due',
  'lapse-handover',
  'move-handover',
  'reassign-case',
  'leave-offer',
  'take-late-papers',
  'confirm-refusal',
  'send-back-refusal',
  'correct-outcome',
  'ring-resident',
  'take-back-wish',
  'send-inquiry',
  'take-back-question',
  'agree-messages',
  'watch-case',
]);

export function inPlace(found: Case, command: CaseCommand, events: CaseEvent[], { standIn }: CaseContext): CaseEvent[] {
  const part = NOBODYS.has(command.type) ? undefined : partOf(found, command);
  if (!standIn || !part || part === standIn.by || !standIn.of.includes(part)) return events;
  return events.map((event) => ({ ...event, standIn: { by: standIn.by, of: part } }));
}

function partOf({ handler, offer, proposal, questions, lateTo }: Case, command: CaseCommand): ClerkId | undefined {
  switch (command.type) {
    case 'accept-handover':
    case 'decline-handover':
      return offer?.to;
    case 'take-back-refusal':
      // C6: a correction is its author's own.
      return proposal && handler;
    case 'answer-late-papers':
      return lateTo;
    case 'answer-question': {
      const asked = questions.find(({ id }) => id === command.questionId)?.to;
      return asked && 'clerkId' in asked ? asked.clerkId : handler;
    }
    default:
      return handler;
  }
}
