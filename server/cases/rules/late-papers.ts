/** PAPERS THAT COME LATE (C5): a closed case is never reopened; what comes is taken with a receipt and answered by a day. */
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { LatePapers } from '../../../schema/cases/late-papers.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from './case-command.ts';
import { countedFrom } from './clock/told-days.ts';
import { isRevivable } from './conclusions/revival.ts';
import { actsFor } from './owners/in-place.ts';

export function late(
  found: Case,
  command: CommandOf<'take-late-papers' | 'answer-late-papers'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  return command.type === 'take-late-papers' ? taken(found, command, ctx) : answered(found, command, ctx);
}

function taken(found: Case, command: CommandOf<'take-late-papers'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { by, note, to } = command;
  const { noticeNo = '', outcome } = found;
  const on = ctx.today;
  // C7: what its notice asked for goes on under that number.
  if (isRevivable(found, on, ctx.settings)) return refuse('case-revivable', { number: noticeNo });
  const came = new Set(command.items);
  const items = ctx.content.items.filter(({ id }) => came.has(id));
  if (items.length < came.size) return refuse('material-not-in-catalogue');
  if (items.length === 0 && note === '') return refuse('late-papers-none');
  const { by: answerBy, counted } = countedFrom(on, ctx.settings.lateDays, ctx.calendar);
  return [
    {
      ...{ type: 'late-papers-received', no: ctx.paperNo('late-receipt'), note, by, on },
      ...(to ? { to } : {}),
      answerBy,
      counted,
      day: on,
      paper: { ...ctx.content, items, ...(outcome ? { outcome } : {}) },
    },
  ];
}

function answered(found: Case, command: CommandOf<'answer-late-papers'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { no, by, kind, text, linkedNo, isSupervisor } = command;
  const on = ctx.today;
  const papers = found.latePapers.find((one) => one.no === no);
  if (!papers) return refuse('late-papers-unknown');
  if (papers.answer) return refuse('late-papers-answered');
  if (!actsFor(found.lateTo, by, ctx) && !isSupervisor) return refuse('late-papers-not-yours');
  if (kind === 'linked' && !linkedNo) return refuse('late-papers-not-linked');
  if (kind === 'corrected' && !isCorrectedSince(found, papers)) return refuse('late-papers-not-corrected');
  const linked = kind === 'linked' && linkedNo ? { linkedNo } : {};
  return [{ type: 'late-papers-answered', no, by, on, kind, text, ...linked }];
}

/** Another result stands than the one that stood when they came. */
export function isCorrectedSince(found: Case, { decisionNo }: LatePapers): boolean {
  const no = resultNo(found);
  return no !== undefined && no !== decisionNo;
}

/** The number of the paper that says how it ended. */
export function resultNo({ decision, ending }: Case): string | undefined {
  return decision?.no ?? ending?.papers.at(-1);
}

/** The first of those that wait for an answer. */
export function waitingPapers({ latePapers }: Pick<Case, 'latePapers'>): LatePapers | undefined {
  return latePapers.find(({ answer }) => !answer);
}
