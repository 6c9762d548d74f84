/** C11: A and B of a matter are not both away in one opening that calls its group. */
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { ClerkId, Day, Instant } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { catalogue } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { clerkName, mayHandle } from '../../people/views/staff.ts';
import { coverLost, isAwayIn, namedFor } from '../rules/positions.ts';
import { type AwayOrGone, awayOf } from '../views/lost-cover.ts';
import { openingsOf } from '../views/open-hours.ts';

type Comes = { absence: Pick<Absence, 'clerkId' | 'from' | 'until' | 'deputy'>; override: string | null };
type Positions = Pick<KeptMatter, 'letter' | 'names' | 'offered' | 'clerkA' | 'clerkB'>;

/** Of the openings that are planned so far; a supervisor who says why, and names who stands in, lets both go. */
export function keepPositions(from: Reader, { absence, override }: Comes): Refusal | null {
  const away = awayOf(from);
  const matters = catalogue(from).matters.filter(({ clerkA, clerkB }) => [clerkA, clerkB].includes(absence.clerkId));
  const touched = openingsAhead(from).filter((opening) => isAwayIn(absence, opening));
  const lost = coverLost(matters, touched, [...away, absence]).flatMap(({ matter, openings }) => {
    const partner = matter.clerkA === absence.clerkId ? matter.clerkB : matter.clerkA;
    return openings.map((opening) => ({ matter, opening, partner }));
  });
  const standsIn = ({ opening, partner }: (typeof lost)[number]) =>
    absence.deputy !== null && absence.deputy !== partner && !isGone(away, absence.deputy, opening);
  const unkept = override === null ? lost[0] : lost.find((one) => !standsIn(one));
  if (!unkept) return keepDeputies(from, { absence, override });
  const { matter, opening, partner } = unkept;
  const facts = { day: dayOf(from, opening.startsAt), ...namesFact('matter', matter.names) };
  return override === null
    ? refuse('positions-both-away', { ...facts, ...awayFact(from, [partner], opening) })
    : refuse('stand-in-needed', facts);
}

/** C11: whoever stands in for A and B of a matter, who are both away, is not away with them, unless another is named. */
function keepDeputies(from: Reader, { absence, override }: Comes): Refusal | null {
  const away = awayOf(from);
  const isThere = (id: ClerkId, opening: Opening) => !isGone(away, id, opening);
  const touched = openingsAhead(from).filter((opening) => isAwayIn(absence, opening));
  for (const { matter, openings } of coverLost(catalogue(from).matters, touched, away)) {
    const left = openings.find((opening) => {
      const named = namedFor([matter.clerkA, matter.clerkB], opening, away);
      if (!named.delete(absence.clerkId) || [...named].some((id) => isThere(id, opening))) return false;
      return override === null || absence.deputy === null || !isThere(absence.deputy, opening);
    });
    if (!left) continue;
    const facts = { day: dayOf(from, left.startsAt), ...namesFact('matter', matter.names) };
    return override === null
      ? refuse('deputy-needed', { ...facts, name: clerkName(from, absence.clerkId) ?? '' })
      : refuse('stand-in-needed', facts);
  }
  return null;
}

/** C11, C15: nobody leaves who is the last one there of A, B and deputies in an opening to come. */
export function keepLeaver(from: Reader, { clerk: { id, name } }: { clerk: Clerk }): Refusal | null {
  const away = awayOf(from);
  const ahead = openingsAhead(from);
  const then: AwayOrGone[] = [...away, { clerkId: id, from: '', until: null, deputy: null, override: null }];
  for (const { matter, openings } of coverLost(catalogue(from).matters, ahead, then)) {
    const ids = [matter.clerkA, matter.clerkB];
    const left = openings.find((opening) => {
      const named = namedFor(ids, opening, away);
      const isNeeded = (ids.includes(id) && !isGone(away, id, opening)) || named.has(id);
      return isNeeded && ![...named].some((one) => !isGone(then, one, opening));
    });
    if (!left) continue;
    const facts = { day: dayOf(from, left.startsAt), ...namesFact('matter', matter.names) };
    return refuse('leaver-needed', { ...facts, name });
  }
  return null;
}

/** C11: no opening to come has A and B of a matter away by who they are, by its group, or by being offered. What was let go before stands. */
export function keepClerks(from: Reader, { before, matter }: { before: Positions; matter: Positions }): Refusal | null {
  const ahead = openingsAhead(from);
  const lostOf = (one: Positions) => coverLost([one], ahead, awayOf(from))[0]?.openings ?? [];
  const areOthers = before.clerkA !== matter.clerkA || before.clerkB !== matter.clerkB;
  const stood = areOthers ? [] : lostOf(before);
  const opening = lostOf(matter).find((one) => !stood.includes(one));
  if (!opening) return null;
  const facts = { day: dayOf(from, opening.startsAt), ...namesFact('matter', matter.names) };
  const away = awayFact(from, [matter.clerkA, matter.clerkB], opening);
  return refuse(areOthers ? 'clerks-both-away' : 'matter-both-away', { ...facts, ...away });
}

function openingsAhead(from: Reader): Opening[] {
  const now = new Date(from.nowMs).toISOString();
  return openingsOf(from).filter(({ phase, endsAt }) => (phase === 'planned' || phase === 'running') && endsAt > now);
}

function isGone(
  away: readonly AwayOrGone[],
  id: ClerkId | null,
  opening: Pick<Opening, 'startsAt' | 'endsAt'>,
): boolean {
  return away.some((one) => one.clerkId === id && isAwayIn(one, opening));
}

/** Who is away in that opening, and until when. */
function awayFact(from: Reader, ids: readonly (ClerkId | null)[], opening: Opening): ReturnType<typeof namesFact> {
  const away = awayOf(from);
  const said = (left: string, until: (day: Day | null) => string) =>
    ids.map((id) => {
      const absence = away.find((one) => one.clerkId === id && isAwayIn(one, opening));
      const isLeft = id === null || !mayHandle(from, id);
      return `${clerkName(from, id) ?? ''} ${isLeft ? left : until(absence?.until ? dayOf(from, absence.until) : null)}`;
    });
  return namesFact('away', {
    'zh-Hans': said('账号已停用', (day) => (day ? `${day} 返岗` : '返岗未定')).join('、'),
    'zh-Hant': said('帳號已停用', (day) => (day ? `${day} 返崗` : '返崗未定')).join('、'),
    en: said('no longer serves here', (day) => (day ? `is back on ${day}` : 'is away without an end')).join(', '),
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
  const away = awayOf(from);
  const isAway = (id: ClerkId | null) => isGone(away, id, { startsAt, endsAt });
  for (const { letter, names, clerkA, clerkB, offered } of catalogue(from).matters) {
    if (!offered || !letters.includes(letter) || !isAway(clerkA) || !isAway(clerkB)) continue;
    const day = dayOf(from, startsAt);
    const both = [clerkA, clerkB].map((id) => clerkName(from, id) ?? '').join('、');
    return refuse('opening-positions-away', { day, names: both, ...namesFact('matter', names) });
  }
  return null;
}
