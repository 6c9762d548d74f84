/** Openings planned ahead: one by one, and out of series (H1–H3, H5). */

import type { Opening, OpeningPlan, PlannedSlot, SeriesPlan } from '../../../schema/hours/opening.ts';
import type { Day, OpeningId, SeriesId, SlotId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf, localTime } from '../../../schema/time.ts';
import { typicalMinutes } from '../../catalogue/views/matter-view.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { groups } from '../../hall/tables/groups.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { sealReasons } from '../../people/acts/keep-words.ts';
import { openingsPlanned } from '../hooks.ts';
import { coverOf } from '../rules/cover.ts';
import { overlapping, timesOf } from '../rules/opening-life.ts';
import { seriesDays } from '../rules/series.ts';
import { clashWithSeries } from '../rules/series-clash.ts';
import { slotsOf } from '../rules/slots.ts';
import { openingStream, seriesStream } from '../stream.ts';
import { openings } from '../tables/openings.ts';
import { series } from '../tables/series.ts';
import { positionsAway } from './keep-positions.ts';

/** When the nightly plan is made. */
const EXPAND_AT = '00:01';
/** A year shows each week and holiday of a series. */
const DAYS_OF_YEAR = 366;

/** Why A and B of a matter may both be away in it (C11). */
type Override = { override?: string | undefined };

export function createOpening(
  tx: Tx,
  { plan: wanted, override }: { plan: OpeningPlan } & Override,
): { openingId: OpeningId } | Refusal {
  const openingId =
    uncovered(tx, wanted) ?? stranded(tx, wanted, [wanted.day], override) ?? plan(tx, wanted, { override });
  if (isRefusal(openingId)) return openingId;
  return tx.tell(openingsPlanned, { days: [wanted.day] }) ?? { openingId };
}

export function createSeries(
  tx: Tx,
  { plan: wanted, override }: { plan: SeriesPlan } & Override,
): { seriesId: SeriesId; openings: number } | Refusal {
  const { today } = tx;
  const ahead = seriesDays(wanted, today, addDays(today, tx.settings.expandDays), calendarOf(tx));
  const stands = uncovered(tx, wanted) ?? withoutEffect(tx, wanted) ?? stranded(tx, wanted, ahead, override);
  if (stands) return stands;
  const seriesId = addSeries(tx, wanted);
  const days = expand(tx, today, { seriesId, override });
  return tx.tell(openingsPlanned, { days }) ?? { seriesId, openings: days.length };
}

/** Its openings are planned by the next expansion. */
export function addSeries(tx: Tx, wanted: SeriesPlan): SeriesId {
  const id = tx.newId() as SeriesId;
  tx.begin(seriesStream, id, [{ type: 'series-planned' as const, ...wanted }]);
  return id;
}

/** H2: every series, as far ahead as the hall wants; run again it adds nothing. Plans itself for the next day. */
export function expandOpenings(tx: Tx, { day }: { day: Day }): string | Refusal {
  const { today } = tx;
  const tomorrow = addDays(today > day ? today : day, 1);
  const dueAt = new Date(instantOf(tomorrow, EXPAND_AT, tx.timeZone)).toISOString();
  tx.later({ kind: 'expand-openings', data: { day: tomorrow } }, dueAt);
  const days = expand(tx, today);
  const refused = days.length > 0 ? tx.tell(openingsPlanned, { days }) : null;
  return refused ?? `${days.length} openings`;
}

/** The days for which an opening was added; `because`: of one series, why A and B may be away (C11). */
function expand(tx: Tx, today: Day, because?: { seriesId: SeriesId } & Override): Day[] {
  const added: Day[] = [];
  const until = addDays(today, tx.settings.expandDays);
  for (const one of tx.read(series).all()) {
    const { id, days: _, everyWeeks: __, firstDay: ___, lastDay: ____, ...shape } = one;
    for (const day of seriesDays(one, today, until, calendarOf(tx))) {
      // H3: what was planned when its counters were others is planned for those that are left.
      const { counterIds, letters } = coverOf(shape, tx.read(counterPlans).all());
      if (letters.length === 0) continue;
      const override = because?.seriesId === id ? because.override : undefined;
      if (!isRefusal(plan(tx, { ...shape, counterIds, letters, day }, { seriesId: id, override }))) added.push(day);
    }
  }
  return added;
}

/** H3: no plan with a counter out of use, or with a group that none of its counters serves. */
function uncovered(tx: Tx, wanted: Pick<OpeningPlan, 'letters' | 'counterIds'>): Refusal | null {
  const plans = tx.read(counterPlans).all();
  const { outOfUse, unserved } = coverOf(wanted, plans);
  if (outOfUse) return refuse('counter-out-of-use', { counter: outOfUse.label });
  const known = wanted.counterIds.every((id) => plans.has(id));
  return known && unserved ? refuse('group-unserved', { group: unserved }) : null;
}

