/** C11: A and B of a matter are not both away in one opening that calls its group. */
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId, Day, Instant } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { catalogue } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerkName } from '../../people/views/staff.ts';
import { coverLost, isAwayIn } from '../rules/positions.ts';
import { openingsOf } from '../views/open-hours.ts';

type Comes = { absence: Pick<Absence, 'clerkId' | 'from' | 'until' | 'deputy'>; override: string | null };
type Positions = Pick<KeptMatter, 'letter' | 'names' | 'offered' | 'clerkA' | 'clerkB'>;

/** Of the openings that are planned so far; a supervisor who says why, and names who stands in, lets both go. */
export function keepPositions(from: Reader, { absence, override }: Comes): Refusal | null {
  const away = from.read(absences).standing();
  const matters = catalogue(from).matters.filter(({ clerkA, clerkB }) => [clerkA, clerkB].includes(absence.clerkId));
  const touched = openingsAhead(from).filter((opening) => isAwayIn(absence, opening));
  const lost = coverLost(matters, touched, [...away, absence]).flatMap(({ matter, openings }) => {
    const partner = matter.clerkA === absence.clerkId ? matter.clerkB : matter.clerkA;
    return openings.map((opening) => ({ matter, opening, partner }));
  });
  const standsIn = ({ opening, partner }: (typeof lost)[number]) =>
    absence.deputy !== null && absence.deputy !== partner && !isGone(away, absence.deputy, opening);
  const unkept = override === null ? lost[0] : lost.find((one) => !standsIn(one));
  if (!unkept) return null;
  const { matter, opening, partner } = unkept;
  const facts = { day: dayOf(from, opening.startsAt), ...namesFact('matter', matter.names) };
  return override === null
    ? refuse('positions-both-away', { ...facts, ...awayFact(from, [partner], opening) })
    : refuse('stand-in-needed', facts);
}

/** C11: whoever is set as A and B is not away with the other one in an opening to come. */
export function keepClerks(from: Reader, { matter }: { matter: Positions }): Refusal | null {
  const [lost] = coverLost([matter], openingsAhead(from), from.read(absences).standing());
  const [opening] = lost?.openings ?? [];
  if (!lost || !opening) return null;
  const facts = { day: dayOf(from, opening.startsAt), ...namesFact('matter', matter.names) };
  return refuse('clerks-both-away', { ...facts, ...awayFact(from, [matter.clerkA, matter.clerkB], opening) });
}

function openingsAhead(from: Reader): Opening[] {
  const now = new Date(from.nowMs).toISOString();
  return openingsOf(from).filter(({ phase, endsAt }) => (phase === 'planned' || phase === 'running') && endsAt > now);
}

function isGone(away: readonly Absence[], id: ClerkId | null, opening: Pick<Opening, 'startsAt' | 'endsAt'>): boolean {
  return away.some((one) => one.clerkId === id && isAwayIn(one, opening));
}

/** Who is away in that opening, and until when. */
function awayFact(from: Reader, ids: readonly (ClerkId | null)[], opening: Opening): ReturnType<typeof namesFact> {
  const away = from.read(absences).standing();
  const said = (until: (day: Day | null) => string) =>
    ids.map((id) => {
      const absence = away.find((one) => one.clerkId === id && isAwayIn(one, opening));
      return `${clerkName(from, id) ?? ''} ${until(absence?.until ? dayOf(from, absence.until) : null)}`;
    });
  return namesFact('away', {
    'zh-Hans': said((day) => (day ? `${day} 返岗` : '返岗未定')).join('、'),
    'zh-Hant': said((day) => (day ? `${day} 返崗` : '返崗未定')).join('、'),
    en: said((day) => (day ? `is back on ${day}` : 'is away without an end')).join(', '),
  });
}

function dayOf(from: Reader, at: Instant): Day {
  return localTime(Date.parse(at), from.timeZone).day;
}

/** The first matter whose A and B are away in an opening that is to be planned, in whichever order both were entered. */
export function positionsAway(
  from: Reader,
  { startsAt, endsAt, letters }: Pick<Opening, 'startsAt' | 'endsAt' | 'letters'>,
): Refusal | null {
  const away = from.read(absences).standing();
  const isAway = (id: ClerkId | null) => isGone(away, id, { startsAt, endsAt });
  for (const { letter, names, clerkA, clerkB, offered } of catalogue(from).matters) {
    if (!offered || !letters.includes(letter) || !isAway(clerkA) || !isAway(clerkB)) continue;
    const day = dayOf(from, startsAt);
    const both = [clerkA, clerkB].map((id) => clerkName(from, id) ?? '').join('、');
    return refuse('opening-positions-away', { day, names: both, ...namesFact('matter', names) });
  }
  return null;
}
