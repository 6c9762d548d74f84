/** Acts on people's data, each recorded in the chain (P1, P2, S4): finding, changing the telephone, erasing. */
import type { ClerkId, Day, PersonId } from '../../../schema/ids.ts';
import { maskPerson } from '../../../schema/people/mask.ts';
import { type LookUpKey, type MaskedPerson, type PersonEvent, personDay } from '../../../schema/people/person.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import { documentsOf, type IdentityDocument } from '../../../schema/typed/document.ts';
import { actorName } from '../../../schema/who.ts';
import type { Tx } from '../../ledger/commit.ts';
import { personStream } from '../stream.ts';
import { people } from '../tables/people.ts';
import { endWords, eraseWords, type Held, holdWords, keepWords } from './keep-words.ts';
import { addTry, PERSON_TRIES, restsOf } from './tries.ts';

/** So many look-ups and reveals a clerk has in REST_MS; a hall's busiest counter has about ten people in it. */
const FREE_TRIES = 60;
const REST_MS = 10 * 60_000;
const SHOWN_MOST = 20;
const WORDS = new Set(['reason']);

export function recordOn(tx: Tx, personId: PersonId, event: PersonEvent): void {
  tx.run(personStream, personDay(personId, tx.today), () => [event]);
}

/** A reason goes into its sealed table; `until`: of an erased person, of whom no night asks again. */
export function recordWith(tx: Tx, personId: PersonId, event: PersonEvent, until: Day | null = null): void {
  const about = `person:${personId}`;
  const held: Held<PersonEvent> = holdWords(tx, about, event, WORDS);
  recordOn(tx, personId, held.wish);
  keepWords(tx, about, held);
  if (until) endWords(tx, about, until);
}

/** Each look-up and each reveal counts: looking at many people is slow. */
export function countLook(tx: Tx): Refusal | null {
  const guarded = { key: PERSON_TRIES + actorName(tx.actor), free: FREE_TRIES };
  const rests = restsOf(tx, [guarded]);
  if (!rests) addTry(tx, guarded.key, REST_MS);
  return rests;
}

/** Of each person found the look-up is recorded, and of a day's look-ups that found nobody, too (S4). */
export function lookUpPeople(
  tx: Tx,
  { key: { by, text } }: { key: { by: LookUpKey; text: string } },
): { people: MaskedPerson[]; isCut: boolean } | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-allowed');
  const rests = countLook(tx);
  if (rests) return rests;
  const found = idsBy(tx, by, text);
  const shown = found.slice(0, SHOWN_MOST);
  const recorded = shown.length > 0 ? shown : [nobodyOf(tx.today)];
  for (const id of recorded) recordOn(tx, id, { type: 'person-looked-up', by: actor.id, key: by });
  return { people: shown.map((id) => maskPerson(id, tx.read(people).get(id))), isCut: found.length > SHOWN_MOST };
}

/** Against identity; the telephone before stays until it was told. */
export function changeTelephone(
  tx: Tx,
  {
    personId,
    telephone,
    document,
    by,
  }: { personId: PersonId; telephone: string; document: IdentityDocument; by: ClerkId },
): Refusal | null {
  const known = tx.read(people).get(personId);
  if (!known) return refuse('person-unknown');
  if (known.telephone === telephone) return refuse('telephone-same');
  if (tx.read(people).hasDocument(personId, document) === false) return refuse('document-differs');
  tx.write(people).changeTelephone(personId, telephone);
  recordOn(tx, personId, { type: 'telephone-changed', by, checked: document.kind });
  return null;
}

/** On lawful request: at once, with the words that were written of the person. */
export function erasePerson(
  tx: Tx,
  { personId, reason, by }: { personId: PersonId; reason: string; by: ClerkId },
): MaskedPerson | Refusal {
  if (!tx.read(people).get(personId)) return refuse('person-unknown');
  tx.write(people).erase(personId);
  eraseWords(tx, `person:${personId}`);
  recordWith(tx, personId, { type: 'person-erased', by, reason }, addDays(tx.today, tx.settings.personDays));
  return maskPerson(personId, null);
}

/** The stream of nobody: a day's look-ups that found no person. */
function nobodyOf(day: Day): PersonId {
  return `nobody-${day}` as PersonId;
}

function idsBy(tx: Tx, by: LookUpKey, text: string): PersonId[] {
  const known = tx.read(people);
  switch (by) {
    case 'telephone':
      return known.ofTelephone(text);
    case 'last-four':
      return known.ofLastFour(text);
    case 'name':
      return known.ofName(text);
    case 'document':
      return documentsOf(text).flatMap((document) => known.ofDocument(document));
    default:
      return by satisfies never;
  }
}
