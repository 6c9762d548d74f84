/** The decision, and telling it (C5; 行政许可法 Art. 44): nothing is over before the resident knows, or was tried twice. */
import type { Case } from '../../../../schema/cases/case.ts';
import { type CaseOutcome, SIGNED_WAYS, type TellingWay } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { countedFrom } from '../clock/told-days.ts';
import { actsFor } from '../owners/in-place.ts';
import { cameFor } from '../residents/helper.ts';
import { ringOwed } from '../residents/ring.ts';
import { isUnknown, knows } from '../residents/unknown.ts';
import { outstanding } from './promise.ts';

/** On so many days somebody was tried in vain: then the case may close untold. */
const TRIED_DAYS = 2;

export function decided(found: Case, command: CommandOf<'close-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { by, outcome, note, here, helper, told: way } = command;
  if (!actsFor(found.handler, by, ctx)) return refuse('not-handler');
  if (found.offer) return refuse('offer-open');
  // Whoever takes a wish back here knows of it; of anybody else it is made sure.
  if (outcome === 'withdrawn') {
    const came = cameFor(found, 'take-back', helper, ctx.today);
    if (isRefusal(came)) return came;
    const isHere = here === true || helper === true;
    if (!isHere && !way && isUnknown(found)) return refuse('wish-untold');
    const closed = { type: 'case-closed' as const, outcome, clerkId: by, note, ...came };
    const events = ended(closed, found, isHere || way !== undefined, ctx);
    return way && !isHere ? [...events, knows(way, by, ctx, true)] : events;
  }
  // What was never accepted can only be withdrawn, and so can what waits for a second person.
  if (found.phase === 'noticed') return refuse('case-not-accepted');
  if (found.phase === 'proposed') return refuse('refusal-proposed');
  // C13: what was promised comes first.
  const count = outstanding(found);
  return count > 0 ? refuse('promise-open', { count }) : [decision(outcome, by, note, ctx)];
}

/** C5: where nobody is there a message tells its end, or somebody rings up. */
export function ended(
  closed: Extract<CaseEvent, { type: 'case-closed' }>,
  found: Case,
  isHere: boolean,
  ctx: CaseContext,
): CaseEvent[] {
  const why = closed.left ? 'left' : closed.outcome === 'not-ours' ? 'elsewhere' : 'ended';
  if (isHere) return [closed];
  // Somebody who rings up and says no name hears it at once; to somebody who had a ticket the page by link says it.
  const isNameless = !found.personId && (found.phase === 'open' || found.origin.kind === 'ticket');
  const hears = isNameless && !isUnknown(found);
  return [{ ...closed, toTell: true }, ...(hears ? [] : ringOwed(found, why, ctx))];
}

export function decision(
  outcome: 'granted' | 'refused',
  by: Case['handler'],
  note: string,
  ctx: CaseContext,
  basis = ctx.content.basis,
): CaseEvent {
  const { by: tellBy, counted } = countedFrom(ctx.today, ctx.settings.tellingDays, ctx.calendar);
  return {
    type: 'case-decided',
    outcome,
    by,
    note,
    on: ctx.today,
    tellBy,
    counted,
    decisionNo: ctx.paperNo('decision'),
    day: ctx.today,
    paper: { ...ctx.content, basis, items: [], outcome, ...objections(outcome, ctx) },
  };
}

/** C5: what ends without a decision, and is not sent elsewhere with a slip, has a paper that says how it ended. */
export function withClosingPaper(event: CaseEvent, ctx: CaseContext): CaseEvent {
  if (event.type !== 'case-closed' || !CLOSING.has(event.outcome)) return event;
  const { outcome } = event;
  return { ...event, closingNo: ctx.paperNo('closing'), day: ctx.today, paper: { ...ctx.content, items: [], outcome } };
}
const CLOSING = new Set<CaseOutcome>(['done', 'answered', 'not-needed', 'withdrawn']);

/** C6: on the paper of a refusal. */
export function objections(
  outcome: 'granted' | 'refused',
  { objectTo }: CaseContext,
): { objectTo?: CaseContext['objectTo'] } {
  return outcome === 'refused' && objectTo ? { objectTo } : {};
}

export function told(found: Case, command: CommandOf<'tell-resident'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { by, way, reached, remark, helper, signed } = command;
  const came = cameFor(found, 'be-told', helper && reached, ctx.today);
  if (isRefusal(came)) return came;
  // Whoever collects a result signs for it; nobody else does.
  if (reached && way === 'collected' && !signed) return refuse('signature-missing');
  if (signed && !(reached && SIGNED_WAYS.includes(way))) return refuse('signature-of-nobody');
  const words = signed ? { signed: { signedBy: signed.signedBy, lastFour: signed.lastFour } } : {};
  const event = {
    ...{ type: 'resident-told' as const, way, by, on: ctx.today, reached, remark, ...came, ...words },
    ...(reached && (signed || way === 'delivered') ? delivery(found, way, helper === true, ctx) : {}),
  };
  const tried = new Set([...found.tellings.map(({ on }) => on), ctx.today]);
  if (!reached && tried.size < TRIED_DAYS) return [event];
  return [event, { type: 'case-closed', outcome: found.outcome!, clerkId: by, note: '' }];
}

/** The slip of a result that was handed over: which one, how, to whom and when; who signs it writes the name by hand. */
function delivery({ decision }: Case, way: TellingWay, helper: boolean, ctx: CaseContext) {
  const at = new Date(ctx.nowMs).toISOString();
  const to = helper ? ('helper' as const) : ('applicant' as const);
  const paper = { ...ctx.content, items: [], delivery: { of: decision!.no, way, to, at } };
  return { deliveryNo: ctx.paperNo('delivery'), day: ctx.today, paper };
}
