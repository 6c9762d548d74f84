/** HELPERS (C14): who comes for the applicant may do what the applicant said, until its day; anything else is the applicant's. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Day, PersonId } from '../../../../schema/ids.ts';
import type { Helper, HelperScope } from '../../../../schema/people/helper.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf, HelperEntry } from '../case-command.ts';
import { actsFor } from '../owners/in-place.ts';

const OUTSIDE = {
  'hand-in': 'helper-may-not-hand-in',
  'be-told': 'helper-may-not-be-told',
  'take-back': 'helper-may-not-take-back',
} as const satisfies Record<HelperScope, string>;

/** Whose act it was, where a helper came for it; nothing where the applicant did. */
export function cameFor(
  { helper }: Case,
  scope: HelperScope,
  comes: boolean | undefined,
  today: Day,
): { helperId?: PersonId } | Refusal {
  if (!comes) return {};
  if (!helper) return refuse('helper-none');
  const last = lastDay(helper);
  if (isHelperOver(helper, today)) return refuse('helper-over', { day: last! });
  return helper.scope.includes(scope) ? { helperId: helper.personId } : refuse(OUTSIDE[scope]);
}

/** With the applicant's word, by the handler, whoever stands in for that one, or a supervisor. */
export function helped(
  found: Case,
  command: CommandOf<'enter-helper' | 'change-helper' | 'end-helper'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { today } = ctx;
  const { helper, handler } = found;
  const { by, isSupervisor } = command;
  if (!actsFor(handler, by, ctx) && !isSupervisor) return refuse('not-handler');
  if (command.type === 'enter-helper') return entered(found, command.helper, by, today);
  if (!helper) return refuse('helper-none');
  if (isHelperOver(helper, today)) return refuse('helper-over', { day: lastDay(helper)! });
  const { personId } = helper;
  switch (command.type) {
    case 'change-helper': {
      const { scope, until, how } = command;
      if (until !== null && until < today) return refuse('helper-day-wrong');
      return [{ type: 'helper-changed', personId, scope: [...scope], ...untilOf(until), how, by, on: today }];
    }
    case 'end-helper':
      return [{ type: 'helper-ended', personId, how: command.how, by, on: today }];
    default:
      return command satisfies never;
  }
}

/** Another one takes the place of the one before. */
export function entered(
  { personId: applicant }: Pick<Case, 'personId'>,
  { personId, relation, scope, until, how }: HelperEntry,
  by: Case['handler'],
  today: Day,
): CaseEvent[] | Refusal {
  if (!applicant) return refuse('helper-without-applicant');
  if (applicant === personId) return refuse('helper-is-applicant');
  if (until !== null && until < today) return refuse('helper-day-wrong');
  const terms = { relation, scope: [...scope], ...untilOf(until), how };
  return [{ type: 'helper-entered', personId, ...terms, by, on: today }];
}

/** By the day, whatever job is late; ended by somebody it is over at once. */
export function isHelperOver({ until, ended }: Helper, today: Day): boolean {
  return ended !== undefined || (until !== undefined && until < today);
}

export function lastDay({ until, ended }: Helper): Day | undefined {
  return ended ?? until;
}

function untilOf(until: Day | null): { until?: Day } {
  return until === null ? {} : { until };
}
