/** What of a ticket has its conclusion, from the ticket's own events: where, when and by whom (C5, T8). */
import type { CaseId, ClerkId, CounterId, Instant, MatterId, TicketId } from '../../../schema/ids.ts';
import type { TicketEvent } from '../../../schema/line/ticket.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';

export type ConcludedMatter = {
  matterId: MatterId;
  caseId: CaseId;
  at: Instant;
  counterId: CounterId;
  clerkId: ClerkId;
};

/** In the order of their conclusions; one that was undone (C18) is none. */
export function concludedMatters(ledger: LedgerReader, ticketId: TicketId): ConcludedMatter[] {
  const concluded: ConcludedMatter[] = [];
  let seat: Pick<ConcludedMatter, 'counterId' | 'clerkId'> | null = null;
  for (const entry of ledger.load(`ticket:${ticketId}`)) {
    const event = entry.event as TicketEvent;
    if (event.type === 'serving-started') seat = { counterId: event.counterId, clerkId: event.clerkId };
    if (event.type === 'matter-concluded' && seat) {
      const { matterId, caseId } = event;
      concluded.push({ matterId, caseId, at: entry.at as Instant, ...seat });
    }
    if (event.type === 'step-undone' && event.undone === 'matter-concluded') concluded.pop();
  }
  return concluded;
}
