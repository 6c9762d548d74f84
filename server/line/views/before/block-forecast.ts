/** What blocking somebody's sign-in would do now; read by who is about to do it (S2, C15). */
import type { ClerkId } from '../../../../schema/ids.ts';
import type { BlockForecast } from '../../../../schema/people/session.ts';
import { handledBy } from '../../../cases/views/duties.ts';
import { counterLabel } from '../../../hall/views/counter-label.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { sessionsOf } from '../../../people/views/sessions.ts';
import { counterStates } from '../../tables/counter-states.ts';
import { tickets } from '../../tables/tickets.ts';

export function blockForecast(from: Reader, { clerkId }: { clerkId: ClerkId }): BlockForecast {
  const seat = from.read(counterStates).ofClerk(clerkId);
  const sits = seat && (seat.phase !== 'closed' || from.read(tickets).atCounter(seat.id));
  return {
    sessions: sessionsOf(from, clerkId, null).length,
    seat: sits
      ? {
          counterId: seat.id,
          label: counterLabel(from, seat.id) ?? seat.id,
          number: from.read(tickets).atCounter(seat.id)?.number ?? null,
        }
      : null,
    cases: handledBy(from, clerkId).length,
  };
}
