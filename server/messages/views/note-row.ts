/** A note as the supervisor reads it. */

import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { NoteRow } from '../../../schema/messages/rows.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import type { Tables } from '../../ledger/table.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import type { StoredNote } from '../tables/notes.ts';

export function noteRow(from: Tables, note: StoredNote): NoteRow {
  const { seq, at, kind, caseId, number, clerkId, counterId, byClerk, about = null, detail = null, tickedBy } = note;
  return {
    id: String(seq),
    at,
    kind: kind as NoteRow['kind'],
    caseId: caseId as CaseId | null,
    number,
    clerkName: clerkName(from, clerkId),
    clerkId: clerkId as ClerkId | null,
    counterLabel: counterLabel(from, counterId),
    byName: clerkName(from, byClerk),
    about,
    detail: said(from, detail),
    tickedBy: clerkName(from, tickedBy),
  };
}
