/** Whether somebody is away for long (C15): absences that adjoin, with no working day between them, count together. */
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';

/** `back`: the day of the return; null: open. */
export type DaysAway = { from: Day; back: Day | null };
type Facts = { isWorkingDay: (day: Day) => boolean; longAbsenceDays: number };

export function isLongAbsence(of: DaysAway, others: readonly DaysAway[], facts: Facts): boolean {
  const { from, back } = joined(of, others, facts);
  return back === null || workingDays(from, back, facts, facts.longAbsenceDays + 1) > facts.longAbsenceDays;
}

function joined(of: DaysAway, others: readonly DaysAway[], facts: Facts): DaysAway {
  const adjoins = (earlier: DaysAway, later: DaysAway) =>
    earlier.back !== null && earlier.from <= later.from && !workingDays(earlier.back, later.from, facts, 1);
  const next = others.find((one) => adjoins(one, of) || adjoins(of, one));
  if (!next) return of;
  const back = of.back === null || next.back === null ? null : [of.back, next.back].sort()[1]!;
  const from = [of.from, next.from].sort()[0]!;
  return joined(
    { from, back },
    others.filter((one) => one !== next),
    facts,
  );
}

/** No more than `most` are counted. */
function workingDays(from: Day, until: Day, { isWorkingDay }: Facts, most = Number.POSITIVE_INFINITY): number {
  let working = 0;
  for (let day = from; day < until && working < most; day = addDays(day, 1)) if (isWorkingDay(day)) working++;
  return working;
}
