/** What a clerk ticked and typed for a case before it was said (C16): a draft is no fact, so no event holds it. */
import { z } from 'zod';
import { ToldBy } from '../cases/conclusion.ts';
import { CaseId } from '../ids.ts';

const words = z.string().max(1_000);
const ids = z.array(z.string().max(64)).max(200);

export const Draft = z.object({
  ...{ note: words, place: words, address: words, telephone: words, hours: words },
  ...{ reason: words, basis: words, followBy: words },
  missing: ids,
  /** C6: the resident knows that nobody can be rung up. */
  unreachable: z.boolean().default(false),
  /** C5: how the answer was given, of what came without a ticket; or that it was entered by mistake. */
  told: ToldBy.or(z.enum(['', 'mistaken'])).default(''),
});
export type Draft = z.infer<typeof Draft>;

/** `ticked`: ids of materials that lie there. `draft`: null until something was typed. */
export const Kept = z.object({ ticked: ids, draft: Draft.nullable() });
export type Kept = z.infer<typeof Kept>;

export const KeptDraft = z.object({ caseId: CaseId, kept: Kept });
export type KeptDraft = z.infer<typeof KeptDraft>;

/** The forms of a case besides its conclusion; what is typed in one is its author's alone. */
const CaseForm = z.enum([
  ...(['receive', 'accept-after', 'take-back-notice', 'notice-again', 'let-pass', 'pause', 'end-pause'] as const),
  ...(['extend', 'explain', 'escalation', 'tell', 'ring', 'revive', 'correct', 'linked'] as const),
  ...(['ask-question', 'answer-question', 'answer-inquiry', 'take-late', 'answer-late'] as const),
  ...(['close', 'offer', 'applicant', 'helper'] as const),
]);
export type CaseForm = z.infer<typeof CaseForm>;

/** `fields`: as the form writes and reads them, which nobody else does. */
const FormDraft = z.object({ form: CaseForm, fields: z.string().max(20_000) });
export const FormDrafts = z.array(FormDraft);
export type FormDrafts = z.infer<typeof FormDrafts>;

/** `fields` null: what it said was done, or its author gave it up. */
export const KeptForm = FormDraft.extend({ caseId: CaseId, fields: FormDraft.shape.fields.nullable() });
export type KeptForm = z.infer<typeof KeptForm>;
