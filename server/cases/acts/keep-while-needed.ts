/** RETENTION (P1): people and words of cases stay while a case goes on, is owed an answer, or may be taken up again, and for its days after. */
import type { CaseId, Day, MatterId, PersonId } from '../../../schema/ids.ts';
import { addDays, localTime } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import type { Tx } from '../../ledger/commit.ts';
import { endWords } from '../../people/acts/keep-words.ts';
import { keepPerson } from '../../people/acts/residents.ts';
import { people } from '../../people/tables/people.ts';
import { texts } from '../../people/tables/texts.ts';
import { revivalOf } from '../rules/conclusions/revival.ts';
import { isOver } from '../rules/owners/afterwards.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

/** Asked each night anew, so that a case that was taken up again, and a number of days that was changed, count. */
export function keepWhileNeeded(tx: Tx, { today }: { today: Day }): null {
  for (const id of tx.read(people).due(today))
    keepPerson(tx, id, endOf(tx, withLinked(tx, tx.read(cases).ofPerson(id)), today));
  for (const about of tx.read(texts).due('case', today)) {
    const found = tx.read(cases).byId(about.slice('case:'.length) as CaseId);
    endWords(tx, about, found ? endOf(tx, withLinked(tx, [found, ...withSamePeople(tx, found)]), today) : today);
  }
  return null;
}

/** The day of the last one; while one goes on tomorrow, when it is asked again. */
function endOf(tx: Tx, of: readonly StoredCase[], today: Day): Day {
  const ends = of.map((one) => endOfCase(tx, one) ?? addDays(today, 1));
  return ends.sort().at(-1) ?? today;
}

/** Null: it goes on. Of what was closed in silence the time of taking it up again counts, too (C7). */
function endOfCase(tx: Tx, found: StoredCase): Day | null {
  const { matterId, closedAt, silentSince } = found;
  if (!isOver(found) || !closedAt) return null;
  const closedOn = silentSince ?? localTime(Date.parse(closedAt), tx.timeZone).day;
  const end = keptUntil(tx, matterId, lastDay(found, closedOn));
  const revival = silentSince && revivalOf(found, tx.settings);
  return [end, revival ? addDays(revival.until, 1) : end].sort().at(-1)!;
}

/** Of its closing, of its end's correction, or of the last answer that came after it (C5, C12). */
function lastDay({ latePapers, inquiries, ending }: StoredCase, closedOn: Day): Day {
  const answered = [...latePapers, ...inquiries].flatMap(({ answer }) => answer?.on ?? []);
  return [closedOn, ending?.corrected?.on ?? closedOn, ...answered].sort().at(-1)!;
}

export function keptUntil(tx: Tx, matterId: MatterId, closedOn: Day): Day {
  return addDays(closedOn, matterOf(tx, matterId)?.retentionDays ?? tx.settings.personDays);
}

function withSamePeople(tx: Tx, { personId, helper }: StoredCase): StoredCase[] {
  return [personId, helper?.personId].flatMap((id?: PersonId) => (id ? tx.read(cases).ofPerson(id) : []));
}

/** Cases that go on from one another, in both directions. */
function withLinked(tx: Tx, of: readonly StoredCase[]): StoredCase[] {
  const all = new Map<CaseId, StoredCase>();
  const add = (found: StoredCase | null) => {
    if (!found || all.has(found.id)) return;
    all.set(found.id, found);
    if (found.origin.linkedTo) add(tx.read(cases).byId(found.origin.linkedTo));
    for (const one of tx.read(cases).linkedTo(found.id)) add(one);
  };
  for (const one of of) add(one);
  return [...all.values()];
}
