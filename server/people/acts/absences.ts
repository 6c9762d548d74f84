/** An absence of a clerk (C11): entered by oneself or for somebody, begun and ended by the clock, ended early by a return. */
import type { AbsenceId, ClerkId } from '../../../schema/ids.ts';
import type { Absence, AbsenceEvent, AbsenceWish } from '../../../schema/people/absence.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf, localTime } from '../../../schema/time.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { absenceComes } from '../hooks.ts';
import { absenceStream } from '../stream.ts';
import { absences } from '../tables/absences.ts';
import { clerkName, mayHandle } from '../views/staff.ts';
import { endWords, holdWords, keepWords } from './keep-words.ts';

const WORDS = new Set(['note', 'override']);

export function enterAbsence(tx: Tx, input: { clerkId: ClerkId } & AbsenceWish): { absenceId: AbsenceId } | Refusal {
  const { clerkId, deputy, note, override } = input;
  const { actor } = tx;
  if (actor.kind !== 'clerk' || (actor.role === 'clerk' && actor.id !== clerkId)) return refuse('not-allowed');
  if (override !== null && actor.role !== 'supervisor') return refuse('not-allowed');
  if (!mayHandle(tx, clerkId) || (deputy !== null && !mayHandle(tx, deputy))) return refuse('clerk-unknown');
  if (deputy === clerkId) return refuse('deputy-oneself');
  const times = timesOf(tx, input);
  if (isRefusal(times)) return times;
  const stands = tx.tell(absenceComes, { absence: { clerkId, ...times, deputy }, override });
  if (stands) return stands;
  const absenceId = tx.newId() as AbsenceId;
  const about = `absence:${absenceId}`;
  const entered = { type: 'absence-entered' as const, clerkId, ...times, deputy, note };
  const held = holdWords<AbsenceEvent>(tx, about, override === null ? entered : { ...entered, override }, WORDS);
  tx.begin(absenceStream, absenceId, [held.wish]);
  keepWords(tx, about, held);
  if (times.from <= tx.now) beginAbsence(tx, { absenceId });
  else tx.later({ kind: 'begin-absence', data: { absenceId } }, times.from);
  if (times.until) tx.later({ kind: 'end-absence', data: { absenceId } }, times.until);
  return { absenceId };
}

/** Early, or before it has begun. */
export function endAbsence(tx: Tx, { absenceId }: { absenceId: AbsenceId }): Nothing | Refusal {
  const { actor } = tx;
  const found = tx.read(absences).byId(absenceId);
  if (!found) return refuse('absence-unknown');
  if (actor.kind !== 'clerk' || (actor.role === 'clerk' && actor.id !== found.clerkId)) return refuse('not-allowed');
  if (found.endedAt !== null) return refuse('absence-over');
  end(tx, found, true);
  return {};
}

/** C15: no absence outlives its account, so that a clerk who is switched on again is there. */
export function endAbsencesOf(tx: Tx, id: ClerkId): void {
  for (const one of tx.read(absences).standing()) if (one.clerkId === id) end(tx, one, true);
}

export function beginAbsence(tx: Tx, { absenceId }: { absenceId: AbsenceId }): string {
  const found = tx.read(absences).byId(absenceId);
  if (!found || found.endedAt !== null || found.hasBegun) return 'passed';
  tx.run(absenceStream, absenceId, () => [{ type: 'absence-began' as const }]);
  return 'done';
}

/** Its planned end. */
export function absenceOver(tx: Tx, { absenceId }: { absenceId: AbsenceId }): string {
  const found = tx.read(absences).byId(absenceId);
  if (!found || found.endedAt !== null) return 'passed';
  end(tx, found, false);
  return 'done';
}

/** Its words are kept as long as people are. */
function end(tx: Tx, { id }: Absence, early: boolean): void {
  tx.run(absenceStream, id, () => [{ type: 'absence-ended' as const, early }]);
  endWords(tx, `absence:${id}`, addDays(tx.today, tx.settings.personDays));
}

/** Nobody was away before it was said: what begins earlier begins now. */
function timesOf(
  tx: Tx,
  { clerkId, from: first, backOn }: { clerkId: ClerkId } & Pick<AbsenceWish, 'from' | 'backOn'>,
): Pick<Absence, 'from' | 'until'> | Refusal {
  const at = ({ day, time }: AbsenceWish['from']) => new Date(instantOf(day, time, tx.timeZone)).toISOString();
  const [from = tx.now] = [at(first), tx.now].sort().reverse();
  const until = backOn && at(backOn);
  if (until !== null && until <= from) return refuse('absence-empty');
  const other = tx
    .read(absences)
    .standing()
    .find(
      (one) =>
        one.clerkId === clerkId && (until === null || one.from < until) && (one.until === null || from < one.until),
    );
  if (!other) return { from, until };
  const { day } = localTime(Date.parse(other.from), tx.timeZone);
  return refuse('absence-overlaps', { name: clerkName(tx, clerkId) ?? '', day });
}
