/** Who applies (P2, C14): entered for a case or a whole ticket, and what a clerk sees, changes and gives out of it (S4). */
import type { CaseId, ClerkId, PersonId, TicketId } from '../../../schema/ids.ts';
import type { HelperFacts } from '../../../schema/people/helper.ts';
import {
  IDENTITY_USES,
  type IdentityUse,
  type MaskedPerson,
  type PersonFacts,
  type PersonField,
} from '../../../schema/people/person.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { IdentityDocument } from '../../../schema/typed/document.ts';
import { dialledTelephone } from '../../../schema/typed/telephone.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import { isUnproved } from '../../hours/views/telephone-proof.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { send } from '../../messages/acts/send-message.ts';
import { eraseWords } from '../../people/acts/keep-words.ts';
import {
  changeTelephone,
  countLook,
  erasePerson,
  lookUpPeople,
  recordOn,
  recordWith,
} from '../../people/acts/persons.ts';
import { rememberPerson } from '../../people/acts/residents.ts';
import { people } from '../../people/tables/people.ts';
import { isOver, owersOf } from '../rules/owners/afterwards.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { maskedPerson } from '../views/case-people.ts';
import { placesOf } from '../views/deputies.ts';
import { recordHelper, rememberHelper } from './helpers.ts';
import { runCase } from './step-case.ts';

type OnPerson = { personId: PersonId };
type Wish = {
  of: { caseId: CaseId } | { ticketId: TicketId };
  applicant: OnPerson | PersonFacts;
  helper: HelperFacts | null;
  notice: string;
};
type Entered = { applicant: MaskedPerson; helper: MaskedPerson | null; isKnown: boolean };

/** Of each case of the ticket that goes on; somebody who was there before is known again (H12). */
export function enterApplicant(tx: Tx, { of, applicant, helper, notice }: Wish): Entered | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  const found = casesOf(tx, of);
  if (found.length === 0) return refuse('case-unknown');
  const person = 'personId' in applicant ? applicant : { ...applicant, identity: identityOf(tx, found) };
  if ('document' in person && person.document && person.identity === 'none') return refuse('document-not-asked');
  const isKnown = 'personId' in person || tx.read(people).find(person) !== undefined;
  const personId = 'personId' in person ? person.personId : rememberPerson(tx, person, tx.today);
  if (!tx.read(people).get(personId)) return refuse('person-unknown');
  const entry = helper ? rememberHelper(tx, helper) : undefined;
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  for (const { id: caseId } of found) {
    const named = runCase(tx, caseId, { type: 'name-applicant', personId, helper: entry, by, isSupervisor });
    if (isRefusal(named)) return named;
    recordOn(tx, personId, { type: 'person-entered', by, caseId, part: 'applicant' });
    if (entry) recordHelper(tx, entry.personId, caseId, by);
  }
  recordOn(tx, personId, { type: 'privacy-notice-shown', by, version: notice });
  return { applicant: maskedPerson(tx, personId), helper: entry ? maskedPerson(tx, entry.personId) : null, isKnown };
}

/** P2: one field, once; an open case of the clerk, also in somebody's place (C11), is reason enough, anything else is asked for. */
export function revealPerson(
  tx: Tx,
  { personId, field, reason = '' }: OnPerson & { field: PersonField; reason?: string | undefined },
): { text: string } | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  const known = tx.read(people).get(personId);
  if (!known) return refuse('person-unknown');
  const own = tx.read(cases).ofPerson(personId);
  const caseId = own.find((one) => answersFor(tx, one, by))?.id;
  if (!caseId && reason === '') return refuse('reveal-reason');
  const text = { name: known.name, telephone: known.telephone, document: known.document?.number }[field];
  if (!text) return refuse('nothing-to-reveal');
  const rests = countLook(tx);
  if (rests) return rests;
  recordWith(tx, personId, { type: 'person-revealed', by, field, reason, ...(caseId ? { caseId } : {}) });
  return { text: field === 'telephone' ? dialledTelephone(text) : text };
}

