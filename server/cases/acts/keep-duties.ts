/** C15: nobody stops handling cases while a case or an offer is theirs; one command gives all of it to others. */
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { AbsenceWish } from '../../../schema/people/absence.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { enterAbsence } from '../../people/acts/absences.ts';
import { saveClerk } from '../../people/acts/save-clerk.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { clerkName } from '../../people/views/staff.ts';
import { mayReceive } from '../views/deputies.ts';
import { answersOf, dutiesOf, handledBy, numbersNamed, offersOf } from '../views/duties.ts';
import { type AbsenceSpan, isLong } from '../views/owners/long-absent.ts';
import { endLapsed } from './handovers.ts';
import { stepCase } from './step-case.ts';

export function keepDuties(from: Tables, { clerk: { id, name } }: { clerk: Clerk }): Refusal | null {
  const duties = dutiesOf(from, id);
  if (duties.length === 0) return null;
  const counts = {
    ...{ cases: handledBy(from, id).length, offers: offersOf(from, id).length },
    late: answersOf(from, id).length,
  };
  return refuse('clerk-has-duties', { name, ...counts, numbers: numbersNamed(duties) });
}

/** C15: a long absence, or one without an end, begins at once only when nothing is left; of one to come supervisors are told when it begins. */
export function keepLongAbsence(from: Reader, { absence }: { absence: AbsenceSpan }): Refusal | null {
  const { clerkId } = absence;
  const isToCome = absence.from > new Date(from.nowMs).toISOString();
  const duties = !isToCome && isLong(from, absence) ? dutiesOf(from, clerkId) : [];
  if (duties.length === 0) return null;
  const name = clerkName(from, clerkId) ?? '';
  return refuse('absence-has-duties', { name, count: duties.length, days: from.settings.longAbsenceDays });
}

type HandedOver = {
  clerkId: ClerkId;
  duties: { caseId: CaseId; to: ClerkId }[];
  reason: string;
  note: string;
  /** What the account is then, by an administrator; null: as it is. */
  account: Pick<Clerk, 'role' | 'active'> | null;
  /** What begins then. */
  absence?: AbsenceWish | undefined;
};

/** Each duty of one clerk, no more and no fewer, has a new owner; then the clerk may leave or be away, all in one commit. */
export function handOverDuties(tx: Tx, input: HandedOver): { moved: number } | Refusal {
  const { clerkId, duties, reason, note, account } = input;
  const { actor } = tx;
  const who = tx.read(clerks).all().get(clerkId);
  if (!who) return refuse('clerk-unknown');
  if (account && (actor.kind !== 'clerk' || actor.role !== 'administrator')) return refuse('not-allowed');
  const lapsed = endLapsed(tx, clerkId);
  if (lapsed) return lapsed;
  const owed = new Set(dutiesOf(tx, clerkId).map(({ id }) => id));
  const given = new Map(duties.map(({ caseId, to }) => [caseId, to]));
  const isWhole =
    given.size === duties.length && given.size === owed.size && [...given.keys()].every((id) => owed.has(id));
  if (!isWhole) return refuse('duties-changed', { name: who.name });
  for (const [caseId, to] of given) {
    const stands = mayReceive(tx, caseId, to);
    if (stands) return stands;
    const done = stepCase(tx, { caseId }, (by) => ({ type: 'reassign-case', from: clerkId, to, by, reason, note }));
    if (isRefusal(done)) return done;
  }
  const saved = account && saveClerk(tx, { clerk: { ...who, ...account }, password: null });
  const away = isRefusal(saved) || !input.absence ? saved : enterAbsence(tx, { clerkId, ...input.absence });
  return isRefusal(away) ? away : { moved: given.size };
}
