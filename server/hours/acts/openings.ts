/** Openings: planned ahead out of series, and begun and ended by themselves (H1–H5). */
import type { CounterId, Day, OpeningId, RequestId, SeriesId, SlotId } from '../../../schema/ids.ts';
import type { Opening, OpeningPlan, SeriesPlan } from '../../../schema/opening.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, localTime } from '../../../schema/time.ts';
import { type Actor, CLOCK } from '../../../schema/who.ts';
import { CHINA } from '../../hall/calendar.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import { sweepDay } from '../../line/acts/end-day.ts';
import { decideCounter } from '../../line/rules/counter.ts';
import { places } from '../../line/tables/places.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { access } from '../../people/tables/access.ts';
import { counterStream, openingStream } from '../../streams.ts';
import { coverOf } from '../rules/cover.ts';
import { decideOpening, overlapping, seriesDays, slotsOf, timesOf } from '../rules/openings.ts';
import { cancelAppointmentsOf } from './appointments.ts';

/** After every day. */
const LAST_DAY = '9999-12-31' as Day;

export function createOpening(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; plan: OpeningPlan },
): Promise<{ openingId: OpeningId } | Refusal> {
  return hall.commit({ command: 'create-opening', requestId: input.requestId, actor }, (tx) => {
    const id = uncovered(tx, input.plan) ?? plan(tx, input.plan);
    if (isRefusal(id)) return id;
    sweepStranded(hall, tx);
    return { openingId: id };
  });
}

export function createSeries(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; plan: SeriesPlan },
): Promise<{ seriesId: SeriesId; openings: number } | Refusal> {
  return hall.commit({ command: 'create-series', requestId: input.requestId, actor }, (tx) => {
    const stands = uncovered(tx, input.plan);
    if (stands) return stands;
    const seriesId = tx.newId() as SeriesId;
    tx.write(reference).addSeries({ ...input.plan, id: seriesId });
    const openings = expand(tx, localTime(tx.nowMs, tx.timeZone).day);
    sweepStranded(hall, tx);
    return { seriesId, openings };
  });
}

/** H1: what was planned is not deleted; that it was cancelled, by whom and why, is an event. */
export function cancelOpening(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; openingId: OpeningId; reason: string },
): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: 'cancel-opening', requestId: input.requestId, actor }, (tx) => {
    const opening = hall.openings().find((one) => one.id === input.openingId);
    if (!opening) return refuse('opening-unknown');
    const command = { type: 'cancel', reason: input.reason } as const;
    const phase = tx.run(openingStream, opening.id, (before) => decideOpening(before, command));
    if (isRefusal(phase)) return phase;
    if (opening.phase === 'running') closeCounters(hall, tx, opening);
    cancelAppointmentsOf(tx, opening.id);
    // T12: who waited for it learns now, and not at the end that was planned, where the number went.
    sweepDay(hall, tx, opening.day);
    return { seq: tx.head() };
  });
}

/** H2: every series, as far ahead as the hall wants; run again it adds nothing. Plans itself for the next day. */
export async function expandOpenings(hall: Hall, day: Day): Promise<string> {
  const added = await hall.commit({ command: 'expand-openings', requestId: null, actor: CLOCK }, (tx) => {
    const { timeZone } = tx;
    const today = localTime(tx.nowMs, timeZone).day;
    const tomorrow = addDays(today > day ? today : day, 1);
    tx.later(
      { kind: 'expand-openings', data: { day: tomorrow } },
      timesOf({ day: tomorrow, from: '00:01', to: '00:02' }, timeZone).startsAt,
    );
    const openings = expand(tx, today);
    if (openings > 0) sweepStranded(hall, tx);
    return { openings };
  });
  return isRefusal(added) ? added.refused : `${added.openings} openings`;
}

/** H4. */
export async function beginOpening(hall: Hall, openingId: OpeningId): Promise<string> {
  return byClock(hall, 'begin-opening', openingId, (tx, opening) => {
    if (opening.phase !== 'planned') return false;
    tx.run(openingStream, opening.id, (phase) => decideOpening(phase, { type: 'begin' }));
    for (const counterId of opening.counterIds) {
      // Asked one by one: who sat at two of them is seated at the first.
      if (!goesOn(tx, counterId) && !isSeatedStill(tx, counterId)) continue;
      const command = { type: 'begin-opening', openingId } as const;
      tx.run(counterStream, counterId, (counter) => decideCounter(counter, command));
    }
    return true;
  });
}

/** H4: its counters close, but for those that another running opening holds open; an occupied one when it is free (T12). */
export async function endOpening(hall: Hall, openingId: OpeningId): Promise<string> {
  return byClock(hall, 'end-opening', openingId, (tx, opening) => {
    if (opening.phase !== 'running') return false;
    tx.run(openingStream, opening.id, (phase) => decideOpening(phase, { type: 'end' }));
    closeCounters(hall, tx, opening);
    return true;
  });
}

/** T12: a counter that has not finished when the next opening begins simply goes on. */
function goesOn(tx: Tx, counterId: CounterId): boolean {
  return tx.read(places).counter(counterId)?.phase === 'closing';
}

/** T10: for whom nothing was planned until now, on whatever day they were to come. */
function sweepStranded(hall: Hall, tx: Tx): void {
  sweepDay(hall, tx, LAST_DAY);
}

