/** C17: the calendar has changed; each day that was told and is another one now moves with a paper. */
import type { MovedDue } from '../../../schema/hall/calendar.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { papers, type StoredPaper } from '../tables/papers.ts';
import { movedDues, numberOf } from '../views/moved-dues.ts';
import { giveCaseLink, runCase } from './step-case.ts';

export function moveDues(tx: Tx, { moved }: { moved: MovedDue[] }): Refusal | null {
  const given = new Map<CaseId, StoredPaper[]>();
  for (const { found, from, to, duty } of movedDues(tx, calendarOf(tx))) {
    const notices = given.get(found.id) ?? moveDays(tx, found.id);
    if (isRefusal(notices)) return notices;
    const at = notices.findIndex(
      ({ dueBefore, dueOn, content }) => dueBefore === from && dueOn === to && content?.duty === duty,
    );
    const [notice] = at < 0 ? [] : notices.splice(at, 1);
    given.set(found.id, notices);
    moved.push({ number: numberOf(found), from, to, noticeNo: notice?.no ?? null, ...(duty ? { duty } : {}) });
  }
  return null;
}

/** The papers that it gives. */
function moveDays(tx: Tx, caseId: CaseId): StoredPaper[] | Refusal {
  const before = tx.read(papers).ofCase(caseId).length;
  const done = runCase(tx, caseId, { type: 'move-due' });
  if (isRefusal(done)) return done;
  giveCaseLink(tx, caseId);
  return tx.read(papers).ofCase(caseId).slice(before);
}
