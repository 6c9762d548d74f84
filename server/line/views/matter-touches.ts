/** What hangs on a matter now; read by who is about to change it (L1, H11). */
import type { MatterTouches } from '../../../schema/catalogue/catalogue.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { cases } from '../../cases/tables/cases.ts';
import { caseNumber } from '../../cases/views/duties.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import { daysNow } from '../../hours/views/open-hours.ts';
import type { Reader } from '../../ledger/reader.ts';
import { tickets } from '../tables/tickets.ts';

const FIRST_MOST = 12;

export function matterTouches(from: Reader, { matterId }: { matterId: MatterId }): MatterTouches | Refusal {
  if (!matterOf(from, matterId)) return refuse('matter-unknown');
  const [day = from.day] = daysNow(from);
  return {
    waiting: from.read(tickets).countOfMatter(matterId, day),
    booked: from.read(appointments).countOfMatter(matterId, day),
    cases: from.read(cases).countOfMatter(matterId),
    first: {
      tickets: from.read(tickets).ofMatter(matterId, day, FIRST_MOST),
      slots: from.read(appointments).startsOfMatter(matterId, day, FIRST_MOST),
      cases: from
        .read(cases)
        .firstOfMatter(matterId, FIRST_MOST)
        .map((found) => ({ caseId: found.id, number: caseNumber(found) })),
    },
  };
}
