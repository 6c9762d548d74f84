/** What happened to a case, step by step, as its staff read it (C6, C12). */
import { z } from 'zod';
import { Instant } from '../ids.ts';
import { CaseEvent } from './events.ts';

export const CaseStepKind = z.enum(
  CaseEvent.options.map((one) => one.shape.type.value) as [CaseEvent['type'], ...CaseEvent['type'][]],
);
export type CaseStepKind = z.infer<typeof CaseStepKind>;

/** What concerns the resident, who reads it in plain words (C12); the rest is the hall's own. */
export const RESIDENT_STEPS = [
  'case-opened',
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
  'overdue-explained',
  'handover-accepted',
  'case-reassigned',
  'refusal-proposed',
  'case-decided',
  'outcome-corrected',
  'resident-told',
  'case-closed',
] as const satisfies readonly CaseStepKind[];
export type ResidentStep = (typeof RESIDENT_STEPS)[number];

/** `byName` is null where no clerk did it; `facts` go into the sentence of the kind; `words` are somebody's own. */
export const CaseStep = z.object({
  at: Instant,
  kind: CaseStepKind,
  byName: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  words: z.string().nullable(),
});
export type CaseStep = z.infer<typeof CaseStep>;

export type ResidentStepFacts = Pick<CaseStep, 'at' | 'facts'> & { kind: ResidentStep };
