/** Q3: why this ticket, in one sentence. */
import type { CallReason } from '../schema/ticket.ts';
import type { Say } from './words.ts';

export function whySentence(say: Say, why: CallReason): string {
  const parts = [
    why.rule === 'out-of-order' ? say('why-out-of-order', { reason: why.reason ?? '' }) : say(`why-${why.rule}`),
    say(`why-class-${why.klass}`),
    say('why-waited', { minutes: Math.floor(why.waitedMs / 60_000) }),
    why.passedOver > 0 ? say('why-passed-over', { count: why.passedOver }) : say('why-nobody-passed-over'),
  ];
  return parts.filter(Boolean).join(say('comma')) + say('full-stop');
}
