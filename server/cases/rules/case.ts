/**
 * FIRST-CONTACT RESPONSIBILITY (C1–C10; ordinance Art. 28): what may be done to a case, in which phase, and which facts
 * follow from it.
 */
import type { Case, CasePhase } from '../../../schema/cases/case.ts';
import { type CaseEvent, isTaken } from '../../../schema/cases/events.ts';
import { iso } from '../../../schema/context.ts';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '../../../schema/refusal.ts';
import type { CaseCommand, CaseContext, CommandOf } from './case-command.ts';
import { evolveCase } from './case-life.ts';
import { clockOf } from './clock/case-clock.ts';
import { madeOver } from './clock/over.ts';
import { daysMoved } from './clock/told-days.ts';
import { accepted, concluded, opened } from './conclusions/conclude.ts';
import { decided, ended, told, withClosingPaper } from './conclusions/decision.ts';
import { noticed } from './conclusions/notice.ts';
import { kept } from './conclusions/promise.ts';
import { reviewed } from './conclusions/review.ts';
import { isRevivable } from './conclusions/revival.ts';
import { corrected } from './corrections/correction.ts';
import { late } from './late-papers.ts';
import { escalationAnswered } from './owners/escalation.ts';
import { leftOffer, offeredToGroup } from './owners/group-offer.ts';
import { answered, offered, offerOver, reassigned } from './owners/handover.ts';
import { actsFor, inPlace } from './owners/in-place.ts';
import { questioned } from './question.ts';
import { entered, helped } from './residents/helper.ts';
import { inquired } from './residents/resident.ts';
import { movedUntold, rung, untold } from './residents/ring.ts';
import { extended, moved, paused, pauseEnded } from './still.ts';
import { watched } from './watch.ts';

type Where = { in: readonly CasePhase[]; else: RefusalCode };
const GOING_ON = ['noticed', 'accepted', 'proposed', 'decided'] as const;
const AT_WORK = ['accepted', 'proposed'] as const;
/** C6: of what is decided a refusal may be proposed as its correction. */
const REVIEWED = ['proposed', 'decided', 'closed'] as const;

/** In which phases each command may come, and what is answered in the others; a closed case answers that it is over. */
export const MAY: Record<Exclude<CaseCommand['type'], 'open-case'>, Where> = {
  'name-applicant': { in: ['open', ...GOING_ON], else: 'case-not-open' },
  'enter-helper': { in: ['open', ...GOING_ON], else: 'case-not-open' },
  'change-helper': { in: ['open', ...GOING_ON], else: 'case-not-open' },
  'end-helper': { in: ['open', ...GOING_ON], else: 'case-not-open' },
  'conclude-case': { in: ['open'], else: 'case-not-open' },
  'print-paper': { in: [...GOING_ON, 'closed'], else: 'case-not-open' },
  'undo-conclusion': { in: ['noticed', 'accepted', 'proposed', 'closed'], else: 'nothing-to-undo' },
  'let-notice-pass': { in: ['open'], else: 'case-not-open' },
  'leave-case': { in: ['open'], else: 'case-not-open' },
  'receive-materials': { in: ['noticed', ...AT_WORK], else: 'case-not-noticed' },
  'accept-case': { in: ['noticed'], else: 'case-not-noticed' },
  'give-notice-again': { in: ['noticed'], else: 'case-not-noticed' },
  'take-back-notice': { in: ['noticed'], else: 'case-not-noticed' },
  'revive-case': { in: ['closed'], else: 'case-not-over' },
  'answer-escalation': { in: [...AT_WORK, 'decided'], else: 'case-not-accepted' },
  'pause-case': { in: AT_WORK, else: 'case-not-accepted' },
  'end-pause': { in: AT_WORK, else: 'case-not-accepted' },
  'extend-case': { in: AT_WORK, else: 'case-not-accepted' },
  'move-due': { in: ['open', ...GOING_ON, 'closed'], else: 'case-not-open' },
  'explain-overdue': { in: [...AT_WORK, 'decided', 'closed'], else: 'case-not-accepted' },
  'offer-handover': { in: ['open', ...GOING_ON], else: 'matters-unconcluded' },
  'offer-to-group': { in: ['open', ...GOING_ON], else: 'matters-unconcluded' },
  'leave-offer': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  'accept-handover': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  'decline-handover': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  'take-back-handover': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  'lapse-handover': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  'move-handover': { in: ['open', ...GOING_ON], else: 'offer-unknown' },
  // C15: of a closed case what came late has an owner, too.
  'reassign-case': { in: ['open', ...GOING_ON, 'closed'], else: 'matters-unconcluded' },
  'propose-refusal': { in: AT_WORK, else: 'case-not-accepted' },
  'confirm-refusal': { in: REVIEWED, else: 'refusal-not-proposed' },
  'send-back-refusal': { in: REVIEWED, else: 'refusal-not-proposed' },
  'take-back-refusal': { in: REVIEWED, else: 'refusal-not-proposed' },
  'close-case': { in: ['noticed', ...AT_WORK], else: 'case-not-open' },
  'tell-resident': { in: ['decided'], else: 'case-not-decided' },
  'ring-untold': { in: ['open', ...GOING_ON, 'closed'], else: 'case-not-open' },
  'ring-resident': { in: ['open', ...GOING_ON, 'closed'], else: 'nobody-to-ring' },
  'correct-outcome': { in: ['decided', 'closed'], else: 'case-not-decided' },
  'take-back-wish': { in: ['noticed', ...AT_WORK], else: 'case-not-open' },
  'send-inquiry': { in: [...GOING_ON, 'closed'], else: 'case-not-open' },
  'read-inquiry': { in: [...GOING_ON, 'closed'], else: 'case-not-open' },
  'answer-inquiry': { in: [...GOING_ON, 'closed'], else: 'case-not-open' },
  'ask-question': { in: GOING_ON, else: 'case-not-open' },
  'answer-question': { in: GOING_ON, else: 'case-not-open' },
  'take-late-papers': { in: ['closed'], else: 'case-not-over' },
  'answer-late-papers': { in: [...GOING_ON, 'closed'], else: 'case-not-over' },
  'take-back-question': { in: GOING_ON, else: 'case-not-open' },
  'agree-messages': { in: ['open', ...GOING_ON], else: 'case-over' },
  'watch-case': { in: ['open', ...GOING_ON, 'closed'], else: 'case-not-open' },
};

