/** The clerk's own list (C2, C10, C11). */
import type { ListedCase, MyCase } from '../../../../schema/cases/views.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import type { LedgerReader } from '../../../ledger/ledger.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { said } from '../../../people/views/said.ts';
import { owedAfter } from '../../rules/owners/afterwards.ts';
import { askedClerks } from '../../rules/question.ts';
import { caseLists } from '../../tables/case-lists.ts';
import { cases, type StoredCase } from '../../tables/cases.ts';
import { isOfGroup, listedCase } from '../case-view.ts';
import { inPlaceOf, placesOf } from '../deputies.ts';

/**
 * Cases that this clerk handles, was first contact of, is offered, or deputises for; the soonest due first (C2, C10, C11).
 * What somebody deputises for is all on the first page.
 */
export function myCases(
  from: Reader,
  clerkId: ClerkId,
  { first, after = null }: { first: number; after?: string | undefined | null },
  ledger: LedgerReader,
): MyCase[] {
  const known = new Map(
    from
      .read(caseLists)
      .ofClerk(clerkId, { first, after })
      .map(({ id, place }) => [id, place]),
  );
  const own = [...known.keys()].map((id) => from.read(cases).byId(id)!);
  const others =
    after !== null ? [] : inPlaceOf(from, clerkId).filter((one) => !known.has(one.id) && !isOwn(one, clerkId));
  return bySoonest(
    [...own, ...others].map((found): MyCase => {
      const place = known.get(found.id) ?? null;
      return { ...listedCase(from, said(from, found), clerkId, ledger), mine: partOf(from, found, clerkId), place };
    }),
  );
}

/** On another page, if not on this one. */
function isOwn({ handler, firstContact, phase }: StoredCase, clerkId: ClerkId): boolean {
  return phase !== 'closed' && (handler === clerkId || firstContact === clerkId);
}

function partOf(from: Reader, found: StoredCase, id: ClerkId): MyCase['mine'] {
  if (found.phase !== 'closed' && found.handler === id) return 'handler';
  if (found.offer?.to === id || isOfGroup(found, id)) return 'receiver';
  const stands = [id, ...placesOf(from, found, id)];
  const owed = owedAfter(found).find(({ to }) => to !== undefined && stands.includes(to));
  if (owed) return owed.part;
  if (found.correction?.by === id) return 'corrector';
  if (askedClerks(found).includes(id)) return 'asked';
  return placesOf(from, found, id).length > 0 ? 'deputy' : 'first-contact';
}

function bySoonest<T extends ListedCase>(cases: T[]): T[] {
  return cases.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}
