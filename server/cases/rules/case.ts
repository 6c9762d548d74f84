/** First-contact responsibility (C1–C3, C5–C7; ordinance Art. 28): what may happen to a case. */
import {
  type Case,
  type CaseEvent,
  type CaseLimit,
  type CaseOrigin,
  type CaseOutcome,
  type Conclusion,
  hasSubstance,
  type PaperContent,
} from '../../../schema/cases/case.ts';
import type { Context } from '../../../schema/context.ts';
import type { CaseId, ClerkId, CounterId, Day, HandoverId, Instant, MatterId, PersonId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';

export type CaseCommand =
  | {
      type: 'open-case';
      matterId: MatterId;
      origin: CaseOrigin;
      personId?: PersonId;
      counterId?: CounterId;
      clerkId: ClerkId;
    }
  | {
      type: 'conclude-case';
      clerkId: ClerkId;
      conclusion: Conclusion;
      /** The service day, the limits of an acceptance, and what a paper would say; its items are all the catalogue lists. */
      today: Day;
      dueOn?: Day;
      legalDueOn?: Day;
      limit?: CaseLimit;
      provisional?: boolean;
      paperNo: string;
      paper: PaperContent;
    }
  | { type: 'offer-handover'; from: ClerkId; to: ClerkId; note: string; lapsesAt: Instant }
  | { type: 'accept-handover'; handoverId: HandoverId; by: ClerkId }
  | { type: 'decline-handover'; handoverId: HandoverId; by: ClerkId; reason: string }
  | { type: 'take-back-handover'; handoverId: HandoverId; by: ClerkId }
  | { type: 'lapse-handover'; handoverId: HandoverId; today: Day }
  | { type: 'propose-refusal'; by: ClerkId; reason: string; today: Day }
  | { type: 'confirm-refusal'; by: ClerkId }
  | { type: 'send-back-refusal'; by: ClerkId; remark: string }
  | { type: 'take-back-refusal'; by: ClerkId }
  /** C17: the calendar has changed, and its limit ends on another day. */
  | { type: 'move-due'; to: Day; provisional: boolean; today: Day; paperNo: string; paper: PaperContent }
  /** Its ticket was withdrawn or expired before it had a conclusion. */
  | { type: 'leave-case' }
  | { type: 'close-case'; clerkId: ClerkId; outcome: Decision; note: string };

/** How a clerk alone may end an accepted case; a refusal is proposed instead (C6). */
export type Decision = Extract<CaseOutcome, 'granted' | 'withdrawn'>;

export function decideCase(found: Case | null, command: CaseCommand, ctx: Context): CaseEvent[] | Refusal {
  if (command.type === 'open-case') return open(found, command);
  if (!found) return refuse('case-unknown');
  if (found.phase === 'closed') return refuse('case-over');
  switch (command.type) {
    case 'conclude-case':
      return conclude(found, command);
    case 'offer-handover': {
      if (found.handler !== command.from) return refuse('not-handler');
      if (found.offer) return refuse('offer-open');
      // C5: only who has the resident at the counter can conclude; with another handler nobody could.
      if (found.phase === 'open') return refuse('matters-unconcluded', { count: 1 });
      if (command.from === command.to) return refuse('same-clerk');
      const { from, to, note, lapsesAt } = command;
      return [{ type: 'handover-offered', handoverId: ctx.newId() as HandoverId, from, to, note, lapsesAt }];
    }
    case 'move-due':
      return moveDue(found, command);
    case 'leave-case':
      if (found.phase !== 'open') return refuse('case-not-open');
      return [{ type: 'case-closed', outcome: 'withdrawn', clerkId: found.handler, note: '' }];
    case 'accept-handover':
    case 'decline-handover':
    case 'take-back-handover':
    case 'lapse-handover':
      return answer(found, command);
    case 'propose-refusal':
    case 'confirm-refusal':
    case 'send-back-refusal':
    case 'take-back-refusal':
      return review(found, command);
    case 'close-case':
      if (found.handler !== command.clerkId) return refuse('not-handler');
      if (found.offer) return refuse('offer-open');
      if (found.phase === 'open') return refuse('case-not-open');
      // What was never accepted can only be withdrawn, and so can what waits for a second person.
      if (found.phase === 'noticed' && command.outcome !== 'withdrawn') return refuse('case-not-accepted');
      if (found.phase === 'proposed' && command.outcome !== 'withdrawn') return refuse('refusal-proposed');
      return [{ type: 'case-closed', outcome: command.outcome, clerkId: command.clerkId, note: command.note }];
    default:
      return command satisfies never;
  }
}

/** C1: the first who takes it is written once; a later sitting only moves the handling. */
function open(found: Case | null, command: Extract<CaseCommand, { type: 'open-case' }>): CaseEvent[] {
  const { matterId, origin, personId, counterId, clerkId } = command;
  if (!found) {
    const by = { firstContact: clerkId, handler: clerkId };
    return [{ type: 'case-opened', matterId, ...by, origin, counterId, personId }];
  }
  return found.phase === 'open' && found.handler !== clerkId
    ? [{ type: 'case-resumed', counterId, handler: clerkId }]
    : [];
}

function conclude(found: Case, command: Extract<CaseCommand, { type: 'conclude-case' }>): CaseEvent[] | Refusal {
  if (found.phase !== 'open') return refuse('case-not-open');
  if (found.handler !== command.clerkId) return refuse('not-handler');
  if (found.offer) return refuse('offer-open');
  const { conclusion, clerkId, paper, today: day } = command;
  const { note } = conclusion;
  switch (conclusion.kind) {
    case 'accepted':
      return [
        {
          type: 'case-accepted',
          receiptNo: command.paperNo,
          acceptedOn: day,
          dueOn: command.dueOn,
          legalDueOn: command.legalDueOn,
          limit: command.limit,
          provisional: command.provisional,
          note,
          day,
          paper: { ...paper, items: [] },
        },
      ];
    case 'notice': {
      const asked = new Set(conclusion.missing);
      const items = paper.items.filter(({ id }) => asked.has(id));
      if (items.length < asked.size) return refuse('material-not-in-catalogue');
      return [{ type: 'notice-given', noticeNo: command.paperNo, note, day, paper: { ...paper, items } }];
    }
    case 'not-ours': {
      const { place, address, telephone } = conclusion;
      const destination = { place, address, telephone };
      return [{ type: 'case-closed', outcome: 'not-ours', clerkId, note, destination }];
    }
    case 'done':
    case 'answered':
    case 'not-needed':
    case 'withdrawn':
      return [{ type: 'case-closed', outcome: conclusion.kind, clerkId, note }];
    default:
      return conclusion satisfies never;
  }
}

/** C17: nothing moves without the paper that says so. */
function moveDue(found: Case, command: Extract<CaseCommand, { type: 'move-due' }>): CaseEvent[] {
  const { dueOn: from, legalDueOn } = found;
  const { to, provisional, today: day, paperNo: noticeNo, paper } = command;
  if (!from || from === to) return [];
  const legal = legalDueOn === from ? { legalFrom: from, legalTo: to } : {};
  const content = { ...paper, items: [] };
  return [{ type: 'due-moved', from, to, ...legal, cause: 'calendar', noticeNo, provisional, day, paper: content }];
}

/** C6: one proposes, another confirms or sends back. The case stays with its handler, its clock runs on. */
function review(
  found: Case,
  command: Extract<CaseCommand, { type: `${'propose' | 'confirm' | 'send-back' | 'take-back'}-refusal` }>,
): CaseEvent[] | Refusal {
  const { by } = command;
  if (command.type === 'propose-refusal') {
    if (found.handler !== by) return refuse('not-handler');
    if (found.offer) return refuse('offer-open');
    if (found.phase === 'proposed') return refuse('refusal-proposed');
    if (found.phase !== 'accepted') return refuse('case-not-accepted');
    if (!hasSubstance(command.reason)) return refuse('reason-too-thin');
    return [{ type: 'refusal-proposed', by, reason: command.reason, day: command.today }];
  }
  const { proposal } = found;
  if (found.phase !== 'proposed' || !proposal) return refuse('refusal-not-proposed');
  switch (command.type) {
    case 'confirm-refusal':
      if (proposal.by === by) return refuse('own-proposal');
      if (found.offer) return refuse('offer-open');
      return [
        { type: 'refusal-confirmed', by },
        { type: 'case-closed', outcome: 'refused', clerkId: proposal.by, note: proposal.reason },
      ];
    case 'send-back-refusal':
      if (proposal.by === by) return refuse('own-proposal');
      return [{ type: 'refusal-sent-back', by, remark: command.remark }];
    case 'take-back-refusal':
      if (proposal.by !== by && found.handler !== by) return refuse('not-handler');
      return [{ type: 'refusal-taken-back', by }];
    default:
      return command satisfies never;
  }
}

/** C3: responsibility moves only when the receiver accepts; a lapsed or declined offer leaves it where it was. */
function answer(
  found: Case,
  command: Extract<CaseCommand, { type: `${'accept' | 'decline' | 'take-back' | 'lapse'}-handover` }>,
): CaseEvent[] | Refusal {
  const { offer } = found;
  if (!offer || offer.id !== command.handoverId) return refuse('offer-unknown');
  const parts = { handoverId: offer.id, from: offer.from, to: offer.to };
  if (command.type === 'lapse-handover') return [{ type: 'handover-lapsed', ...parts, day: command.today }];
  if (command.type === 'take-back-handover')
    return command.by === offer.from ? [{ type: 'handover-taken-back', ...parts }] : refuse('not-handler');
  if (command.by !== offer.to) return refuse('not-receiver');
  return command.type === 'accept-handover'
    ? [{ type: 'handover-accepted', ...parts }]
    : [{ type: 'handover-declined', ...parts, reason: command.reason }];
}

export function evolveCase(found: Case | null, event: CaseEvent, id: CaseId, at: Instant): Case {
  if (event.type === 'case-opened') {
    if (found) throw new Error(`case ${id} was opened twice`);
    const { matterId, firstContact, handler, personId, ticketId } = event;
    // Ledgers older than it hold the ticket's id, and neither its number nor its day.
    const origin = event.origin ?? { kind: 'ticket', ticketId, number: '', day: '' };
    return { id, phase: 'open', matterId, origin, personId, firstContact, handler, openedAt: at };
  }
  if (!found) throw new Error(`case ${id} has ${event.type} before it was opened`);
  const accepted: Case = { ...found, phase: 'accepted', proposal: undefined };
  switch (event.type) {
    case 'case-resumed':
      return { ...found, handler: event.handler };
    case 'case-accepted': {
      const { receiptNo, acceptedOn, dueOn, legalDueOn, limit } = event;
      return { ...found, phase: 'accepted', receiptNo, acceptedOn, dueOn, legalDueOn, limit };
    }
    case 'due-moved':
      return { ...found, dueOn: event.to, legalDueOn: event.legalTo ?? found.legalDueOn };
    case 'notice-given':
      return { ...found, phase: 'noticed', noticeNo: event.noticeNo };
    case 'handover-offered': {
      const { handoverId, from, to, note, lapsesAt } = event;
      return { ...found, offer: { id: handoverId, from, to, note, lapsesAt } };
    }
    case 'handover-accepted':
      return { ...found, handler: event.to, offer: undefined };
    case 'handover-declined':
    case 'handover-taken-back':
    case 'handover-lapsed':
      return { ...found, offer: undefined };
    case 'refusal-proposed':
      return {
        ...found,
        phase: 'proposed',
        proposal: { by: event.by, reason: event.reason, at },
        sentBack: undefined,
      };
    case 'refusal-confirmed':
      return found;
    case 'refusal-sent-back':
      return { ...accepted, sentBack: { by: event.by, remark: event.remark, at } };
    case 'refusal-taken-back':
      return accepted;
    case 'case-closed': {
      const { outcome, destination } = event;
      const over = { offer: undefined, proposal: undefined, sentBack: undefined };
      return { ...found, ...over, phase: 'closed', outcome, destination };
    }
    default:
      return event satisfies never;
  }
}
