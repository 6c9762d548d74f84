/** How many people one telephone books for, and whether somebody of the staff ever saw that a telephone is the person's who booked with it (H6). */
import type { MatterId, PersonId } from '../../../schema/ids.ts';
import type { PersonEvent } from '../../../schema/people/person.ts';
import type { Reader } from '../../ledger/reader.ts';
import { people } from '../../people/tables/people.ts';
import { personActs } from '../../people/tables/person-acts.ts';
import { appointments } from '../tables/appointments.ts';

/** What a clerk does who has the person there, or at the telephone. */
const PROOFS: readonly PersonEvent['type'][] = ['person-entered', 'telephone-changed', 'telephone-checked'];

/** True of who booked by forms alone, until a clerk enters the person for a case, changes the telephone or has checked it. */
export function isUnproved(from: Reader, id: PersonId): boolean {
  if (!from.read(appointments).isUnproved(id)) return false;
  const acts = from.read(personActs).ofPerson(id);
  return !acts.some(({ act }) => PROOFS.includes(act));
}

/** For how many names this telephone is booked for the matter; `key` is the same for each of them, and names neither. */
export function namesOfTelephone(
  from: Reader,
  { telephone, matterId }: { telephone: string; matterId: MatterId },
): { key: string; count: number } {
  const hash = from.read(people).telephoneHash(telephone);
  return { key: `names:${hash.toString('hex')}:${matterId}`, count: from.read(appointments).namesOf(hash, matterId) };
}
