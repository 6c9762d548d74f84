/** Drafts of a sitting (C16): kept by whoever serves the ticket, and read by nobody else. */
import type { Day, TicketId } from '../../../schema/ids.ts';
import type { KeptDraft } from '../../../schema/line/draft.ts';
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
  // It came behind the conclusion.
  if (found.phase !== 'open') return refuse('case-not-open');
  if (kept.ticked.length === 0 && kept.draft === null) tx.write(drafts).drop(caseId);
  else tx.write(drafts).save(caseId, ticket.id, kept, tx.today);
  return {};
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
