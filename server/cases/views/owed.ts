/** What is owed of a case besides its limit (C5, C7, C10, C13). */

import type { SentBack } from '../../../schema/cases/case.ts';
import type { PaperContent } from '../../../schema/cases/paper.ts';
import type { HallCase } from '../../../schema/cases/views.ts';
import type { ClerkId, Day } from '../../../schema/ids.ts';
import { localTime } from '../../../schema/time.ts';
import { matterThen } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import { clerkName } from '../../people/views/staff.ts';
import { deemedBy } from '../rules/clock/case-clock.ts';
import { warnedDuties } from '../rules/clock/duty-warnings.ts';
import { owedOf } from '../rules/clock/over.ts';
import { outstanding } from '../rules/conclusions/promise.ts';
import { isRevivable, revivalOf } from '../rules/conclusions/revival.ts';
import { warnedPart } from '../rules/watch.ts';
import type { StoredCase } from '../tables/cases.ts';

/** As it is now, whatever job is late. */
function warningOf(from: Reader, found: StoredCase): Pick<HallCase, 'overdue' | 'warned' | 'warnedDuties'> {
  const { today } = from;
  const overdue = [...owedOf(found)].flatMap(([duty, by]) => (by < today ? [{ duty, by }] : []));
  const calendar = calendarOf(from);
  const warned = warnedPart(found, { today, settings: from.settings, calendar });
  return { overdue, warned, warnedDuties: warnedDuties(found, calendar, today) };
}

/** Papers, an answer, an explanation, telling the resident. */
export function dutiesOf(from: Reader, found: StoredCase) {
  const { matterId, openedAt, notice, promise, escalation, extension, late, tellings, phase } = found;
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return {
    notice:
      notice && phase === 'noticed'
        ? {
            no: notice.no,
            items: notice.items.map((item) => ({ ...item, received: notice.received.includes(item.id) })),
            listed: matterThen(from, matterId, notice.at ?? openedAt)?.materials ?? [],
            answerBy: notice.answerBy ?? null,
            completeOn: notice.completeOn ?? null,
          }
        : null,
    promise:
      promise && (phase === 'accepted' || phase === 'proposed')
        ? {
            items: promise.items.map((item) => ({ ...item, received: promise.received.includes(item.id) })),
            by: promise.by,
            isOpen: outstanding(found) > 0,
          }
        : null,
    escalation: escalation
      ? { byName: nameOf(escalation.by), reason: escalation.reason, answerBy: escalation.answerBy }
      : null,
    extended: extension !== undefined,
    ...warningOf(from, found),
    closed: closedOf(from, found),
    revivableUntil: revivableUntil(from, found),
    late,
    tellings: tellings.map(({ way, by, on, reached }) => ({ way, byName: nameOf(by), on, reached })),
  };
}

function closedOf(from: Reader, { phase, closedAt, ending, decision, silentSince, handler }: StoredCase) {
  if (phase !== 'closed' || !closedAt) return null;
  const on = localTime(Date.parse(closedAt), from.timeZone).day;
  const by = ending?.by ?? decision?.by ?? handler;
  return { on, byName: clerkName(from, by) ?? '', silent: silentSince !== undefined };
}

/** C6. */
export function sentBackOf({ by, remark, at, answerBy }: SentBack, nameOf: (id: ClerkId) => string) {
  return { byName: nameOf(by), remark, at, answerBy: answerBy ?? null };
}

/** C8: of what came without a ticket, and of a notice of which all is there. */
export function concludeBy(from: Reader, found: StoredCase): Day | null {
  return deemedBy(found, { calendar: calendarOf(from) });
}

/** C7: after that day what comes is taken as late papers (C5). */
export function revivableUntil({ today, settings }: Reader, found: StoredCase): Day | null {
  return found.phase === 'closed' && isRevivable(found, today, settings) ? revivalOf(found, settings)!.until : null;
}

/** C7: while its notice waits or after nobody answered it, how long it is taken up again after its day. */
export function unanswered({ settings }: Reader, found: StoredCase): NonNullable<PaperContent['revival']> | null {
  return found.phase === 'noticed' || found.silentSince ? revivalOf(found, settings) : null;
}
