/** THE ORACLE OF DUE DAYS AND OF OTHERS THAT ARE TOLD (C9, C17): nothing of it is the program's but the calendar. */

import type { Case } from '../../schema/cases/case.ts';
import type { Calendar } from '../../schema/hall/calendar.ts';
import type { Day } from '../../schema/ids.ts';
import { addDays } from '../../schema/time.ts';
import type { CaseClock } from '../cases/rules/clock/deadline.ts';
import { SETTINGS } from './given.ts';

/** C17: the days that are told besides the due day, each counted from the day on which its duty began. */
export function toldByHand(found: Case, calendar: Calendar): Day[] {
  const count = (from: Day, days: number) =>
    byHand({ accepted: from, limit: { days, unit: 'working' }, pauses: [], extendedBy: 0 }, calendar);
  const { decision, escalation, proposal, correction, phase, acceptedOn, legalLimit, pauses, extension, ring } = found;
  const extendedBy = extension?.days ?? 0;
  const isAtWork = phase === 'accepted' || phase === 'proposed';
  const received =
    phase === 'noticed'
      ? found.notice?.completeOn
      : phase === 'open' && found.origin.kind !== 'ticket' && found.origin.day;
  const review = proposal ?? (correction?.sentBack ? undefined : correction);
  return [
    ...(isAtWork && acceptedOn && legalLimit
      ? [byHand({ accepted: acceptedOn, limit: legalLimit, pauses, extendedBy }, calendar)]
      : []),
    ...(received ? [count(received, STAGE_DAYS)] : []),
    ...(phase === 'decided' && decision ? [count(decision.on, SETTINGS.tellingDays)] : []),
    ...(escalation && found.acceptedOn ? [count(found.acceptedOn, SETTINGS.escalationDays)] : []),
    ...(review ? [count(review.at.slice(0, 10), SETTINGS.reviewDays)] : []),
    ...found.inquiries.filter(({ answer }) => !answer).map(({ on }) => count(on, SETTINGS.inquiryDays)),
    ...found.latePapers.filter(({ answer }) => !answer).map(({ on }) => count(on, SETTINGS.lateDays)),
    ...(ring?.counted ? [count(ring.counted.from, SETTINGS.lateDays)] : []),
    ...(correction?.sentBack ? [count(correction.sentBack.at.slice(0, 10), SETTINGS.reviewDays)] : []),
  ];
}

/** C8: of a matter that names no stage of its own. */
const STAGE_DAYS = 5;

/** Marks days on a long list, as somebody would on a wall calendar, and counts what is left. */
export function byHand({ accepted, limit, pauses, extendedBy }: CaseClock, calendar: Calendar): Day {
  const wall = Array.from({ length: 700 }, (_, n) => ({ day: addDays(accepted, n + 1), open: true }));
  for (const one of wall) if (limit.unit === 'working' && !calendar.isWorkingDay(one.day)) one.open = false;
  for (const { told, until, ended } of pauses) {
    const last = [until, ended ?? until].sort()[0]!;
    for (const one of wall) if (one.day > told && one.day <= last) one.open = false;
  }
  const wanted = limit.days + extendedBy;
  return wanted === 0 ? accepted : wall.filter(({ open }) => open)[wanted - 1]!.day;
}
