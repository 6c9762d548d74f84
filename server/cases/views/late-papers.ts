/** Papers that came after a case was closed (C5): what is owed of them, by whom, and who takes that over (C15). */
import type { LatePapers, LatePapersView, LateTask } from '../../../schema/cases/late-papers.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerkName, mayHandle } from '../../people/views/staff.ts';
import { isCorrectedSince, waitingPapers } from '../rules/late-papers.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

/** Its last handler; of somebody who is gone whoever took over, else the first contact; null: nobody is left. */
export function heirOf(from: Tables, { handler, firstContact }: StoredCase): ClerkId | null {
  const asked = new Set<ClerkId>();
  const thereOf = (id: ClerkId): ClerkId | null => {
    if (asked.has(id)) return null;
    asked.add(id);
    if (mayHandle(from, id)) return id;
    for (const heir of from.read(cases).heirsOf(id)) {
      const found = thereOf(heir);
      if (found) return found;
    }
    return null;
  };
  return thereOf(handler) ?? thereOf(firstContact);
}

/** Null: none was opened since the papers came. */
export function linkedSince(from: Tables, caseId: CaseId, { at }: LatePapers): string | null {
  const since = from
    .read(cases)
    .linkedTo(caseId)
    .findLast(({ openedAt }) => openedAt >= at);
  return since?.receiptNo ?? null;
}

export function lateTaskOf(from: Reader, found: StoredCase, isMine: (id: ClerkId) => boolean): LateTask | null {
  const papers = waitingPapers(found);
  if (!papers) return null;
  const { no, answerBy } = papers;
  return {
    ...{
      no,
      answerBy,
      toName: clerkName(from, found.lateTo),
      toMe: found.lateTo !== undefined && isMine(found.lateTo),
    },
    linkedNo: linkedSince(from, found.id, papers),
    isCorrected: isCorrectedSince(found, papers),
  };
}

export function latePapersOf(from: Reader, { latePapers }: StoredCase): LatePapersView[] {
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return latePapers.map(({ no, items, note, by, on, answerBy, answer }) => ({
    ...{ no, items, note, byName: nameOf(by), on, answerBy },
    answer: answer
      ? {
          ...{ byName: nameOf(answer.by), on: answer.on, kind: answer.kind, text: answer.text },
          linkedNo: answer.linkedNo ?? null,
        }
      : null,
  }));
}
