/** What may be seen of a person: masked by any clerk, whole by whoever answers for it (P2, S4). */
import { z } from 'zod';
import { CaseId, Day, Instant, Language, MatterId, Names, PersonId } from '../ids.ts';
import { DocumentKind } from '../typed/document.ts';
import { HelperTerms } from './helper.ts';
import { MaskedPerson, type PersonEvent, PersonKind } from './person.ts';

const ACTS = [
  'person-entered',
  'privacy-notice-shown',
  'person-looked-up',
  'person-revealed',
  'telephone-changed',
  'telephone-checked',
  'person-exported',
  'person-erased',
] as const satisfies readonly PersonEvent['type'][];

/** What was done with somebody's data, by whom and why: shown to the person on request. */
export const PersonAct = z.object({
  id: z.string(),
  at: Instant,
  act: z.enum(ACTS),
  /** Null: the clock. */
  byName: z.string().nullable(),
  /** Which field, by which key, which version, which document. */
  detail: z.string(),
  reason: z.string(),
  /** Of the case that it was done for: its receipt's number, or its ticket's. */
  caseNumber: z.string().nullable(),
});
export type PersonAct = z.infer<typeof PersonAct>;

export const PersonCase = z.object({
  caseId: CaseId,
  number: z.string(),
  receiptNo: z.string().nullable(),
  matterId: MatterId,
  matterNames: Names,
  part: z.enum(['applicant', 'helper']),
  phase: z.string(),
  openedAt: Instant,
  outcome: z.string().nullable(),
  /** C14: of a helper, for what and until when; null of an applicant, and without an end. */
  helps: HelperTerms.pick({ scope: true, until: true }).nullable(),
});
export type PersonCase = z.infer<typeof PersonCase>;

/** What is held, masked. `eraseOn` is null while a case goes on. */
export const PersonHeld = z.object({
  person: MaskedPerson,
  cases: z.array(PersonCase),
  eraseOn: Day.nullable(),
  acts: z.array(PersonAct),
});
export type PersonHeld = z.infer<typeof PersonHeld>;

/** 个人信息保护法 Art. 45: everything that is held, in words that its person can read. */
export const PersonExport = z.object({
  at: Instant,
  personId: PersonId,
  kind: PersonKind,
  name: z.string(),
  telephone: z.string().nullable(),
  formerTelephone: z.string().nullable(),
  document: z.object({ kind: DocumentKind, number: z.string().nullable() }).nullable(),
  language: Language,
  eraseOn: Day.nullable(),
  cases: z.array(
    PersonCase.extend({
      said: z.array(z.string()),
      came: z.object({ by: z.string(), day: Day.or(z.literal('')) }),
      acceptedOn: Day.nullable(),
      dueOn: Day.nullable(),
      firstContactName: z.string(),
      handlerName: z.string(),
      papers: z.array(z.object({ no: z.string(), kind: z.string(), day: Day, voidedBy: z.string().nullable() })),
      /** What happened that concerns the person, in order. */
      steps: z.array(z.object({ at: Instant, kind: z.string(), facts: z.record(z.string(), z.string()) })),
      /** What was handed in, of what a notice or a receipt listed. */
      handedIn: z.array(Names),
    }),
  ),
  appointments: z.array(z.object({ day: Day, startsAt: Instant, matterId: MatterId, phase: z.string() })),
  messages: z.array(z.object({ kind: z.string(), phase: z.string(), at: Instant })),
  acts: z.array(PersonAct),
});
export type PersonExport = z.infer<typeof PersonExport>;
