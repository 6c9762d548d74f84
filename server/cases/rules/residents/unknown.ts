/** WHO IS NOBODY TO THE HALL (C5): what came in writing, and nothing of its sender is entered. Nothing of it closes untold. */
import type { Case } from '../../../../schema/cases/case.ts';
import { type Conclusion, type EndWay, ToldBy } from '../../../../schema/cases/conclusion.ts';
import { type CaseEvent, cameBy, isInWriting } from '../../../../schema/cases/events.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import type { CaseContext } from '../case-command.ts';
import { actsFor } from '../owners/in-place.ts';

const DAY_MS = 86_400_000;

export function isUnknown({ personId, origin }: Case): boolean {
  return !personId && isInWriting(cameBy(origin));
}

/** There is nobody to tell: it never was a matter of anybody. */
export function isMistake(found: Case, conclusion: Conclusion): boolean {
  return conclusion.kind === 'not-needed' && conclusion.mistaken === true && isUnknown(found);
}

/** Its handler says how its sender knows; a supervisor who is not its handler puts a mistake right, and tells nobody. */
export function endWays(
  found: Case,
  { by, isSupervisor }: Ender,
  ctx: Pick<CaseContext, 'standIn' | 'nowMs'>,
): EndWay[] {
  const asHandler = actsFor(found.handler, by, ctx);
  const mayPutRight = isSupervisor || (asHandler && isOwnEntry(found, by, ctx));
  return [...(asHandler ? ToldBy.options : []), ...(mayPutRight && isUnknown(found) ? (['mistaken'] as const) : [])];
}
type Ender = { by: ClerkId; isSupervisor: boolean };

/** Within a day its author puts it right; afterwards a second person looks at it. */
function isOwnEntry({ firstContact, openedAt }: Case, by: ClerkId, { nowMs }: Pick<CaseContext, 'nowMs'>): boolean {
  return firstContact === by && nowMs - Date.parse(openedAt) <= DAY_MS;
}

/** `said`: by the resident, who took the matter back. */
export function knows(way: ToldBy, by: ClerkId, { today: on }: CaseContext, said: boolean): CaseEvent {
  const event = { type: 'resident-told' as const, way, by, on, reached: true, remark: '' };
  return said ? { ...event, said } : event;
}
