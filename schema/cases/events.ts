/** Events of the case stream: first-contact responsibility (C1–C3, C5–C7), ordinance Art. 28. */
import { z } from 'zod';
import { PauseKind } from '../catalogue/facts/pauses.ts';
import { AcceptanceStage } from '../catalogue/facts/stage.ts';
import { event as plain } from '../event.ts';
import { OwnDuty, ToldDuty } from '../hall/calendar.ts';
import {
  CaseId,
  ClerkId,
  CounterId,
  Day,
  HandoverId,
  InquiryId,
  Instant,
  Letter,
  MatterId,
  PauseId,
  PersonId,
  QuestionId,
  TicketId,
} from '../ids.ts';
import { ApplicantsWord, HelperRelation, HelperScope } from '../people/helper.ts';
import { CaseOutcome, ChangedWords, Destination, RingWhy, TellingWay, UntoldDay } from './conclusion.ts';
import { Counted, LateDuty, Limit, WarnedDuty } from './deadline.ts';
import { LateAnswer } from './late-papers.ts';
import { Foreign } from './log/foreign.ts';
import { PaperContent, PaperItem } from './paper.ts';
import { AnswerWay, Asked } from './question.ts';

/** How a case came to the hall, by whichever way somebody comes (A1, C1); of a ticket its number on its service day. */
export const CaseOrigin = z.object({
  kind: z.enum(['ticket', 'telephone', 'web', 'letter', 'e-mail', 'grid', 'visit', 'import']),
  ticketId: TicketId.optional(),
  number: z.string(),
  day: Day,
  /** The decided or closed case that it goes on from: an objection, or what was not solved. */
  linkedTo: CaseId.optional(),
});
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** C1: how a matter comes to somebody without a ticket; `grid`: from a community worker 网格员. */
export const TakenBy = CaseOrigin.shape.kind.extract(['telephone', 'web', 'letter', 'e-mail', 'grid', 'visit']);
export type TakenBy = z.infer<typeof TakenBy>;

/** C1: what came earlier is entered as an import is: its limits are over. */
export const RECEIVED_WITHIN_DAYS = 60;

/** As it is shown and counted: what goes on from another case came by that. */
export const CameBy = z.enum([...CaseOrigin.shape.kind.options, 'linked']);
export type CameBy = z.infer<typeof CameBy>;

export function cameBy({ kind, linkedTo }: CaseOrigin): CameBy {
  return linkedTo === undefined ? kind : 'linked';
}

/** C1, C8: it came without a ticket, and nobody stands at a counter: the day of its origin is the day of receipt. */
export function isTaken(origin: CaseOrigin): boolean {
  return TakenBy.safeParse(cameBy(origin)).success;
}

/** C5: it came without anybody who hears its end at once. */
export function isInWriting(by: CameBy): boolean {
  return TakenBy.exclude(['telephone', 'visit']).safeParse(by).success;
}

/** C11: who answered, and in whose place. */
export const StoodIn = z.object({ by: ClerkId, of: ClerkId });

function event<T extends string, S extends z.ZodRawShape>(type: T, facts: S) {
  return plain(type, {
    ...facts,
    standIn: StoodIn.optional(),
    /** C18: for how long the conclusion that it begins can be undone. */
    undoMs: z.number().int().optional(),
    /** Q8: of what was read in from another system's log the time of its own; the ledger's `at` is that of the reading. */
    happenedAt: Instant.optional(),
    foreign: Foreign.optional(),
  });
}

/** Older ledgers do not hold them. `day`: the service day, which the number bears, too (T2). */
const paper = { day: Day.optional(), paper: PaperContent.optional() };
/** C17: how the day in it was counted; of ledgers without it the day stays as it was told. */
const counted = { counted: Counted.optional() };

