/** C11: A and B of a matter are not both away in one opening that calls its group. */
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { catalogue } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerkName } from '../../people/views/staff.ts';
import { isAwayIn } from '../rules/positions.ts';
import { openingsOf } from '../views/open-hours.ts';

type Span = Pick<Absence, 'from' | 'until'>;
type Comes = { absence: Span & { clerkId: ClerkId }; override: string | null };

/** Of the openings that are planned so far; a supervisor who says why lets both go. */
export function keepPositions(from: Reader, { absence, override }: Comes): Refusal | null {
  if (override !== null) return null;
  const away = from.read(absences).standing();
  const now = new Date(from.nowMs).toISOString();
  const ahead = openingsOf(from).filter(
    ({ phase, startsAt, endsAt }) =>
      (phase === 'planned' || phase === 'running') && endsAt > now && isAwayIn(absence, { startsAt, endsAt }),
  );
  for (const { letter, names, clerkA, clerkB, offered } of catalogue(from).matters) {
    if (!offered) continue;
    const partner = clerkA === absence.clerkId ? clerkB : clerkB === absence.clerkId ? clerkA : null;
    const others = away.filter(({ clerkId }) => clerkId === partner);
    const both = ahead.find(
      ({ letters, startsAt, endsAt }) =>
        letters.includes(letter) && others.some((other) => isAwayIn(other, { startsAt, endsAt })),
    );
    if (!both) continue;
    const { day } = localTime(Date.parse(both.startsAt), from.timeZone);
    return refuse('positions-both-away', { day, name: clerkName(from, partner) ?? '', ...namesFact('matter', names) });
  }
  return null;
}

/** The first matter whose A and B are away in an opening that is to be planned, in whichever order both were entered. */
export function positionsAway(
  from: Reader,
  { startsAt, endsAt, letters }: Pick<Opening, 'startsAt' | 'endsAt' | 'letters'>,
): Refusal | null {
  const away = from.read(absences).standing();
  const isAway = (id: ClerkId | null) => away.some((one) => one.clerkId === id && isAwayIn(one, { startsAt, endsAt }));
  for (const { letter, names, clerkA, clerkB, offered } of catalogue(from).matters) {
    if (!offered || !letters.includes(letter) || !isAway(clerkA) || !isAway(clerkB)) continue;
    const { day } = localTime(Date.parse(startsAt), from.timeZone);
    const both = [clerkA, clerkB].map((id) => clerkName(from, id) ?? '').join('、');
    return refuse('opening-positions-away', { day, names: both, ...namesFact('matter', names) });
  }
  return null;
}
