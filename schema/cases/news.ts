/** What others did with the cases that somebody was first contact of, since that person looked last (C2). */
import { z } from 'zod';
import { CaseId, Names } from '../ids.ts';
import { CaseStep } from './history.ts';

export const CaseNews = z.object({
  /** The latest first. */
  items: z.array(
    CaseStep.pick({ at: true, kind: true, byName: true, facts: true }).extend({
      seq: z.number().int(),
      caseId: CaseId,
      number: z.string(),
      matterNames: Names,
    }),
  ),
  /** There is more than is shown: all of it stands on the cases' pages. */
  isCut: z.boolean(),
  /** Said with what was seen: what comes meanwhile stays new. */
  seenTo: z.number().int(),
});
export type CaseNews = z.infer<typeof CaseNews>;
