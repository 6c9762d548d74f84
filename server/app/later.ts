/** What a due row does: the one place that leads from a job to its use case (H9). */

import type { AppointmentId, Language } from '../../schema/ids.ts';
import { JOBS, type JobKind } from '../../schema/jobs.ts';
import type { MessageFailure } from '../../schema/message.ts';
import { addDays, localTime } from '../../schema/time.ts';
import { CLOCK } from '../../schema/who.ts';
import { timesOf } from '../domain/openings.ts';
import { access } from '../store/access.ts';
import { later } from '../store/later.ts';
import type { Message, Person } from '../store/people.ts';
import { people } from '../store/people.ts';
import { appointments } from '../store/projections/appointments.ts';
import { appointmentByClock } from './appointments.ts';
import { RECEIPT_TRIES } from './by-link.ts';
import { endDay } from './end-day.ts';
import type { Hall } from './hall.ts';
import { lapseHandover } from './handovers.ts';
import { missByClock, returnByClock } from './in-line.ts';
import { failMessage, markMessage } from './messages.ts';
import { beginOpening, endOpening, expandOpenings } from './openings.ts';

/** Hands a message to the outside, or says why never. `id` is the idempotency key: the same id twice is one message. */
export type SendMessage = (message: Message, person: Person, language: Language) => Promise<'sent' | MessageFailure>;

/** After so many hand-overs, each with its attempts, a message has failed. */
const GIVEN_UP_AFTER = 10;
/** Answers and done rows are kept for so long. */
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Runs one due row and marks it done; what it does asks the present state first, so that twice is once. Answers with
 * what happened, or null when the row was done already or is not due yet. Throws on a fault: the row stays open and comes back.
 */
export async function runDue(hall: Hall, rowId: number, send: SendMessage): Promise<string | null> {
  const row = hall.read(later).open(rowId);
  // Early is possible: BullMQ counts by the machine's clock, and that can be set.
  if (!row || Date.parse(row.dueAt) > hall.nowMs()) return null;
  const kind = row.kind as JobKind;
  const result = await act(hall, kind, JSON.parse(row.data), send).catch((fault: unknown) => {
    if (kind !== 'send-message' || row.adds < GIVEN_UP_AFTER) throw fault;
    return failMessage(hall, JOBS[kind].parse(JSON.parse(row.data)).messageId, 'gave-up');
  });
  const done = await hall.commit({ command: 'mark-done', requestId: null, actor: CLOCK }, (tx) => ({
    first: tx.write(later).markDone(rowId, tx.now, result),
  }));
  return 'first' in done && done.first ? result : null;
}

async function act(hall: Hall, kind: JobKind, data: unknown, send: SendMessage): Promise<string> {
  switch (kind) {
    case 'miss-ticket': {
      const { ticketId, calledAt } = JOBS[kind].parse(data);
      return missByClock(hall, ticketId, calledAt);
    }
    case 'return-ticket': {
      const { ticketId, until } = JOBS[kind].parse(data);
      return returnByClock(hall, ticketId, until);
    }
    case 'end-day': {
      const { day, round } = JOBS[kind].parse(data);
      return endDay(hall, day, round);
    }
    case 'begin-opening':
      return beginOpening(hall, JOBS[kind].parse(data).openingId);
    case 'end-opening':
      return endOpening(hall, JOBS[kind].parse(data).openingId);
    case 'expand-openings':
      return expandOpenings(hall, JOBS[kind].parse(data).day);
    case 'lapse-hold':
    case 'miss-appointment':
      return appointmentByClock(hall, JOBS[kind].parse(data).appointmentId, kind);
    case 'lapse-handover': {
      const { caseId, handoverId } = JOBS[kind].parse(data);
      return lapseHandover(hall, caseId, handoverId);
    }
    case 'send-message':
      return sendMessage(hall, JOBS[kind].parse(data).messageId, send);
    case 'erase-people':
      return erasePeople(hall, JOBS[kind].parse(data).day);
    default:
      return kind satisfies never;
  }
}

/** `sending` is written first, so that a crash in between is seen; the gateway knows the id and sends it once. */
async function sendMessage(hall: Hall, id: string, send: SendMessage): Promise<string> {
  const message = hall.read(people).message(id);
  if (!message || message.phase === 'sent' || message.phase === 'failed') return 'passed';
  const appointment = hall.read(appointments).byId(message.refs.appointmentId as AppointmentId);
  // Nobody is reminded of what was cancelled or is over.
  if (message.kind === 'appointment-reminder' && appointment && appointment.phase !== 'confirmed') return 'passed';
  const person = hall.read(people).get(message.personId);
  if (!person) return failMessage(hall, id, 'nobody');
  await markMessage(hall, id, 'sending');
  const answer = await send(message, person, appointment?.language ?? person.language);
  if (answer !== 'sent') return failMessage(hall, id, answer);
  await markMessage(hall, id, 'sent');
  return 'sent';
}

/** P1, every night: what is due is erased and counted; answers of old requests go with it. */
async function erasePeople(hall: Hall, day: string): Promise<string> {
  const answer = await hall.commit({ command: 'erase-people', requestId: null, actor: CLOCK }, (tx) => {
    const { timeZone } = tx;
    const today = localTime(tx.nowMs, timeZone).day;
    const counts = tx.write(people).erase(today, tx.now);
    tx.write(access).endExpired(tx.now);
    tx.write(access).dropTries(RECEIPT_TRIES, tx.now);
    tx.write(later).dropBefore(new Date(tx.nowMs - KEPT_MS).toISOString());
    const tomorrow = addDays(today > day ? today : day, 1);
    const { startsAt } = timesOf({ day: tomorrow, from: '03:30', to: '03:31' }, timeZone);
    tx.later({ kind: 'erase-people', data: { day: tomorrow } }, startsAt);
    return counts;
  });
  return 'people' in answer ? `${answer.people} people, ${answer.links} links` : answer.refused;
}
