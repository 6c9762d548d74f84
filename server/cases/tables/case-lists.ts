/** Which of a clerk's cases come first: a list is read page by page, whatever somebody has (C2, C10). */
import type { TakenBy } from '../../../schema/cases/events.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

/**
 * What a clerk handles, was first contact of, is offered, is asked about, or still owes something of (C2, C3, C5, C6).
 * Each part by its own small index, and each row looked at once: of two thousand cases 1 ms, as one union it took 9.
 */
export const OF_CLERK = `(phase <> 'closed' AND handler = @clerk) OR (phase <> 'closed' AND first_contact = @clerk)
   OR id IN (
     SELECT id FROM cases WHERE offer_to = @clerk AND offer_id IS NOT NULL
     UNION SELECT cases.id FROM cases, json_each(cases.life, '$.offerGroup.receivers') AS receiver
       WHERE offer_to IS NULL AND offer_id IS NOT NULL AND receiver.value = @clerk
     UNION SELECT cases.id FROM cases, json_each(cases.life, '$.questions') AS question
       WHERE question_by IS NOT NULL AND json_extract(question.value, '$.to.clerkId') = @clerk
         AND json_extract(question.value, '$.answer') IS NULL AND json_extract(question.value, '$.takenBack') IS NULL
     UNION SELECT id FROM cases WHERE late_by IS NOT NULL AND late_to = @clerk
     UNION SELECT id FROM cases WHERE ring_by IS NOT NULL AND handler = @clerk
     UNION SELECT id FROM cases WHERE correction IS NOT NULL AND json_extract(correction, '$.by') = @clerk)`;

type Page = { first: number; after: number };

export const caseLists = table((db) => {
  const ofClerk = db
    .prepare<Page & { clerk: string }, CaseId>(
      `SELECT id FROM cases WHERE ${OF_CLERK}
       ORDER BY phase <> 'open', offer_id IS NULL OR handler = @clerk, coalesce(
         CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
           WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999'), opened_at, id
       LIMIT @first OFFSET @after`,
    )
    .pluck();
  const takenAs = db
    .prepare<[string, string], CaseId>(
      `SELECT id FROM cases WHERE origin_kind = ? AND number = ? AND ticket_id IS NULL AND number <> '' LIMIT 1`,
    )
    .pluck();
  const reader = {
    /** As `ofClerk` of the cases: at the counter first, then what is offered to this clerk, then the soonest due. */
    ofClerk: (clerk: ClerkId, page: Page): CaseId[] => ofClerk.all({ clerk, ...page }),
    /** C1: what came in this way under its sender's number. */
    takenAs: (by: TakenBy, number: string): CaseId | null => takenAs.get(by, number) ?? null,
  };
  return { reader, writer: reader };
});
