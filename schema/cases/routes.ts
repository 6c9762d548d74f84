/** Cases; what a ticket does to its case is line’s. */
import { z } from 'zod';
import { Matter } from '../catalogue/catalogue.ts';
import { PauseKind } from '../catalogue/facts/pauses.ts';
import {
  AgencyId,
  CaseId,
  ClerkId,
  Day,
  HandoverId,
  InquiryId,
  Instant,
  MatterId,
  PauseId,
  QuestionId,
} from '../ids.ts';
import { AbsenceWish } from '../people/absence.ts';
import { Clerk } from '../people/clerk.ts';
import { ApplicantsWord, HelperFacts, HelperTerms } from '../people/helper.ts';
import { CLERK, command, done, route, STAFF, SUPERVISOR } from '../route.ts';
import { SendersNumber } from '../typed/numbers.ts';
import { remark } from '../typed/remark.ts';
import { CaseOutcome, SignedFor, TellingWay, ToldBy } from './conclusion.ts';
import { DutiesForecast, Receivers } from './duties.ts';
import { TakenBy } from './events.ts';
import { CaseNews, CaseStep } from './history.ts';
import { LateAnswer } from './late-papers.ts';
import { PAPER_NO } from './paper.ts';
import { AnswerWay, AskedOf } from './question.ts';
import { CasePlace, HallCase, ListedCase, MyCase, PaperLink } from './views.ts';
import { HallList, HallListAsked } from './worklist/hall-list.ts';

const PaperNo = z.string().regex(PAPER_NO);

