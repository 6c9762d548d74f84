/** C11: openings to come in which nobody of a matter's A and B is there; with an absence, those that it would bring. */
import type { LostCover } from '../../../schema/hours/cover.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Absence, AbsenceWish } from '../../../schema/people/absence.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { catalogue } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerkName, mayHandle, staff } from '../../people/views/staff.ts';
import { type Away, coverLost, isAwayIn } from '../rules/positions.ts';
import { openingsOf } from './open-hours.ts';

type Wish = { clerkId: ClerkId } & Pick<AbsenceWish, 'from' | 'backOn'>;

export type AwayOrGone = Away & Pick<Absence, 'deputy' | 'override'>;

/** Whoever is entered as away, and for ever whoever handles nothing here any more (C15). */
export function awayOf(from: Reader): AwayOrGone[] {
  const gone = staff(from).filter(({ id }) => !mayHandle(from, id));
  const forEver = gone.map(({ id }) => ({ clerkId: id, from: '', until: null, deputy: null, override: null }));
  return [...from.read(absences).standing(), ...forEver];
}

/** What is to be looked at ahead of its day; an opening that runs is on the list of those who are away now. */
export function lostCover(from: Reader, { absence }: { absence: Wish | null }): LostCover[] {
  const until = addDays(from.today, from.settings.coverAheadDays);
  const standing = awayOf(from);
  const now = new Date(from.nowMs).toISOString();
  if (absence) {
    const ahead = openingsOf(from).filter(
      ({ phase, endsAt }) => (phase === 'planned' || phase === 'running') && endsAt > now,
    );
    const matters = catalogue(from).matters.filter(({ clerkA, clerkB }) => [clerkA, clerkB].includes(absence.clerkId));
    const times = timesOf(from, absence);
    const touched = ahead.filter((opening) => isAwayIn(times, opening));
    return shown(from, coverLost(matters, touched, [...standing, times]));
  }
  const ahead = openingsOf(from).filter(({ phase, startsAt }) => phase === 'planned' && startsAt > now);
  // What a supervisor let go comes back in time; what nobody has seen yet, because it was planned later, is seen at once.
  const allowed = standing.filter(({ override }) => override !== null);
  const lost = coverLost(catalogue(from).matters, ahead, standing).flatMap(({ matter, openings }) => {
    const isAllowed = (one: Opening) =>
      allowed.some((away) => [matter.clerkA, matter.clerkB].includes(away.clerkId) && isAwayIn(away, one));
    const told = openings.filter((one) => one.day <= until || !isAllowed(one));
    return told.length > 0 ? [{ matter, openings: told }] : [];
  });
  return shown(from, lost);
}

function timesOf({ timeZone, nowMs }: Reader, { clerkId, from, backOn }: Wish): Away {
  const at = ({ day, time }: Wish['from']) => new Date(instantOf(day, time, timeZone)).toISOString();
  const [begins = ''] = [at(from), new Date(nowMs).toISOString()].sort().reverse();
  return { clerkId, from: begins, until: backOn && at(backOn) };
}

function shown(
  from: Reader,
  lost: ReturnType<typeof coverLost<ReturnType<typeof catalogue>['matters'][number]>>,
): LostCover[] {
  return lost.map(({ matter: { id: matterId, names, clerkA, clerkB }, openings }) => ({
    matterId,
    matterNames: names,
    nameA: clerkName(from, clerkA) ?? '',
    nameB: clerkName(from, clerkB) ?? '',
    openings: openings.map(({ id, day, startsAt, endsAt }) => ({ openingId: id, day, startsAt, endsAt })),
  }));
}
