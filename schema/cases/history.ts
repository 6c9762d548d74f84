/** What happened to a case, step by step, as its staff read it (C6, C12). */
import { z } from 'zod';
import { CaseId, Instant, Names } from '../ids.ts';
import { CaseEvent } from './events.ts';

export const CaseStepKind = z.enum(
  CaseEvent.options.map((one) => one.shape.type.value) as [CaseEvent['type'], ...CaseEvent['type'][]],
);
export type CaseStepKind = z.infer<typeof CaseStepKind>;

/** What concerns the resident, who reads it in plain words (C12); the rest is the hall's own. */
export const RESIDENT_STEPS = [
  'case-opened',
  'case-taken-over',
  'helper-entered',
  'helper-changed',
  'helper-ended',
  'case-accepted',
  'case-escalated',
  'escalation-answered',
  'notice-given',
  'materials-received',
  'notice-reminded',
  'promise-reminded',
  'notice-taken-back',
  'notice-unanswered',
  'case-revived',
  'case-paused',
  'pause-ended',
  'case-extended',
  'due-moved',
  'day-moved',
  'overdue-explained',
  'handover-accepted',
  'case-reassigned',
  'refusal-proposed',
  'case-decided',
  'correction-proposed',
  'correction-taken-back',
  'outcome-corrected',
  'ending-corrected',
  'resident-told',
  'late-papers-received',
  'late-papers-answered',
  'case-closed',
] as const satisfies readonly CaseStepKind[];

/** `byName` is null where no clerk did it; `facts` go into the sentence of the kind; `words` are somebody’s own, one text a field. */
export const CaseStep = z.object({
  at: Instant,
  kind: CaseStepKind,
  byName: z.string().nullable(),
  /** C11: somebody who was away. */
  inPlaceOf: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  words: z.array(z.string()),
});
export type CaseStep = z.infer<typeof CaseStep>;

export const ResidentStepFacts = CaseStep.pick({ at: true, facts: true }).extend({ kind: z.enum(RESIDENT_STEPS) });
export type ResidentStepFacts = z.infer<typeof ResidentStepFacts>;

/** What others did with the cases that somebody was first contact of, since that person looked last (C2). */
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