export const casesContract = {
  cases: {
    /** C1: what came without a ticket; `answerBy`: the last day for the next step, before the law accepts it (C8). */
    take: route('POST', '/cases', CLERK)
      .input(command({ matterId: MatterId, by: TakenBy, number: SendersNumber, receivedOn: Day }))
      .output(
        z.object({ caseId: CaseId, phase: z.string(), receiptNo: z.string().nullable(), answerBy: Day.nullable() }),
      ),
    /** C18: the conclusion of what came without a ticket; a ticket's is undone with its step. */
    undoTaken: route('POST', '/cases/{caseId}/undo', CLERK)
      .input(command({ caseId: CaseId }))
      .output(z.object({ phase: z.string() })),
    /** Ends an accepted case; a refusal is proposed instead (C6). */
    close: route('POST', '/cases/{caseId}/close', CLERK)
      .input(
        command({
          caseId: CaseId,
          outcome: z.enum(['granted', 'withdrawn']),
          note: remark(500, 2),
          /** C5: of a withdrawal: the resident is here and knows of it. */
          here: z.boolean().optional(),
          helper: z.boolean().optional(),
          /** C5: how the resident said so. */
          told: ToldBy.optional(),
        }),
      )
      .output(done),
    /** C6: no decision until a supervisor who is not its author confirms it. */
    proposeRefusal: route('POST', '/cases/{caseId}/refusal', CLERK)
      .input(command({ caseId: CaseId, reason: remark(500), basis: remark(500, 2) }))
      .output(done),
    confirmRefusal: route('POST', '/cases/{caseId}/refusal/confirm', ['supervisor'])
      .input(command({ caseId: CaseId }))
      .output(done),
    sendBackRefusal: route('POST', '/cases/{caseId}/refusal/send-back', ['supervisor'])
      .input(command({ caseId: CaseId, remark: remark(500, 2) }))
      .output(done),
    takeBackRefusal: route('POST', '/cases/{caseId}/refusal/take-back', CLERK)
      .input(command({ caseId: CaseId }))
      .output(done),
    /**
     * C5: by a supervisor who did not make it. A decision is told again; another end has another paper, and as
     * `corrected` a linked case goes on. `agencyId`: of `not-ours`.
     */
    correctOutcome: route('POST', '/cases/{caseId}/outcome', ['supervisor'])
      .input(
        command({
          caseId: CaseId,
          outcome: CaseOutcome,
          agencyId: AgencyId.optional(),
          reason: remark(500),
          basis: remark(500, 2),
        }),
      )
      .output(done.extend({ no: z.string().nullable(), paper: z.string().nullable(), linked: CaseId.nullable() })),
    /** What the whole hall still has to end, for those who answer for it (C10, C15): which, and how many of each kind. */
    open: route('GET', '/cases', ['supervisor']).input(HallListAsked).output(HallList),
    /** These, as lists show them; one that is no more is left out. */
    these: route('POST', '/cases/read', ['supervisor'])
      .input(z.object({ ids: z.array(CaseId).max(100) }))
      .output(z.array(ListedCase)),
    one: route('GET', '/cases/{caseId}', STAFF)
      .input(z.object({ caseId: CaseId }))
      .output(HallCase),
    /** C2: what others did with the cases of which the person who asks was first contact. */
    news: route('GET', '/my/cases/news', STAFF).output(CaseNews),
    seeNews: route('POST', '/my/cases/news/seen', STAFF)
      .input(command({ seenTo: z.number().int().min(0) }))
      .output(z.object({})),
    /** L1: the matter as this case stands under it: what is asked, within which limit. */
    matter: route('GET', '/cases/{caseId}/matter', STAFF)
      .input(z.object({ caseId: CaseId }))
      .output(Matter),
    mine: route('GET', '/my/cases', STAFF)
      .input(
        z.object({
          first: z.coerce.number<number | string>().int().min(1).max(500).default(200),
          /** The greatest place of the page before. */
          after: CasePlace.optional(),
        }),
      )
      .output(z.array(MyCase)),
    /** Receipts and notices in the order in which they were given; for staff only, because the paths hold a resident's link. */
    papers: route('GET', '/cases/{caseId}/papers', STAFF)
      .input(z.object({ caseId: CaseId }))
      .output(z.array(PaperLink)),
    /** Every step of it, the first one first. */
    history: route('GET', '/cases/{caseId}/history', STAFF)
      .input(z.object({ caseId: CaseId }))
      .output(z.array(CaseStep)),
    /** C3, C11: to whom something may be offered: who is there, and how much each has. */
    receivers: route('GET', '/my/cases/receivers', CLERK).output(Receivers),
    offer: route('POST', '/cases/{caseId}/offer', CLERK)
      .input(command({ caseId: CaseId, to: ClerkId, note: remark(500, 2) }))
      .output(z.object({ handoverId: HandoverId, lapsesAt: Instant })),
    /** Several to one receiver with one briefing: all of them, or none. */
    offerMany: route('POST', '/my/cases/offer', CLERK)
      .input(command({ caseIds: z.array(CaseId).min(1).max(100), to: ClerkId, note: remark(500, 2) }))
      .output(z.object({ offered: z.number().int(), lapsesAt: Instant })),
    accept: route('POST', '/cases/{caseId}/offer/{handoverId}/accept', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId }))
      .output(done),
    decline: route('POST', '/cases/{caseId}/offer/{handoverId}/decline', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId, reason: remark(200, 2) }))
      .output(done),
    /** C15: of somebody who is to leave, or is away for long. */
    duties: route('GET', '/clerks/{clerkId}/duties', SUPERVISOR)
      .input(z.object({ clerkId: ClerkId }))
      .output(DutiesForecast),
    /** All of them, each to somebody; `account`: what the account is then, by an administrator alone. */
    handOverDuties: route('POST', '/clerks/{clerkId}/duties', SUPERVISOR)
      .input(
        command({
          clerkId: ClerkId,
          duties: z.array(z.object({ caseId: CaseId, to: ClerkId })).max(1000),
          reason: remark(200, 2),
          note: remark(500, 2),
          account: Clerk.pick({ role: true, active: true }).nullable(),
          /** C15: what begins then. */
          absence: AbsenceWish.optional(),
        }),
      )
      .output(z.object({ moved: z.number().int() })),
    /** C7: what came of a notice, at any counter; `isExamined`: found in order, so that the last one makes the acceptance. */
    receiveMaterials: route('POST', '/cases/{caseId}/materials', CLERK)
      .input(
        command({
          caseId: CaseId,
          items: z.array(z.string()).min(1).max(50),
          isExamined: z.boolean(),
          helper: z.boolean().optional(),
        }),
      )
      .output(done),
    /** Of materials that were taken in unexamined. */
    acceptAfterNotice: route('POST', '/cases/{caseId}/accept', CLERK)
      .input(command({ caseId: CaseId, note: remark(500) }))
      .output(done),
    /** C7: only with a reason for what could have been asked the first time. */
    giveNoticeAgain: route('POST', '/cases/{caseId}/notice', ['supervisor'])
      .input(
        command({
          caseId: CaseId,
          missing: z.array(z.string()).min(1).max(50),
          note: remark(500),
          reason: remark(500, 2),
        }),
      )
      .output(done),
    /** C7: of an open case, before its clerk gives the notice. */
    letNoticePass: route('POST', '/cases/{caseId}/notice/let-pass', ['supervisor'])
      .input(command({ caseId: CaseId, reason: remark(500, 2) }))
      .output(done),
    takeBackNotice: route('POST', '/cases/{caseId}/notice/take-back', CLERK)
      .input(command({ caseId: CaseId, reason: remark(500, 2) }))
      .output(done),
    revive: route('POST', '/cases/{caseId}/revive', CLERK)
      .input(command({ caseId: CaseId }))
      .output(done),
    /** An objection to what is decided or closed, or what was not solved: accepted at once, with its own clocks. */
    openLinked: route('POST', '/cases/{caseId}/linked', CLERK)
      .input(command({ caseId: CaseId, reason: remark(500, 2) }))
      .output(z.object({ caseId: CaseId, receiptNo: z.string(), paper: z.string() })),
    /** C5: after the case is closed; `items` of the matter's list, `note` for whatever else came. */
    takeLatePapers: route('POST', '/cases/{caseId}/late-papers', CLERK)
      .input(command({ caseId: CaseId, items: z.array(z.string()).max(50), note: remark(500) }))
      .output(z.object({ no: z.string(), paper: z.string() })),
    answerLatePapers: route('POST', '/cases/{caseId}/late-papers/{no}/answer', CLERK)
      .input(command({ caseId: CaseId, no: PaperNo, kind: LateAnswer, text: remark(500, 2) }))
      .output(done),
    /** C9: `days` of the limit's unit; `basis` of the kinds of Art. 45, of the others the matter names it. */
    pause: route('POST', '/cases/{caseId}/pause', CLERK)
      .input(command({ caseId: CaseId, kind: PauseKind, basis: remark(200), days: z.number().int().min(1).max(365) }))
      .output(done),
    endPause: route('POST', '/cases/{caseId}/pause/{pauseId}/end', CLERK)
      .input(command({ caseId: CaseId, pauseId: PauseId }))
      .output(done),
    /** 行政许可法 Art. 42: by the head of the hall, who here is a supervisor. */
    extend: route('POST', '/cases/{caseId}/extension', ['supervisor'])
      .input(command({ caseId: CaseId, days: z.number().int().min(1).max(365), reason: remark(500, 2) }))
      .output(done),
    /** It stands on the resident's page. */
    explainOverdue: route('POST', '/cases/{caseId}/explanation', CLERK)
      .input(command({ caseId: CaseId, text: remark(500, 10) }))
      .output(done),
    /** C5: told, or tried in vain. */
    tell: route('POST', '/cases/{caseId}/telling', CLERK)
      .input(
        command({
          caseId: CaseId,
          way: TellingWay,
          reached: z.boolean(),
          remark: remark(500),
          signed: SignedFor.optional(),
          helper: z.boolean().optional(),
        }),
      )
      /** Of a result that was handed over: its delivery slip. */
      .output(done.extend({ no: z.string().nullable(), paper: z.string().nullable() })),
    /** C14: instead of whoever helped before, with the applicant's word. `helper` of other wishes: the helper comes for it. */
    /** C7: two tries in vain on two days are enough. */
    ring: route('POST', '/cases/{caseId}/ringing', CLERK)
      .input(command({ caseId: CaseId, reached: z.boolean(), remark: remark(500), way: TellingWay.optional() }))
      .output(done),
    enterHelper: route('POST', '/cases/{caseId}/helper', CLERK)
      .input(command({ caseId: CaseId, helper: HelperFacts }))
      .output(done),
    changeHelper: route('POST', '/cases/{caseId}/helper/terms', CLERK)
      .input(command({ caseId: CaseId, terms: HelperTerms }))
      .output(done),
    endHelper: route('POST', '/cases/{caseId}/helper/end', CLERK)
      .input(command({ caseId: CaseId, how: ApplicantsWord }))
      .output(done),
    /** C12: what a resident asked by the link; the resident sees that it was read, and the answer. */
    readInquiry: route('POST', '/cases/{caseId}/inquiries/{inquiryId}/read', CLERK)
      .input(command({ caseId: CaseId, inquiryId: InquiryId }))
      .output(done),
    answerInquiry: route('POST', '/cases/{caseId}/inquiries/{inquiryId}/answer', CLERK)
      .input(command({ caseId: CaseId, inquiryId: InquiryId, text: remark(500, 2) }))
      .output(done),
    /** C2: of a colleague, or outside; owner and clock stay. */
    askQuestion: route('POST', '/cases/{caseId}/questions', CLERK)
      .input(command({ caseId: CaseId, to: AskedOf, text: remark(500, 2), answerBy: Day }))
      .output(done),
    answerQuestion: route('POST', '/cases/{caseId}/questions/{questionId}/answer', CLERK)
      .input(command({ caseId: CaseId, questionId: QuestionId, text: remark(500, 2), how: AnswerWay.optional() }))
      .output(done),
    agreeMessages: route('POST', '/cases/{caseId}/messages', CLERK)
      .input(command({ caseId: CaseId, agreed: z.boolean() }))
      .output(done),
    takeBack: route('POST', '/cases/{caseId}/offer/{handoverId}/take-back', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId }))
      .output(done),
  },
};
