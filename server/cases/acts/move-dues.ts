/** C17: the calendar has changed; each date that was told and ends on another day moves with a paper. */
import type { MovedDue } from '../../../schema/hall/calendar.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { decideCase } from '../rules/case.ts';
import { isProvisionalDue } from '../rules/working-days.ts';
import { caseStream } from '../stream.ts';
import { movedDues, numberOf } from '../views/moved-dues.ts';
import { contentOf } from '../views/paper-content.ts';
import { nextPaperNo } from './paper-number.ts';
import { giveCaseLink } from './step-case.ts';

export function moveDues(tx: Tx, { moved }: { moved: MovedDue[] }): Refusal | null {
  const calendar = calendarOf(tx);
  for (const { found, from, to } of movedDues(tx, calendar)) {
    const noticeNo = nextPaperNo(tx, 'due-change');
    const provisional = isProvisionalDue({ ...found, dueOn: to }, calendar);
    const paper = contentOf(matterOf(tx, found.matterId));
    const command = { type: 'move-due' as const, to, provisional, today: tx.day, paperNo: noticeNo, paper };
    const done = tx.run(caseStream, found.id, (state) => decideCase(state, command, tx));
    if (isRefusal(done)) return done;
    giveCaseLink(tx, found.id);
    moved.push({ number: numberOf(found), from, to, noticeNo });
  }
  return null;
}
