/** A handover 转办 is an offer (C2, C3): responsibility moves when the receiver accepts, and never otherwise. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { HandoverId } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { owersOf } from './afterwards.ts';
import { answeredByGroup, endOfGroupOffer } from './group-offer.ts';
import { actsFor } from './in-place.ts';

export function offered(found: Case, command: CommandOf<'offer-handover'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { from, to, note, lapsesAt, openMs } = command;
  if (found.handler !== from) return refuse('not-handler');
  if (found.offer) return refuse('offer-open');
  if (from === to) return refuse('same-clerk');
  return [{ type: 'handover-offered', handoverId: ctx.newId() as HandoverId, from, to, note, lapsesAt, openMs }];
}

/** A lapsed or declined offer leaves responsibility where it was. */
export function answered(
  found: Case,
  command: CommandOf<
    'accept-handover' | 'decline-handover' | 'take-back-handover' | 'lapse-handover' | 'move-handover'
  >,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { offer, offerGroup, takenOffer } = found;
  if (offer?.id !== command.handoverId)
    return refuse(takenOffer === command.handoverId ? 'offer-taken' : 'offer-unknown');
  if (offerGroup && command.type !== 'move-handover') return answeredByGroup(offer, offerGroup, command, ctx);
  const parts = { handoverId: offer.id, from: offer.from, to: offer.to! };
  switch (command.type) {
    case 'lapse-handover':
      return [{ type: 'handover-lapsed', ...parts, day: ctx.today, ...goneOf(command) }];
    case 'move-handover': {
      const { lapsesAt } = command;
      if (lapsesAt === offer.lapsesAt) return [];
      return [{ type: 'handover-moved', handoverId: offer.id, before: offer.lapsesAt, lapsesAt }];
    }
    case 'take-back-handover':
      return actsFor(offer.from, command.by, ctx) ? [{ type: 'handover-taken-back', ...parts }] : refuse('not-handler');
    case 'accept-handover':
      return actsFor(offer.to, command.by, ctx) ? [{ type: 'handover-accepted', ...parts }] : refuse('not-receiver');
    case 'decline-handover': {
      if (!actsFor(offer.to, command.by, ctx)) return refuse('not-receiver');
      return [{ type: 'handover-declined', ...parts, reason: command.reason, day: ctx.today, ...goneOf(command) }];
    }
    default:
      return command satisfies never;
  }
}

/** C3: nobody accepted it in its open time, whatever job is late. */
export function offerOver(found: Case, ctx: CaseContext): CaseEvent[] {
  const { offer } = found;
  if (!offer || !ctx.lapsed) return [];
  const lapsed = answered(found, { type: 'lapse-handover', handoverId: offer.id, gone: ctx.lapsed.gone }, ctx);
  return isRefusal(lapsed) ? [] : lapsed;
}

/** C15: what `from` answers for, or is offered, has an owner at once; with its handler a case stays, and the offer ends. */
export function reassigned(found: Case, command: CommandOf<'reassign-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { from, to, by, reason, note } = command;
  const { handler, offer, phase } = found;
  if (from === to) return refuse('same-clerk');
  const passed: CaseEvent[] = owersOf(found).includes(from)
    ? [{ type: 'late-papers-passed', from, to, by, reason, note }]
    : [];
  const isOwner = phase !== 'closed' && (handler === from || offer?.to === from);
  if (!isOwner) return passed.length > 0 ? passed : refuse(phase === 'closed' ? 'case-over' : 'not-handler');
  if (to === handler && offer)
    return offer.to
      ? [{ type: 'handover-taken-back', handoverId: offer.id, from: offer.from, to: offer.to }, ...passed]
      : [endOfGroupOffer(offer, found.offerGroup!, 'taken-back', ctx), ...passed];
  return [{ type: 'case-reassigned', from: handler, to, by, reason, note }, ...passed];
}

function goneOf({ gone }: { gone: boolean }): { gone?: true } {
  return gone ? { gone } : {};
}
