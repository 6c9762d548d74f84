/** Tickets, counters, and what they do to cases and appointments, over HTTP. */
import type { RequestId } from '../../schema/ids.ts';
import { PlaceView } from '../../schema/line/views.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { cases } from '../cases/tables/cases.ts';
import { caseOfLink } from '../cases/views/case-view.ts';
import { daysNow } from '../hours/views/open-hours.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, commits, commitsAnew } from '../ledger/subject/route.ts';
import { callNext, callThis } from './acts/call.ts';
import { closeCounter, openCounter, pauseCounter, releaseCounter } from './acts/counter-commands.ts';
import { draftsOf, formsOf, keepDraft, keepForm } from './acts/drafts.ts';
import { actByLink, letPass, rejoin, reportSlip, returnToLine, stepAway, withdraw } from './acts/in-line.ts';
import { checkIn, type Issued, issueTicket } from './acts/issue-ticket.ts';
import { answerUnclear, offerToCounters } from './acts/owners/offer-to-group.ts';
import { addMatter, holdTicket, passTicket } from './acts/pass-ticket.ts';
import {
  concludeMatter,
  finishTicket,
  handBack,
  missTicket,
  putBack,
  recallTicket,
  startServing,
} from './acts/serve-ticket.ts';
import { lookUpBox } from './acts/sought/box.ts';
import { actOnLink, actOnReceipt, caseOfReceipt, type SoughtCase } from './acts/sought/case-of-receipt.ts';
import { turnAway } from './acts/turn-away.ts';
import { undoStep } from './acts/undo-step.ts';
import { tickets } from './tables/tickets.ts';
import { blockForecast } from './views/before/block-forecast.ts';
import { dutiesForecast } from './views/before/duties-forecast.ts';
import { matterTouches } from './views/before/matter-touches.ts';
import { openingTouches } from './views/before/opening-touches.ts';
import { pausedCounters } from './views/paused-counters.ts';
import { wholeCase } from './views/resident-case.ts';
import { forecast, lookUp, ownTicket, ticketView } from './views/ticket-view.ts';
import { uncalled } from './views/uncalled.ts';
import { visitOf } from './views/visit.ts';

/** The case as it is after the commit. A refusal inside it would undo the count of a try; a wish keeps which case it was. */
function thenCase<I>(seek: (hall: Hall, asker: Asker, input: I) => Promise<SoughtCase>) {
  return async (hall: Hall, asker: Asker, input: I) => {
    const sought = await seek(hall, asker, input);
    if (isRefusal(sought)) return sought;
    return hall.look((from) => {
      const found = sought.caseId && from.read(cases).byId(sought.caseId);
      return found ? wholeCase(from, found, hall.ledger) : refuse('receipt-unknown');
    });
  };
}

/** A wrong code is committed, so that it counts, and then refused. */
async function checkInCounted(
  hall: Hall,
  asker: Asker,
  wish: { requestId: RequestId; code: string; whose?: string | undefined; printing: boolean },
): Promise<Issued | Refusal> {
  const answer = await commits('check-in', checkIn)(hall, asker, wish);
  return 'wrong' in answer ? answer.wrong : answer;
}

export const lineRoutes = {
  tickets: {
    forecast: asks(forecast),
    issue: commits('issue-ticket', issueTicket),
    reportSlip: commits('report-slip', reportSlip),
    turnAway: commits('turn-away', turnAway),
    /** Of the live day only: the number of another day is somebody else's. */
    place: asks((from, { number }: { number: string }) => {
      const ticket = from.read(tickets).findByNumber(number, daysNow(from));
      return ticket ? PlaceView.parse(ticketView(from, ticket)) : refuse('ticket-unknown');
    }),
    ofLink: asks(ownTicket),
    act: commits('act-by-link', actByLink),
    lookUp: asks(lookUp),
    box: commitsAnew('look-up-box', lookUpBox),
    uncalled: asks(uncalled),
    callNext: commits('call-next', callNext),
    callThis: commits('call-this', callThis),
    recall: commits('recall', recallTicket),
    putBack: commits('put-back', putBack),
    miss: commits('miss', missTicket),
    rejoin: commits('rejoin', rejoin),
    start: commits('start', startServing),
    stepAway: commits('step-away', stepAway),
    return: commits('return', returnToLine),
    letPass: commits('let-pass', letPass),
    visit: asks(visitOf),
    drafts: asks(draftsOf),
    keepDraft: commitsAnew('keep-draft', keepDraft),
    forms: asks(formsOf),
    keepForm: commitsAnew('keep-form', keepForm),
    addMatter: commits('add-matter', addMatter),
    hold: commits('hold', holdTicket),
    pass: commits('pass', passTicket),
    handBack: commits('hand-back', handBack),
    finish: commits('finish', finishTicket),
    withdraw: commits('withdraw', withdraw),
    undo: commits('undo', undoStep),
  },
  counters: {
    open: commits('open-counter', openCounter),
    pause: commits('pause-counter', pauseCounter),
    paused: asks((from, _: unknown, __, ledger) => pausedCounters(from, ledger)),
    close: commits('close-counter', closeCounter),
    release: commits('release-counter', releaseCounter),
  },
  cases: {
    conclude: commits('conclude', concludeMatter),
    ofLink: asks((from, { link }: { link: string }, _, ledger) => {
      const found = caseOfLink(from, link);
      return isRefusal(found) ? found : wholeCase(from, found, ledger);
    }),
    act: thenCase(commits('case-after-act-by-link', actOnLink)),
    ofReceipt: thenCase(commitsAnew('try-receipt', caseOfReceipt)),
    actByReceipt: thenCase(commits('case-after-act-by-receipt', actOnReceipt)),
    duties: asks(dutiesForecast),
    answerEscalation: commits('answer-escalation', answerUnclear),
    offerToGroup: commits('offer-to-group', offerToCounters),
  },
  openings: { touches: asks(openingTouches) },
  appointments: { checkIn: checkInCounted },
  administration: { blockForecast: asks(blockForecast), matterTouches: asks(matterTouches) },
};
