/** Who was answerable (C2, S4): for a case, a clerk, a day or an instant. */
import {
  type Answerable,
  type AnswerableAsked,
  type AnswerableRow,
  MOST_ANSWERABLE,
} from '../../../schema/figures/answerable.ts';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { type Between, caseHandlers, type Tenure } from '../../cases/tables/case-handlers.ts';
import { cases } from '../../cases/tables/cases.ts';
import { caseNumber } from '../../cases/views/duties.ts';
import { caseOfNumber } from '../../cases/views/sought/case-of-number.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerkName } from '../../people/views/staff.ts';

export function answerable(from: Reader, asked: AnswerableAsked): Answerable | Refusal {
  const { number, clerkId } = asked;
  const between = betweenOf(from, asked);
  const ofCase = number === undefined ? null : caseOfNumber(from, number);
  if (number !== undefined && ofCase === null) return refuse('case-unknown');
  const isEver = between === null && (ofCase !== null || clerkId !== undefined);
  const part = { ...(between ?? (isEver ? EVER : nowOf(from))), after: asked.after, limit: MOST_ANSWERABLE + 1 };
  // A case had few handlers.
  const found = ofCase
    ? from.read(caseHandlers).ofCase(ofCase).filter(isIn(between, clerkId))
    : clerkId
      ? from.read(caseHandlers).ofClerk(clerkId, part)
      : from.read(caseHandlers).ofAll(part);
  const shown = found.slice(0, MOST_ANSWERABLE);
  const isOfInstant = asked.day === undefined && !isEver;
  const absenceOf = isOfInstant ? absencesAt(from, (between ?? nowOf(from)).from) : () => null;
  return {
    rows: shown.map((one) => rowOf(from, one, absenceOf(one.clerkId))),
    next: found.length > shown.length ? shown.at(-1)!.seq : null,
  };
}

/** Before the first instant, and after the last one, that anything has. */
const EVER: Between = { from: '0000', to: '9999' };

/** Null: no time was asked for. */
function betweenOf(from: Reader, { at, day, lastDay }: AnswerableAsked): Between | null {
  if (day !== undefined) {
    const [first, next] = [day, addDays(lastDay ?? day, 1)].map((one) => instantOf(one, '00:00', from.timeZone));
    return { from: iso(first!), to: iso(next! - 1) };
  }
  return at === undefined ? null : { from: at, to: at };
}

function nowOf(from: Reader): Between {
  const now = iso(from.nowMs);
  return { from: now, to: now };
}

/** As the statements of the table ask. */
function isIn(between: Between | null, clerkId?: ClerkId) {
  return (one: Tenure) =>
    (clerkId === undefined || one.clerkId === clerkId) &&
    (between === null || (one.from <= between.to && (one.until === null || one.until > between.from)));
}

function rowOf(from: Reader, { seq: _, caseId, clerkId, ...tenure }: Tenure, absence: Absence | null): AnswerableRow {
  const found = from.read(cases).byId(caseId)!;
  return {
    ...{ caseId, number: caseNumber(found), matterNames: matterNames(from, found.matterId) },
    ...{ clerkId, clerkName: clerkName(from, clerkId) ?? '' },
    firstContactName: clerkName(from, found.firstContact) ?? '',
    ...tenure,
    isAway: absence !== null,
    deputyName: clerkName(from, absence?.deputy),
  };
}

/** C11: one that was ended early ended then. Each clerk is looked up once. */
function absencesAt(from: Reader, instant: Instant): (id: ClerkId) => Absence | null {
  const known = new Map<ClerkId, Absence | null>();
  const isOn = ({ from: since, until, endedAt }: Absence) =>
    since <= instant && (until === null || instant < until) && (endedAt === null || instant < endedAt);
  return (id) => {
    const one = known.has(id) ? known.get(id)! : (from.read(absences).ofClerk(id).find(isOn) ?? null);
    known.set(id, one);
    return one;
  };
}

function iso(atMs: number): Instant {
  return new Date(atMs).toISOString();
}
