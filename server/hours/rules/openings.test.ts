import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iso, ms } from '../../../schema/context.ts';
import type { Opening, SeriesPlan } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, Letter, OpeningId } from '../../../schema/ids.ts';
import { addDays, weekday } from '../../../schema/time.ts';
import { programDays } from '../../hall/program-years.ts';
import { calendarFrom } from '../../hall/rules/calendar.ts';
import { HOUR, MINUTE, NINE, SETTINGS } from '../../test/given.ts';
import { afterOpenTime, callingOf, cancelledNow, nextOpening, openingAfter, runningAt, serviceDay } from './calling.ts';
import { evolveOpening, overlapping, timesOf } from './opening-life.ts';
import { seriesDays } from './series.ts';
import { slotsOf } from './slots.ts';

const ZONE = 'Asia/Shanghai';
const CHINA = calendarFrom(new Map(), new Map(), programDays);
const seriesDaysOf = (plan: SeriesPlan, from: Day, to: Day) => seriesDays(plan, from, to, CHINA);
const A = 'A' as Letter;

const series = (days: SeriesPlan['days'], more: Partial<SeriesPlan> = {}): SeriesPlan => ({
  kind: 'regular',
  from: '09:00',
  to: '17:00',
  letters: [A],
  counterIds: ['c1' as CounterId],
  bookableShare: 0.5,
  days,
  everyWeeks: 1,
  firstDay: '2026-09-01' as Day,
  ...more,
});

/** Hours after 09:00 of the 23rd, in Shanghai. */
function opening(from: number, to: number, more: Partial<Opening> = {}): Opening {
  return {
    id: `o${from}-${to}` as OpeningId,
    day: '2026-11-23' as Day,
    kind: 'regular',
    phase: 'planned',
    startsAt: iso(NINE + from * HOUR),
    endsAt: iso(NINE + to * HOUR),
    lastTicketAt: iso(NINE + to * HOUR),
    letters: [A],
    counterIds: ['c1' as CounterId],
    bookableShare: 0.5,
    ...more,
  };
}

