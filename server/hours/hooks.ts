/** What the hours tell the subjects above them. */

import type { Opening } from '../../schema/hours/opening.ts';
import type { Day } from '../../schema/ids.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** An opening began, ended or was cancelled; told after its event. `before` is the opening as it was. */
export const openingTurned = hook<{ before: Opening; became: 'running' | 'ended' | 'cancelled' }>('opening-turned');

/** More openings are planned than were: who had none to come to may have one. */
export const openingsPlanned = hook<{ days: Day[] }>('openings-planned');
