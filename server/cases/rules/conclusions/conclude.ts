/** From the first contact to the conclusion at the counter (C1, C4, C5, C7, C9). */

import type { Case, Promised } from '../../../../schema/cases/case.ts';
import type { Conclusion, ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import { type CaseEvent, isTaken } from '../../../../schema/cases/events.ts';
import type { Day } from '../../../../schema/ids.ts';
import type { HelperScope } from '../../../../schema/people/helper.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { addDays } from '../../../../schema/time.ts';
import type { CaseContext, CommandOf, Corrects, EarlierNotice } from '../case-command.ts';
import { stageEnd } from '../clock/case-clock.ts';
import { type CaseClock, countOf, deadlineOf } from '../clock/deadline.ts';
import { countedFrom } from '../clock/told-days.ts';
import { actsFor } from '../owners/in-place.ts';
import { cameFor } from '../residents/helper.ts';
import { endWays, isMistake, isUnknown, knows } from '../residents/unknown.ts';
import { ended } from './decision.ts';
import { promised } from './promise.ts';
import { proposed, sentElsewhere } from './review.ts';
import { revivalAfter } from './revival.ts';

/** What goes on is somebody’s; whoever is answered, sent elsewhere or needs nothing is asked for no document (P2). */
const NAMED = new Set<Conclusion['kind']>(['accepted', 'notice', 'refused']);

/** C6: of a matter that is another authority’s; it is for a second person to see that it is. */
const NOT_COMPETENT = '《行政许可法》第三十二条第一款第二项';

/** C1: the first who takes it is written once; a later sitting only moves the handling. */
export function opened(found: Case | null, command: CommandOf<'open-case'>, { calendar }: CaseContext): CaseEvent[] {
  const { matterId, origin, personId, counterId, clerkId, firstContact = clerkId, acceptance } = command;
  if (!found) {
    const by = { firstContact, handler: clerkId };
    const stage = acceptance ? { acceptance } : {};
    const told = isTaken(origin) ? { concludeBy: stageEnd(origin.day, acceptance, calendar) } : {};
    return [{ type: 'case-opened', matterId, ...by, origin, counterId, personId, ...stage, ...told }];
  }
  return found.phase === 'open' && found.handler !== clerkId
    ? [{ type: 'case-resumed', counterId, handler: clerkId }]
    : [];
}

/** C14: what the applicant lets a helper hear or say who stands at the counter; only what is over is told. */
const ASKS: Record<ConclusionKind, HelperScope> = {
  accepted: 'hand-in',
  escalated: 'hand-in',
  notice: 'hand-in',
  refused: 'hand-in',
  'not-ours': 'hand-in',
  'not-needed': 'hand-in',
  done: 'be-told',
  answered: 'be-told',
  withdrawn: 'take-back',
};

export function concluded(found: Case, command: CommandOf<'conclude-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const events = concludedAs(found, command, ctx);
  if (isRefusal(events)) return events;
  const came = cameFor(found, ASKS[command.conclusion.kind], command.helper, ctx.today);
  if (isRefusal(came)) return came;
  return events.map((event, at) => (at === 0 && isFirst(event) ? { ...event, ...came } : event));
}

function isFirst(
  event: CaseEvent,
): event is Extract<CaseEvent, { type: 'case-accepted' | 'notice-given' | 'case-closed' }> {
  return event.type === 'case-accepted' || event.type === 'notice-given' || event.type === 'case-closed';
}

function concludedAs(
  found: Case,
  {
    by,
    conclusion,
    isListed = false,
    isReachable = false,
    earlier,
    lacks = null,
    isSupervisor = false,
    corrects,
  }: CommandOf<'conclude-case'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const mistaken = isMistake(found, conclusion);
  const ways = endWays(found, { by, isSupervisor }, ctx);
  if (!actsFor(found.handler, by, ctx) && !(mistaken && ways.includes('mistaken'))) return refuse('not-handler');
  if (mistaken && !ways.includes('mistaken')) return refuse('mistake-not-yours');
  // C3: what is offered has its answer first.
  if (found.offer) return refuse('offer-open');
  if (lacks && NAMED.has(conclusion.kind))
    return refuse(lacks === 'applicant' ? 'applicant-missing' : 'document-missing');
  switch (conclusion.kind) {
    case 'accepted': {
      const { note, follow: wished } = conclusion;
      const follow = wished && promised(wished, ctx);
      if (follow && isRefusal(follow)) return follow;
      return accepted(ctx, {
        acceptedOn: ctx.today,
        note,
        ...(follow ? { follow } : {}),
        ...(corrects ? { corrects } : {}),
      });
    }
    case 'escalated': {
      const { by: answerBy, counted } = countedFrom(ctx.today, ctx.settings.escalationDays, ctx.calendar);
      return [
        ...accepted(ctx, { acceptedOn: ctx.today, note: '' }),
        { type: 'case-escalated', by, reason: conclusion.note, answerBy, counted },
      ];
    }
    case 'notice':
      return firstNotice(found, conclusion, earlier, ctx);
    case 'not-ours': {
      const { place, address, telephone, hours, note } = conclusion;
      const destination = { place, address, telephone, ...(hours ? { hours } : {}) };
      if (isListed) return ended(sentElsewhere(by, destination, note, ctx), found, !isTaken(found.origin), ctx);
      if (!isReachable && !conclusion.unreachable) return refuse('nobody-to-reach');
      const events = proposed(by, { reason: note, basis: NOT_COMPETENT, destination, unreachable: !isReachable }, ctx);
      return isRefusal(events) ? events : [...accepted(ctx, { acceptedOn: ctx.today, note: '' }), ...events];
    }
    case 'refused': {
      // What was applied for is accepted first: the receipt proves that somebody applied (行政许可法 Art. 32).
      const events = proposed(by, { ...conclusion, heard: !isTaken(found.origin) }, ctx);
      return isRefusal(events) ? events : [...accepted(ctx, { acceptedOn: ctx.today, note: '' }), ...events];
    }
    case 'done':
    case 'answered':
    case 'not-needed':
    case 'withdrawn':
      return endedAtOnce(found, { by, conclusion, mistaken }, ctx);
    default:
      return conclusion satisfies never;
  }
}

type AtOnce = {
  by: Case['handler'];
  conclusion: Extract<Conclusion, { kind: 'done' | 'answered' | 'not-needed' | 'withdrawn' }>;
  mistaken: boolean;
};

/** C5: what came in writing ends where somebody can be told, the answer has told it, or its sender said so. */
function endedAtOnce(found: Case, { by, conclusion, mistaken }: AtOnce, ctx: CaseContext): CaseEvent[] | Refusal {
  const { kind, note } = conclusion;
  const way = isTaken(found.origin) ? conclusion.told : undefined;
  if (!way && !mistaken && isUnknown(found)) return refuse(kind === 'withdrawn' ? 'wish-untold' : 'telling-missing');
  const isHere = !isTaken(found.origin) || way !== undefined || mistaken;
  const closed = { type: 'case-closed' as const, outcome: kind, clerkId: by, note };
  const events = ended(mistaken ? { ...closed, mistaken } : closed, found, isHere, ctx);
  return way && !mistaken ? [...events, knows(way, by, ctx, kind === 'withdrawn')] : events;
}

/** C9: its limit is the matter's of this day, and stays the case's. */
export function accepted(
  ctx: CaseContext,
  {
    acceptedOn,
    note,
    deemed,
    follow,
    corrects,
  }: {
    acceptedOn: Day;
    note: string;
    deemed?: boolean;
    follow?: Pick<Promised, 'items' | 'by'>;
    corrects?: Corrects;
  },
): CaseEvent[] {
  const { limit, legalLimit, calendar, today: day, content } = ctx;
  const clock: CaseClock | null = limit && { accepted: acceptedOn, limit, pauses: [], extendedBy: 0 };
  const counted = clock && deadlineOf(clock, calendar);
  const legal = clock && legalLimit && deadlineOf({ ...clock, limit: legalLimit }, calendar);
  return [
    {
      type: 'case-accepted',
      receiptNo: ctx.paperNo('receipt'),
      acceptedOn,
      ...(clock && counted
        ? {
            dueOn: counted.due,
            legalDueOn: (legal ?? counted).due,
            limit: clock.limit,
            provisional: counted.provisional,
          }
        : {}),
      ...(legalLimit ? { legalLimit } : {}),
      ...(deemed ? { deemed } : {}),
      ...(follow ? { follow } : {}),
      note,
      day,
      paper: {
        ...content,
        ...(corrects ? { was: corrects.was, corrected: corrects.corrected } : {}),
        ...(corrects?.basis ? { correctionBasis: corrects.basis } : {}),
        items: follow?.items ?? [],
        ...(follow ? { followBy: follow.by } : {}),
        ...(clock && counted ? { count: countOf(clock, counted) } : {}),
        ...(legal ? { legalDue: { day: legal.due, provisional: legal.provisional } } : {}),
      },
    },
  ];
}

/** C7: a new ticket is no way to ask the same person for what the notice before could have asked. */
function firstNotice(
  { noticePass, personId }: Case,
  { missing, note }: { missing: readonly string[]; note: string },
  earlier: EarlierNotice | undefined,
  given: CaseContext,
): CaseEvent[] | Refusal {
  const ctx = byNumber(personId, given);
  const isMore = missing.some((id) => earlier?.listed.includes(id) && !earlier.asked.includes(id));
  if (!earlier || !isMore) return notice(missing, note, ctx);
  if (!noticePass) return refuse('notice-of-same-person', { number: earlier.no });
  return notice(missing, note, { ...ctx, content: { ...ctx.content, again: earlier.no } }, noticePass);
}

/** C7: of whom nothing is entered: the paper says that its number has to be brought. */
export function byNumber(personId: Case['personId'], ctx: CaseContext): CaseContext {
  return personId ? ctx : { ...ctx, content: { ...ctx.content, byNumberAlone: true } };
}

/** C7: each thing asked for is of the catalogue. */
export function notice(
  missing: readonly string[],
  note: string,
  ctx: CaseContext,
  override?: Extract<CaseEvent, { type: 'notice-given' }>['override'],
): CaseEvent[] | Refusal {
  const asked = new Set(missing);
  const items = ctx.content.items.filter(({ id }) => asked.has(id));
  if (items.length < asked.size) return refuse('material-not-in-catalogue');
  const { noticeDays, revivalDays } = ctx.settings;
  const answerBy = addDays(ctx.today, noticeDays);
  return [
    {
      type: 'notice-given',
      noticeNo: ctx.paperNo('notice'),
      note,
      answerBy,
      ...(override ? { override } : {}),
      day: ctx.today,
      paper: { ...ctx.content, items, revival: revivalAfter(answerBy, revivalDays) },
    },
  ];
}
