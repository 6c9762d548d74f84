/** A handover 转办 is an offer (C2, C3): responsibility moves when the receiver accepts, and never otherwise. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { HandoverId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';

export function offered(found: Case, command: CommandOf<'offer-handover'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { from, to, note, lapsesAt } = command;
  if (found.handler !== from) return refuse('not-handler');
  if (found.offer) return refuse('offer-open');
  if (from === to) return refuse('same-clerk');
  return [{ type: 'handover-offered', handoverId: ctx.newId() as HandoverId, from, to, note, lapsesAt }];
}

/** A lapsed or declined offer leaves responsibility where it was. */
export function answered(
  { offer }: Case,
  command: CommandOf<'accept-handover' | 'decline-handover' | 'take-back-handover' | 'lapse-handover'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  if (!offer || offer.id !== command.handoverId) return refuse('offer-unknown');
  const parts = { handoverId: offer.id, from: offer.from, to: offer.to };
  if (command.type === 'lapse-handover') return [{ type: 'handover-lapsed', ...parts, day: ctx.today }];
  if (command.type === 'take-back-handover')
    return command.by === offer.from ? [{ type: 'handover-taken-back', ...parts }] : refuse('not-handler');
  if (command.by !== offer.to) return refuse('not-receiver');
  return command.type === 'accept-handover'
    ? [{ type: 'handover-accepted', ...parts }]
    : [{ type: 'handover-declined', ...parts, reason: command.reason }];
}
