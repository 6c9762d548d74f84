/** Who applies, and who comes for them (C14, P2), as staff and residents see it. */
import type { Case } from '../../../schema/cases/case.ts';
import type { HallCase } from '../../../schema/cases/views.ts';
import type { CaseId, Day, PersonId } from '../../../schema/ids.ts';
import { maskName, maskPerson } from '../../../schema/people/mask.ts';
import type { MaskedPerson } from '../../../schema/people/person.ts';
import { localTime } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { isUnproved } from '../../hours/views/telephone-proof.ts';
import type { Reader } from '../../ledger/reader.ts';
import { people } from '../../people/tables/people.ts';
import { personActs } from '../../people/tables/person-acts.ts';
import type { Lacks, Reach } from '../rules/case-command.ts';
import { isHelperOver, lastDay } from '../rules/residents/helper.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

/** C14: who may come for the applicant as of today, and until when; nobody's name. */
export function standingHelper({ helper, phase }: StoredCase, today: Day): { until: Day | null } | null {
  return helper && phase !== 'closed' && !isHelperOver(helper, today) ? { until: helper.until ?? null } : null;
}

export function helperOf(from: Reader, { helper, phase }: StoredCase, today: Day): HallCase['helper'] {
  const person = helper && maskedOf(from, helper.personId);
  if (!helper || !person) return null;
  const { relation, scope, how = null } = helper;
  const isPast = phase === 'closed' || isHelperOver(helper, today);
  return { person, relation, scope: [...scope], until: lastDay(helper) ?? null, how, isOver: isPast };
}

/** C5: who signed for the result, of the last telling that reached somebody; its words are opened already. */
export function signedOf({ tellings }: StoredCase): HallCase['signed'] {
  const told = tellings.findLast(({ signed }) => signed);
  if (!told?.signed) return null;
  const { signedBy, lastFour, helper } = told.signed;
  return { name: maskName(signedBy), lastFour, on: told.on, helper };
}

/** C5: the same without who: a page that anybody with the link reads names nobody. */
export function signedOn({ tellings }: StoredCase): { on: Day; helper: boolean } | null {
  const told = tellings.findLast(({ signed }) => signed);
  return told?.signed ? { on: told.on, helper: told.signed.helper } : null;
}

/** P2: where the matter keeps who applies, what was not entered yet. */
export function lacksOf(from: Reader, caseId: CaseId): Lacks {
  const found = from.read(cases).byId(caseId);
  if (!found || matterOf(from, found.matterId)?.identity !== 'kept') return null;
  const person = found.personId && from.read(people).get(found.personId);
  if (!person) return 'applicant';
  return person.document?.number ? null : 'document';
}

export function maskedOf(from: Reader, id: PersonId | undefined): MaskedPerson | null {
  return id ? maskedPerson(from, id) : null;
}

export function maskedPerson(from: Reader, id: PersonId): MaskedPerson {
  const known = from.read(people).get(id);
  return { ...maskPerson(id, known), ...(known?.telephone && isUnproved(from, id) ? { unproved: true } : {}) };
}

/** P1: as a paper is addressed. */
export function applicantOf(from: Reader, { personId }: Case): Pick<MaskedPerson, 'kind' | 'name'> | null {
  const known = personId && from.read(people).get(personId);
  return known ? { kind: known.kind, name: known.name } : null;
}

/** C5, P1: how the applicant can be told. */
export function reachOf(from: Reader, found: Case): Reach {
  const known = found.personId && from.read(people).get(found.personId);
  if (known) return known.telephone === null ? 'nobody' : 'telephone';
  const erased = erasedOn(from, found);
  return erased ? { erasedOn: erased } : 'nobody';
}

/** P1: the day on which its applicant's data went; null: it is there, or never was. */
export function erasedOn(from: Reader, { personId }: Case): Day | null {
  if (!personId || from.read(people).get(personId)) return null;
  const erased = from
    .read(personActs)
    .ofPerson(personId)
    .findLast(({ act }) => act === 'person-erased');
  return erased ? localTime(Date.parse(erased.at), from.timeZone).day : null;
}
