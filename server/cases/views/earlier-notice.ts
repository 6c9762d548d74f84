/** C7: the notices that somebody has already of a matter, by whatever ticket they came. */
import type { CaseId } from '../../../schema/ids.ts';
import { matterThen } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { EarlierNotice } from '../rules/case-command.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { papers } from '../tables/papers.ts';
import { revivableUntil } from './owed.ts';

/** The last one, and what they all asked for, of cases that are not decided. H12: the same person is one telephone and name, or one document. */
export function earlierNotice(from: Reader, caseId: CaseId): EarlierNotice | undefined {
  const found = from.read(cases).byId(caseId);
  if (!found?.personId) return undefined;
  const { personId, matterId } = found;
  const noticed = from
    .read(cases)
    .ofPerson(personId)
    .filter((one) => one.id !== caseId && one.personId === personId && one.matterId === matterId)
    .filter((one) => one.notice && (isUndecided(one) || revivableUntil(from, one) !== null));
  const before = noticed.at(-1);
  if (!before?.notice) return undefined;
  return {
    no: before.notice.no,
    asked: noticed.flatMap((one) => askedOf(from, one)),
    listed: (matterThen(from, matterId, before.notice.at ?? before.openedAt)?.materials ?? []).map(({ id }) => id),
  };
}

/** By the first notice as by those that a supervisor let pass. */
function askedOf(from: Reader, { id, notice }: StoredCase): string[] {
  const given = from
    .read(papers)
    .ofCase(id)
    .flatMap(({ kind, content }) => (kind === 'notice' ? (content?.items ?? []) : []));
  return [...given, ...(notice?.items ?? [])].map((item) => item.id);
}

function isUndecided({ phase }: StoredCase): boolean {
  return phase === 'noticed' || phase === 'accepted' || phase === 'proposed';
}
