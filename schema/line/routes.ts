/** Tickets, counters, and what they do to cases and appointments. */
import { z } from 'zod';
import { Conclusion, EscalationTo } from '../cases/conclusion.ts';
import { PaperKind } from '../cases/paper.ts';
import { CaseAct, CaseActByNumber } from '../cases/resident.ts';
import { WholeCase } from '../cases/views.ts';
import { CaseId, CounterId, Day, Instant, Language, Letter, MatterId, TicketId } from '../ids.ts';
import { CLERK, command, done, Link, route, STAFF, SUPERVISOR } from '../route.ts';
import { LastFour, TypedCode, TypedNumber, TypedWhose } from '../typed/numbers.ts';
import { remark } from '../typed/remark.ts';
import { BoxAnswer, Sought } from './box.ts';
import { FormDrafts, KeptDraft, KeptForm } from './draft.ts';
import { LetPassCount, PassedTo, TicketClass, UndoableStep } from './ticket.ts';
import { Booked, Forecast, OwnTicket, PlaceView, TicketAct, TicketView, UncalledTicket } from './views.ts';
import { VisitView } from './visit.ts';

const onTicket = command({ ticketId: TicketId });
const onCounter = command({ counterId: CounterId });
const byReceipt = { receiptNo: TypedNumber, lastFour: LastFour };
/** What a command on a ticket answers. */
const ticketReply = z.object({ ticketId: TicketId, number: z.string(), phase: z.string() });
const issued = z.object({
  ticketId: TicketId,
  number: z.string(),
  day: Day,
  klass: TicketClass,
  /** The resident's page: path and unguessable token (P3). */
  link: z.string(),
  /** Q2: an appointment before its time: its slot, and from when it is called. An older answer holds none. */
  booked: Booked.nullable().default(null),
});
const call = z.object({ ticketId: TicketId, number: z.string(), sentence: z.string() });

