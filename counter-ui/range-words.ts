/** Q6: the honest range, short or in full. */

import type { Forecast } from '../schema/api.ts';
import type { WaitRange } from '../schema/board.ts';
import { clockTime } from './hall-time.ts';
import type { Say } from './words.ts';

export function rangeWords(say: Say, range: WaitRange | null, form: 'range' | 'range-long' = 'range'): string {
  if (!range) return say(form === 'range' ? 'range-unknown' : 'range-unknown-long');
  return range.mostMin === 0 ? say('range-none') : say(form, { half: range.halfMin, most: range.mostMin });
}

/** T10: where a closing comes first there is no range; the sentence says when calling stops and goes on. */
export function closingWords(say: Say, { at, goesOnAt }: NonNullable<Forecast['closing']>): string {
  return goesOnAt
    ? say('closing-goes-on', { at: clockTime(at), time: clockTime(goesOnAt) })
    : say('closing-end', { at: clockTime(at) });
}
