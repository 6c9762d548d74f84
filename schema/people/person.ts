/** A resident or an organisation as the hall knows one (P1, P2), and what happened to that data (S4). */
import { z } from 'zod';
import { event } from '../event.ts';
import { CaseId, ClerkId, type Day, Language, PersonId } from '../ids.ts';
import { DocumentKind, TypedDocument } from '../typed/document.ts';
import { PersonName } from '../typed/names.ts';
import { Telephone } from '../typed/telephone.ts';

export const PersonKind = z.enum(['person', 'organisation']);
export type PersonKind = z.infer<typeof PersonKind>;

/** P2: what a matter needs of an identity document: nothing, to find the same person again, or the number itself. */
export const IDENTITY_USES = ['none', 'match', 'kept'] as const;
export const IdentityUse = z.enum(IDENTITY_USES);
export type IdentityUse = z.infer<typeof IdentityUse>;

/** As somebody is entered. */
export const PersonFacts = z
  .object({
    kind: PersonKind,
    name: PersonName,
    telephone: Telephone.nullable(),
    document: TypedDocument.nullable(),
    language: Language,
  })
  .superRefine(({ kind, document }, ctx) => {
    if (document && (document.kind === 'credit-code') !== (kind === 'organisation'))
      ctx.addIssue({ code: 'custom', path: ['document'], message: 'document-of-other' });
  });
export type PersonFacts = z.infer<typeof PersonFacts>;

/** P2: enough to know somebody by, and not enough to write to. */
export const MaskedPerson = z.object({
  personId: PersonId,
  kind: PersonKind,
  name: z.string(),
  telephone: z.string().nullable(),
  /** `number` is null where only a match is kept. */
  document: z.object({ kind: DocumentKind, number: z.string().nullable() }).nullable(),
  /** Nothing of it is left. */
  erased: z.boolean(),
  /** H6: a form said the telephone, and nobody saw yet that it is the person's. */
  unproved: z.boolean().optional(),
});
export type MaskedPerson = z.infer<typeof MaskedPerson>;

export const PersonField = z.enum(['name', 'telephone', 'document']);
export type PersonField = z.infer<typeof PersonField>;
export const LookUpKey = z.enum(['telephone', 'last-four', 'name', 'document']);
export type LookUpKey = z.infer<typeof LookUpKey>;

/** 个人信息保护法 Art. 17: the version of the words that are shown before somebody is entered. */
export const PRIVACY_NOTICE = '2026-11';

/** The id of the stream is the person's; no event holds anything that the person said or showed. */
export const PersonEvent = z.discriminatedUnion('type', [
  event('person-entered', { by: ClerkId, caseId: CaseId, part: z.enum(['applicant', 'helper']) }),
  event('privacy-notice-shown', { by: ClerkId, version: z.string() }),
  event('person-looked-up', { by: ClerkId, key: LookUpKey }),
  /** `caseId`: the open case of the clerk that is reason enough; else the reason that was asked for. */
  event('person-revealed', { by: ClerkId, field: PersonField, caseId: CaseId.optional(), reason: z.string() }),
  /** `checked`: the document that was shown for it. */
  event('telephone-changed', { by: ClerkId, checked: DocumentKind }),
  /** H6: somebody saw the person's document, or rang the number: it is the person's. */
  event('telephone-checked', { by: ClerkId }),
  event('person-exported', { by: ClerkId }),
  /** Without `by`: its time was over. */
  event('person-erased', { by: ClerkId.optional(), reason: z.string() }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** The id of the stream of what was done on a date with somebody's data. */
export function personDay(id: PersonId, day: Day): string {
  return `${id}@${day}`;
}

/** The person of a stream's id. */
export function personOf(streamId: string): PersonId {
  return streamId.split('@')[0] as PersonId;
}
