/** What each event of a case is besides a step of it: an event that is left out does not compile. */
import type { CaseEvent } from '../../../schema/cases/events.ts';

/** `note`: the supervisor may be told; `staff`: somebody gets a message; `offer`: it begins or ends one (C3). */
type Also = 'note' | 'staff' | 'offer';

const ALSO = {
  'case-opened': [],
  'applicant-named': [],
  'helper-entered': [],
  'helper-changed': [],
  'helper-ended': [],
  'case-resumed': [],
  'case-escalated': ['note', 'staff'],
  'escalation-answered': [],
  'materials-received': [],
  'promise-reminded': [],
  'notice-reminded': [],
  'notice-taken-back': [],
  'notice-unanswered': [],
  'case-revived': [],
  'case-paused': [],
  'pause-ended': ['staff'],
  'case-extended': [],
  'deadline-warned': ['note', 'staff'],
  'duty-late': ['note', 'staff'],
  'duty-warned': ['staff'],
  'overdue-explained': [],
  'case-decided': [],
  'correction-proposed': ['note'],
  'correction-sent-back': [],
  'correction-taken-back': [],
  'outcome-corrected': [],
  'ending-corrected': [],
  'resident-told': [],
  'inquiry-received': [],
  'inquiry-read': [],
  'inquiry-answered': [],
  'question-asked': [],
  'question-reminded': ['staff'],
  'question-answered': [],
  'late-papers-received': ['note'],
  'late-papers-answered': [],
  'late-papers-passed': [],
  'question-taken-back': [],
  'messages-agreed': [],
  'paper-printed': [],
  'paper-voided': [],
  'foreign-activity': [],
  'case-taken-over': [],
  'conclusion-undone': [],
  'case-accepted': [],
  'ring-owed': ['note'],
  'resident-rung': [],
  'notice-let-pass': ['note'],
  'notice-given': ['note'],
  'due-moved': ['note'],
  'day-moved': ['note'],
  'duty-moved': [],
  'handover-offered': ['staff', 'offer'],
  'group-offered': ['staff', 'offer'],
  'group-declined': ['offer'],
  'group-offer-ended': ['note', 'staff', 'offer'],
  'handover-moved': ['staff'],
  'handover-accepted': ['offer'],
  'handover-declined': ['note', 'staff', 'offer'],
  'handover-lapsed': ['note', 'staff'],
  'handover-taken-back': ['offer'],
  'case-reassigned': ['staff', 'offer'],
  'refusal-proposed': ['note'],
  'refusal-confirmed': [],
  'refusal-sent-back': [],
  'refusal-taken-back': [],
  'case-closed': ['offer'],
} as const satisfies Record<CaseEvent['type'], readonly Also[]>;

type Types = typeof ALSO;
export type EventAlso<A extends Also> = Extract<
  CaseEvent,
  { type: { [T in keyof Types]: A extends Types[T][number] ? T : never }[keyof Types] }
>;

export function isAlso<A extends Also>(event: CaseEvent, also: A): event is EventAlso<A> {
  const all: readonly Also[] = ALSO[event.type];
  return all.includes(also);
}
