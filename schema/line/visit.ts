/** What a counter shows beside the matters of a visit (C16): what was told before, what is open, who was here. */
import { z } from 'zod';
import { HallCase } from '../cases/views.ts';
import { MaterialChange } from '../catalogue/material-changes.ts';
import { CaseId, ClerkId, CounterId, Instant, MatterId, Names } from '../ids.ts';
import { MaskedPerson } from '../people/person.ts';

/** `what`: a channel, the start of a slot, a kind of message, or a paper's number. */
export const ToldFact = z.object({
  at: Instant,
  kind: z.enum(['issued', 'booked', 'message', 'paper']),
  what: z.string(),
});
export type ToldFact = z.infer<typeof ToldFact>;

export const VisitView = z.object({
  /** Null while nobody was entered. */
  applicant: MaskedPerson.nullable(),
  /** H12: of each matter what it asks for otherwise than the resident was told; those that ask for the same are left out. */
  changed: z.array(z.object({ matterId: MatterId, changes: z.array(MaterialChange) })),
  /** In the order of time. */
  told: z.array(ToldFact),
  /** T8: what of this ticket has its conclusion, at whichever counter, and how it stands now; the first one first. */
  concluded: z.array(
    z.object({
      caseId: CaseId,
      matterId: MatterId,
      matterNames: Names,
      at: Instant,
      /** Null where the counter is there no longer. */
      counterLabel: z.string().nullable(),
      byName: z.string(),
      phase: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  /** Of the same person, besides what this ticket is about; notices first. */
  open: z.array(HallCase.extend({ firstContactAt: CounterId.nullable() })),
  /** What is over, the latest first. */
  earlier: z.array(
    z.object({
      caseId: CaseId,
      at: Instant,
      number: z.string(),
      matterNames: Names,
      outcome: z.string().nullable(),
      byName: z.string(),
      by: ClerkId,
      /** C7: it ended because its notice was not answered, and is taken up again under its number. */
      isRevivable: z.boolean(),
    }),
  ),
});
export type VisitView = z.infer<typeof VisitView>;