describe('a series', () => {
  it('[H1] [H2] a series on workdays follows the calendar: no holiday, every make-up workday', () => {
    expect(seriesDaysOf(series('workdays'), '2026-09-18', '2026-10-12')).toEqual([
      '2026-09-18',
      '2026-09-20',
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
  });

  it('[H1] [H2] a series on rest days opens on all days that are no workday', () => {
    const rest = seriesDaysOf(series('rest-days'), '2026-09-18', '2026-10-12');
    const work = seriesDaysOf(series('workdays'), '2026-09-18', '2026-10-12');
    const all = Array.from({ length: 25 }, (_, n) => addDays('2026-09-18', n));
    expect([...rest, ...work].sort()).toEqual(all);
    expect(rest).toContain('2026-10-01');
    expect(rest).not.toContain('2026-10-10');
  });

  it('[H1] [H2] a series on named weekdays stays closed on holidays, also on a Saturday of one, and opens on a make-up Saturday', () => {
    const days = seriesDaysOf(series([4, 6]), '2026-09-21', '2026-10-18');
    // Thursdays and Saturdays; 26 September, 1 and 3 October are holidays, 10 October is worked.
    expect(days).toEqual(['2026-09-24', '2026-10-08', '2026-10-10', '2026-10-15', '2026-10-17']);
  });

  it('[H2] a series of every n weeks counts whole weeks from the week of its first day', () => {
    const plan = series([1, 5], { everyWeeks: 2, firstDay: '2026-11-04' as Day });
    expect(seriesDaysOf(plan, '2026-11-01', '2026-12-06')).toEqual([
      '2026-11-06',
      '2026-11-16',
      '2026-11-20',
      '2026-11-30',
      '2026-12-04',
    ]);
  });

  it('[H2] a property: a series opens within its range and on its days only, and the same however the range is cut', () => {
    const plans = fc.record({
      days: fc.oneof(
        fc.constantFrom('workdays' as const, 'rest-days' as const),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      ),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      start: fc.nat(60),
      length: fc.nat(60),
      cut: fc.nat(150),
    });
    fc.assert(
      fc.property(plans, ({ days, everyWeeks, start, length, cut }) => {
        const firstDay = addDays('2026-08-20', start) as Day;
        const lastDay = addDays(firstDay, length) as Day;
        const plan = series(days, { everyWeeks, firstDay, lastDay });
        const [from, to] = ['2026-08-01', '2026-12-31'] as Day[];
        const found = seriesDaysOf(plan, from!, to!);
        for (const day of found) {
          expect(day >= firstDay && day <= lastDay).toBe(true);
          if (days === 'workdays') expect(CHINA.isWorkingDay(day)).toBe(true);
          if (days === 'rest-days') expect(CHINA.isWorkingDay(day)).toBe(false);
          if (Array.isArray(days)) expect(days).toContain(weekday(day));
        }
        const middle = addDays(from!, cut);
        expect([...seriesDaysOf(plan, from!, middle), ...seriesDaysOf(plan, addDays(middle, 1), to!)]).toEqual(found);
      }),
    );
  });
});

describe('the times of an opening', () => {
  it('[H1] the times of an opening are local times of the hall', () => {
    expect(timesOf({ day: '2026-11-23', from: '09:00', to: '17:00' }, ZONE)).toMatchObject({
      startsAt: '2026-11-23T01:00:00.000Z',
      endsAt: '2026-11-23T09:00:00.000Z',
    });
  });

  it('[T2] an opening whose end is not after its beginning runs past midnight', () => {
    expect(timesOf({ day: '2026-11-23', from: '20:00', to: '01:30' }, ZONE)).toMatchObject({
      startsAt: '2026-11-23T12:00:00.000Z',
      endsAt: '2026-11-23T17:30:00.000Z',
    });
  });

  it('[T2] the service day is that of the opening that runs, past midnight too, else the local date', () => {
    const night = [opening(11, 16.5)]; // 20:00 to 01:30
    expect(serviceDay(NINE + 15.5 * HOUR, night, ZONE)).toBe('2026-11-23'); // 00:30 on the 24th
    expect(serviceDay(NINE + 16.5 * HOUR, night, ZONE)).toBe('2026-11-24');
    expect(serviceDay(NINE + 15.5 * HOUR, [opening(11, 16.5, { phase: 'cancelled' })], ZONE)).toBe('2026-11-24');
    expect(serviceDay(NINE - 9 * HOUR - 1, [], ZONE)).toBe('2026-11-22');
  });

  it('[H4] an opening runs from its first instant to just before its last', () => {
    const one = opening(0, 8);
    expect(runningAt(NINE - 1, [one])).toEqual([]);
    expect(runningAt(NINE, [one])).toEqual([one]);
    expect(runningAt(NINE + 8 * HOUR - 1, [one])).toEqual([one]);
    expect(runningAt(NINE + 8 * HOUR, [one])).toEqual([]);
  });

  it('[H1] the next opening is the soonest to begin that is not cancelled, of one queue where one is asked', () => {
    const soon = opening(1, 2, { letters: ['B' as Letter] });
    const later = opening(3, 4);
    const line = [later, opening(-1, 8), opening(0.5, 1, { phase: 'cancelled' }), soon];
    expect(nextOpening(NINE, line)).toBe(soon);
    expect(nextOpening(NINE, line, A)).toBe(later);
    expect(nextOpening(NINE + 9 * HOUR, line)).toBeNull();
  });

  it('[H1] two openings overlap when they share a counter and an instant', () => {
    const planned = [opening(0, 8)];
    const meets = (from: number, to: number, counter = 'c1') => overlapping(opening(from, to), [counter], planned);
    expect(meets(7, 9)).toBe(planned[0]);
    expect(meets(-1, 0.5)).toBe(planned[0]);
    expect(meets(2, 3)).toBe(planned[0]);
    expect(meets(8, 9)).toBeNull();
    expect(meets(-1, 0)).toBeNull();
    expect(meets(2, 3, 'c2')).toBeNull();
    expect(overlapping(opening(2, 3), ['c1'], [opening(0, 8, { phase: 'cancelled' })])).toBeNull();
  });

  it('[H4] an opening begins, ends and is cancelled by its events', () => {
    expect(evolveOpening(null, { type: 'opening-began' })).toBe('running');
    expect(evolveOpening('running', { type: 'opening-ended' })).toBe('ended');
    expect(evolveOpening('running', { type: 'opening-cancelled', reason: '' })).toBe('cancelled');
  });
});

describe('open time', () => {
  it('[C3] an offer of thirty minutes made ten before closing ends twenty after the next beginning', () => {
    const days = [opening(24, 32), opening(0, 8)];
    expect(afterOpenTime(NINE + 8 * HOUR - 10 * MINUTE, 30 * MINUTE, days)).toBe(NINE + 24 * HOUR + 20 * MINUTE);
    expect(afterOpenTime(NINE, 30 * MINUTE, days)).toBe(NINE + 30 * MINUTE);
    expect(afterOpenTime(NINE + 10 * HOUR, 30 * MINUTE, days)).toBe(NINE + 24 * HOUR + 30 * MINUTE);
  });

  it('[C3] openings at the same time count once, cancelled ones never, and without enough of them plain time goes on', () => {
    const line = [opening(0, 2), opening(1, 3), opening(4, 5, { phase: 'cancelled' })];
    expect(afterOpenTime(NINE, 2.5 * HOUR, line)).toBe(NINE + 2.5 * HOUR);
    expect(afterOpenTime(NINE, 4 * HOUR, line)).toBe(NINE + 4 * HOUR);
    expect(afterOpenTime(NINE, HOUR, [])).toBe(NINE + HOUR);
  });

  it('[C3] a property: exactly the wanted open minutes lie between an offer and its end', () => {
    const plan = fc.array(fc.record({ from: fc.nat(300), length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(plan, fc.nat(200), fc.integer({ min: 1, max: 90 }), (pieces, from, minutes) => {
        const line = pieces.map((piece) => opening(piece.from / 60, (piece.from + piece.length) / 60));
        const start = NINE + from * MINUTE;
        const end = afterOpenTime(start, minutes * MINUTE, line);
        const last = Math.max(start, ...line.map((one) => ms(one.endsAt)));
        const open = (at: number) => at >= last || line.some((one) => ms(one.startsAt) <= at && at < ms(one.endsAt));
        let count = 0;
        for (let at = start; at < end; at += MINUTE) if (open(at)) count++;
        expect(count).toBe(minutes);
      }),
    );
  });
});

describe('slots', () => {
  const day = opening(0, 8);

  it('[H5] slots cover the opening without gap or overlap, and leave a rest that is too short to walk-ins', () => {
    const slots = slotsOf({ ...day, endsAt: iso(NINE + 2 * HOUR + 20 * MINUTE) }, 2, 10, SETTINGS.slotMs, 0.4);
    expect(slots.map((slot) => slot.startsAt)).toEqual([0, 30, 60, 90].map((minute) => iso(NINE + minute * MINUTE)));
    for (const slot of slots) expect(ms(slot.endsAt) - ms(slot.startsAt)).toBe(SETTINGS.slotMs);
  });

  it('[H5] the capacity of a slot is what the counters can do, the bookable half, less the share of people without a phone', () => {
    // 4 counters do 12 people of 10 minutes in 30; half is bookable; 40 % of that stays for people without a phone.
    expect(slotsOf(day, 4, 10, SETTINGS.slotMs, SETTINGS.noPhoneShare)[0]?.capacity).toBe(3);
    expect(slotsOf(day, 1, 45, SETTINGS.slotMs, SETTINGS.noPhoneShare)[0]?.capacity).toBe(1);
  });

  it('[H5] an opening where nothing is bookable or nobody serves has no slots', () => {
    expect(slotsOf({ ...day, bookableShare: 0 }, 4, 10, SETTINGS.slotMs, 0.4)).toEqual([]);
    expect(slotsOf(day, 4, 10, SETTINGS.slotMs, 1)).toEqual([]);
    expect(slotsOf(day, 0, 10, SETTINGS.slotMs, 0.4)).toEqual([]);
  });
});

describe('whether a queue is called', () => {
  const B = 'B' as Letter;
  const DAY = '2026-11-23' as Day;
  const morning = opening(0, 3);
  const noon = opening(4, 8);
  const at = (hours: number, list: Opening[], queues = [A], day = DAY) =>
    callingOf(NINE + hours * HOUR, list, queues, [day]);

  it('[T10] [Q9] a queue is stopped at lunch, and goes on in the afternoon', () => {
    expect(at(1, [morning, noon])).toEqual({ phase: 'calling', stopsAt: morning.endsAt, goesOnAt: noon.startsAt });
    expect(at(3, [morning, noon])).toEqual({ phase: 'stopped', opening: noon });
    expect(at(4, [morning, noon])).toEqual({ phase: 'calling', stopsAt: noon.endsAt, goesOnAt: null });
    expect(at(8, [morning, noon])).toEqual({ phase: 'stopped', opening: null });
  });

  it('[T10] openings of a queue that follow each other at once count as one', () => {
    const list = [opening(0, 1), opening(1, 2), opening(1.5, 3), opening(3, 4, { letters: [B] })];
    expect(at(0.5, list)).toEqual({ phase: 'calling', stopsAt: list[2]!.endsAt, goesOnAt: null });
    expect(at(0.5, list, [A, B])).toMatchObject({ stopsAt: list[3]!.endsAt });
    expect(at(0.5, list, [B])).toEqual({ phase: 'stopped', opening: list[3] });
  });

  it('[T12] a cancelled or ended opening calls nobody, and the reason of the cancellation is told while it would run', () => {
    const cancelled = opening(0, 3, { phase: 'cancelled', cancelReason: '停电' });
    expect(at(1, [cancelled, noon])).toEqual({ phase: 'stopped', opening: noon });
    expect(at(1, [opening(0, 3, { phase: 'ended' })])).toEqual({ phase: 'stopped', opening: null });
    expect(cancelledNow(NINE + HOUR, [cancelled, noon], [A])).toBe('停电');
    expect(cancelledNow(NINE + HOUR, [cancelled, noon], [B])).toBeNull();
    expect(cancelledNow(NINE + 3 * HOUR, [cancelled, noon], [A])).toBeNull();
  });

  it('[T10] a ticket that is carried over comes to the first later day with its queue on which its number is free', () => {
    const on = (day: string, hours: number, more: Partial<Opening> = {}) =>
      opening(hours, hours + 8, { day: day as Day, ...more });
    const tuesday = on('2026-11-24', 24, { letters: [B] });
    const wednesday = on('2026-11-25', 48);
    const thursday = on('2026-11-26', 72);
    const list = [morning, tuesday, wednesday, thursday];
    const next = (free: (day: Day) => boolean = () => true, of = list) =>
      openingAfter(NINE + 9 * HOUR, of, [A], DAY, free);
    expect(next()).toBe(wednesday);
    expect(next((day) => day !== wednesday.day)).toBe(thursday);
    expect(next(undefined, [tuesday])).toBeNull();
    expect(next(undefined, [on('2026-11-25', 48, { phase: 'cancelled' })])).toBeNull();
  });
});
