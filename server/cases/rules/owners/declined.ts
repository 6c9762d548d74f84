/** An offer that was declined (C3): who did, and why, until its sender offers the case again or goes on otherwise. */
import type { Case, Declined } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Instant } from '../../../../schema/ids.ts';
import { isAlso } from '../event-also.ts';

export function declinedAfter({ declined, handler }: Case, event: CaseEvent, at: Instant): Declined[] | undefined {
  // The handler goes on otherwise.
  if (!isAlso(event, 'offer')) return isActOf(handler, event) ? undefined : declined;
  switch (event.type) {
    case 'handover-declined':
      return [{ by: event.standIn?.by ?? event.to, reason: event.reason, at }];
    case 'group-declined':
      // C15: somebody who may not sign in any more gave no reason.
      return event.reason === undefined ? declined : [...(declined ?? []), { by: event.by, reason: event.reason, at }];
    case 'group-offer-ended':
      return event.why === 'taken-back' ? undefined : declined;
    case 'handover-offered':
    case 'group-offered':
    case 'handover-accepted':
    case 'handover-taken-back':
    case 'case-reassigned':
    case 'case-closed':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** By the handler, or in the handler's place (C11). */
function isActOf(handler: Case['handler'], event: CaseEvent): boolean {
  return ('by' in event && event.by === handler) || event.standIn?.of === handler;
}
