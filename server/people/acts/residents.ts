/** Residents as far as the hall must know them (P1), and the links by which they come back (P3). */
import type { Day, Instant, PersonId } from '../../../schema/ids.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { dropOldAnswers } from '../../ledger/acts/outbox.ts';
import type { Tx } from '../../ledger/commit.ts';
import { erasureComes } from '../hooks.ts';
import { type LinkKind, links } from '../tables/links.ts';
import { type NewPerson, people } from '../tables/people.ts';
import { sessions } from '../tables/sessions.ts';
import { texts } from '../tables/texts.ts';
import { eraseContacts } from './contacts.ts';
import { dropOldGuesses } from './guesses.ts';
import { endWords } from './keep-words.ts';
import { recordOn } from './persons.ts';
import { dropRestedTries } from './tries.ts';

/** When the nightly erasure runs. */
const ERASE_AT = '03:30';

/** Known before, or new; kept until `lastDay` and so many days as the hall has set. */
export function rememberPerson(tx: Tx, person: NewPerson, lastDay: Day): PersonId {
  return tx.write(people).save(tx.newId() as PersonId, person, addDays(lastDay, tx.settings.personDays));
}

/** The person is needed until that day at least. */
export function keepPerson(tx: Tx, id: PersonId, day: Day): void {
  tx.write(people).keep(id, day);
}

/** Its time is over. */
function forgetPerson(tx: Tx, id: PersonId, today: Day): void {
  tx.write(people).erase(id);
  endWords(tx, `person:${id}`, today);
  recordOn(tx, id, { type: 'person-erased', reason: '' });
}

/** People of a file that an older program wrote get their keys (H12). */
export function keyPeople(tx: Tx): { people: number } {
  return { people: tx.write(people).keyAll() };
}

/** The link to one thing; given again it is the same, and is good until the later of both ends. */
export function giveLink(tx: Tx, kind: LinkKind, ref: string, until: Instant): string {
  return tx.write(links).add(kind, ref, until);
}

/** P1, every night: what is due is erased and counted; sessions, tries and answers of old requests go with it. */
export function erasePeople(tx: Tx, { day }: { day: Day }): string {
  const { today } = tx;
  // Nothing is refused by those who keep something.
  tx.tell(erasureComes, { today });
  const due = tx.read(people).due(today);
  for (const id of due) forgetPerson(tx, id, today);
  tx.write(people).forgetFormer();
  // A telephone of the staff is somebody's, too.
  const count = due.length + eraseContacts(tx, today);
  const counts = { people: count, links: tx.write(links).erase(tx.now), texts: tx.write(texts).erase(today) };
  tx.write(people).countErasure(today, counts);
  tx.write(sessions).endExpired(tx.now);
  dropRestedTries(tx);
  dropOldGuesses(tx);
  dropOldAnswers(tx);
  // A row of its own: files that cannot be deleted are tried again, and keep nobody from being erased.
  tx.later({ kind: 'erase-messages', data: { before: addDays(today, -tx.settings.personDays) } }, tx.now);
  const tomorrow = addDays(today > day ? today : day, 1);
  const dueAt = new Date(instantOf(tomorrow, ERASE_AT, tx.timeZone)).toISOString();
  tx.later({ kind: 'erase-people', data: { day: tomorrow } }, dueAt);
  return `${counts.people} people, ${counts.links} links, ${counts.texts} texts`;
}
