/** Beside the year’s cases: visits of each kind that the cases lack, so that each figure of a report has something to count. */

import { addDays } from '../../../schema/time.ts';
import { seededChance } from '../../demo/chance.ts';
import { after, inHours } from './planned-year.ts';

/** Named after what the hall counts then. */
export const VISITS = [
  ...(['done', 'answered', 'not-needed', 'withdrawn', 'not-ours', 'refused', 'escalated'] as const),
  ...(['out-of-order', 'turned-away', 'missed', 'left', 'carried-over', 'expired'] as const),
  ...(['undone', 'handed-over', 'late-papers', 'extended'] as const),
];
export type VisitKind = (typeof VISITS)[number];

export type PlannedVisit = {
  n: number;
  kind: VisitKind;
  clerk: number;
  /** The visit, and what follows from it on later workdays, in ms since 1970. */
  times: [comesAt: number, next: number, later: number, last: number];
  takesMs: number;
};

/** Each kind in its turn; the same seed gives the same visits. */
export function plannedVisits(
  seed: number,
  size: { visits: number; staff: number; firstDay: string; days: number },
): PlannedVisit[] {
  const chance = seededChance(seed + 1);
  return Array.from({ length: size.visits }, (_, n) => {
    const comesAt = inHours(addDays(size.firstDay, Math.floor(chance() * size.days)), chance);
    const next = after(comesAt, 1 + chance() * 3, chance);
    const later = after(next, 1 + chance() * 3, chance);
    const last = after(later, 1 + chance() * 3, chance);
    return {
      ...{ n, kind: VISITS[n % VISITS.length]!, clerk: Math.floor(chance() * size.staff) },
      ...{ times: [comesAt, next, later, last], takesMs: Math.round((2 + chance() * 6) * 60_000) },
    };
  });
}