/** C5: what is open at a counter goes with its ticket: only whoever has the resident there can conclude it. */
const WITH_ITS_TICKET: ReadonlySet<CaseCommand['type']> = new Set<CaseCommand['type']>([
  'offer-handover',
  'offer-to-group',
  'reassign-case',
]);

/** C3, C17: what says itself that the open time of an offer is over, or another one. */
const OF_OFFERS_CLOCK: ReadonlySet<CaseCommand['type']> = new Set<CaseCommand['type']>([
  'lapse-handover',
  'move-handover',
]);

/** What the clock brings has happened, whoever asks and whatever job is late (C3, C7–C10, C14). */
export function decideCase(found: Case | null, command: CaseCommand, ctx: CaseContext): CaseEvent[] | Refusal {
  if (command.type === 'open-case') return opened(found, command, ctx);
  if (!found) return refuse('case-unknown');
  const at = iso(ctx.nowMs);
  const fold = (state: Case, events: CaseEvent[]) =>
    events.reduce<Case>((one, event) => evolveCase(one, event, found.id, at), state);
  const lapsed = OF_OFFERS_CLOCK.has(command.type) ? [] : offerOver(found, ctx);
  const over = madeOver(fold(found, lapsed), ctx, at);
  const before = [...lapsed, ...over];
  const now = fold(found, before);
  const where = MAY[command.type];
  if (!where.in.includes(now.phase))
    return now.phase === 'closed' ? isClosed(now, ctx) : refuse(where.else, { count: 1 });
  if (now.phase === 'open' && !isTaken(now.origin) && WITH_ITS_TICKET.has(command.type))
    return refuse('matters-unconcluded', { count: 1 });
  const events = stepOf(now, command, ctx);
  if (isRefusal(events)) return events;
  // Nobody was served where a ticket left before its conclusion.
  const given = command.type === 'leave-case' ? events : events.map((event) => withClosingPaper(event, ctx));
  return [...before, ...inPlace(now, command, [...given, ...movedUntold(now, given, ctx)], ctx)];
}