export const lineContract = {
  tickets: {
    forecast: route('GET', '/forecast', ['public'])
      .input(
        z.object({
          matterIds: z.union([z.array(MatterId).min(1).max(5), MatterId.transform((one) => [one])]),
          /** As the care class would find it (Q1). */
          care: z.union([z.boolean(), z.enum(['true', 'false']).transform((one) => one === 'true')]).optional(),
        }),
      )
      .output(Forecast),
    /** T3. Several matters may be of several groups; the number takes the first one's letter (T8). */
    issue: route('POST', '/tickets', ['kiosk', ...CLERK])
      .input(command({ matterIds: z.array(MatterId).min(1).max(5), care: z.boolean(), printing: z.boolean() }))
      .output(issued),
    /** T9. */
    reportSlip: route('POST', '/tickets/{ticketId}/slip', ['kiosk'])
      .input(command({ ticketId: TicketId, slip: z.enum(['printed', 'failed', 'reprinted']) }))
      .output(ticketReply),
    /** T10: counted by hour and matter. */
    turnAway: route('POST', '/turned-away', ['kiosk', ...CLERK])
      .input(command({ matterId: MatterId, why: z.enum(['closed', 'last-ticket', 'too-long']) }))
      .output(done),
    /** At the kiosk: where the ticket with this number of the live day stands. */
    place: route('GET', '/tickets/by-number/{number}/place', ['kiosk'])
      .input(z.object({ number: TypedNumber }))
      .output(PlaceView),
    /** C12 at the kiosk: by the link of the slip's QR code, which stays out of addresses and so out of logs. */
    ofLink: route('POST', '/tickets/by-link', ['kiosk'])
      .input(z.object({ link: Link }))
      .output(OwnTicket),
    act: route('POST', '/tickets/by-link/act', ['kiosk'])
      .input(command({ link: Link, act: TicketAct }))
      .output(ticketReply),
    /** C12 for any clerk: what became of this number on its day (default: the live day),
     * or of the case with this receipt or notice. */
    lookUp: route('GET', '/tickets/by-number/{number}', STAFF)
      .input(z.object({ number: TypedNumber, day: Day.optional() }))
      .output(TicketView),
    /** Tickets, papers and people by whatever of theirs was typed; each look at people is recorded (P1, S4). */
    box: route('POST', '/box', STAFF)
      .input(z.object({ typed: Sought }))
      .output(BoxAnswer),
    /** Whom no opening to come would call. */
    uncalled: route('GET', '/tickets/uncalled', SUPERVISOR).output(z.array(UncalledTicket)),
    callNext: route('POST', '/counters/{counterId}/call-next', CLERK)
      .input(onCounter.extend({ language: Language.optional() }))
      .output(call),
    /** Q4: out of order, with a reason that is counted. */
    callThis: route('POST', '/counters/{counterId}/call-this', CLERK)
      .input(onCounter.extend({ ticketId: TicketId, reason: remark(200, 2), language: Language.optional() }))
      .output(call),
    recall: route('POST', '/tickets/{ticketId}/recall', CLERK).input(onTicket).output(ticketReply),
    putBack: route('POST', '/tickets/{ticketId}/put-back', CLERK)
      .input(onTicket.extend({ reason: remark(200, 2) }))
      .output(ticketReply),
    miss: route('POST', '/tickets/{ticketId}/miss', CLERK).input(onTicket).output(ticketReply),
    rejoin: route('POST', '/tickets/{ticketId}/rejoin', CLERK).input(onTicket).output(ticketReply),
    start: route('POST', '/tickets/{ticketId}/start', CLERK).input(onTicket).output(ticketReply),
    stepAway: route('POST', '/tickets/{ticketId}/step-away', CLERK).input(onTicket).output(ticketReply),
    return: route('POST', '/tickets/{ticketId}/return', CLERK).input(onTicket).output(ticketReply),
    letPass: route('POST', '/tickets/{ticketId}/let-pass', CLERK)
      .input(onTicket.extend({ count: LetPassCount }))
      .output(ticketReply),
    /** C16: of whoever is at a counter with this ticket. */
    visit: route('GET', '/tickets/{ticketId}/visit', CLERK)
      .input(z.object({ ticketId: TicketId }))
      .output(VisitView),
    /** C16: what was ticked and typed for its cases; of whoever serves it. */
    drafts: route('GET', '/tickets/{ticketId}/drafts', CLERK)
      .input(z.object({ ticketId: TicketId }))
      .output(z.array(KeptDraft)),
    keepDraft: route('POST', '/cases/{caseId}/draft', CLERK).input(KeptDraft).output(z.object({})),
    /** C16: what this clerk typed in the forms of a case, and nobody else reads. */
    forms: route('GET', '/cases/{caseId}/forms', CLERK)
      .input(z.object({ caseId: CaseId }))
      .output(FormDrafts),
    keepForm: route('POST', '/cases/{caseId}/forms/{form}', CLERK).input(KeptForm).output(z.object({})),
    /** T8: for the same visit, with the same number. */
    addMatter: route('POST', '/tickets/{ticketId}/matters', CLERK)
      .input(onTicket.extend({ matterId: MatterId }))
      .output(ticketReply),
    /** T7: at the counter: whoever has to fetch something keeps the place. */
    hold: route('POST', '/tickets/{ticketId}/hold', CLERK).input(onTicket).output(ticketReply),
    /** T8: to another counter, or to whoever sits there. */
    pass: route('POST', '/tickets/{ticketId}/pass', CLERK)
      .input(onTicket.extend({ to: PassedTo }))
      .output(ticketReply),
    handBack: route('POST', '/tickets/{ticketId}/hand-back', CLERK).input(onTicket).output(ticketReply),
    /** Refused until each matter of the sitting has a conclusion (C5); what remains goes back in line by `handBack`. */
    finish: route('POST', '/tickets/{ticketId}/finish', CLERK).input(onTicket).output(ticketReply),
    /** A clerk says why; the resident's own, by link, needs no reason. */
    withdraw: route('POST', '/tickets/{ticketId}/withdraw', CLERK)
      .input(onTicket.extend({ reason: remark(200).optional() }))
      .output(ticketReply),
    /** C18: the own last conclusion, finish, miss or withdrawal, for [10 s] while nobody was told; `step`: that one alone. */
    undo: route('POST', '/tickets/{ticketId}/undo', CLERK)
      .input(onTicket.extend({ step: UndoableStep.optional() }))
      .output(ticketReply),
  },
  counters: {
    open: route('POST', '/counters/{counterId}/open', CLERK).input(onCounter).output(done),
    pause: route('POST', '/counters/{counterId}/pause', CLERK)
      .input(onCounter.extend({ reason: remark(100) }))
      .output(done),
    /** Why each one that pauses now does. */
    paused: route('GET', '/counters/paused', SUPERVISOR).output(
      z.array(z.object({ counterId: CounterId, reason: z.string() })),
    ),
    close: route('POST', '/counters/{counterId}/close', CLERK).input(onCounter).output(done),
    /** T12: takes the ticket from a counter that its clerk cannot finish. */
    release: route('POST', '/counters/{counterId}/release', SUPERVISOR)
      .input(onCounter.extend({ reason: remark(200, 2) }))
      .output(done),
  },
  cases: {
    /** C3: to whoever may serve a counter's group and is there; the first who accepts has it. All of them, or none. */
    offerToGroup: route('POST', '/my/cases/offer-to-group', CLERK)
      .input(command({ caseIds: z.array(CaseId).min(1).max(100), toGroup: Letter, note: remark(500, 2) }))
      .output(z.object({ offered: z.number().int(), lapsesAt: Instant })),
    /** C4. Offered to a group it stays with its handler until somebody accepts (C3). */
    answerEscalation: route('POST', '/cases/{caseId}/escalation', ['supervisor'])
      .input(command({ caseId: CaseId, remark: remark(500, 2), to: EscalationTo.optional() }))
      .output(done),
    /** C5. `accepted` answers with the receipt, `notice` with the notice's number. */
    conclude: route('POST', '/cases/{caseId}/conclude', CLERK)
      .input(command({ caseId: CaseId, conclusion: Conclusion, helper: z.boolean().optional() }))
      .output(
        z.object({
          caseId: CaseId,
          phase: z.string(),
          receiptNo: z.string().nullable(),
          noticeNo: z.string().nullable(),
          dueOn: Day.nullable(),
          provisional: z.boolean(),
          /** What is printed now: its path, kind and number, or null. */
          paper: z.string().nullable(),
          paperKind: PaperKind.nullable(),
          paperNo: z.string().nullable(),
        }),
      ),
    /** C12 at the kiosk: by the QR code on a receipt or notice. */
    ofLink: route('POST', '/cases/by-link', ['kiosk'])
      .input(z.object({ link: Link }))
      .output(WholeCase),
    /** C12 at the kiosk: what the page by link does; the answer is the case after it. */
    act: route('POST', '/cases/by-link/act', ['kiosk'])
      .input(command({ link: Link, act: CaseAct }))
      .output(WholeCase),
    /** C12 at the kiosk: by the receipt's number and the last four digits of the telephone that was given. */
    ofReceipt: route('POST', '/cases/by-receipt', ['kiosk']).input(z.object(byReceipt)).output(WholeCase),
    actByReceipt: route('POST', '/cases/by-receipt/act', ['kiosk'])
      .input(command({ ...byReceipt, act: CaseActByNumber }))
      .output(WholeCase),
  },
  appointments: {
    /** H8: by the code, or by the telephone or its last four digits; `whose`, where several people share the telephone. */
    checkIn: route('POST', '/check-ins', ['kiosk', ...CLERK])
      .input(command({ code: TypedCode, whose: TypedWhose.optional(), printing: z.boolean() }))
      .output(issued),
  },
};
