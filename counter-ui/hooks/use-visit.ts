import { useQuery } from '@tanstack/react-query';
import type { TicketId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';

/** C16: who sits there, and what is open of them; null: nobody does. */
export function useVisit(ticketId: TicketId | null) {
  const { client } = useApp();
  return useQuery({
    queryKey: ['cases', 'visit', ticketId],
    queryFn: () => client.tickets.visit({ ticketId: ticketId! }),
    enabled: ticketId !== null,
  });
}
