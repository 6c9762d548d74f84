/** C7: the notice that somebody has already of a matter, by whatever ticket it came. */
import type { CaseId } from '../../../schema/ids.ts';
import { matterThen } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { EarlierNotice } from '../rules/case-command.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { revivableUntil } from './owed.ts';

/** The last one of a case that is not decided. H12: the same person is one telephone and name, or one document. */
export function earlierNotice(from: Reader, caseId: CaseId): EarlierNotice | undefined {
  const found = from.read(cases).byId(caseId);
  if (!found?.personId) return undefined;
  const { personId, matterId } = found;
  const before = from
    .read(cases)
    .ofPerson(personId)
    .filter((one) => one.id !== caseId && one.personId === personId && one.matterId === matterId)
    .findLast((one) => one.notice && (isUndecided(one) || revivableUntil(from, one) !== null));
  if (!before?.notice) return undefined;
  return {
    no: before.notice.no,
    asked: before.notice.items.map(({ id }) => id),
    listed: (matterThen(from, matterId, before.openedAt)?.materials ?? []).map(({ id }) => id),
  };
}

function isUndecided({ phase }: StoredCase): boolean {
  return phase === 'noticed' || phase === 'accepted' || phase === 'proposed';
}
