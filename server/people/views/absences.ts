/** Who is away, now and next (C11). */
import type { ClerkId } from '../../../schema/ids.ts';
import type { Absence, Absences } from '../../../schema/people/absence.ts';
import type { Actor } from '../../../schema/who.ts';
import type { Moment, Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { absences } from '../tables/absences.ts';
import { clerks } from '../tables/clerks.ts';
import { said } from './said.ts';
import { clerkName, mayHandle } from './staff.ts';

/** By whom. */
export function awayNow(from: Tables & Pick<Moment, 'nowMs'>): ReadonlyMap<ClerkId, Absence> {
  const away = from.read(absences).at(new Date(from.nowMs).toISOString());
  return new Map(away.map((one) => [one.clerkId, one]));
}

/** Is there now to answer for cases (C11, C15). */
export function isThere(from: Tables & Pick<Moment, 'nowMs'>, id: ClerkId): boolean {
  return mayHandle(from, id) && !awayNow(from).has(id);
}

/** The next first; the briefing is for the one who is away, for supervisors and for administrators. */
export function absencesFor(from: Reader, actor: Actor & { kind: 'clerk' }): Absences {
  const away = awayNow(from);
  return {
    absences: from
      .read(absences)
      .standing()
      .filter(({ clerkId }) => from.read(clerks).all().get(clerkId)?.active)
      .map(({ id, clerkId, from: since, until, deputy, note, override }) => ({
        ...{ id, clerkId, from: since, until },
        name: clerkName(from, clerkId) ?? '',
        isAway: away.get(clerkId)?.id === id,
        deputyName: clerkName(from, deputy),
        note: actor.role !== 'clerk' || actor.id === clerkId ? said(from, note) : null,
        overridden: override !== null,
      })),
    overrides: from.read(absences).overrides(),
  };
}
