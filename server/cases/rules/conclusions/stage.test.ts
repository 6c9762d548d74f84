import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AcceptanceStage } from '../../../../schema/catalogue/facts/stage.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { takeLetter, watch } from '../../../test/case-wishes.ts';
import { chinaWith, givenCaseBy, type OwnDay, SETTINGS } from '../../../test/given.ts';
import { deemedBy, stageEnd } from '../clock/case-clock.ts';
import { dutyWarnings } from '../clock/duty-warnings.ts';
import { tasksOf } from '../worklist/tasks.ts';

const RECEIVED = '2026-11-23' as Day;
const someStage = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('working' as const, 'calendar' as const),
});
/** With days of the hall's own, off and worked, around the stage. */
const someCalendar = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.constantFrom('off' as const, 'worked' as const)), {
    maxLength: 12,
  })
  .map((own) => chinaWith(...own.map(([at, kind]): OwnDay => [addDays(RECEIVED, at), kind])));

/** Day by day, marking what counts. */
function byHand({ days, unit }: AcceptanceStage, calendar: Calendar): Day {
  let counted = 0;
  for (let day = addDays(RECEIVED, 1); ; day = addDays(day, 1)) {
    if (unit === 'calendar' || calendar.isWorkingDay(day)) counted++;
    if (counted === days) return day;
  }
}

describe('the stage of acceptance', () => {
  it('[C8] a property: in any calendar its last day is the one that is counted by hand, and the day after it the case is accepted as of its receipt', () => {
    fc.assert(
      fc.property(someStage, someCalendar, fc.nat(30), (acceptance, calendar, late) => {
        const last = byHand(acceptance, calendar);
        expect(stageEnd(RECEIVED, acceptance, calendar)).toBe(last);
        const taken = givenCaseBy(() => calendar)().after({ ...takeLetter, acceptance } as typeof takeLetter);
        const on = (day: Day) => taken.later(Date.parse(`${day}T01:00:00.000Z`) - taken.nowMs);
        expect(deemedBy(taken.state!, { calendar })).toBe(last);
        expect(on(last).when(watch).state?.phase).toBe('open');
        // A late look changes no date.
        const state = on(addDays(last, 1 + late)).when(watch).state;
        expect(state).toMatchObject({ phase: 'accepted', acceptedOn: RECEIVED, deemed: true });
        const [task] = tasksOf(taken.state!, { calendar, settings: SETTINGS, today: RECEIVED });
        expect(task).toMatchObject({ kind: 'deemed', by: last });
        const warned = dutyWarnings(taken.state!, calendar, last);
        expect(warned).toMatchObject([{ events: [{ duty: 'deemed' }] }]);
        expect(warned[0]!.on < last).toBe(true);
        expect(dutyWarnings(taken.state!, calendar, addDays(last, 1))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('[C8] a case of an older ledger, or of a matter that names none, has five working days', () => {
    const calendar = chinaWith();
    const taken = givenCaseBy(() => calendar)().after(takeLetter);
    expect(taken.state).not.toHaveProperty('acceptance');
    expect(deemedBy(taken.state!, { calendar })).toBe(byHand({ days: 5, unit: 'working' }, calendar));
  });
});