/** Who sat there when the last opening ended is still in the house, and nowhere else. */
function isSeatedStill(tx: Tx, counterId: CounterId): boolean {
  const clerkId = tx.read(places).counter(counterId)?.clerkId;
  if (!clerkId || !tx.read(reference).clerks().get(clerkId)?.active || !tx.read(access).hasSession(clerkId, tx.now))
    return false;
  return !tx
    .read(places)
    .counters()
    .some((other) => other.id !== counterId && other.clerkId === clerkId && other.phase !== 'closed');
}

function closeCounters(hall: Hall, tx: Tx, opening: Opening): void {
  const others = hall.openings().filter((one) => one.id !== opening.id && one.phase === 'running');
  for (const counterId of opening.counterIds) {
    if (others.some((one) => one.counterIds.includes(counterId))) continue;
    const busy = tx.read(tickets).atCounter(counterId) !== null;
    const command = { type: 'end-opening', openingId: opening.id, busy } as const;
    tx.run(counterStream, counterId, (counter) => decideCounter(counter, command));
  }
}

async function byClock(
  hall: Hall,
  command: string,
  openingId: OpeningId,
  act: (tx: Tx, opening: Opening) => boolean,
): Promise<string> {
  const answer = await hall.commit({ command, requestId: null, actor: CLOCK }, (tx) => {
    const opening = hall.openings().find((one) => one.id === openingId);
    return { acted: opening ? act(tx, opening) : false };
  });
  return isRefusal(answer) ? answer.refused : answer.acted ? 'done' : 'passed';
}

function expand(tx: Tx, today: Day): number {
  let added = 0;
  const until = addDays(today, tx.settings.expandDays);
  for (const series of tx.read(reference).series()) {
    const { id, days: _, everyWeeks: __, firstDay: ___, lastDay: ____, ...shape } = series;
    for (const day of seriesDays(series, today, until, CHINA)) {
      // H3: what was planned when its counters were others is planned for those that are left.
      const { counterIds, letters } = coverOf(shape, tx.read(reference).counters());
      if (letters.length === 0) continue;
      if (!isRefusal(plan(tx, { ...shape, counterIds, letters, day }, id))) added++;
    }
  }
  return added;
}

/** H3: no plan with a counter out of use, or with a group that none of its counters serves. */
function uncovered(tx: Tx, wanted: Pick<OpeningPlan, 'letters' | 'counterIds'>): Refusal | null {
  const { outOfUse, unserved } = coverOf(wanted, tx.read(reference).counters());
  if (outOfUse) return refuse('counter-out-of-use', { counter: outOfUse.label });
  const known = wanted.counterIds.every((id) => tx.read(reference).counters().has(id));
  return known && unserved ? refuse('group-unserved', { group: unserved }) : null;
}

/** One opening with its slots and everything that happens later; refused where it is over or overlaps. */
function plan(tx: Tx, wanted: OpeningPlan, seriesId?: SeriesId): OpeningId | Refusal {
  const { timeZone } = tx;
  const times = timesOf(wanted, timeZone);
  if (wanted.from === wanted.to) return refuse('opening-empty');
  if (Date.parse(times.endsAt) <= tx.nowMs) return refuse('opening-past');
  for (const id of wanted.counterIds) if (!tx.read(reference).counters().has(id)) return refuse('counter-unknown');
  for (const letter of wanted.letters) if (!tx.read(reference).groups().has(letter)) return refuse('matter-unknown');
  const planned = tx.read(reference).openingsFrom(addDays(wanted.day, -1));
  const known = planned.map((one) => ({ ...one, phase: tx.read(places).openingPhase(one.id) }));
  if (seriesId && known.some((one) => one.seriesId === seriesId && one.day === wanted.day))
    return refuse('opening-overlaps');
  const other = overlapping(times, wanted.counterIds, known);
  if (other) {
    const at = localTime(Date.parse(other.startsAt), timeZone);
    return refuse('opening-overlaps', { from: `${at.day} ${at.time}` });
  }
  const { kind, letters, counterIds, bookableShare, day } = wanted;
  const opening = { id: tx.newId() as OpeningId, day, kind, ...times, letters, counterIds, bookableShare, seriesId };
  tx.write(reference).addOpening(opening);
  tx.touchReference();
  cutSlots(tx, opening);
  const openingId = opening.id;
  tx.later({ kind: 'begin-opening', data: { openingId } }, times.startsAt);
  tx.later({ kind: 'end-opening', data: { openingId } }, times.endsAt);
  // Every opening asks for its day's end; the one that is not the day's last finds more to come and passes.
  tx.later({ kind: 'end-day', data: { day, round: Date.parse(times.endsAt) } }, times.endsAt);
  return openingId;
}

/** H5: per letter, by the counters that serve it and the mean of its matters' typical minutes. */
function cutSlots(tx: Tx, opening: Omit<Opening, 'phase'>): void {
  const matters = [...tx.read(reference).matters().values()];
  for (const letter of opening.letters) {
    const minutes = matters.filter((matter) => matter.letter === letter).map((matter) => matter.typicalMinutes);
    const typical = minutes.reduce((sum, one) => sum + one, 0) / Math.max(1, minutes.length) || 15;
    const counters = opening.counterIds.filter((id) =>
      tx.read(reference).counters().get(id)?.letters.includes(letter),
    ).length;
    const { slotMs, noPhoneShare } = tx.settings;
    for (const slot of slotsOf(opening, counters, typical, slotMs, noPhoneShare)) {
      tx.write(reference).addSlot({
        id: tx.newId() as SlotId,
        openingId: opening.id,
        letter,
        day: opening.day,
        ...slot,
      });
    }
  }
}
