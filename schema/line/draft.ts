/** What a clerk ticked and typed for a case of a sitting before its conclusion (C16): a draft is no fact, so no event holds it. */
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
