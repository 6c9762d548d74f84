/** C11: openings to come in which nobody of a matter's A and B is there; with an absence, those that it would bring. */
import type { LostCover } from '../../../schema/hours/cover.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { AbsenceWish } from '../../../schema/people/absence.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { catalogue } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerkName } from '../../people/views/staff.ts';
import { type Away, coverLost, isAwayIn } from '../rules/positions.ts';
import { openingsOf } from './open-hours.ts';

type Wish = { clerkId: ClerkId } & Pick<AbsenceWish, 'from' | 'backOn'>;

/** What is to be looked at ahead of its day; an opening that runs is on the list of those who are away now. */
export function lostCover(from: Reader, { absence }: { absence: Wish | null }): LostCover[] {
  const until = addDays(from.today, from.settings.coverAheadDays);
  const standing = from.read(absences).standing();
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
  const ahead = openingsOf(from).filter(
    ({ phase, startsAt, day }) => phase === 'planned' && startsAt > now && day <= until,
  );
  return shown(from, coverLost(catalogue(from).matters, ahead, standing));
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
