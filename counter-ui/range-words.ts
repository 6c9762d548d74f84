/** Q6: the honest range, short or in full. */
import type { WaitRange } from '../schema/board.ts';
import type { Say } from './words.ts';

export function rangeWords(say: Say, range: WaitRange | null, form: 'range' | 'range-long' = 'range'): string {
  if (!range) return say(form === 'range' ? 'range-unknown' : 'range-unknown-long');
  return range.mostMin === 0 ? say('range-none') : say(form, { half: range.halfMin, most: range.mostMin });
}
