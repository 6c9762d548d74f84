/** What the line brings: tickets, counters, service days. */
import { countersChange } from '../catalogue/hooks.ts';
import { counterChanges } from '../hall/hooks.ts';
import { openingsPlanned, openingTurned } from '../hours/hooks.ts';
import { on } from '../ledger/subject/hooks.ts';
import { clerkLeaves, erasureComes, signInBlocked } from '../people/hooks.ts';
import { dropOldDrafts } from './acts/drafts.ts';
import { sweepStranded } from './acts/end-day.ts';
import { keepOccupied, keepWaiting, leaveSeats, turnCounters, vacateSeats } from './acts/turn-counters.ts';
import { lineBoard } from './board.ts';
import { lineJobs } from './jobs.ts';
import { lineRoutes } from './routes.ts';
import { counterStream, dayStream, ticketStream } from './stream.ts';
import { drafts } from './tables/drafts.ts';

export const line = {
  streams: { ticket: ticketStream, counter: counterStream, day: dayStream },
  sealed: [drafts],
  jobs: lineJobs,
  routes: lineRoutes,
  boards: lineBoard,
  reactions: [
    on(counterChanges, keepOccupied),
    on(counterChanges, keepWaiting),
    on(countersChange, keepWaiting),
    on(clerkLeaves, leaveSeats),
    on(signInBlocked, vacateSeats),
    on(openingTurned, turnCounters),
    on(openingsPlanned, sweepStranded),
    on(erasureComes, dropOldDrafts),
  ],
};