/** H6: wished of one that is proved already, nothing has happened. */
export function checkTelephone(tx: Tx, { personId }: OnPerson): MaskedPerson | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  if (!tx.read(people).get(personId)) return refuse('person-unknown');
  if (isUnproved(tx, personId)) recordOn(tx, personId, { type: 'telephone-checked', by });
  return maskedPerson(tx, personId);
}

/** As they are found, each with what is known of the telephone (H6). */
export function lookUpApplicants(tx: Tx, input: Parameters<typeof lookUpPeople>[1]): ReturnType<typeof lookUpPeople> {
  const found = lookUpPeople(tx, input);
  if (isRefusal(found)) return found;
  return { ...found, people: found.people.map(({ personId }) => maskedPerson(tx, personId)) };
}

/** Whoever had the old telephone learns of it, too: a stranger could have asked for the change. */
export function changeApplicantsTelephone(
  tx: Tx,
  { personId, telephone, document }: OnPerson & { telephone: string; document: IdentityDocument },
): MaskedPerson | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  const hadOne = tx.read(people).get(personId)?.telephone != null;
  const refused = changeTelephone(tx, { personId, telephone, document, by });
  if (refused) return refused;
  for (const to of hadOne ? (['former', 'present'] as const) : (['present'] as const))
    send(tx, { to: { kind: 'person', id: personId }, kind: 'telephone-changed', refs: { personId, to } });
  return maskedPerson(tx, personId);
}

/** 个人信息保护法 Art. 45. */
/** What is given out is read after it, with this look. */
export function recordExport(tx: Tx, { personId }: OnPerson): Nothing | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  if (!tx.read(people).get(personId)) return refuse('person-unknown');
  recordOn(tx, personId, { type: 'person-exported', by });
  return {};
}

/** 个人信息保护法 Art. 47: what the hall still has to do goes first. */
export function eraseOnRequest(tx: Tx, { personId, reason }: OnPerson & { reason: string }): MaskedPerson | Refusal {
  const by = clerkOf(tx);
  if (by === null) return refuse('not-allowed');
  const own = tx.read(cases).ofPerson(personId);
  // Who helped, and does so no more, is not needed for it.
  const isNeeded = (one: StoredCase) =>
    !isOver(one) &&
    !(one.helper?.personId === personId && (one.helper.ended || (one.helper.until && one.helper.until < tx.today)));
  const open = own.filter(isNeeded).length;
  if (open > 0) return refuse('person-has-cases', { count: open });
  const booked = tx.read(appointments).ofPerson(personId);
  const toCome = booked.filter(({ phase, day }) => phase === 'confirmed' && day >= tx.today).length;
  if (toCome > 0) return refuse('person-has-appointments', { count: toCome });
  // What was written of a case that somebody else applied for is not the helper's.
  for (const one of own) if (one.personId === personId) eraseWords(tx, `case:${one.id}`);
  return erasePerson(tx, { personId, reason, by });
}

function answersFor(tx: Tx, found: StoredCase, by: ClerkId): boolean {
  const answerers = [found.phase === 'closed' ? undefined : found.handler, ...owersOf(found)];
  return [by, ...placesOf(tx, found, by)].some((id) => answerers.includes(id));
}

function clerkOf({ actor }: Tx): ClerkId | null {
  return actor.kind === 'clerk' ? actor.id : null;
}

/** Of a ticket those that go on; a case that is over refuses by itself. */
function casesOf(tx: Tx, of: Wish['of']): StoredCase[] {
  if ('ticketId' in of) {
    return tx
      .read(cases)
      .ofTicket(of.ticketId)
      .filter(({ phase }) => phase !== 'closed');
  }
  const found = tx.read(cases).byId(of.caseId);
  return found ? [found] : [];
}

/** P2: the most that one of the matters needs. */
function identityOf(tx: Tx, of: readonly StoredCase[]): IdentityUse {
  const uses = of.map(({ matterId }) => IDENTITY_USES.indexOf(matterOf(tx, matterId)?.identity ?? 'none'));
  return IDENTITY_USES[Math.max(...uses)]!;
}