function stepOf(
  found: Case,
  command: Exclude<CaseCommand, { type: 'open-case' }>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  switch (command.type) {
    case 'name-applicant': {
      const { personId, helper, by } = command;
      const isChanged = found.personId !== undefined && (found.personId !== personId || helper !== undefined);
      if (isChanged && !actsFor(found.handler, by, ctx) && !command.isSupervisor) return refuse('not-handler');
      const helps = helper ? entered({ personId }, helper, by, ctx.today) : [];
      return isRefusal(helps) ? helps : [{ type: 'applicant-named', personId, by }, ...helps];
    }
    case 'enter-helper':
    case 'change-helper':
    case 'end-helper':
      return helped(found, command, ctx);
    case 'conclude-case': {
      const events = concluded(found, command, ctx);
      const { undoMs } = ctx.settings;
      return isRefusal(events) ? events : events.map((event, at) => (at === 0 ? { ...event, undoMs } : event));
    }
    case 'print-paper':
      if (found.printed?.includes(command.no)) return refuse('paper-printed');
      return [{ type: 'paper-printed', no: command.no, by: command.by }];
    case 'undo-conclusion':
      return undone(found, command, ctx);
    case 'let-notice-pass':
      return [{ type: 'notice-let-pass', by: command.by, reason: command.reason }];
    case 'leave-case':
      return left(found, command, ctx);
    case 'accept-case':
      if (!actsFor(found.handler, command.by, ctx)) return refuse('not-handler');
      if (!found.notice?.completeOn) return refuse('materials-missing', { count: missingOf(found) });
      return accepted(ctx, { acceptedOn: ctx.today, note: command.note });
    case 'receive-materials':
      return found.phase === 'noticed' ? noticed(found, command, ctx) : kept(found, command, ctx);
    case 'give-notice-again':
    case 'take-back-notice':
    case 'revive-case':
      return noticed(found, command, ctx);
    case 'answer-escalation':
      return escalationAnswered(found, command, ctx);
    case 'pause-case':
      return paused(found, command, ctx);
    case 'end-pause':
      return pauseEnded(found, command, ctx);
    case 'extend-case':
      return extended(found, command, ctx);
    case 'move-due':
      return [...(isAtWork(found) ? moved(found, clockOf(found), 'calendar', ctx) : []), ...daysMoved(found, ctx)];
    case 'explain-overdue':
      if (!actsFor(found.handler, command.by, ctx) && !command.isSupervisor) return refuse('not-handler');
      if (!found.late.includes('due')) return refuse('not-overdue');
      return [{ type: 'overdue-explained', by: command.by, text: command.text }];
    case 'offer-handover':
      return offered(found, command, ctx);
    case 'offer-to-group':
      return offeredToGroup(found, command, ctx);
    case 'leave-offer':
      return leftOffer(found, command, ctx);
    case 'accept-handover':
    case 'decline-handover':
    case 'take-back-handover':
    case 'lapse-handover':
    case 'move-handover':
      return answered(found, command, ctx);
    case 'reassign-case':
      return reassigned(found, command, ctx);
    case 'propose-refusal':
    case 'confirm-refusal':
    case 'send-back-refusal':
    case 'take-back-refusal':
      return reviewed(found, command, ctx);
    case 'close-case':
      return decided(found, command, ctx);
    case 'tell-resident':
      return told(found, command, ctx);
    case 'ring-untold':
      return untold(found, command, ctx);
    case 'ring-resident':
      return rung(found, command, ctx);
    case 'correct-outcome':
      return corrected(found, command, ctx);
    case 'take-back-wish':
      return [{ type: 'case-closed', outcome: 'withdrawn', clerkId: found.handler, note: '' }];
    case 'send-inquiry':
    case 'read-inquiry':
    case 'answer-inquiry':
      return inquired(found, command, ctx);
    case 'ask-question':
    case 'answer-question':
    case 'take-back-question':
      return questioned(found, command, ctx);
    case 'take-late-papers':
    case 'answer-late-papers':
      return late(found, command, ctx);
    case 'agree-messages':
      if ((found.messages ?? false) === command.agreed) return [];
      return [{ type: 'messages-agreed', agreed: command.agreed, ...(command.by ? { by: command.by } : {}) }];
    case 'watch-case':
      return command.overOnly ? [] : watched(found, ctx);
    default:
      return command satisfies never;
  }
}

/** C7: of what was closed in silence the sentence says how it goes on. */
function isClosed(found: Case, { today, settings }: CaseContext): Refusal {
  return isRevivable(found, today, settings)
    ? refuse('case-revivable', { number: found.noticeNo ?? '' })
    : refuse('case-over');
}

/** C2, C5: nobody wished it but a resident who took the ticket back. */
function left(found: Case, { byResident }: CommandOf<'leave-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  // What came without a ticket has none that is over: nobody would learn of its end.
  if (isTaken(found.origin)) return refuse('case-unknown');
  const closed = { type: 'case-closed' as const, outcome: 'withdrawn' as const, clerkId: found.handler, note: '' };
  return ended({ ...closed, left: true }, found, byResident, ctx);
}

/** C18. */
function undone(
  { undo, origin, standsFrom }: Case,
  { by }: CommandOf<'undo-conclusion'>,
  { nowMs }: CaseContext,
): CaseEvent[] | Refusal {
  if (!undo) return refuse('undo-told');
  if (isTaken(origin)) {
    if (by !== undo.by) return refuse('undo-not-yours');
    // As it was told when the conclusion was given, whatever the setting is since.
    const [from, until] = [Date.parse(undo.at), Date.parse(standsFrom ?? undo.at)];
    if (nowMs >= until) return refuse('undo-too-late', { seconds: (until - from) / 1000 });
  }
  const voided = undo.papers.map((no): CaseEvent => ({ type: 'paper-voided', no, why: 'undone' }));
  return [{ type: 'conclusion-undone', papers: undo.papers }, ...voided];
}

function isAtWork({ phase }: Case): boolean {
  return phase === 'accepted' || phase === 'proposed';
}

function missingOf({ notice }: Case): number {
  return (notice?.items.length ?? 0) - (notice?.received.length ?? 0);
}
