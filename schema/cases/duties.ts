/** C15: what somebody answers for before the person leaves, and who might have it. */
import { z } from 'zod';
import { CaseId, ClerkId, Day, Instant, Names } from '../ids.ts';
import { StaffRole } from '../who.ts';

/** What is still owed of a case that is closed (C5, C6, C7, C12). */
export const OwedPart = z.enum(['late-papers', 'inquiry', 'ring']);
export type OwedPart = z.infer<typeof OwedPart>;

export const Duty = z.object({
  caseId: CaseId,
  /** Of its receipt, notice or ticket. */
  number: z.string(),
  matterNames: Names,
  dueOn: Day.nullable(),
  /** C9: the day may still move. */
  provisional: z.boolean(),
  /** `receiver`: the person is offered it and does not handle it; `owed`: something of it, also after its end. */
  part: z.enum(['handler', 'receiver', 'owed']),
  owes: z.array(OwedPart),
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

/** C11: `away`: until when, where that is known; of whoever is there null. `cases`: that are open. */
export const Receivers = z.array(
  z.object({
    id: ClerkId,
    name: z.string(),
    role: StaffRole,
    cases: z.number().int(),
    away: z.object({ until: Instant.nullable() }).nullable(),
  }),
);
export type Receivers = z.infer<typeof Receivers>;
