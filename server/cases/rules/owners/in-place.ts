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

/** Whose part each command is; `nobody`: the clock's, a supervisor's own, an act at the counter. */
const PART = {
  'open-case': 'nobody',
  'undo-conclusion': 'nobody',
  'leave-case': 'nobody',
  'move-due': 'nobody',
  'offer-handover': 'handler',
  'offer-to-group': 'handler',
  'leave-offer': 'nobody',
  'lapse-handover': 'nobody',
  'move-handover': 'nobody',
  'take-back-wish': 'nobody',
  'send-inquiry': 'nobody',
  'take-back-question': 'nobody',
  'agree-messages': 'nobody',
  'watch-case': 'nobody',
  'name-applicant': 'handler',
  'enter-helper': 'handler',
  'change-helper': 'handler',
  'end-helper': 'handler',
  'conclude-case': 'handler',
  'print-paper': 'nobody',
  'let-notice-pass': 'nobody',
  'receive-materials': 'handler',
  'accept-case': 'handler',
  'give-notice-again': 'nobody',
  'take-back-notice': 'handler',
  'revive-case': 'nobody',
  'answer-escalation': 'nobody',
  'pause-case': 'handler',
  'end-pause': 'handler',
  'extend-case': 'nobody',
  'explain-overdue': 'handler',
  'accept-handover': 'offered',
  'decline-handover': 'offered',
  'take-back-handover': 'handler',
  'reassign-case': 'nobody',
  'propose-refusal': 'handler',
  'confirm-refusal': 'nobody',
  'send-back-refusal': 'nobody',
  'take-back-refusal': 'proposed',
  'close-case': 'handler',
  'tell-resident': 'handler',
  'ring-resident': 'nobody',
  'ring-untold': 'nobody',
  'correct-outcome': 'nobody',
  'read-inquiry': 'handler',
  'answer-inquiry': 'handler',
  'ask-question': 'handler',
  'answer-question': 'asked',
  'take-late-papers': 'nobody',
  'answer-late-papers': 'late',
} as const satisfies Record<CaseCommand['type'], 'nobody' | 'handler' | 'offered' | 'proposed' | 'late' | 'asked'>;

export function inPlace(found: Case, command: CaseCommand, events: CaseEvent[], { standIn }: CaseContext): CaseEvent[] {
  const part = partOf(found, command);
  if (!standIn || !part || part === standIn.by || !standIn.of.includes(part)) return events;
  return events.map((event) => ({ ...event, standIn: { by: standIn.by, of: part } }));
}

function partOf({ handler, offer, proposal, questions, lateTo }: Case, command: CaseCommand): ClerkId | undefined {
  const part = PART[command.type];
  switch (part) {
    case 'nobody':
      return undefined;
    case 'handler':
      return handler;
    case 'offered':
      return offer?.to;
    case 'proposed':
      // C6: a correction is its author's own.
      return proposal && handler;
    case 'late':
      return lateTo;
    case 'asked': {
      const asked = questions.find(({ id }) => 'questionId' in command && id === command.questionId)?.to;
      return asked && 'clerkId' in asked ? asked.clerkId : handler;
    }
    default:
      return part satisfies never;
  }
}
