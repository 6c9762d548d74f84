import type { Closing } from '../../schema/line/rows.ts';
import type { PlaceView } from '../../schema/line/views.ts';
import { gapIn } from '../../schema/texts/unbroken.ts';
import { clockTime, dayAndTime, localDay } from '../../web/hours.ts';
import type { View } from '../view.ts';
import type { Say } from './say.ts';

/** Where the ticket stands, in one sentence. */
export function placeWords(view: View, ticket: PlaceView): string {
  const { t } = view;
  const { phase, counterLabel: counter } = ticket;
  if (phase === 'called' && counter) return t('goToCounter', { counter });
  if (phase === 'serving' && counter) return t('atCounter', { counter });
  if (phase === 'away' && ticket.awayUntil) return t('awayUntil', { time: clockTime(ticket.awayUntil) });
  if (phase === 'missed' && ticket.rejoinUntil) return t('rejoinUntil', { time: clockTime(ticket.rejoinUntil) });
  if (phase !== 'waiting' || ticket.ahead === null) return '';
  if (ticket.waitsFor) return keptWords(view, ticket);
  const booked = ticket.booked
    ? t('bookedFor', { slot: clockTime(ticket.booked.slotAt), time: clockTime(ticket.booked.callableAt) })
    : '';
  const ahead = ticket.ahead > 0 ? t('aheadSentence', { n: ticket.ahead }) : t('nobodySentence');
  const between = gapIn(view.state.language);
  if (ticket.closing) return [booked, ahead, closingWords(t, ticket.closing)].filter(Boolean).join(between);
  const range = ticket.range ? t('range', { half: ticket.range.halfMin, most: ticket.range.mostMin }) : t('noRange');
  return [booked, ahead, range].filter(Boolean).join(between);
}

/** T10, T12: while nobody is called: until when the number is kept, and why. */
function keptWords({ t, rows, nowMs, state }: View, ticket: PlaceView): string {
  const { waitsFor, ahead } = ticket;
  if (!waitsFor) return '';
  const n = (ahead ?? 0) + 1;
  const because = waitsFor.because ? gapIn(state.language) + t('because', { because: waitsFor.because }) : '';
  if (!waitsFor.startsAt) return t('stoppedNone', { telephone: rows.hall[0]?.telephone ?? '' }) + because;
  if (waitsFor.day === localDay(nowMs)) return t('stoppedToday', { time: clockTime(waitsFor.startsAt), n }) + because;
  return t('stoppedLater', { when: dayAndTime(waitsFor.startsAt, nowMs, state.language), n }) + because;
}

/** T10: across a closing there is no range; the sentence says when calling stops and goes on. */
export function closingWords(t: Say, { at, goesOnAt }: Closing): string {
  return goesOnAt
    ? t('closingGoesOn', { at: clockTime(at), time: clockTime(goesOnAt) })
    : t('closingEnd', { at: clockTime(at) });
}
