/** The cases of which something is to be done now, as boards show them: one row a case, with everybody who may do it (C2–C13). */
import type { Task, TaskKind, WorkRow } from '../../../../schema/cases/worklist/task.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { CaseId, ClerkId } from '../../../../schema/ids.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Reader } from '../../../ledger/reader.ts';
import type { Rows } from '../../../ledger/subject/board.ts';
import { said } from '../../../people/views/said.ts';
import { clerkName } from '../../../people/views/staff.ts';
import { tasksOf } from '../../rules/worklist/tasks.ts';
import { cases, type StoredCase } from '../../tables/cases.ts';
import { maskedOf } from '../case-people.ts';
import { dayMayMove, staffDayMayMove } from '../case-view.ts';
import { standInFor } from '../deputies.ts';
import { caseNumber } from '../duties.ts';

export const work: Rows<WorkRow> = {
  row(from, id) {
    const found = from.read(cases).byId(id as CaseId);
    return found && workRow(from, found);
  },
  rows: (from) =>
    from
      .read(cases)
      .withTasks()
      .flatMap((found) => workRow(from, found) ?? []),
};

function workRow(from: Reader, found: StoredCase): WorkRow | null {
  // With each date every board is sent anew, so that a row never grows stale by itself.
  const calendar = calendarOf(from);
  const tasks = tasksOf(found, { today: from.today, calendar, settings: from.settings });
  if (tasks.length === 0) return null;
  return {
    id: found.id,
    phase: found.phase,
    number: caseNumber(found),
    matterId: found.matterId,
    who: maskedOf(from, found.personId)?.name || null,
    handler: found.handler,
    handlerName: clerkName(from, found.handler) ?? '',
    tasks: said(from, tasks).map((task) => ({
      ...task,
      to: withDeputies(from, found, task),
      provisional: mayStillMove(found, task, calendar),
      toName: task.to.map((to) => clerkName(from, to) ?? '').join('、') || null,
    })),
  };
}

/** Of a day that the staff alone was told. */
const OWN: ReadonlySet<TaskKind> = new Set<TaskKind>(['ring-up', 'sent-back']);

/** C9: a day that is counted in working days, in a year without an official calendar. */
function mayStillMove(found: StoredCase, { kind, by }: Task, calendar: Calendar): boolean {
  if (OWN.has(kind)) return staffDayMayMove(found, by, calendar);
  if (kind === 'deemed' && found.acceptance?.unit === 'calendar') return false;
  return dayMayMove(found, by, calendar) || (kind === 'deemed' && by !== null && calendar.isProvisional(by));
}

/** C11: before whoever stands in, too. */
function withDeputies(from: Reader, found: StoredCase, { to }: Task): ClerkId[] {
  return [...new Set([...to, ...to.flatMap((id) => standInFor(from, found, id)?.by ?? [])])];
}
