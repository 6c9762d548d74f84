/** What is held of a person, in words. */
import type { PersonAct, PersonCase } from '../../schema/people/person-views.ts';
import type { Say } from '../words/speak.ts';

export function caseState(say: Say, { phase, outcome }: Pick<PersonCase, 'phase' | 'outcome'>): string {
  return phase === 'closed' && outcome
    ? say(`outcome.${outcome}` as 'outcome.done')
    : say(`phase.${phase}` as 'phase.open');
}

export function actDetail(say: Say, { act, detail }: PersonAct): string {
  switch (act) {
    case 'person-entered':
      return say(`personPart.${detail}` as 'personPart.applicant');
    case 'person-looked-up':
      return say(`personBy.${detail}` as 'personBy.name');
    case 'person-revealed':
      return say(`personField.${detail}` as 'personField.name');
    case 'telephone-changed':
      return say(`document.${detail}` as 'document.passport');
    case 'privacy-notice-shown':
    case 'telephone-checked':
    case 'person-exported':
    case 'person-erased':
      return detail;
    default:
      return act satisfies never;
  }
}
