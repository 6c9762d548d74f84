/** The resident's part (C12): questions with an answer by a day, taking the wish back, messages. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Day, InquiryId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { countedFrom } from '../clock/told-days.ts';

/** So many may wait for their answers at once. */
const MOST_OPEN = 3;
/** So many in all: a case is no conversation without an end. */
const MOST = 30;

export function inquired(
  found: Case,
  command: CommandOf<'send-inquiry' | 'read-inquiry' | 'answer-inquiry'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const on = ctx.today;
  if (command.type === 'send-inquiry') {
    const open = found.inquiries.filter(({ answer }) => !answer);
    // T3: who did not see that it was received sends it once more, as another wish.
    if (open.some(({ text }) => text === command.text)) return [];
    if (open.length >= MOST_OPEN || found.inquiries.length >= MOST)
      return refuse('inquiries-open', { count: MOST_OPEN });
    const { by: answerBy, counted } = countedFrom(on, ctx.settings.inquiryDays, ctx.calendar);
    const inquiryId = ctx.newId() as InquiryId;
    // C15: of a closed case its last handler may be gone.
    const to = found.phase === 'closed' ? { to: command.to } : {};
    return [{ type: 'inquiry-received', inquiryId, text: command.text, on, answerBy, ...to, counted }];
  }
  const { inquiryId, by } = command;
  const inquiry = found.inquiries.find(({ id }) => id === inquiryId);
  if (!inquiry) return refuse('inquiry-unknown');
  const read: CaseEvent[] = inquiry.read ? [] : [{ type: 'inquiry-read', inquiryId, by, on }];
  if (command.type === 'read-inquiry') return read;
  if (inquiry.answer) return refuse('inquiry-answered');
  return [...read, { type: 'inquiry-answered', inquiryId, by, on, text: command.text }];
}

/** Until when the next question is to be answered. */
export function answerInquiryBy({ inquiries }: Case): Day | undefined {
  return inquiries.flatMap(({ answer, answerBy }) => (answer ? [] : [answerBy])).sort()[0];
}
