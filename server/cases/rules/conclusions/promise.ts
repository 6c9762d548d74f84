/** CONDITIONAL ACCEPTANCE 容缺 (C13): what may follow, on the resident's promise, and what is outstanding of it. */
import type { Case, Promised } from '../../../../schema/cases/case.ts';
import type { Conclusion } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Day } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { deadlineOf } from '../clock/deadline.ts';
import { cameFor } from '../residents/helper.ts';

type Wished = NonNullable<Extract<Conclusion, { kind: 'accepted' }>['follow']>;

/** Only what the catalogue marks may follow, on a day after today and within the limit. */
export function promised({ items: wanted, by }: Wished, ctx: CaseContext): Pick<Promised, 'items' | 'by'> | Refusal {
  const { content, mayFollow, limit, today, calendar } = ctx;
  const asked = new Set(wanted);
  const items = content.items.filter(({ id }) => asked.has(id));
  if (items.length < asked.size) return refuse('material-not-in-catalogue');
  if (items.some(({ id }) => !mayFollow.has(id))) return refuse('material-may-not-follow');
  const due = limit && deadlineOf({ accepted: today, limit, pauses: [], extendedBy: 0 }, calendar).due;
  if (by <= today || (due && by > due)) return refuse('promise-day-wrong');
  return { items, by };
}

/** Of an accepted case: by any clerk; its receipt, not a notice, says what was promised. */
export function kept(found: Case, command: CommandOf<'receive-materials'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { promise, receiptNo } = found;
  if (!promise || !receiptNo) return refuse('case-not-noticed');
  const items = [...new Set(command.items)];
  if (items.some((id) => promise.received.includes(id))) return refuse('material-received-already');
  if (items.length === 0 || items.some((id) => promise.items.every((item) => item.id !== id)))
    return refuse('material-not-asked');
  const came = cameFor(found, 'hand-in', command.helper, ctx.today);
  if (isRefusal(came)) return came;
  return [{ type: 'materials-received', noticeNo: receiptNo, items, by: command.by, on: ctx.today, ...came }];
}

export function outstanding({ promise }: Pick<Case, 'promise'>): number {
  return promise ? promise.items.length - promise.received.length : 0;
}

/** Until when the next of it is promised; nothing of what is whole. */
export function promisedBy(found: Pick<Case, 'promise'>): Day | undefined {
  return outstanding(found) > 0 ? found.promise?.by : undefined;
}
