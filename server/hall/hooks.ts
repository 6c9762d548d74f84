/** What the hall tells the subjects above it. */
import type { CounterPlan } from '../../schema/hall/plan.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** A counter is to be planned like this; told before anything is written. */
export const counterChanges = hook<{ counter: CounterPlan }>('counter-changes');
