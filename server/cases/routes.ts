/** Cases over HTTP; concluding one at a counter is line's, because its ticket goes on. */
import { isRefusal, refuse } from '../../schema/refusal.ts';
import { asks, commits } from '../ledger/subject/route.ts';
import { closeCase } from './acts/conclude-case.ts';
import { acceptHandover, declineHandover, offerHandover, takeBackHandover } from './acts/handovers.ts';
import { confirmRefusal, proposeRefusal, sendBackRefusal, takeBackRefusal } from './acts/refusals.ts';
import { caseOfLink, caseView, hallCases, myCases } from './views/case-view.ts';
import { previewDues } from './views/moved-dues.ts';
import { papersOfCase } from './views/paper-content.ts';

export const casesRoutes = {
  calendar: { preview: asks(previewDues) },
  cases: {
    close: commits('close-case', closeCase),
    ofLink: asks((from, { link }: { link: string }) => {
      const found = caseOfLink(from, link);
      return isRefusal(found) ? found : caseView(from, found);
    }),
    proposeRefusal: commits('propose-refusal', proposeRefusal),
    confirmRefusal: commits('confirm-refusal', confirmRefusal),
    sendBackRefusal: commits('send-back-refusal', sendBackRefusal),
    takeBackRefusal: commits('take-back-refusal', takeBackRefusal),
    open: asks((from, _: unknown, actor) =>
      actor.kind === 'clerk' ? hallCases(from, actor.id) : refuse('not-signed-in'),
    ),
    mine: asks((from, _: unknown, actor) =>
      actor.kind === 'clerk' ? myCases(from, actor.id) : refuse('not-signed-in'),
    ),
    papers: asks(papersOfCase),
    offer: commits('offer-handover', offerHandover),
    accept: commits('accept-handover', acceptHandover),
    decline: commits('decline-handover', declineHandover),
    takeBack: commits('take-back-handover', takeBackHandover),
  },
};
