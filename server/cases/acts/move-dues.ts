/** C17: the calendar has changed; each date that was told and ends on another day moves with a paper. */
import type { MovedDue } from '../../../schema/hall/calendar.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { papers } from '../tables/papers.ts';
import { movedDues, numberOf } from '../views/moved-dues.ts';
import { giveCaseLink, runCase } from './step-case.ts';

export function moveDues(tx: Tx, { moved }: { moved: MovedDue[] }): Refusal | null {
  for (const { found, from, to } of movedDues(tx, calendarOf(tx))) {
    const done = runCase(tx, found.id, { type: 'move-due' });
    if (isRefusal(done)) return done;
    giveCaseLink(tx, found.id);
    const noticeNo = tx.read(papers).ofCase(found.id).at(-1)?.no ?? null;
    moved.push({ number: numberOf(found), from, to, noticeNo });
  }
  return null;
}
