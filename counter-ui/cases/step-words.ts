/** Each step of a case as one sentence (C6, C12). */
import type { CaseOutcome, TellingWay } from '../../schema/cases/conclusion.ts';
import type { LateDuty, WarnedDuty } from '../../schema/cases/deadline.ts';
import type { CaseEvent, TakenBy } from '../../schema/cases/events.ts';
import type { CaseStep, CaseStepKind } from '../../schema/cases/history.ts';
import type { LateAnswer } from '../../schema/cases/late-papers.ts';
import type { ToldDuty } from '../../schema/hall/calendar.ts';
import type { Language } from '../../schema/ids.ts';
import { dateText } from '../words/hall-time.ts';
import type { Say, WordKey } from '../words/speak.ts';

/** A step that has no sentence does not compile. */
type Told = 'resident-told' | 'resident-rung' | 'messages-agreed' | 'group-declined' | 'group-offer-ended';
type GroupEnd = Extract<CaseEvent, { type: 'group-offer-ended' }>['why'];
const wordOf = (kind: Exclude<CaseStepKind, Told>): WordKey => `step.${kind}`;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function stepSentence(say: Say, language: Language, { kind, facts }: CaseStep): string {
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, textOf(name, value)]));
  // C9: a day that may still move is the one that the step tells.
  function textOf(name: string, value: string): string {
    if (!ISO_DAY.test(value)) return value;
    const date = dateText(value, language);
    return facts.may && name === 'day' ? say('dateProvisional', { date }) : date;
  }
  switch (kind) {
    case 'duty-late':
    case 'day-moved':
    case 'duty-moved':
      return say(wordOf(kind), { ...shown, duty: say(`late.${facts.duty as LateDuty | ToldDuty}`) });
    case 'duty-warned':
      return say(wordOf(kind), { ...shown, duty: say(`warnedDuty.${facts.duty as WarnedDuty}`) });
    case 'deadline-warned':
      return say(facts.of ? 'step.deadline-warned.legal' : wordOf(kind), shown);
    case 'refusal-proposed':
      return say(facts.elsewhere ? 'step.elsewhere-proposed' : wordOf(kind), shown);
    case 'foreign-activity': {
      if (facts.transition === 'start') return say('step.foreign-activity.begun', facts);
      if (facts.to) return say('step.foreign-activity.to', facts);
      return say(facts.transition ? 'step.foreign-activity.part' : wordOf(kind), facts);
    }
    case 'case-taken-over':
      return say(facts.passed ? 'step.case-taken-over.passed' : wordOf(kind), shown);
    case 'case-opened': {
      const { came = 'ticket' } = facts;
      if (came === 'ticket') return say(wordOf(kind), shown);
      if (came === 'import') return say('step.case-imported', shown);
      if (came === 'linked') return say('step.case-opened.linked');
      return say('step.case-opened.taken', { ...shown, origin: say(`origin.${came as TakenBy}`) });
    }
    case 'case-accepted':
      if (facts.former) return say('step.case-accepted.former');
      if (facts.deemed === 'own') return say('step.case-deemed-own', shown);
      return say(facts.deemed ? 'step.case-deemed' : wordOf(kind), shown);
    case 'case-closed':
    case 'case-decided':
    case 'outcome-corrected': {
      if (facts.left) return say('step.case-left');
      if (facts.mistaken) return say('step.case-mistaken');
      const former = facts.former && kind !== 'outcome-corrected' ? (`${kind}.former` as const) : kind;
      return say(`step.${former}`, { ...shown, outcome: say(`outcome.${facts.outcome as CaseOutcome}`) });
    }
    case 'ending-corrected': {
      const was = say(`outcome.${facts.was as CaseOutcome}`);
      if (facts.outcome === 'corrected') return say('step.ending-goes-on', { ...shown, was });
      if (facts.changed) return say('step.ending-reworded', { ...shown, was });
      return say(wordOf(kind), { ...shown, was, outcome: say(`outcome.${facts.outcome as CaseOutcome}`) });
    }
    case 'late-papers-received':
      return say(wordOf(kind), { ...shown, to: facts.to || say('anySupervisor') });
    case 'late-papers-answered': {
      const answer = say(`lateAnswer.${facts.answer as LateAnswer}`, { no: facts.linkedNo ?? '' });
      return say(wordOf(kind), { ...shown, answer });
    }
    case 'resident-told':
      return say(`step.resident-told.${facts.reached as 'yes' | 'no' | 'helper' | 'said'}`, {
        way: say(`way.${facts.way as TellingWay}`),
      });
    case 'group-declined':
      return say(facts.gone === 'yes' ? 'step.group-left' : 'step.group-declined', shown);
    case 'group-offer-ended':
      return say(`step.group-offer-ended.${facts.why as GroupEnd}`, shown);
    case 'resident-rung':
      return say(facts.reached === 'yes' ? 'step.resident-rung.yes' : 'step.resident-rung.no');
    case 'messages-agreed':
      return say(facts.agreed === 'yes' ? 'step.messages-agreed.yes' : 'step.messages-agreed.no');
    case 'applicant-named':
    case 'helper-entered':
    case 'helper-changed':
    case 'helper-ended':
    case 'case-resumed':
    case 'case-escalated':
    case 'escalation-answered':
    case 'materials-received':
    case 'promise-reminded':
    case 'notice-reminded':
    case 'notice-taken-back':
    case 'notice-unanswered':
    case 'case-revived':
    case 'case-paused':
    case 'pause-ended':
    case 'case-extended':
    case 'overdue-explained':
    case 'correction-proposed':
    case 'correction-sent-back':
    case 'correction-taken-back':
    case 'inquiry-received':
    case 'inquiry-read':
    case 'inquiry-answered':
    case 'question-asked':
    case 'question-reminded':
    case 'question-answered':
    case 'late-papers-passed':
    case 'question-taken-back':
    case 'paper-printed':
    case 'paper-voided':
    case 'conclusion-undone':
    case 'ring-owed':
    case 'notice-let-pass':
    case 'notice-given':
    case 'due-moved':
    case 'handover-offered':
    case 'group-offered':
    case 'handover-moved':
    case 'handover-accepted':
    case 'handover-declined':
    case 'handover-lapsed':
    case 'handover-taken-back':
    case 'case-reassigned':
    case 'refusal-confirmed':
    case 'refusal-sent-back':
    case 'refusal-taken-back':
      return say(wordOf(kind), shown);
    default:
      return kind satisfies never;
  }
}
