/** A negative decision is two persons' work (C6): the case stays with its handler, its clock runs on. */
import type { Case, Proposal } from '../../../../schema/cases/case.ts';
import { type Destination, hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { countedFrom } from '../clock/told-days.ts';
import { reviewedCorrection } from '../corrections/correction.ts';
import { actsFor } from '../owners/in-place.ts';
import { ringOwed } from '../residents/ring.ts';
import { decision, ended } from './decision.ts';

export function reviewed(
  found: Case,
  command: CommandOf<'propose-refusal' | 'confirm-refusal' | 'send-back-refusal' | 'take-back-refusal'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { by } = command;
  if (command.type === 'propose-refusal') {
    if (!actsFor(found.handler, by, ctx)) return refuse('not-handler');
    if (found.offer) return refuse('offer-open');
    if (found.phase === 'proposed') return refuse('refusal-proposed');
    return proposed(by, command, ctx);
  }
  const { proposal } = found;
  if (!proposal) return reviewedCorrection(found, command, ctx);
  switch (command.type) {
    case 'confirm-refusal':
      if (proposal.by === by) return refuse('own-proposal');
      if (found.offer) return refuse('offer-open');
      if (proposal.destination) {
        const { by: author, destination, reason } = proposal;
        const sent = sentElsewhere(author, destination, reason, ctx);
        // C5: whoever stood at the counter left with a paper that said “proposed”, and does not know that it is agreed.
        return [notAccepted(by, proposal, ctx), ...ended(sent, found, false, ctx)];
      }
      return [
        { type: 'refusal-confirmed', by },
        decision('refused', proposal.by, proposal.reason, ctx, proposal.basis),
      ];
    case 'send-back-refusal':
      if (proposal.by === by) return refuse('own-proposal');
      return [
        { type: 'refusal-sent-back', by, remark: command.remark, ...ours(proposal) },
        ...overOwed(found, proposal, ctx),
      ];
    case 'take-back-refusal':
      if (proposal.by !== by && !actsFor(found.handler, by, ctx)) return refuse('not-handler');
      return [{ type: 'refusal-taken-back', by, ...ours(proposal) }, ...overOwed(found, proposal, ctx)];
    default:
      return command satisfies never;
  }
}

/** With a paper that says that it is no decision yet, and by when somebody else looks at it. */
export function proposed(
  by: ClerkId,
  {
    reason,
    basis,
    destination,
    unreachable,
    heard,
  }: { reason: string; basis: string; destination?: Destination; unreachable?: boolean; heard?: boolean },
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  if (!hasSubstance(ctx.said(reason))) return refuse('reason-too-thin');
  const { by: reviewBy, counted } = countedFrom(ctx.today, ctx.settings.reviewDays, ctx.calendar);
  return [
    {
      ...{ type: 'refusal-proposed', by, reason, basis, reviewBy, counted },
      proposalNo: ctx.paperNo('proposal'),
      ...(destination ? { destination } : {}),
      ...(unreachable ? { unreachable } : {}),
      ...(heard ? { heard } : {}),
      day: ctx.today,
      paper: { ...ctx.content, basis, items: [], ...(destination ? { elsewhere: destination } : {}) },
    },
  ];
}

/** C6: the decision of what was proposed as not ours, which the resident may object to (行政许可法 Art. 32). */
function notAccepted(by: ClerkId, { reason, basis, destination }: Proposal, ctx: CaseContext): CaseEvent {
  const { content, objectTo, today } = ctx;
  const where = { ...(destination ? { elsewhere: destination } : {}), ...(objectTo ? { objectTo } : {}) };
  const paper = { ...content, basis: basis ?? content.basis, items: [], ...where };
  return { type: 'refusal-confirmed', by, notAcceptedNo: ctx.paperNo('not-accepted'), why: reason, day: today, paper };
}

/** C5: not ours, with the slip that says where to go. */
export function sentElsewhere(
  clerkId: ClerkId,
  destination: Destination,
  note: string,
  ctx: CaseContext,
): Extract<CaseEvent, { type: 'case-closed' }> {
  return {
    ...{ type: 'case-closed', outcome: 'not-ours', clerkId, note, destination },
    ...{ referralNo: ctx.paperNo('referral'), day: ctx.today, paper: { ...ctx.content, items: [] } },
  };
}

/** C12: to whoever left with a paper that says “proposed”, and gets no message. */
function overOwed(found: Case, { destination, heard }: Proposal, ctx: CaseContext): CaseEvent[] {
  if (destination) return ringOwed(found, 'ours', ctx);
  return heard ? ringOwed(found, 'over', ctx) : [];
}

/** The resident who was sent elsewhere has to learn that this is ours. */
function ours({ destination }: Proposal): { isOurs?: true } {
  return destination ? { isOurs: true } : {};
}
