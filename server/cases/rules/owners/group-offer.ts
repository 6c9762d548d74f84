/** An offer to a counter's group (C3): the first who accepts has the case; whoever declines leaves it to the others. */
import type { Case, GroupOffer, Handover } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ClerkId, HandoverId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { actsFor } from './in-place.ts';

type Ended = Extract<CaseEvent, { type: 'group-offer-ended' }>;
type Answer = CommandOf<'accept-handover' | 'decline-handover' | 'take-back-handover' | 'lapse-handover'>;

export function offeredToGroup(
  found: Case,
  command: CommandOf<'offer-to-group'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { from, toGroup, note, lapsesAt, openMs } = command;
  if (found.handler !== from) return refuse('not-handler');
  if (found.offer) return refuse('offer-open');
  const receivers = command.receivers.filter((id) => id !== from);
  if (receivers.length === 0) return refuse('group-empty', { group: toGroup });
  const handoverId = ctx.newId() as HandoverId;
  return [{ type: 'group-offered', handoverId, from, toGroup, receivers, note, lapsesAt, openMs }];
}

export function answeredByGroup(
  offer: Handover,
  group: GroupOffer,
  command: Answer,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  switch (command.type) {
    case 'accept-handover':
      if (!group.receivers.includes(command.by)) return refuse('not-receiver');
      return [{ type: 'handover-accepted', handoverId: offer.id, from: offer.from, to: command.by }];
    case 'decline-handover': {
      const { by, reason, gone } = command;
      if (!group.receivers.includes(by)) return refuse('not-receiver');
      const declined: CaseEvent = { type: 'group-declined', handoverId: offer.id, by, reason };
      return [declined, ...endWithout(by, offer, group, 'declined', ctx, gone)];
    }
    case 'take-back-handover':
      if (!actsFor(offer.from, command.by, ctx)) return refuse('not-handler');
      return [endOfGroupOffer(offer, group, 'taken-back', ctx)];
    case 'lapse-handover':
      return [endOfGroupOffer(offer, group, 'lapsed', ctx, command.gone)];
    default:
      return command satisfies never;
  }
}

/** C15: it stands with nobody who is gone. */
export function leftOffer(
  { offer, offerGroup }: Case,
  { handoverId, clerkId, senderIsGone }: CommandOf<'leave-offer'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  if (!offerGroup || offer?.id !== handoverId) return refuse('offer-unknown');
  if (!offerGroup.receivers.includes(clerkId)) return refuse('not-receiver');
  const left: CaseEvent = { type: 'group-declined', handoverId, by: clerkId, gone: true };
  return [left, ...endWithout(clerkId, offer, offerGroup, 'nobody', ctx, senderIsGone)];
}

export function endOfGroupOffer(
  { id: handoverId, from }: Handover,
  { letter: toGroup }: GroupOffer,
  why: Ended['why'],
  ctx: CaseContext,
  gone = false,
): Ended {
  return { type: 'group-offer-ended', handoverId, from, toGroup, why, day: ctx.today, ...(gone ? { gone } : {}) };
}

/** Nothing while others may still accept. */
function endWithout(
  by: ClerkId,
  offer: Handover,
  group: GroupOffer,
  why: Ended['why'],
  ctx: CaseContext,
  gone: boolean,
): CaseEvent[] {
  const isLast = group.receivers.every((id) => id === by);
  return isLast ? [endOfGroupOffer(offer, group, why, ctx, gone)] : [];
}
