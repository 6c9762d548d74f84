/** C15: what somebody answers for before the person leaves, and who might have it. */
import { z } from 'zod';
import { CaseId, ClerkId, Day, Names } from '../ids.ts';

export const Duty = z.object({
  caseId: CaseId,
  /** Of its receipt, notice or ticket. */
  number: z.string(),
  matterNames: Names,
  dueOn: Day.nullable(),
  /** C9: the day may still move. */
  provisional: z.boolean(),
  /** `receiver`: the person is offered it and does not handle it; `late-papers`: answers for what came after its end. */
  part: z.enum(['handler', 'receiver', 'late-papers']),
  handler: ClerkId,
  /** To whom it is offered, if it is. */
  offeredTo: z.string().nullable(),
  /** Null: nobody is there. */
  proposed: ClerkId.nullable(),
});
export type Duty = z.infer<typeof Duty>;

/** `receivers`: whoever is there, with how many cases each handles now. */
export const DutiesForecast = z.object({
  name: z.string(),
  duties: z.array(Duty),
  receivers: z.array(z.object({ id: ClerkId, name: z.string(), cases: z.number().int() })),
});
export type DutiesForecast = z.infer<typeof DutiesForecast>;
