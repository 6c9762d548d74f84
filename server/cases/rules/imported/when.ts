/** WHEN A STEP OF A CASE HAPPENED (Q8): of what was read in from another system's log at the time of its own. */
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Instant } from '../../../../schema/ids.ts';

export function whenOf({ at, event }: { at: Instant; event: CaseEvent }): Instant {
  return event.happenedAt ?? at;
}
