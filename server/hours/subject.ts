/** What the hours bring: openings, slots and appointments. */
import { countersChange, positionsChange } from '../catalogue/hooks.ts';
import { counterChanges } from '../hall/hooks.ts';
import { on } from '../ledger/subject/hooks.ts';
import { absenceComes, clerkLeaves } from '../people/hooks.ts';
import { keepBooked, keepCover } from './acts/keep-cover.ts';
import { keepClerks, keepLeaver, keepPositions } from './acts/keep-positions.ts';
import { hoursBoard } from './board.ts';
import { hoursJobs } from './jobs.ts';
import { hoursMessages } from './messages.ts';
import { hoursRoutes } from './routes.ts';
import { appointmentStream, openingStream, seriesStream } from './stream.ts';

export const hours = {
  streams: { series: seriesStream, opening: openingStream, appointment: appointmentStream },
  jobs: hoursJobs,
  routes: hoursRoutes,
  boards: hoursBoard,
  messages: hoursMessages,
  reactions: [
    on(counterChanges, keepCover),
    on(countersChange, keepBooked),
    on(absenceComes, keepPositions),
    on(clerkLeaves, keepLeaver),
    on(positionsChange, keepClerks),
  ],
};
