/** Q6: the honest range, short or in full. */

import type { Instant, Language } from '../../schema/ids.ts';
import type { Closing, WaitRange } from '../../schema/line/rows.ts';
import { clockTime, dayOf, dayText } from './hall-time.ts';
import type { Say } from './speak.ts';

export function rangeWords(say: Say, range: WaitRange | null, form: 'range' | 'rangeLong' = 'range'): string {
  if (!range) return say(form === 'range' ? 'rangeUnknown' : 'rangeUnknownLong');
  return range.mostMin === 0 ? say('rangeNone') : say(form, { half: range.halfMin, most: range.mostMin });
}

/** T10: where a closing comes first there is no range; the sentence says when calling stops and goes on. */
export function closingWords(say: Say, { at, goesOnAt }: Closing): string {
  return goesOnAt
    ? say('closingGoesOn', { at: clockTime(at), time: clockTime(goesOnAt) })
    : say('closingEnd', { at: clockTime(at) });
}

/** T10: when a queue goes on of which nobody is called now. */
export function keptWords(say: Say, startsAt: Instant | null, language: Language): string {
  if (!startsAt) return say('keptUnknown');
  return say('keptUntil', { time: `${dayText(dayOf(startsAt), language)} ${clockTime(startsAt)}` });
}
