/** What cases bring. */
import { calendarChanged } from '../hall/hooks.ts';
import { openingsPlanned, openingTurned } from '../hours/hooks.ts';
import { on } from '../ledger/subject/hooks.ts';
import { messageFailed } from '../messages/hooks.ts';
import { absenceComes, clerkLeaves, erasureComes, signInBlocked, supervisorStepsDown } from '../people/hooks.ts';
import { endOffersTo, leaveGroupOffers, moveHandovers } from './acts/handovers.ts';
import { keepDuties, keepLongAbsence } from './acts/keep-duties.ts';
import { keepWhileNeeded } from './acts/keep-while-needed.ts';
import { moveDues } from './acts/move-dues.ts';
import { endQuestionsTo } from './acts/questions.ts';
import { endCorrectionsOf, keepCorrections } from './acts/refusals.ts';
import { ringUntold } from './acts/telling/ring-untold.ts';
import { casesBoard } from './board.ts';
import { casesJobs } from './jobs.ts';
import { casesMessages } from './messages.ts';
import { casesRoutes } from './routes.ts';
import { caseStream } from './stream.ts';

export const cases = {
  streams: { case: caseStream },
  jobs: casesJobs,
  routes: casesRoutes,
  boards: casesBoard,
  messages: casesMessages,
  reactions: [
    on(calendarChanged, moveDues),
    on(openingsPlanned, moveHandovers),
    on(openingTurned, (tx, { became }) => (became === 'cancelled' ? moveHandovers(tx) : null)),
    on(absenceComes, keepLongAbsence),
    on(clerkLeaves, keepDuties),
    on(clerkLeaves, endQuestionsTo),
    on(clerkLeaves, endCorrectionsOf),
    on(clerkLeaves, leaveGroupOffers),
    on(supervisorStepsDown, keepCorrections),
    on(signInBlocked, endOffersTo),
    on(signInBlocked, endQuestionsTo),
    on(signInBlocked, leaveGroupOffers),
    on(erasureComes, keepWhileNeeded),
    on(messageFailed, ringUntold),
  ],
};
