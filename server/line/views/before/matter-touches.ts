/** What hangs on a matter now; read by who is about to change it (L1, H11). */
import type { MatterTouches } from '../../../../schema/catalogue/catalogue.ts';
import type { MatterId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { caseNumber } from '../../../cases/views/duties.ts';
import { matterOf } from '../../../catalogue/views/matter-view.ts';
import { appointments } from '../../../hours/tables/appointments.ts';
import { daysNow } from '../../../hours/views/open-hours.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { tickets } from '../../tables/tickets.ts';

const FIRST_MOST = 12;

export function matterTouches(from: Reader, { matterIds }: { matterIds: MatterId[] }): MatterTouches | Refusal {
  if (matterIds.some((id) => !matterOf(from, id))) return refuse('matter-unknown');
  const [day = from.day] = daysNow(from);
  const ids = [...new Set(matterIds)];
  const waiting = from.read(tickets).ofMatters(ids, day);
  const sum = (count: (id: MatterId) => number) => ids.reduce((total, id) => total + count(id), 0);
  return {
    waiting: waiting.length,
    booked: sum((id) => from.read(appointments).countOfMatter(id, day)),
    cases: sum((id) => from.read(cases).countOfMatter(id)),
    first: {
      tickets: waiting.slice(0, FIRST_MOST),
      slots: ids
        .flatMap((id) => from.read(appointments).startsOfMatter(id, day, FIRST_MOST))
        .sort()
        .slice(0, FIRST_MOST),
      cases: ids
        .flatMap((id) => from.read(cases).firstOfMatter(id, FIRST_MOST))
        .slice(0, FIRST_MOST)
        .map((found) => ({ caseId: found.id, number: caseNumber(found) })),
    },
  };
}
