/** One step of a case in one plain sentence, as phone and kiosk say it (C12). */
import type { Day, Language } from '../../ids.ts';
import { dateText, localDay } from '../../time-text.ts';
import type { CaseOrigin } from '../events.ts';
import type { ResidentStepFacts } from '../history.ts';
import type { ofResident } from './zh-hans.ts';

export type ResidentWord = keyof typeof ofResident;
type Say = (key: ResidentWord, facts?: Record<string, string>) => string;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day and one plain sentence. */
export function stepText(
  { at, kind, facts }: ResidentStepFacts,
  language: Language,
  timeZone: string,
  say: Say,
): { day: Day; text: string } {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (!ISO_DAY.test(value)) return [name, value];
      // C9: a day that may still move is the one that the step tells.
      const may = facts.may && name === 'day' ? say('c.may') : '';
      return [name, dateText(value, language) + may];
    }),
  );
  const outcome = facts.outcome ? say(`c.outcome.${facts.outcome}` as 'c.outcome.done') : '';
  const was = facts.was ? say(`c.outcome.${facts.was}` as 'c.outcome.done') : '';
  const what = facts.duty ? say(`due-change.day.${facts.duty}` as 'due-change.day.telling') : '';
  return { day: localDay(at, timeZone), text: say(`c.step.${keyOf(kind, facts)}`, { ...shown, outcome, was, what }) };
}

/** Of some steps the sentence depends on what happened. */
function keyOf(kind: ResidentStepFacts['kind'], facts: ResidentStepFacts['facts']) {
  const told = {
    yes: 'resident-told',
    no: 'resident-missed',
    helper: 'resident-told-helper',
    said: 'resident-said',
  } as const;
  if (kind === 'case-opened' && facts.came && facts.came !== 'ticket')
    return `case-opened-${facts.came as Exclude<CaseOrigin['kind'], 'ticket'> | 'linked'}` as const;
  if (kind === 'resident-told') return told[facts.reached as keyof typeof told];
  if (facts.former && (kind === 'case-accepted' || kind === 'case-decided')) return `${kind}-former` as const;
  if (kind === 'case-closed' && facts.left) return 'case-left';
  if (kind === 'case-closed' && facts.mistaken) return 'case-mistaken';
  if (kind === 'ending-corrected' && facts.outcome === 'corrected') return 'ending-goes-on';
  if (kind === 'ending-corrected' && facts.changed) return 'ending-reworded';
  if (kind === 'refusal-proposed' && facts.elsewhere) return 'elsewhere-proposed';
  if (kind === 'case-accepted' && facts.deemed) return facts.deemed === 'own' ? 'case-deemed-own' : 'case-deemed';
  return kind;
}