export const CaseEvent = z.discriminatedUnion('type', [
  event('case-opened', {
    matterId: MatterId,
    firstContact: ClerkId,
    handler: ClerkId,
    /** Ledgers older than it hold the ticket alone. */
    origin: CaseOrigin.optional(),
    ticketId: TicketId.optional(),
    /** Where it was taken at a counter. */
    counterId: CounterId.optional(),
    /** Whose it is, where that is known. */
    personId: PersonId.optional(),
    /** C8: of the matter at that instant; absent: the law's (`LEGAL_STAGE`). */
    acceptance: AcceptanceStage.optional(),
    /** C8, C17: of what came without a ticket the last day of that stage. */
    concludeBy: Day.optional(),
  }),
  /** Who applies; entered at any time before the end. `helperId`: of ledgers that hold no terms of helpers. */
  /** Who comes for the applicant, instead of whoever did before; `until` is absent where the case's end is its end (C14). */
  event('helper-entered', {
    personId: PersonId,
    relation: HelperRelation,
    scope: z.array(HelperScope),
    until: Day.optional(),
    how: ApplicantsWord,
    by: ClerkId,
    on: Day,
  }),
  event('helper-changed', {
    personId: PersonId,
    scope: z.array(HelperScope),
    until: Day.optional(),
    how: ApplicantsWord,
    by: ClerkId,
    on: Day,
  }),
  /** `how` and `by` are absent where its day was over. */
  event('helper-ended', { personId: PersonId, how: ApplicantsWord.optional(), by: ClerkId.optional(), on: Day }),
  event('applicant-named', { personId: PersonId, helperId: PersonId.optional(), by: ClerkId }),
  event('case-resumed', { counterId: CounterId.optional(), handler: ClerkId }),
  /** `acceptedOn` is the day of receipt where it was deemed (C8), or where a notice was taken back (C7). */
  event('case-accepted', {
    receiptNo: z.string(),
    acceptedOn: Day,
    dueOn: Day.optional(),
    legalDueOn: Day.optional(),
    /** What runs: the promised one, else the legal. Ledgers older than it hold the date alone. */
    limit: Limit.optional(),
    /** Where the promised one is shorter. */
    legalLimit: Limit.optional(),
    /** The date was told as one that may still move. */
    provisional: z.boolean().optional(),
    /** By the clock, because nobody answered within the time of the law (C8). */
    deemed: z.boolean().optional(),
    /** C13: what follows on the resident's promise, and by when. */
    follow: z.object({ items: z.array(PaperItem), by: Day }).optional(),
    /** Who stood at the counter for the applicant (C14). */
    helperId: PersonId.optional(),
    note: z.string(),
    ...paper,
  }),
  /** C4: not clear whose it is; the supervisor answers by that day. */
  event('case-escalated', { by: ClerkId, reason: z.string(), answerBy: Day, ...counted }),
  event('escalation-answered', { by: ClerkId, remark: z.string() }),
  /** `missing`: places in the catalogue of that day, in ledgers older than papers. */
  event('notice-given', {
    noticeNo: z.string(),
    missing: z.array(z.number().int()).optional(),
    helperId: PersonId.optional(),
    note: z.string(),
    /** Until when the resident may hand in what is missing; ledgers older than it hold no such day. */
    answerBy: Day.optional(),
    /** C7: that this second one may ask for what could have been asked before. */
    override: z.object({ by: ClerkId, reason: z.string() }).optional(),
    ...paper,
  }),
  /** C7: a supervisor lets this notice ask for more than the open notice of another case of the same person and matter. */
  event('notice-let-pass', { by: ClerkId, reason: z.string() }),
  /**
   * C6, C7: whoever gets no message is rung up by that day: the notice was not answered, or what was sent elsewhere is ours. Two tries in vain on two days are enough.
   */
  event('ring-owed', {
    why: RingWhy,
    on: Day,
    answerBy: Day,
    /** No telephone of the resident is known: in person, or by letter. */
    unreachable: z.literal(true).optional(),
    /** C17: what moved, where nobody said so by message. */
    days: z.array(UntoldDay).optional(),
    ...counted,
  }),
  /** `way`: where no telephone was known. */
  event('resident-rung', {
    by: ClerkId,
    on: Day,
    reached: z.boolean(),
    remark: z.string(),
    way: TellingWay.optional(),
  }),
  /** Of what a notice asks for, or a receipt says will follow, handed in at any counter; `noticeNo`: the number of that paper. */
  event('materials-received', {
    noticeNo: z.string(),
    items: z.array(z.string()),
    by: ClerkId,
    on: Day,
    /** C8, C17: of what completes a notice the last day of the stage of acceptance. */
    concludeBy: Day.optional(),
    /** Who came for the applicant (C14). */
    helperId: PersonId.optional(),
  }),
  event('promise-reminded', { on: Day }),
  event('notice-reminded', { noticeNo: z.string(), on: Day }),
  /** The hall should not have asked; the case is accepted as of the notice's day. */
  event('notice-taken-back', { noticeNo: z.string(), by: ClerkId, reason: z.string() }),
  event('notice-unanswered', { noticeNo: z.string(), on: Day }),
  /** A case that was closed because its notice was not answered; whoever serves the resident handles it. */
  event('case-revived', { by: ClerkId, counterId: CounterId.optional(), answerBy: Day }),
  event('case-paused', {
    pauseId: PauseId,
    kind: PauseKind,
    basis: z.string(),
    told: Day,
    until: Day,
    by: ClerkId,
  }),
  /** `by` is absent where its planned end came. */
  event('pause-ended', { pauseId: PauseId, on: Day, by: ClerkId.optional() }),
  event('case-extended', { days: z.number().int(), reason: z.string(), told: Day, by: ClerkId }),
  /** C17: the date that was told is another one, with the paper `noticeNo` that says so. */
  event('due-moved', {
    from: Day,
    to: Day,
    legalFrom: Day.optional(),
    legalTo: Day.optional(),
    cause: z.enum(['calendar', 'pause', 'pause-ended', 'extension']),
    noticeNo: z.string(),
    provisional: z.boolean(),
    ...paper,
  }),
  /** C17: another day that was told; `about`: the question, or the number of the late papers. */
  event('day-moved', {
    duty: ToldDuty,
    about: z.string().optional(),
    from: Day,
    to: Day,
    noticeNo: z.string(),
    provisional: z.boolean(),
    day: Day,
    paper: PaperContent,
  }),
  /** C17: a day that the hall told its own staff alone. */
  event('duty-moved', { duty: OwnDuty, from: Day, to: Day, provisional: z.boolean() }),
  /** C10: the part of the limit that is over, from 0 to 1; `of`: of the law's limit beside a promised one, which older ledgers warn of never. */
  event('deadline-warned', { part: z.number(), on: Day, of: z.literal('legal').optional() }),
  /** What was not done by its day; of `due` somebody owes an explanation in public. */
  event('duty-late', { duty: LateDuty, on: Day }),
  /** C5, C8: a working day before. */
  event('duty-warned', { duty: WarnedDuty, on: Day }),
  event('overdue-explained', { by: ClerkId, text: z.string() }),
  event('handover-offered', {
    handoverId: HandoverId,
    from: ClerkId,
    to: ClerkId,
    note: z.string(),
    lapsesAt: Instant,
    /** How much open time it has; offers of older ledgers lapse as they were told. */
    openMs: z.number().int().optional(),
  }),
  /** C17: the openings are others, and with them the end of its open time. */
  event('handover-moved', { handoverId: HandoverId, before: Instant, lapsesAt: Instant }),
  event('handover-accepted', { handoverId: HandoverId, from: ClerkId, to: ClerkId }),
  /** `gone`: its sender may not sign in any more, so that a supervisor hands it on (C15); also of one that lapsed. */
  event('handover-declined', {
    handoverId: HandoverId,
    from: ClerkId,
    to: ClerkId,
    reason: z.string(),
    day: Day.optional(),
    gone: z.boolean().optional(),
  }),
  /** `day`: the service day on which it lapsed (T2); older ledgers do not hold it. */
  event('handover-lapsed', {
    handoverId: HandoverId,
    from: ClerkId,
    to: ClerkId,
    day: Day.optional(),
    gone: z.boolean().optional(),
  }),
  /** C3: to a counter's group: whoever of it was there then may accept, the first one has it. */
  event('group-offered', {
    handoverId: HandoverId,
    from: ClerkId,
    toGroup: Letter,
    receivers: z.array(ClerkId),
    note: z.string(),
    lapsesAt: Instant,
    openMs: z.number().int(),
  }),
  /** One of the group; the offer stands for the others. `gone`: may not sign in any more (C15). */
  event('group-declined', {
    handoverId: HandoverId,
    by: ClerkId,
    reason: z.string().optional(),
    gone: z.boolean().optional(),
  }),
  /** Nobody has accepted it: its sender has it back. `gone`: that one may not sign in any more. */
  event('group-offer-ended', {
    handoverId: HandoverId,
    from: ClerkId,
    toGroup: Letter,
    why: z.enum(['lapsed', 'declined', 'taken-back', 'nobody']),
    day: Day,
    gone: z.boolean().optional(),
  }),
  /** C15: `from` leaves, is away for long, or may not sign in; `to` has it at once, with `note` as briefing. */
  event('case-reassigned', { from: ClerkId, to: ClerkId, by: ClerkId, reason: z.string(), note: z.string() }),
  /** C6: until a second person confirms it a refusal is no decision. Older ledgers hold no `reviewBy`, basis and paper. */
  event('refusal-proposed', {
    by: ClerkId,
    reason: z.string(),
    basis: z.string().optional(),
    reviewBy: Day.optional(),
    proposalNo: z.string().optional(),
    /** C6: it is proposed that this is not ours, and the resident was sent there. */
    destination: Destination.optional(),
    unreachable: z.literal(true).optional(),
    /** C12: at a counter, whose resident left with its paper. */
    heard: z.literal(true).optional(),
    day: Day,
    paper: PaperContent.optional(),
    ...counted,
  }),
  /** C6: of what is not ours, with the decision that it is not accepted, and why; older ledgers hold none. */
  event('refusal-confirmed', {
    by: ClerkId,
    notAcceptedNo: z.string().optional(),
    why: z.string().optional(),
    ...paper,
  }),
  /** `isOurs`: the resident who was sent elsewhere need not go. */
  event('refusal-sent-back', { by: ClerkId, remark: z.string(), isOurs: z.boolean().optional() }),
  event('refusal-taken-back', { by: ClerkId, isOurs: z.boolean().optional() }),
  /** Its sender, or a supervisor, no longer offers it. */
  event('handover-taken-back', { handoverId: HandoverId, from: ClerkId, to: ClerkId }),
  /** The outcome stands; the resident is told by `tellBy` (行政许可法 Art. 44), with the paper `decisionNo`. */
  event('case-decided', {
    outcome: z.enum(['granted', 'refused']),
    by: ClerkId,
    note: z.string(),
    on: Day,
    tellBy: Day,
    decisionNo: z.string(),
    ...counted,
    ...paper,
  }),
  /** C6: until a second person confirms it the decision `corrects` stands. */
  event('correction-proposed', {
    by: ClerkId,
    reason: z.string(),
    basis: z.string(),
    corrects: z.string(),
    reviewBy: Day,
    proposalNo: z.string(),
    changed: z.array(ChangedWords).optional(),
    ...counted,
    day: Day,
    paper: PaperContent,
  }),
  /** `answerBy`: until when its author proposes it again or takes it back; older ledgers hold no day. */
  event('correction-sent-back', { by: ClerkId, remark: z.string(), answerBy: Day.optional(), ...counted }),
  event('correction-taken-back', { by: ClerkId }),
  /**
   * Another decision takes the place of `voids`; whoever corrects it handles the case, and tells it again. A refusal has
   * `confirmedBy`, but in older ledgers; `handler`: where its author is gone.
   */
  event('outcome-corrected', {
    outcome: z.enum(['granted', 'refused']),
    by: ClerkId,
    reason: z.string(),
    basis: z.string(),
    on: Day,
    tellBy: Day,
    decisionNo: z.string(),
    voids: z.string(),
    confirmedBy: ClerkId.optional(),
    handler: ClerkId.optional(),
    changed: z.array(ChangedWords).optional(),
    ...counted,
    day: Day,
    paper: PaperContent,
  }),
  /**
   * C5: it ended wrongly. What has no decision becomes another end with another paper; any end becomes `corrected`, and the
   * case `linked` goes on with it, whose receipt `linkedNo` says so, or a closing paper where that case was there before.
   * It is closed after it. `voids`: of older ledgers and logs none. `changed`: it is the same outcome in other words.
   */
  event('ending-corrected', {
    was: CaseOutcome,
    outcome: CaseOutcome,
    by: ClerkId,
    reason: z.string(),
    basis: z.string(),
    on: Day,
    voids: z.array(z.string()),
    linked: CaseId.optional(),
    linkedNo: z.string().optional(),
    destination: Destination.optional(),
    referralNo: z.string().optional(),
    closingNo: z.string().optional(),
    changed: z.array(ChangedWords).optional(),
    ...paper,
  }),
  /** C5: `reached` says whether the resident was told; two tries on two days without it are enough. */
  event('resident-told', {
    way: TellingWay,
    by: ClerkId,
    on: Day,
    reached: z.boolean(),
    remark: z.string(),
    /** C5: the resident told the hall, and so knows of it: the matter is taken back. */
    said: z.literal(true).optional(),
    /** Who was told for the applicant (C14). */
    helperId: PersonId.optional(),
    /** Who signed for it; its words are references (P1). */
    signed: z.object({ signedBy: z.string(), lastFour: z.string() }).optional(),
    /** Of a result that was handed over: the delivery slip. */
    deliveryNo: z.string().optional(),
    day: Day.optional(),
    paper: PaperContent.optional(),
  }),
  /** C12: a resident's question by the case's link; answered by `answerBy`. */
  event('inquiry-received', {
    inquiryId: InquiryId,
    text: z.string(),
    on: Day,
    answerBy: Day,
    /** Of a closed case: who answers; null: any supervisor. Older ledgers hold none: its last handler does. */
    to: ClerkId.nullable().optional(),
    ...counted,
  }),
  event('inquiry-read', { inquiryId: InquiryId, by: ClerkId, on: Day }),
  event('inquiry-answered', { inquiryId: InquiryId, by: ClerkId, on: Day, text: z.string() }),
  /** The handler asks; owner and clock stay. */
  event('question-asked', { questionId: QuestionId, to: Asked, text: z.string(), on: Day, answerBy: Day, by: ClerkId }),
  event('question-reminded', { questionId: QuestionId, on: Day }),
  event('question-answered', {
    questionId: QuestionId,
    by: ClerkId,
    on: Day,
    text: z.string(),
    how: AnswerWay.optional(),
  }),
  /** C15: whoever was asked is here no more; the handler asks somebody else. */
  event('question-taken-back', { questionId: QuestionId, to: Asked, on: Day }),
  /** Whether the resident wants messages about the case; `by` is absent where the resident said so by the link. */
  event('messages-agreed', { agreed: z.boolean(), by: ClerkId.optional() }),
  /** C5: after its end; `to` answers by `answerBy`, any supervisor where it is absent. The paper lists what came. */
  event('late-papers-received', {
    no: z.string(),
    note: z.string(),
    by: ClerkId,
    on: Day,
    to: ClerkId.optional(),
    answerBy: Day,
    ...counted,
    day: Day,
    paper: PaperContent,
  }),
  event('late-papers-answered', {
    no: z.string(),
    by: ClerkId,
    on: Day,
    kind: LateAnswer,
    text: z.string(),
    /** Of the linked case. */
    linkedNo: z.string().optional(),
  }),
  /** C15: `from` leaves or is away for long. */
  event('late-papers-passed', { from: ClerkId, to: ClerkId, by: ClerkId, reason: z.string(), note: z.string() }),
  /** The original of a paper went to the printer: its resident has it. */
  event('paper-printed', { no: z.string(), by: ClerkId }),
  /** Of another system's log, what has no counterpart here. */
  event('foreign-activity', {}),
  /** A case that goes on here: its clock rings from now on. `late`: what was over then, of which nobody is told. */
  event('case-taken-over', {
    to: ClerkId,
    acceptedOn: Day,
    dueOn: Day.optional(),
    legalDueOn: Day.optional(),
    limit: Limit.optional(),
    legalLimit: Limit.optional(),
    provisional: z.boolean().optional(),
    /** C10: the part of the limit that was over. */
    warned: z.number().optional(),
    /** Of one that was decided. */
    tellBy: Day.optional(),
    late: z.array(LateDuty).optional(),
  }),
  /** C7: a number that was drawn, and whose paper holds no more: its conclusion was undone, or another decision took its place. */
  event('paper-voided', { no: z.string(), why: z.enum(['undone', 'corrected']) }),
  /** C18: its conclusion never counted; the numbers of its `papers` are void and nobody else's. */
  event('conclusion-undone', { papers: z.array(z.string()) }),
  event('case-closed', {
    outcome: CaseOutcome,
    clerkId: ClerkId,
    note: z.string(),
    destination: Destination.optional(),
    /** C5: of the slip that says where to go; older ledgers hold none. */
    referralNo: z.string().optional(),
    /** C5: of the closing paper of what ends without decision and slip. */
    closingNo: z.string().optional(),
    /** Who took it back for the applicant (C14). */
    helperId: PersonId.optional(),
    /** C5: nobody was there: its resident is told by a message, or rung up. */
    toTell: z.literal(true).optional(),
    /** C2: its ticket expired or was withdrawn before its conclusion; older ledgers do not say it. */
    left: z.literal(true).optional(),
    /** C5: it was entered by mistake, and there is nobody to tell. */
    mistaken: z.literal(true).optional(),
    /** C7: the day from which on it is closed, where the clock closed it. */
    on: Day.optional(),
    ...paper,
  }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
