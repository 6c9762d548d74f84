/** Helpers (C14): a person of their own, with what the applicant lets them do. */
import type { CaseId, ClerkId, PersonId } from '../../../schema/ids.ts';
import type { ApplicantsWord, HelperFacts, HelperTerms } from '../../../schema/people/helper.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { recordOn } from '../../people/acts/persons.ts';
import { rememberPerson } from '../../people/acts/residents.ts';
import type { HelperEntry } from '../rules/case-command.ts';
import { type OnCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;

export function enterHelper(tx: Tx, { caseId, helper }: OnCase & { helper: HelperFacts }): Done {
  const entry = rememberHelper(tx, helper);
  const done = stepCase(tx, { caseId }, (by) => ({
    type: 'enter-helper',
    by,
    helper: entry,
    isSupervisor: isSupervisor(tx),
  }));
  if (!isRefusal(done) && tx.actor.kind === 'clerk') recordHelper(tx, entry.personId, caseId, tx.actor.id);
  return done;
}

export function changeHelper(tx: Tx, input: OnCase & { terms: HelperTerms }): Done {
  const { terms } = input;
  return stepCase(tx, input, (by) => ({ type: 'change-helper', by, ...terms, isSupervisor: isSupervisor(tx) }));
}

export function endHelper(tx: Tx, input: OnCase & { how: ApplicantsWord }): Done {
  const { how } = input;
  return stepCase(tx, input, (by) => ({ type: 'end-helper', by, how, isSupervisor: isSupervisor(tx) }));
}

/** Known before, or new; no document of a helper is kept. */
export function rememberHelper(tx: Tx, { name, telephone, language, ...terms }: HelperFacts): HelperEntry {
  const person = { kind: 'person', name, telephone, language, document: null, identity: 'none' } as const;
  return { ...terms, personId: rememberPerson(tx, person, tx.today) };
}

export function recordHelper(tx: Tx, personId: PersonId, caseId: CaseId, by: ClerkId): void {
  recordOn(tx, personId, { type: 'person-entered', by, caseId, part: 'helper' });
}

function isSupervisor({ actor }: Tx): boolean {
  return actor.kind === 'clerk' && actor.role === 'supervisor';
}
