/** THE ONE-TIME NOTICE (C7, C8): what comes of it, what silence does, and what only a supervisor may ask again. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { addDays } from '../../../../schema/time.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { deemedBy, receivedOf, stageEnd } from '../clock/case-clock.ts';
import { actsFor } from '../owners/in-place.ts';
import { cameFor } from '../residents/helper.ts';
import { ringOwed } from '../residents/ring.ts';
import { accepted, byNumber, notice } from './conclude.ts';
import { isRevivable } from './revival.ts';

/** C8: nobody said anything within the stage of acceptance, after everything was there: accepted as of the day of receipt. */
export function deemed(found: Case, ctx: CaseContext): CaseEvent[] {
  const by = deemedBy(found, ctx);
  const receivedOn = receivedOf(found);
  if (!by || !receivedOn || ctx.today <= by) return [];
  const call = ringOwed(found, 'deemed', { ...ctx, today: addDays(by, 1) });
  return [...accepted(ctx, { acceptedOn: receivedOn, note: '', deemed: true }), ...call];
}

export function noticed(
  found: Case,
  command: CommandOf<'receive-materials' | 'give-notice-again' | 'take-back-notice' | 'revive-case'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const given = found.notice;
  if (!given) return refuse(found.phase === 'closed' ? 'case-over' : 'case-not-noticed');
  switch (command.type) {
    case 'receive-materials': {
      const items = [...new Set(command.items)];
      if (items.some((id) => given.received.includes(id))) return refuse('material-received-already');
      if (items.length === 0 || items.some((id) => given.items.every((item) => item.id !== id)))
        return refuse('material-not-asked');
      const came = cameFor(found, 'hand-in', command.helper, ctx.today);
      if (isRefusal(came)) return came;
      const { by } = command;
      const { today: on } = ctx;
      const received = { type: 'materials-received' as const, noticeNo: given.no, items, by, on, ...came };
      if (given.received.length + items.length < given.items.length) return [received];
      return command.isExamined
        ? [received, ...accepted(ctx, { acceptedOn: on, note: '' })]
        : [{ ...received, concludeBy: stageEnd(on, found.acceptance, ctx.calendar) }];
    }
    case 'give-notice-again': {
      if (command.override === null) return refuse('notice-given-already', { number: given.no });
      const outstanding = given.items.map(({ id }) => id).filter((id) => !given.received.includes(id));
      const again = command.missing.find((id) => given.received.includes(id));
      if (again) return refuse('material-received-already');
      const all = [...outstanding, ...command.missing];
      return notice(all, command.note, byNumber(found.personId, ctx), { by: command.by, reason: command.override });
    }
    case 'take-back-notice': {
      if (!actsFor(found.handler, command.by, ctx) && !command.isSupervisor) return refuse('not-handler');
      const { by, reason } = command;
      // The hall should have accepted then: what it asked for never held up the clock.
      return [
        { type: 'notice-taken-back', noticeNo: given.no, by, reason },
        ...accepted(ctx, { acceptedOn: given.sinceOn, note: '' }),
      ];
    }
    case 'revive-case': {
      const { by, counterId } = command;
      if (!found.silentSince) return refuse('case-over');
      if (!isRevivable(found, ctx.today, ctx.settings)) return refuse('revival-too-late');
      return [{ type: 'case-revived', by, counterId, answerBy: addDays(ctx.today, ctx.settings.noticeDays) }];
    }
    default:
      return command satisfies never;
  }
}
