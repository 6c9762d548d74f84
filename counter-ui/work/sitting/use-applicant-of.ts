/** Who applies, as far as this visit has it (C16); undefined until that is known. */
import { useQuery } from '@tanstack/react-query';
import type { CaseId } from '../../../schema/ids.ts';
import type { MaskedPerson } from '../../../schema/people/person.ts';
import { useApp } from '../../app-context.ts';

export function useApplicantOf(caseId: CaseId, enabled: boolean): MaskedPerson | null | undefined {
  const { client, board } = useApp();
  const ticketId = board.rows.served.find(({ id }) => id === caseId)?.ticketId ?? null;
  const visit = useQuery({
    queryKey: ['cases', 'visit', ticketId],
    queryFn: () => client.tickets.visit({ ticketId: ticketId! }),
    enabled: enabled && ticketId !== null,
  });
  return visit.data?.applicant;
}
