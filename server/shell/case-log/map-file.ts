/** The file of `--map`: what the words of another system's log are in this hall; checked as a whole before anything is read. */
import { z } from 'zod';
import { FOREIGN_STEPS, ForeignStep } from '../../../schema/cases/log/foreign.ts';
import { folded } from '../../../schema/typed/signs.ts';
import { officeJson } from '../office-file.ts';

const text = z.string().min(1).max(200);

const LogMap = z.strictObject({
  /** The attribute of a case that names its matter, and what its values are here. */
  matter: text.optional(),
  matters: z.record(text, text).optional(),
  /** Null: no step of this hall, but a foreign activity. */
  activities: z.record(text, ForeignStep.nullable()).optional(),
  /** A resource's account here; null: nobody of the staff. */
  people: z.record(text, text.nullable()).optional(),
  /** The attribute of a step that names who has the case from then on. */
  handler: text.optional(),
  /** What a case is whose log names no end. */
  withoutEnd: z.enum(['open', 'closed']).optional(),
  columns: z
    .strictObject({ case: text, activity: text, time: text, start: text, resource: text, transition: text })
    .partial()
    .optional(),
});
export type LogMap = z.infer<typeof LogMap>;

/** Throws one sentence that names the place in the file. */
export const readMap = (file: string): LogMap => officeJson(file, LogMap);

/** Names by which a step is known without being told. */
const USUAL: Record<string, ForeignStep> = {
  ...named('accepted', ['受理', '准予受理', '立案', 'accepted', 'accept']),
  ...named('granted', ['准予', '准予许可', '准予行政许可', '批准', '审批通过', 'granted', 'approved']),
  ...named('refused', ['不予许可', '不予批准', '不予行政许可', '驳回', 'refused', 'rejected']),
  ...named('closed', ['办结', '结案', 'closed', 'completed']),
  ...named('withdrawn', ['撤回', '撤件', '撤回申请', 'withdrawn']),
};

function named(step: ForeignStep, names: string[]): Record<string, ForeignStep> {
  return Object.fromEntries(names.map((name) => [folded(name), step]));
}

/** What the hall's own export says of its events; `outcome` stands beside them. */
function ownStep(activity: string, outcome: string | null): ForeignStep | null | undefined {
  switch (activity) {
    case 'case-accepted':
      return 'accepted';
    case 'case-decided':
    case 'case-closed':
      return FOREIGN_STEPS.find((one) => one === outcome) ?? null;
    default:
      return undefined;
  }
}

export function stepOf(
  { activities = {} }: LogMap,
  { activity, transition, outcome }: { activity: string; transition: string | null; outcome: string | null },
): ForeignStep | null {
  // Of the life of an activity only its end is a step.
  if (transition !== null && transition.toLowerCase() !== 'complete') return null;
  const told = Object.hasOwn(activities, activity) ? activities[activity] : ownStep(activity, outcome);
  if (told !== undefined) return told;
  const key = folded(activity);
  return Object.hasOwn(USUAL, key) ? USUAL[key]! : null;
}
