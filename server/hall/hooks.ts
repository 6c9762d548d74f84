/** What the hall tells the subjects above it. */
import type { MovedDue } from '../../schema/hall/calendar.ts';
import type { CounterPlan } from '../../schema/hall/plan.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** A counter is to be planned like this; told before anything is written. */
export const counterChanges = hook<{ counter: CounterPlan }>('counter-changes');

/** Other days are worked than were; told after its event. Each reaction adds the dates that it moved. */
export const calendarChanged = hook<{ moved: MovedDue[] }>('calendar-changed');
