/** L1: the matter under which a case was opened, as the server asks for it; until it is known, that of the catalogue. */
import { useQuery } from '@tanstack/react-query';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { CaseId, MatterId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';

export function useCaseMatter(caseId: CaseId, matterId: MatterId): Matter | undefined {
  const { client, matters } = useApp();
  const now = matters.get(matterId);
  const asked = useQuery({
    // What is made lighter since is in force at once.
    queryKey: ['case-matter', caseId, now],
    queryFn: () => client.cases.matter({ caseId }),
  });
  return asked.data ?? now;
}
