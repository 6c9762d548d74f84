/** The rows of cases: those that wait for somebody's answer. The same row shows the cases of a sitting (line). */
import type { CaseRow, UnhandledRow } from '../../schema/cases/rows.ts';
import type { CaseId, ClerkId } from '../../schema/ids.ts';
import { calendarOf } from '../hall/views/calendar.ts';
import { once, type Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';
import { awayNow } from '../people/views/absences.ts';
import { said } from '../people/views/said.ts';
import { blockedClerks, clerkName } from '../people/views/staff.ts';
import { waitingPapers } from './rules/late-papers.ts';
import { owersOf, ringerOf } from './rules/owners/afterwards.ts';
import { answerQuestionBy, askedClerks, openQuestions } from './rules/question.ts';
import { answerInquiryBy } from './rules/residents/resident.ts';
import { cases, type StoredCase } from './tables/cases.ts';
import { isProvisional } from './views/case-view.ts';
import { standInFor } from './views/deputies.ts';
import { answersOf, dutiesOf, handledBy } from './views/duties.ts';
import { isLongAbsent } from './views/owners/long-absent.ts';
import { work } from './views/worklist/work-rows.ts';

const answerBy = (found: StoredCase) =>
  answerInquiryBy(found) ?? answerQuestionBy(found) ?? waitingPapers(found)?.answerBy;

/** With an open offer, a refusal proposed or sent back, a resident's question, the handler's, or late papers (C2, C3, C5, C6, C12). */
const offers: Rows<CaseRow> = {
  row(from, id) {
    const found = from.read(cases).byId(id as CaseId);
    const isAsked =
      found &&
      (found.offer ||
        found.sentBack ||
        found.phase === 'proposed' ||
        found.correction ||
        found.dutiesWarned ||
        found.ring ||
        answerBy(found));
    return isAsked ? caseRow(from, found) : null;
  },
  rows: (from) =>
    from
      .read(cases)
      .asked()
      .map((found) => caseRow(from, found)),
};

export function caseRow(from: Reader, found: StoredCase): CaseRow {
  const { offer, correction } = found;
  const papers = waitingPapers(found);
  return {
    id: found.id,
    phase: found.phase,
    matterId: found.matterId,
    ticketId: found.origin.ticketId ?? null,
    number: found.origin.number,
    firstContact: found.firstContact,
    firstContactName: clerkName(from, found.firstContact) ?? '',
    handler: found.handler,
    handlerName: clerkName(from, found.handler) ?? '',
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    dueOn: found.dueOn ?? null,
    provisional: isProvisional(found, calendarOf(from)),
    outcome: found.outcome ?? null,
    sentBack: found.sentBack !== undefined,
    inquiryBy: answerInquiryBy(found) ?? null,
    correction: correction ? { by: correction.by, isSentBack: correction.sentBack !== undefined } : null,
    late: papers ? { by: papers.answerBy, to: found.lateTo ?? null } : null,
    asked: askedClerks(found),
    warned: warnedOf(found),
    ring: found.ring ? ringerOf(found) : null,
    deputies: deputiesOf(from, found),
    offer: offer
      ? {
          ...said(from, offer),
          fromName: clerkName(from, offer.from) ?? '',
          toName: clerkName(from, offer.to) ?? '',
          receivers: offer.to ? [offer.to] : (found.offerGroup?.receivers ?? []),
        }
      : null,
  };
}

/** C2: of a question outside the handler is reminded, who writes down what came. */
function warnedOf(found: StoredCase): CaseRow['warned'] {
  const isReminded = openQuestions(found).some(({ to, reminded }) => reminded && 'outside' in to);
  return [...(found.dutiesWarned ?? []), ...(isReminded ? (['question'] as const) : [])];
}

/** Of whoever is to answer now. */
function deputiesOf(from: Reader, found: StoredCase): ClerkId[] {
  const asked = [
    ...(found.offer?.to ? [found.offer.to] : []),
    ...askedClerks(found),
    ...owersOf(found),
    ...(found.sentBack || (found.phase !== 'closed' && answerInquiryBy(found)) || warnedOf(found).length > 0
      ? [found.handler]
      : []),
  ];
  return [...new Set(asked.flatMap((id) => standInFor(from, found, id)?.by ?? []))];
}

/** C15: whoever may not sign in, or is away for long, and still answers for cases. */
const unhandled: Rows<UnhandledRow> = {
  row: (from, id) => unhandledRow(from, id as ClerkId),
  rows: (from) => {
    const ids = new Set([...blockedClerks(from), ...once(from, awayNow).keys()]);
    return [...ids].flatMap((id) => unhandledRow(from, id) ?? []);
  },
};

function unhandledRow(from: Reader, id: ClerkId): UnhandledRow | null {
  const isBlocked = blockedClerks(from).includes(id);
  if (!isBlocked && !isLongAbsent(from, id)) return null;
  const count = isBlocked ? handledBy(from, id).length + answersOf(from, id).length : dutiesOf(from, id).length;
  return count > 0 ? { id, name: clerkName(from, id) ?? '', cases: count, why: isBlocked ? 'blocked' : 'away' } : null;
}

export const casesBoard = { offers, unhandled, work };
