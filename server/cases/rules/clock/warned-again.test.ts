import { expect, it } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { accept, extend, take, watch } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';

const accepted = givenCase().after(take).after(accept);
/** The same history on another day. */
const on = (from: typeof accepted, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);

it('[C10] an extension on the last day brings the warnings of the new limit, and not those of days that are over', () => {
  const warned = on(on(accepted, '2026-12-07').after(watch), '2026-12-21').after(watch);
  expect(warned.state).toMatchObject({ warned: 1, warnedOn: '2026-12-21' });
  const longer = warned.after(extend(5));
  expect(longer.when(watch).events).toEqual([]);
  const parts = ['2026-12-22', '2026-12-23', '2026-12-28'].map(
    (day) => on(longer, day as Day).when(watch).events as { part?: number }[],
  );
  // Four fifths of 25 days are the old last day, and were told with it.
  expect(parts.map((events) => events.map(({ part }) => part))).toEqual([[], [], [1]]);
  const early = on(accepted, '2026-12-15').after(watch).after(extend(5));
  expect(early.state).toMatchObject({ warned: 0.8, dueOn: '2026-12-28' });
  expect(on(early, '2026-12-21').when(watch).events).toMatchObject([{ part: 0.8 }]);
});
