/** C12 at the kiosk: the case by its link, or by the number on its receipt and the last four digits of the applicant's telephone. */
import type { CaseAct, CaseActByNumber } from '../../../../schema/cases/resident.ts';
import type { CaseId, PersonId } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../../schema/refusal.ts';
import { actorName } from '../../../../schema/who.ts';
import { actOnCase } from '../../../cases/acts/resident.ts';
import { cases, type StoredCase } from '../../../cases/tables/cases.ts';
import { papers } from '../../../cases/tables/papers.ts';
import { caseOfLink } from '../../../cases/views/case-view.ts';
import { appointments } from '../../../hours/tables/appointments.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { addTry, RECEIPT_TRIES, restsOf } from '../../../people/acts/tries.ts';
import { people } from '../../../people/tables/people.ts';
import { tickets } from '../../tables/tickets.ts';

type ByReceipt = { receiptNo: string; lastFour: string };
export type SoughtCase = { caseId: CaseId | null } | Refusal;

/** Four digits are guessed in 10,000 tries: so many wrong ones are free within REST_MS, for a kiosk and for a number. */
const FREE_TRIES = { device: 60, number: 5 };
const REST_MS = 10 * 60_000;

/**
 * A wrong number and wrong digits are answered alike: null. Tries are counted before they are looked at, so that
 * guesses made at once do not all pass; a refusal would undo the count of the try.
 */
export function caseOfReceipt(tx: Tx, { receiptNo, lastFour }: ByReceipt): SoughtCase {
  const caseId = tx.read(papers).caseOf(receiptNo);
  const found = caseId && tx.read(cases).byId(caseId);
  // Whether there is such a receipt or not: the tries must not tell it either.
  const guarded = [
    { key: RECEIPT_TRIES + actorName(tx.actor), free: FREE_TRIES.device },
    { key: RECEIPT_TRIES + receiptNo, free: FREE_TRIES.number },
  ];
  const rests = restsOf(tx, guarded);
  if (rests) return rests;
  const personId = found && personOf(tx, found);
  const right = personId !== null && personId !== undefined && tx.read(people).hasLastFour(personId, lastFour);
  if (!right) for (const { key } of guarded) addTry(tx, key, REST_MS);
  return { caseId: right && found ? found.id : null };
}

/** With the same tries, and answered alike. */
export function actOnReceipt(tx: Tx, { act, ...by }: ByReceipt & { act: CaseActByNumber }): SoughtCase {
  const sought = caseOfReceipt(tx, by);
  if (isRefusal(sought)) return sought;
  const found = sought.caseId && tx.read(cases).byId(sought.caseId);
  const done = found && actOnCase(tx, found, act);
  return done && isRefusal(done) ? done : sought;
}

/** P3: by the link on a paper there are no tries. */
export function actOnLink(tx: Tx, { link, act }: { link: string; act: CaseAct }): SoughtCase {
  const found = caseOfLink(tx, link);
  if (isRefusal(found)) return found;
  const done = actOnCase(tx, found, act);
  return isRefusal(done) ? done : { caseId: found.id };
}

/** Who applied, where that is known: who booked. Ledgers before origins knew it by the ticket alone. */
function personOf(tx: Tx, found: StoredCase): PersonId | null {
  if (found.personId) return found.personId;
  const ticket = found.origin.ticketId && tx.read(tickets).byId(found.origin.ticketId);
  const appointmentId = ticket ? ticket.appointmentId : undefined;
  return appointmentId ? (tx.read(appointments).byId(appointmentId)?.personId ?? null) : null;
}
