/** First-contact responsibility (C1–C5, C7, C9; ordinance Art. 28): what may happen to a case. */
import type { Case, CaseEvent, CaseOutcome, Conclusion, PaperContent } from '../../schema/case.ts';
import type { CaseId, ClerkId, CounterId, Day, HandoverId, Instant, MatterId, TicketId } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import type { Context } from './context.ts';

export type CaseCommand =
  | { type: 'open-case'; matterId: MatterId; ticketId: TicketId; counterId: CounterId; clerkId: ClerkId }
  | {
      type: 'conclude-case';
      clerkId: ClerkId;
      conclusion: Conclusion;
      /** The service day, the limits of an acceptance, and what a paper would say; its items are all the catalogue lists. */
      today: Day;
      dueOn?: Day;
      legalDueOn?: Day;
      paperNo: string;
      paper: PaperContent;
    }
  | { type: 'offer-handover'; from: ClerkId; to: ClerkId; note: string; lapsesAt: Instant }
  | { type: 'accept-handover'; handoverId: HandoverId; by: ClerkId }
  | { type: 'decline-handover'; handoverId: HandoverId; by: ClerkId; reason: string }
  | { type: 'lapse-handover'; handoverId: HandoverId; today: Day }
  | { type: 'close-case'; clerkId: ClerkId; outcome: CaseOutcome; note: string };

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
    case 'accept-handover':
    case 'decline-handover':
    case 'lapse-handover':
      return answer(found, command);
    case 'close-case':
      if (found.handler !== command.clerkId) return refuse('not-handler');
      if (found.offer) return refuse('offer-open');
      if (found.phase === 'open') return refuse('case-not-open');
      // What was never accepted can only be withdrawn.
      if (found.phase === 'noticed' && command.outcome !== 'withdrawn') return refuse('case-not-accepted');
      return [{ type: 'case-closed', outcome: command.outcome, clerkId: command.clerkId, note: command.note }];
    default:
      return command satisfies never;
  }
}

/** C1: the first who takes it is written once; a later sitting only moves the handling. */
function open(found: Case | null, command: Extract<CaseCommand, { type: 'open-case' }>): CaseEvent[] {
  const { matterId, ticketId, counterId, clerkId } = command;
  if (!found) {
    return [{ type: 'case-opened', matterId, ticketId, counterId, firstContact: clerkId, handler: clerkId }];
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
          note,
          day,
          paper: { ...paper, items: [] },
        },
      ];
    case 'notice': {
      const missing = [...new Set(conclusion.missing)].sort((a, b) => a - b);
      const items = missing.flatMap((index) => paper.items[index] ?? []);
      if (items.length < missing.length) return refuse('material-not-in-catalogue');
      return [{ type: 'notice-given', noticeNo: command.paperNo, missing, note, day, paper: { ...paper, items } }];
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

/** C3: responsibility moves only when the receiver accepts; a lapsed or declined offer leaves it where it was. */
function answer(
  found: Case,
  command: Extract<CaseCommand, { type: 'accept-handover' | 'decline-handover' | 'lapse-handover' }>,
): CaseEvent[] | Refusal {
  const { offer } = found;
  if (!offer || offer.id !== command.handoverId) return refuse('offer-unknown');
  const parts = { handoverId: offer.id, from: offer.from, to: offer.to };
  if (command.type === 'lapse-handover') return [{ type: 'handover-lapsed', ...parts, day: command.today }];
  if (command.by !== offer.to) return refuse('not-receiver');
  return command.type === 'accept-handover'
    ? [{ type: 'handover-accepted', ...parts }]
    : [{ type: 'handover-declined', ...parts, reason: command.reason }];
}

export function evolveCase(found: Case | null, event: CaseEvent, id: CaseId, at: Instant): Case {
  if (event.type === 'case-opened') {
    if (found) throw new Error(`case ${id} was opened twice`);
    const { matterId, ticketId, firstContact, handler } = event;
    return { id, phase: 'open', matterId, ticketId, firstContact, handler, openedAt: at };
  }
  if (!found) throw new Error(`case ${id} has ${event.type} before it was opened`);
  switch (event.type) {
    case 'case-resumed':
      return { ...found, handler: event.handler };
    case 'case-accepted': {
      const { receiptNo, acceptedOn, dueOn, legalDueOn } = event;
      return { ...found, phase: 'accepted', receiptNo, acceptedOn, dueOn, legalDueOn };
    }
    case 'notice-given':
      return { ...found, phase: 'noticed', noticeNo: event.noticeNo, missing: event.missing };
    case 'handover-offered': {
      const { handoverId, from, to, note, lapsesAt } = event;
      return { ...found, offer: { id: handoverId, from, to, note, lapsesAt } };
    }
    case 'handover-accepted':
      return { ...found, handler: event.to, offer: undefined };
    case 'handover-declined':
    case 'handover-lapsed':
      return { ...found, offer: undefined };
    case 'case-closed':
      return { ...found, phase: 'closed', outcome: event.outcome, destination: event.destination, offer: undefined };
    default:
      return event satisfies never;
  }
}
