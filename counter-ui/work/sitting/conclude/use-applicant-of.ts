/** Who applies, as far as it was entered (C7, C16); undefined until that is known. */
import { useQuery } from '@tanstack/react-query';
import type { CaseId } from '../../../../schema/ids.ts';
import type { MaskedPerson } from '../../../../schema/people/person.ts';
import { useApp } from '../../../app-context.ts';

export function useApplicantOf(caseId: CaseId, enabled: boolean): MaskedPerson | null | undefined {
  return useCaseOf(caseId, enabled)?.applicant;
}

export function useCaseOf(caseId: CaseId, enabled: boolean) {
  const { client } = useApp();
  const asked = useQuery({ queryKey: ['cases', caseId], queryFn: () => client.cases.one({ caseId }), enabled });
  return asked.data;
}