/** H10: nothing is planned upon the day of a series, which would be left out whole and in silence once it comes near. */
function inTheWay(tx: Tx, wanted: OpeningPlan): Refusal | null {
  // Nearer days are openings already, or closed.
  const from = addDays(tx.today, tx.settings.expandDays + 1);
  const plans = tx.read(counterPlans).all();
  // H3: it opens with those of its counters that are left.
  const open = tx
    .read(series)
    .all()
    .map((one) => ({ ...one, ...coverOf(one, plans) }));
  const served = open.filter(({ letters }) => letters.length > 0);
  const clash = clashWithSeries(wanted, served, from, { calendar: calendarOf(tx), timeZone: tx.timeZone });
  return clash && refuse('opening-overlaps', { from: `${clash.day} ${clash.from}` });
}

/** H10: a series that has no day, or a day without an hour. */
function withoutEffect(tx: Tx, wanted: SeriesPlan): Refusal | null {
  if (wanted.from === wanted.to) return refuse('opening-empty');
  const [, first] = [wanted.firstDay, tx.today].sort();
  const days = seriesDays(wanted, first!, addDays(first!, DAYS_OF_YEAR), calendarOf(tx));
  return days.length === 0 ? refuse('series-empty') : null;
}

/** C11: with A and B of a matter away on one of these days, unless somebody says why. */
function stranded(tx: Tx, wanted: Omit<OpeningPlan, 'day'>, days: Day[], override?: string): Refusal | null {
  if (override !== undefined) return null;
  for (const day of days) {
    const refused = positionsAway(tx, { ...timesOf({ ...wanted, day }, tx.timeZone), letters: wanted.letters });
    if (refused) return refused;
  }
  return null;
}

/** One opening with its slots and what happens later; refused where it is over or overlaps. */
function plan(
  tx: Tx,
  wanted: OpeningPlan,
  { seriesId, override }: { seriesId?: SeriesId } & Override = {},
): OpeningId | Refusal {
  const { timeZone } = tx;
  const times = timesOf(wanted, timeZone);
  if (wanted.from === wanted.to) return refuse('opening-empty');
  if (Date.parse(times.endsAt) <= tx.nowMs) return refuse('opening-past');
  for (const id of wanted.counterIds) if (!tx.read(counterPlans).all().has(id)) return refuse('counter-unknown');
  for (const letter of wanted.letters) if (!tx.read(groups).all().has(letter)) return refuse('matter-unknown');
  const known = tx.read(openings).lookBack(addDays(wanted.day, -1));
  if (seriesId && known.some((one) => one.seriesId === seriesId && one.day === wanted.day))
    return refuse('opening-overlaps');
  const other = overlapping(times, wanted.counterIds, known);
  if (other) {
    const at = localTime(Date.parse(other.startsAt), timeZone);
    return refuse('opening-overlaps', { from: `${at.day} ${at.time}` });
  }
  const stands = seriesId ? null : inTheWay(tx, wanted);
  if (stands) return stands;
  const { kind, letters, counterIds, bookableShare, day } = wanted;
  const opening = { day, kind, ...times, letters, counterIds, bookableShare, seriesId };
  const openingId = tx.newId() as OpeningId;
  const because = override !== undefined && positionsAway(tx, opening) ? { positionsAway: { reason: override } } : {};
  const planned = { type: 'opening-planned' as const, ...opening, slots: cutSlots(tx, opening), ...because };
  tx.begin(openingStream, openingId, sealReasons(tx, `opening:${openingId}`, [planned]));
  tx.later({ kind: 'begin-opening', data: { openingId } }, times.startsAt);
  tx.later({ kind: 'end-opening', data: { openingId } }, times.endsAt);
  return openingId;
}

/** H5: per letter, by the counters that serve it and the mean of its matters' typical minutes. */
function cutSlots(tx: Tx, opening: Pick<Opening, 'letters' | 'counterIds' | 'startsAt' | 'endsAt' | 'bookableShare'>) {
  const plans = tx.read(counterPlans).all();
  const { slotMs, noPhoneShare } = tx.settings;
  return opening.letters.flatMap((letter): PlannedSlot[] => {
    const counters = opening.counterIds.filter((id) => plans.get(id)?.letters.includes(letter)).length;
    const cut = slotsOf(opening, counters, typicalMinutes(tx, letter), slotMs, noPhoneShare);
    return cut.map((slot) => ({ id: tx.newId() as SlotId, letter, ...slot }));
  });
}
