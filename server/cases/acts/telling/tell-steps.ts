/** C12: who wished for messages about a case gets one at each step that concerns a resident. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Instant } from '../../../../schema/ids.ts';
import type { MessageKind } from '../../../../schema/messages/message.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { send } from '../../../messages/acts/send-message.ts';

const STEPS: Partial<Record<CaseEvent['type'], MessageKind>> = {
  'case-accepted': 'case-accepted',
  'notice-given': 'case-noticed',
  'notice-reminded': 'case-notice-reminder',
  'promise-reminded': 'case-promise-reminder',
  'notice-unanswered': 'case-ended',
  'handover-accepted': 'case-handler',
  'case-reassigned': 'case-handler',
  'refusal-proposed': 'case-refusal-proposed',
  'correction-proposed': 'case-correction-proposed',
  'correction-sent-back': 'case-correction-sent-back',
  'correction-taken-back': 'case-correction-over',
  'case-revived': 'case-revived',
  'overdue-explained': 'case-late',
  'case-decided': 'case-decided',
  'outcome-corrected': 'case-decided',
  'inquiry-answered': 'case-answered',
  'late-papers-answered': 'case-late-answered',
};

/** `dueAt`: not before; what is undone until then is not told (C18). */
export function tellSteps(tx: Tx, found: Case, happened: readonly CaseEvent[], dueAt: Instant): void {
  const { id: caseId, personId, messages, receiptNo, noticeNo } = found;
  if (!personId || !messages) return;
  const no = receiptNo ?? noticeNo;
  const ofCase = { caseId, ...(no ? { no } : {}) };
  const tell = (kind: MessageKind, refs: object) =>
    send(tx, { to: { kind: 'person', id: personId }, kind, refs: { ...ofCase, ...refs }, dueAt });
  for (const kind of new Set(happened.flatMap((event) => kindOf(event) ?? []))) tell(kind, {});
  // C17: each day that moved has its paper, and is another sentence.
  for (const event of happened) {
    if (event.type === 'due-moved') tell('case-due-moved', { paper: event.noticeNo });
    if (event.type !== 'day-moved') continue;
    const { duty, about, noticeNo: paper } = event;
    tell('case-day-moved', { duty, ...(about ? { about } : {}), paper });
  }
}

/** C9: of what is late a resident is told the due day alone; the rest is the hall's own. */
function kindOf(event: CaseEvent): MessageKind | undefined {
  if (event.type === 'refusal-sent-back' || event.type === 'refusal-taken-back')
    return event.isOurs ? 'case-ours' : 'case-refusal-over';
  if (event.type === 'ending-corrected') return event.changed ? 'case-reworded' : 'case-corrected';
  if (event.type === 'case-closed') return event.toTell && (event.left ? 'case-left' : 'case-closed');
  // C6: who was sent elsewhere has the paper that says so.
  if (event.type === 'refusal-proposed' && event.destination) return undefined;
  if (event.type === 'duty-late') return event.duty === 'due' ? 'case-overdue' : undefined;
  return STEPS[event.type];
}
