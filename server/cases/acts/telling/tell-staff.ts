/** C2, C3, C4, C6, C10: who of the staff entered a contact and wishes it is told what a case asks of them, once. */

import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ClerkId, Day, Instant, QuestionId } from '../../../../schema/ids.ts';
import type { MessageKind } from '../../../../schema/messages/message.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { send } from '../../../messages/acts/send-message.ts';
import { isThere } from '../../../people/views/absences.ts';
import { wishes } from '../../../people/views/contacts.ts';
import { isAlso } from '../../rules/event-also.ts';
import { isTold } from '../../views/telling/staff-words.ts';
import { isTheirs, presentFor, supervisorsToTell, toTell } from '../../views/telling/who-is-told.ts';

type Told = { to: ClerkId; kind: MessageKind; refs: Record<string, string> };

/** `dueAt`: not before; what is undone until then is not told (C18). */
export function tellStaff(tx: Tx, found: Case, happened: readonly CaseEvent[], dueAt: Instant): void {
  const { id: caseId, phase, receiptNo, noticeNo } = found;
  const isLater = dueAt > tx.now;
  const about = { caseId, ...(isLater ? { no: receiptNo ?? noticeNo ?? phase } : {}) };
  const told = [...happened.flatMap((event) => toldOf(tx, found, event)), ...toldOfStep(tx, found, happened)];
  for (const { to, kind, refs } of told)
    send(tx, { to: { kind: 'clerk', id: to }, kind, refs: { ...about, ...refs }, dueAt });
}

function toldOf(tx: Tx, found: Case, event: CaseEvent): Told[] {
  if (!isAlso(event, 'staff')) return [];
  switch (event.type) {
    case 'deadline-warned': {
      const limit = { part: String(event.part), ...(event.of ? { of: event.of } : {}) };
      return toTell(tx, found, 'warned').map(({ id, part: as }) => ({
        to: id,
        kind: 'staff-warned',
        refs: { as, ...limit },
      }));
    }
    case 'duty-warned': {
      const { duty } = event;
      // C8, C10: what the law decides in the hall's place is told to all three, as a limit is.
      return toTell(tx, found, 'warned')
        .filter(({ part }) => duty === 'deemed' || part === 'handler')
        .map(({ id, part: as }) => ({ to: id, kind: 'staff-due-soon', refs: { as, duty } }));
    }
    case 'question-reminded':
      return toldOfQuestion(tx, found, event.questionId);
    case 'pause-ended':
      return event.by === undefined ? toldOfClock(tx, found, event.on) : [];
    case 'duty-late': {
      const { duty } = event;
      return toTell(tx, found, 'late').map(({ id, part: as }) => ({ to: id, kind: 'staff-late', refs: { as, duty } }));
    }
    case 'handover-offered':
    case 'group-offered':
    case 'handover-moved': {
      // C17: its end is another one, and so is what was told.
      const { offer, offerGroup } = found;
      if (!offer || offer.id !== event.handoverId) return [];
      const refs = { handoverId: offer.id, lapsesAt: offer.lapsesAt };
      const receivers = offer.to ? presentFor(tx, found, offer.to) : presentOf(tx, offerGroup?.receivers ?? []);
      return receivers.filter((to) => wishes(tx, to, 'offers')).map((to) => ({ to, kind: 'staff-offered', refs }));
    }
    case 'handover-declined':
      return toldOfBack(tx, found, 'declined', event.gone);
    case 'handover-lapsed':
      return toldOfBack(tx, found, 'lapsed', event.gone);
    case 'group-offer-ended':
      return event.why === 'taken-back' ? [] : toldOfBack(tx, found, event.why, event.gone);
    case 'case-reassigned':
      return wishes(tx, event.to, 'offers') && !isAuthor(tx, event.to)
        ? [{ to: event.to, kind: 'staff-assigned', refs: {} }]
        : [];
    case 'case-escalated':
      return supervisorsToTell(tx)
        .filter((id) => wishes(tx, id, 'hall-late') && !isAuthor(tx, id))
        .map((to) => ({ to, kind: 'staff-escalated', refs: {} }));
    default:
      return event satisfies never;
  }
}

/** C3: the sender has it again; a supervisor is told of what nobody answered, and of what falls back on somebody who is gone. */
function toldOfBack(tx: Tx, found: Case, how: 'lapsed' | 'declined' | 'nobody', gone = false): Told[] {
  return toTell(tx, found, 'back')
    .filter(({ part }) => part === 'handler' || (part === 'supervisor' && (how === 'lapsed' || gone)))
    .map(({ id, part: as }) => ({ to: id, kind: 'staff-offer-back', refs: { as, how } }));
}

/** C2: whoever was asked; of an answer from outside the handler. */
function toldOfQuestion(tx: Tx, found: Case, questionId: QuestionId): Told[] {
  const asked = found.questions.find(({ id }) => id === questionId)?.to;
  if (!asked) return [];
  return presentFor(tx, found, 'clerkId' in asked ? asked.clerkId : found.handler)
    .filter((id) => wishes(tx, id, 'offers'))
    .map((to) => ({ to, kind: 'staff-reminded', refs: { questionId } }));
}

/** C9: a pause is over at its planned end; as first contact the handler learns it as a step. */
function toldOfClock(tx: Tx, found: Case, on: Day): Told[] {
  const steps = presentFor(tx, found, found.firstContact);
  return toTell(tx, found, 'warned')
    .filter(({ id, part }) => part === 'handler' && !(steps.includes(id) && wishes(tx, id, 'steps')))
    .map(({ id, part: as }) => ({ to: id, kind: 'staff-clock-runs', refs: { as, on } }));
}

/** C3, C11: of a group each answers for oneself; where nobody of it is there, all are told. */
function presentOf(tx: Tx, receivers: ClerkId[]): ClerkId[] {
  const there = receivers.filter((id) => isThere(tx, id));
  return there.length > 0 ? there : receivers;
}

/** C2: of what somebody else did, or the clock; one command is one message. */
function toldOfStep(tx: Tx, found: Case, happened: readonly CaseEvent[]): Told[] {
  const last = happened.findLast(({ type }) => isTold(type));
  if (!last || isAuthor(tx, found.firstContact)) return [];
  const refs = { step: last.type, on: tx.today };
  return presentFor(tx, found, found.firstContact)
    .filter((id) => !isAuthor(tx, id) && isTheirs(tx, found, id, 'first-contact', 'step'))
    .map((to) => ({ to, kind: 'staff-step', refs }));
}

function isAuthor({ actor }: Tx, id: ClerkId): boolean {
  return actor.kind === 'clerk' && actor.id === id;
}
