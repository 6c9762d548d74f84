/** Who comes for somebody else (C14): as what, for which acts, until when, and how the hall knows that the applicant wants it. */
import { z } from 'zod';
import { type ClerkId, Day, Language, type PersonId } from '../ids.ts';
import { PersonName } from '../typed/names.ts';
import { Telephone } from '../typed/telephone.ts';
import { MaskedPerson } from './person.ts';

export const HelperRelation = z.enum(['family', 'neighbour', 'community-worker', 'other']);
export type HelperRelation = z.infer<typeof HelperRelation>;

/** Hand papers in; be told of the decision and fetch it; take the application back. */
export const HelperScope = z.enum(['hand-in', 'be-told', 'take-back']);
export type HelperScope = z.infer<typeof HelperScope>;

/** The applicant's word: at the counter with a document, on the telephone, or a written authorisation 授权委托书. */
export const ApplicantsWord = z.enum(['document', 'telephone', 'authorisation']);
export type ApplicantsWord = z.infer<typeof ApplicantsWord>;

/** `until` null: until the case is closed. */
export const HelperTerms = z.object({
  scope: z.array(HelperScope).min(1).max(HelperScope.options.length),
  until: Day.nullable(),
  how: ApplicantsWord,
});
export type HelperTerms = z.infer<typeof HelperTerms>;

export const HelperFacts = HelperTerms.extend({
  name: PersonName,
  telephone: Telephone.nullable(),
  language: Language,
  relation: HelperRelation,
});
export type HelperFacts = z.infer<typeof HelperFacts>;

/** As the case has one; of ledgers that hold no terms, it may hand in and be told until the case is closed. */
export type Helper = {
  personId: PersonId;
  relation: HelperRelation;
  scope: readonly HelperScope[];
  until?: Day | undefined;
  how?: ApplicantsWord;
  by: ClerkId;
  /** The last day, where somebody or its day ended it. */
  ended?: Day;
};

/** `isOver`: the last day was `until`, and it helps no more. */
export const HelperView = z.object({
  person: MaskedPerson,
  relation: HelperRelation,
  scope: z.array(HelperScope),
  until: Day.nullable(),
  how: ApplicantsWord.nullable(),
  isOver: z.boolean(),
});
export type HelperView = z.infer<typeof HelperView>;
