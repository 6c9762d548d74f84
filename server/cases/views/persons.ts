/** What is held of a person, masked for a screen or whole for the person (P2, S4). */
import { cameBy } from '../../../schema/cases/events.ts';
import type { CaseId, Day, PersonId } from '../../../schema/ids.ts';
import type { PersonAct, PersonCase, PersonExport, PersonHeld } from '../../../schema/people/person-views.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { messages } from '../../messages/tables/messages.ts';
import { people } from '../../people/tables/people.ts';
import { personActs } from '../../people/tables/person-acts.ts';
import { texts } from '../../people/tables/texts.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import { isOver } from '../rules/owners/afterwards.ts';
import { lastDay } from '../rules/residents/helper.ts';
import { cases } from '../tables/cases.ts';
import { residentSteps } from './case-history.ts';
import { maskedPerson } from './case-people.ts';
import { papersOf } from './paper-content.ts';

/** Of an erased person the acts stay. */
export function personHeld(from: Reader, id: PersonId): PersonHeld | Refusal {
  const acts = actsOn(from, id);
  const known = from.read(people).get(id);
  if (!known && acts.length === 0) return refuse('person-unknown');
  return { person: maskedPerson(from, id), cases: casesOf(from, id), eraseOn: endOf(from, id), acts };
}

export function exportOf(from: Reader, id: PersonId, ledger: LedgerReader): PersonExport | Refusal {
  const known = from.read(people).get(id);
  if (!known) return refuse('person-unknown');
  const { kind, name, telephone, formerTelephone, document, language } = known;
  const words = (caseId: string) => said(from, from.read(texts).refsOf(`case:${caseId}`));
  return {
    at: new Date(from.nowMs).toISOString(),
    personId: id,
    ...{ kind, name, telephone, formerTelephone, document, language },
    eraseOn: endOf(from, id),
    cases: casesOf(from, id).map((one) => ({
      ...one,
      said: words(one.caseId),
      ...heldOfCase(from, one.caseId, ledger),
    })),
    appointments: from
      .read(appointments)
      .ofPerson(id)
      .map(({ day, startsAt, matterId, phase }) => ({ day, startsAt, matterId, phase })),
    messages: from.read(messages).ofPerson(id),
    acts: actsOn(from, id),
  };
}

/** How it came and by when it is due, who answered for it, what was given and what was handed in. */
function heldOfCase(from: Reader, caseId: CaseId, ledger: LedgerReader) {
  const {
    origin,
    acceptedOn = null,
    dueOn = null,
    firstContact,
    handler,
    notice,
    promise,
    latePapers,
  } = from.read(cases).byId(caseId)!;
  const handedIn = [notice, promise].flatMap(
    (list) => list?.items.filter((one) => list.received.includes(one.id)) ?? [],
  );
  return {
    came: { by: cameBy(origin), day: origin.day },
    ...{ acceptedOn, dueOn },
    firstContactName: clerkName(from, firstContact) ?? '',
    handlerName: clerkName(from, handler) ?? '',
    steps: residentSteps(from, caseId, ledger),
    papers: papersOf(from, caseId).map(({ path: _, ...paper }) => paper),
    handedIn: [...handedIn, ...latePapers.flatMap(({ items }) => items)].map((item) => ({
      ...{ 'zh-Hans': item['zh-Hans'], 'zh-Hant': item['zh-Hant'], en: item.en ?? item['zh-Hans'] },
    })),
  };
}

export function casesOf(from: Reader, id: PersonId): PersonCase[] {
  return from
    .read(cases)
    .ofPerson(id)
    .map(({ id: caseId, origin, receiptNo = null, matterId, personId, phase, openedAt, outcome = null, helper }) => ({
      caseId,
      number: origin.number,
      receiptNo,
      matterId,
      matterNames: matterNames(from, matterId),
      part: personId === id ? 'applicant' : 'helper',
      phase,
      openedAt,
      outcome,
      helps: helper?.personId === id ? { scope: [...helper.scope], until: lastDay(helper) ?? null } : null,
    }));
}

/** Null while a case goes on. */
function endOf(from: Reader, id: PersonId): Day | null {
  const isOpen = from
    .read(cases)
    .ofPerson(id)
    .some((one) => !isOver(one));
  return isOpen ? null : (from.read(people).get(id)?.eraseOn ?? null);
}

function actsOn(from: Reader, id: PersonId): PersonAct[] {
  return from
    .read(personActs)
    .ofPerson(id)
    .map(({ seq, at, act, clerkId, detail, reason, caseId }) => {
      const found = caseId && from.read(cases).byId(caseId);
      const caseNumber = found ? (found.receiptNo ?? found.origin.number) : null;
      return {
        id: String(seq),
        ...{ at, act, detail, caseNumber },
        byName: clerkName(from, clerkId),
        reason: said(from, reason),
      };
    });
}
