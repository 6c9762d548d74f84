/** Each step of a case as one sentence (C6, C12). */
import type { CaseOutcome, TellingWay } from '../../schema/cases/conclusion.ts';
import type { LateDuty } from '../../schema/cases/deadline.ts';
import type { CaseStep, CaseStepKind } from '../../schema/cases/history.ts';
import type { Language } from '../../schema/ids.ts';
import { dateText } from '../words/hall-time.ts';
import type { Say, WordKey } from '../words/speak.ts';

/** A step that has no sentence does not compile. */
type Told = 'resident-told' | 'messages-agreed';
const wordOf = (kind: Exclude<CaseStepKind, Told>): WordKey => `step.${kind}`;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function stepSentence(say: Say, language: Language, { kind, facts }: CaseStep): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, ISO_DAY.test(value) ? dateText(value, language) : value]),
  );
  switch (kind) {
    case 'duty-late':
      return say(wordOf(kind), { ...shown, duty: say(`late.${facts.duty as LateDuty}`) });
    case 'case-decided':
    case 'outcome-corrected':
    case 'case-closed':
      return say(wordOf(kind), { ...shown, outcome: say(`outcome.${facts.outcome as CaseOutcome}`) });
    case 'resident-told':
      return say(`step.resident-told.${facts.reached as 'yes' | 'no' | 'helper'}`, {
        way: say(`way.${facts.way as TellingWay}`),
      });
    case 'messages-agreed':
      return say(facts.agreed === 'yes' ? 'step.messages-agreed.yes' : 'step.messages-agreed.no');
    default:
      return say(wordOf(kind), shown);
  }
}
