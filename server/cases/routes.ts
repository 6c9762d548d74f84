/** Cases over HTTP; concluding one at a counter is line's, because its ticket goes on. */
import type { CaseId, PersonId } from '../../schema/ids.ts';
import { isRefusal, refuse } from '../../schema/refusal.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, asksHeavy, commits, commitsAnew } from '../ledger/subject/route.ts';
import {
  changeApplicantsTelephone,
  checkTelephone,
  enterApplicant,
  eraseOnRequest,
  lookUpApplicants,
  recordExport,
  revealPerson,
} from './acts/applicants.ts';
import { correctOutcome } from './acts/closed/corrections.ts';
import { answerLatePapers, takeLatePapers } from './acts/closed/late-papers.ts';
import { openLinkedCase } from './acts/closed/linked-cases.ts';
import { closeCase, ringResident, tellResident } from './acts/conclude-case.ts';
import { endPause, explainOverdue, extendCase, pauseCase } from './acts/deadlines.ts';
import { acceptHandover, declineHandover, offerHandover, offerMany, takeBackHandover } from './acts/handovers.ts';
import { changeHelper, endHelper, enterHelper } from './acts/helpers.ts';
import { handOverDuties } from './acts/keep-duties.ts';
import {
  acceptAfterNotice,
  giveNoticeAgain,
  letNoticePass,
  receiveMaterials,
  reviveCase,
  takeBackNotice,
} from './acts/notices.ts';
import { answerQuestion, askQuestion } from './acts/questions.ts';
import { confirmRefusal, proposeRefusal, sendBackRefusal, takeBackRefusal } from './acts/refusals.ts';
import { agreeMessages, answerInquiry, readInquiry } from './acts/resident.ts';
import { takeCase, undoTaken } from './acts/take-case.ts';
import { seeNews } from './acts/telling/see-news.ts';
import { caseHistory } from './views/case-history.ts';
import { caseNews } from './views/case-news.ts';
import { oneCase, theseCases } from './views/case-view.ts';
import { receivers } from './views/duties.ts';
import { hallList } from './views/hall-list.ts';
import { previewDues } from './views/moved-dues.ts';
import { matterOfCase, papersOfCase } from './views/paper-content.ts';
import { exportOf, personHeld } from './views/persons.ts';
import { myCases } from './views/worklist/my-cases.ts';

async function exportPerson(hall: Hall, asker: Asker, input: { personId: PersonId }) {
  const recorded = await commitsAnew('export-person', recordExport)(hall, asker, input);
  return isRefusal(recorded) ? recorded : hall.look((from) => exportOf(from, input.personId, hall.ledger));
}

export const casesRoutes = {
  calendar: { preview: asks(previewDues) },
  people: {
    enter: commits('enter-applicant', enterApplicant),
    reveal: commitsAnew('reveal-person', revealPerson),
    lookUp: commitsAnew('look-up-people', lookUpApplicants),
    changeTelephone: commits('change-telephone', changeApplicantsTelephone),
    checkTelephone: commits('check-telephone', checkTelephone),
    held: asks((from, { personId }: { personId: PersonId }) => personHeld(from, personId)),
    export: exportPerson,
    erase: commits('erase-person', eraseOnRequest),
  },
  cases: {
    take: commits('take-case', takeCase),
    undoTaken: commits('undo-taken', undoTaken),
    close: commits('close-case', closeCase),
    proposeRefusal: commits('propose-refusal', proposeRefusal),
    confirmRefusal: commits('confirm-refusal', confirmRefusal),
    sendBackRefusal: commits('send-back-refusal', sendBackRefusal),
    takeBackRefusal: commits('take-back-refusal', takeBackRefusal),
    correctOutcome: commits('correct-outcome', correctOutcome),
    open: asksHeavy(hallList),
    these: asks((from, { ids }: { ids: CaseId[] }, actor, ledger) =>
      actor.kind === 'clerk' ? theseCases(from, ids, actor.id, ledger) : refuse('not-signed-in'),
    ),
    one: asks((from, { caseId }: { caseId: CaseId }, actor, ledger) =>
      actor.kind === 'clerk' ? oneCase(from, caseId, actor.id, ledger) : refuse('not-signed-in'),
    ),
    matter: asks(matterOfCase),
    mine: asks((from, page: { first: number; after?: string | undefined }, actor, ledger) =>
      actor.kind === 'clerk' ? myCases(from, actor.id, page, ledger) : refuse('not-signed-in'),
    ),
    // Many events may be looked through: the hall's own process goes on meanwhile (S2).
    news: asksHeavy((from, _: unknown, actor, ledger) =>
      actor.kind === 'clerk' ? caseNews(from, actor.id, ledger) : refuse('not-signed-in'),
    ),
    seeNews: commits('see-news', seeNews),
    papers: asks(papersOfCase),
    history: asks(caseHistory),
    receivers: asks(receivers),
    offer: commits('offer-handover', offerHandover),
    offerMany: commits('offer-many', offerMany),
    accept: commits('accept-handover', acceptHandover),
    decline: commits('decline-handover', declineHandover),
    takeBack: commits('take-back-handover', takeBackHandover),
    handOverDuties: commits('hand-over-duties', handOverDuties),
    receiveMaterials: commits('receive-materials', receiveMaterials),
    acceptAfterNotice: commits('accept-after-notice', acceptAfterNotice),
    giveNoticeAgain: commits('give-notice-again', giveNoticeAgain),
    letNoticePass: commits('let-notice-pass', letNoticePass),
    takeBackNotice: commits('take-back-notice', takeBackNotice),
    revive: commits('revive-case', reviveCase),
    openLinked: commits('open-linked-case', openLinkedCase),
    takeLatePapers: commits('take-late-papers', takeLatePapers),
    answerLatePapers: commits('answer-late-papers', answerLatePapers),
    pause: commits('pause-case', pauseCase),
    endPause: commits('end-pause', endPause),
    extend: commits('extend-case', extendCase),
    explainOverdue: commits('explain-overdue', explainOverdue),
    tell: commits('tell-resident', tellResident),
    ring: commits('ring-resident', ringResident),
    enterHelper: commits('enter-helper', enterHelper),
    changeHelper: commits('change-helper', changeHelper),
    endHelper: commits('end-helper', endHelper),
    readInquiry: commits('read-inquiry', readInquiry),
    answerInquiry: commits('answer-inquiry', answerInquiry),
    askQuestion: commits('ask-question', askQuestion),
    answerQuestion: commits('answer-question', answerQuestion),
    agreeMessages: commits('agree-messages', agreeMessages),
  },
};
