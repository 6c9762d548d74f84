/** Drafts (C16): of a sitting by whoever serves its ticket, of the forms of a case by their author; nobody else reads them. */
import type { CaseId, Day, TicketId } from '../../../schema/ids.ts';
import type { FormDrafts, KeptDraft, KeptForm } from '../../../schema/line/draft.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import { cases } from '../../cases/tables/cases.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import type { Reader } from '../../ledger/reader.ts';
import { drafts } from '../tables/drafts.ts';
import { ticketServedBy } from './at-counter.ts';

export function keepDraft(tx: Tx, { caseId, kept }: KeptDraft): Nothing | Refusal {
  const found = tx.read(cases).byId(caseId);
  if (!found?.origin.ticketId) return refuse('case-unknown');
  const ticket = ticketServedBy(tx, found.origin.ticketId, tx.actor);
  if (isRefusal(ticket)) return ticket;
  // Sent while the conclusion was on its way: it is gone with it, as what was there before it.
  if (found.phase !== 'open') return {};
  tx.write(drafts).save(caseId, { ticketId: ticket.id, day: tx.today }, kept);
  return {};
}

export function keepForm(tx: Tx, { caseId, form, fields }: KeptForm): Nothing | Refusal {
  const found = tx.read(cases).byId(caseId);
  if (!found) return refuse('case-unknown');
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  // What is typed of a case that goes on outlives the ticket with which it came.
  const ticketId = found.phase === 'open' ? (found.origin.ticketId ?? null) : null;
  tx.write(drafts).saveForm(caseId, { ticketId, day: tx.today }, { by: tx.actor.id, form, fields });
  return {};
}

export function formsOf(from: Reader, { caseId }: { caseId: CaseId }, actor: Actor): FormDrafts | Refusal {
  return actor.kind === 'clerk' ? from.read(drafts).formsOf(caseId, actor.id) : refuse('not-allowed');
}

export function draftsOf(from: Reader, { ticketId }: { ticketId: TicketId }, actor: Actor): KeptDraft[] | Refusal {
  const ticket = ticketServedBy(from, ticketId, actor);
  return isRefusal(ticket) ? ticket : from.read(drafts).ofTicket(ticketId);
}

/** Those of yesterday are gone each night, whatever became of their tickets (P1). */
export function dropOldDrafts(tx: Tx, { today }: { today: Day }): null {
  tx.write(drafts).dropBefore(today);
  return null;
}
