/** The HTTP contract. Every command carries a request id; every route declares who may call it (`meta.roles`). */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { BOARDS, type BoardName } from './board.ts';
import { Conclusion, PaperKind } from './cases/case.ts';
import { Aliases, Catalogue } from './catalogue/catalogue.ts';
import { DayFigures } from './figures/day-figures.ts';
import { Changes, ReferenceKind } from './hall/history.ts';
import { CounterPlan } from './hall/plan.ts';
import { KnownSetting } from './hall/setting.ts';
import { Opening, OpeningPlan, SeriesPlan } from './hours/opening.ts';
import {
  AppointmentId,
  CaseId,
  ClerkId,
  CounterId,
  Day,
  DeviceId,
  HandoverId,
  Instant,
  Language,
  Letter,
  MatterId,
  Names,
  OpeningId,
  RequestId,
  SeriesId,
  SlotId,
  TicketId,
} from './ids.ts';
import { Closing, WaitRange } from './line/rows.ts';
import { CallReason, TicketClass } from './line/ticket.ts';
import { SettingsWish } from './settings.ts';
import { DeviceKind, type Role, StaffRole } from './who.ts';

const STAFF: Role[] = ['clerk', 'supervisor', 'administrator'];
const CLERK: Role[] = ['clerk', 'supervisor'];
const SUPERVISOR: Role[] = ['supervisor', 'administrator'];
const ADMINISTRATOR: Role[] = ['administrator'];

type Method = 'GET' | 'POST' | 'DELETE';
const route = (method: Method, path: `/${string}`, roles: Role[]) =>
  oc.$meta<{ roles: Role[] }>({ roles }).route({ method, path });

const command = <S extends z.ZodRawShape>(shape: S) => z.object({ requestId: RequestId, ...shape });
const onTicket = command({ ticketId: TicketId });
const onCounter = command({ counterId: CounterId });
const done = z.object({ seq: z.number().int() });
/** At least seven digits, spaces and hyphens between them. */
export const Telephone = z.string().regex(/^\+?(?:[ -]*[0-9]){7,15}[ -]*$/);
const text = (max: number) => z.string().trim().max(max);
/** An unguessable link's last part (P3). */
const Link = text(64);

/** What a command on a ticket answers. */
const ticketReply = z.object({ ticketId: TicketId, number: z.string(), phase: z.string() });
const issued = z.object({
  ticketId: TicketId,
  number: z.string(),
  day: Day,
  klass: TicketClass,
  /** The resident's page: path and unguessable token (P3). */
  link: z.string(),
});
const call = z.object({ ticketId: TicketId, number: z.string(), sentence: z.string() });

/** What somebody would find who came now for these matters; shown before issuing (Q6, T10). */
export const Forecast = z.object({
  ahead: z.number().int(),
  range: WaitRange.nullable(),
  /** Calling stops first for one in five or more (T10); then there is no range. */
  closing: Closing.nullable(),
  /** Null when tickets are issued now, else why not. */
  closed: z.enum(['hall-closed', 'queue-closed']).nullable(),
  nextStartsAt: Instant.nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

/** C12: who was first, who has it now, what happens next, by when. Names of clerks, none of residents. */
export const CaseView = z.object({
  caseId: CaseId,
  phase: z.string(),
  matterNames: Names,
  firstContact: z.string(),
  handler: z.string(),
  receiptNo: z.string().nullable(),
  acceptedOn: Day.nullable(),
  dueOn: Day.nullable(),
  outcome: z.string().nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

/** A paper of a case, to be printed again; `path` is null once the resident's link has run out. */
export const PaperLink = z.object({ no: z.string(), kind: PaperKind, day: Day, path: z.string().nullable() });
export type PaperLink = z.infer<typeof PaperLink>;

export const TicketView = z.object({
  ticketId: TicketId,
  number: z.string(),
  day: Day,
  phase: z.string(),
  klass: TicketClass,
  counterLabel: z.string().nullable(),
  /** Who waits, or holds a place, with a smaller rank. */
  ahead: z.number().int().nullable(),
  /** Q7: why somebody of these stands before although not there before: a head start, or called once and back again. */
  aheadBecause: z.object({ headStart: z.number().int(), cameBack: z.number().int() }).nullable(),
  range: WaitRange.nullable(),
  /** T10, T12: the opening it waits for while nobody of its queues is called, null in it where none is planned yet; and
   * why its own was cancelled. */
  waitsFor: z.object({ startsAt: Instant.nullable(), day: Day.nullable(), because: z.string().nullable() }).nullable(),
  closing: Closing.nullable(),
  /** Q2: an appointment before its time: its slot, and from when it is called. */
  booked: z.object({ slotAt: Instant, callableAt: Instant }).nullable(),
  /** Q3: why it was called. */
  why: CallReason.nullable(),
  awayUntil: Instant.nullable(),
  rejoinUntil: Instant.nullable(),
  slip: z.string(),
  matterNames: z.array(Names),
  cases: z.array(CaseView),
});
export type TicketView = z.infer<typeof TicketView>;

/**
 * What a number alone tells whoever reads it off the display: the place in line. Matters, cases and every act need the
 * link of the slip (C12, P3).
 */
export const PlaceView = TicketView.omit({
  ticketId: true,
  klass: true,
  why: true,
  slip: true,
  matterNames: true,
  cases: true,
});
export type PlaceView = z.infer<typeof PlaceView>;

/** What the resident does with the own ticket by its link (T6, T7). */
export const TicketAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step-away') }),
  z.object({ kind: z.literal('return') }),
  z.object({ kind: z.literal('let-pass'), count: z.coerce.number().int().min(1).max(3) }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('rejoin') }),
]);
export type TicketAct = z.infer<typeof TicketAct>;

export const Me = z.object({
  clerkId: ClerkId,
  account: z.string(),
  name: z.string(),
  role: StaffRole,
  mustChangePassword: z.boolean(),
  /** May call out of order (Q4). */
  mayPick: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const Clerk = z.object({
  id: ClerkId,
  account: z.string(),
  name: z.string(),
  role: StaffRole,
  mayPick: z.boolean(),
  active: z.boolean(),
});
export type Clerk = z.infer<typeof Clerk>;

export const Device = z.object({
  id: DeviceId,
  kind: DeviceKind,
  name: z.string(),
  phase: z.enum(['waiting', 'enrolled', 'revoked']),
  enrolledAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;

/** A case with its clock (C9, C10), and what waits to be answered about it. */
export const HallCase = CaseView.extend({
  matterId: MatterId,
  number: z.string(),
  firstContactId: ClerkId,
  handlerId: ClerkId,
  offer: z
    .object({
      id: HandoverId,
      fromName: z.string(),
      toName: z.string(),
      toMe: z.boolean(),
      note: z.string(),
      lapsesAt: Instant,
    })
    .nullable(),
  /** C6: what waits for a second person, or was sent back and why. `mine`: I proposed it. */
  proposal: z.object({ byName: z.string(), mine: z.boolean(), reason: z.string(), at: Instant }).nullable(),
  sentBack: z.object({ byName: z.string(), remark: z.string(), at: Instant }).nullable(),
  /** Working days left until `dueOn`; negative when overdue; null without a limit. */
  daysLeft: z.number().int().nullable(),
  papers: z.array(PaperLink),
});
export type HallCase = z.infer<typeof HallCase>;

/** `mine` says in which part I answer for it. */
export const MyCase = HallCase.extend({ mine: z.enum(['handler', 'first-contact', 'receiver']) });
export type MyCase = z.infer<typeof MyCase>;

export const Slot = z.object({ id: SlotId, day: Day, startsAt: Instant, free: z.number().int() });

export const contract = {
  catalogue: route('GET', '/catalogue', ['public']).output(Catalogue),
  /** Fresh snapshot of a board; the same that the socket sends. */
  boards: {
    kiosk: route('GET', '/boards/kiosk', ['kiosk', ...STAFF]).output(boardOutput('kiosk')),
    display: route('GET', '/boards/display', ['display', ...STAFF]).output(boardOutput('display')),
    staff: route('GET', '/boards/staff', STAFF).output(boardOutput('staff')),
  },

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
      .input(z.object({ number: text(20) }))
      .output(PlaceView),
    /** C12 at the kiosk: by the link of the slip's QR code, which stays out of addresses and so out of logs. */
    ofLink: route('POST', '/tickets/by-link', ['kiosk'])
      .input(z.object({ link: Link }))
      .output(TicketView),
    act: route('POST', '/tickets/by-link/act', ['kiosk'])
      .input(command({ link: Link, act: TicketAct }))
      .output(ticketReply),
    /** C12 for any clerk: what became of this number on its day (default: the live day),
     * or of the case with this receipt or notice. */
    lookUp: route('GET', '/tickets/by-number/{number}', STAFF)
      .input(z.object({ number: text(20), day: Day.optional() }))
      .output(TicketView),
    callNext: route('POST', '/counters/{counterId}/call-next', CLERK)
      .input(onCounter.extend({ language: Language.optional() }))
      .output(call),
    /** Q4: out of order, with a reason that is counted. */
    callThis: route('POST', '/counters/{counterId}/call-this', CLERK)
      .input(onCounter.extend({ ticketId: TicketId, reason: text(200).min(2), language: Language.optional() }))
      .output(call),
    recall: route('POST', '/tickets/{ticketId}/recall', CLERK).input(onTicket).output(ticketReply),
    putBack: route('POST', '/tickets/{ticketId}/put-back', CLERK)
      .input(onTicket.extend({ reason: text(200).min(2) }))
      .output(ticketReply),
    miss: route('POST', '/tickets/{ticketId}/miss', CLERK).input(onTicket).output(ticketReply),
    rejoin: route('POST', '/tickets/{ticketId}/rejoin', CLERK).input(onTicket).output(ticketReply),
    start: route('POST', '/tickets/{ticketId}/start', CLERK).input(onTicket).output(ticketReply),
    stepAway: route('POST', '/tickets/{ticketId}/step-away', CLERK).input(onTicket).output(ticketReply),
    return: route('POST', '/tickets/{ticketId}/return', CLERK).input(onTicket).output(ticketReply),
    letPass: route('POST', '/tickets/{ticketId}/let-pass', CLERK)
      .input(onTicket.extend({ count: z.number().int().min(1).max(20) }))
      .output(ticketReply),
    handBack: route('POST', '/tickets/{ticketId}/hand-back', CLERK).input(onTicket).output(ticketReply),
    /** Refused until each matter of the sitting has a conclusion (C5); what remains goes back in line by `handBack`. */
    finish: route('POST', '/tickets/{ticketId}/finish', CLERK).input(onTicket).output(ticketReply),
    /** A clerk says why; the resident's own, by link, needs no reason. */
    withdraw: route('POST', '/tickets/{ticketId}/withdraw', CLERK)
      .input(onTicket.extend({ reason: text(200).optional() }))
      .output(ticketReply),
  },

  counters: {
    open: route('POST', '/counters/{counterId}/open', CLERK).input(onCounter).output(done),
    pause: route('POST', '/counters/{counterId}/pause', CLERK)
      .input(onCounter.extend({ reason: text(100) }))
      .output(done),
    close: route('POST', '/counters/{counterId}/close', CLERK).input(onCounter).output(done),
    /** T12: takes the ticket from a counter that its clerk cannot finish. */
    release: route('POST', '/counters/{counterId}/release', SUPERVISOR)
      .input(onCounter.extend({ reason: text(200).min(2) }))
      .output(done),
  },

  cases: {
    /** C5. `accepted` answers with the receipt, `notice` with the notice's number. */
    conclude: route('POST', '/cases/{caseId}/conclude', CLERK)
      .input(command({ caseId: CaseId, conclusion: Conclusion }))
      .output(
        z.object({
          caseId: CaseId,
          phase: z.string(),
          receiptNo: z.string().nullable(),
          noticeNo: z.string().nullable(),
          dueOn: Day.nullable(),
          /** Path of the printable paper, or null. */
          paper: z.string().nullable(),
        }),
      ),
    /** Ends an accepted case; a refusal is proposed instead (C6). */
    close: route('POST', '/cases/{caseId}/close', CLERK)
      .input(command({ caseId: CaseId, outcome: z.enum(['granted', 'withdrawn']), note: text(500).min(2) }))
      .output(done),
    /** C12 at the kiosk: by the QR code on a receipt or notice. */
    ofLink: route('POST', '/cases/by-link', ['kiosk'])
      .input(z.object({ link: Link }))
      .output(CaseView),
    /** C12 at the kiosk: by the receipt's number and the last four digits of the telephone that was given. */
    ofReceipt: route('POST', '/cases/by-receipt', ['kiosk'])
      .input(z.object({ receiptNo: text(20), lastFour: z.string().regex(/^[0-9]{4}$/) }))
      .output(CaseView),
    /** C6: no decision until a supervisor who is not its author confirms it. */
    proposeRefusal: route('POST', '/cases/{caseId}/refusal', CLERK)
      .input(command({ caseId: CaseId, reason: text(500) }))
      .output(done),
    confirmRefusal: route('POST', '/cases/{caseId}/refusal/confirm', ['supervisor'])
      .input(command({ caseId: CaseId }))
      .output(done),
    sendBackRefusal: route('POST', '/cases/{caseId}/refusal/send-back', ['supervisor'])
      .input(command({ caseId: CaseId, remark: text(500).min(2) }))
      .output(done),
    takeBackRefusal: route('POST', '/cases/{caseId}/refusal/take-back', CLERK)
      .input(command({ caseId: CaseId }))
      .output(done),
    /** What the whole hall still has to end, for those who answer for it (C10, C15). */
    open: route('GET', '/cases', ['supervisor']).output(z.array(HallCase)),
    mine: route('GET', '/my/cases', STAFF).output(z.array(MyCase)),
    /** Receipts and notices in the order in which they were given; for staff only, because the paths hold a resident's link. */
    papers: route('GET', '/cases/{caseId}/papers', STAFF)
      .input(z.object({ caseId: CaseId }))
      .output(z.array(PaperLink)),
    offer: route('POST', '/cases/{caseId}/offer', CLERK)
      .input(command({ caseId: CaseId, to: ClerkId, note: text(500).min(2) }))
      .output(z.object({ handoverId: HandoverId, lapsesAt: Instant })),
    accept: route('POST', '/cases/{caseId}/offer/{handoverId}/accept', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId }))
      .output(done),
    decline: route('POST', '/cases/{caseId}/offer/{handoverId}/decline', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId, reason: text(200).min(2) }))
      .output(done),
    takeBack: route('POST', '/cases/{caseId}/offer/{handoverId}/take-back', CLERK)
      .input(command({ caseId: CaseId, handoverId: HandoverId }))
      .output(done),
  },

  appointments: {
    slots: route('GET', '/slots', ['public'])
      .input(z.object({ matterId: MatterId }))
      .output(z.array(Slot)),
    hold: route('POST', '/slots/{slotId}/hold', ['public', ...CLERK])
      .input(command({ slotId: SlotId, matterId: MatterId }))
      .output(z.object({ appointmentId: AppointmentId, until: Instant, link: z.string() })),
    /** `link` is the hold's link: only who holds it can confirm it. */
    confirm: route('POST', '/appointments/{link}/confirm', ['public', ...CLERK])
      .input(
        command({
          link: text(64),
          name: text(40),
          telephone: Telephone,
          language: Language,
        }),
      )
      .output(z.object({ appointmentId: AppointmentId, code: z.string(), link: z.string() })),
    cancel: route('POST', '/appointments/{link}/cancel', ['public', ...CLERK])
      .input(command({ link: text(64) }))
      .output(done),
    /** H8: by the code, or by the telephone's last four digits where they are unambiguous today. */
    checkIn: route('POST', '/check-ins', ['kiosk', ...CLERK])
      .input(command({ code: z.string().regex(/^[0-9]{4,8}$/), printing: z.boolean() }))
      .output(issued),
  },

  /** V4: the figures of a service day (default: the present one) and its tickets, one row each. */
  figures: route('GET', '/figures', SUPERVISOR)
    .input(z.object({ day: Day.optional() }))
    .output(DayFigures),

  openings: {
    list: route('GET', '/openings', ['public'])
      .input(z.object({ fromDay: Day.optional(), toDay: Day.optional() }))
      .output(z.array(Opening)),
    create: route('POST', '/openings', SUPERVISOR)
      .input(command({ plan: OpeningPlan }))
      .output(z.object({ openingId: OpeningId })),
    cancel: route('POST', '/openings/{openingId}/cancel', SUPERVISOR)
      .input(command({ openingId: OpeningId, reason: text(200).min(2) }))
      .output(done),
    listSeries: route('GET', '/series', STAFF).output(z.array(SeriesPlan.extend({ id: SeriesId }))),
    createSeries: route('POST', '/series', SUPERVISOR)
      .input(command({ plan: SeriesPlan }))
      .output(z.object({ seriesId: SeriesId, openings: z.number().int() })),
  },

  session: {
    me: route('GET', '/session', STAFF).output(Me),
    signIn: route('POST', '/session', ['public'])
      .input(z.object({ account: text(40).min(1), password: z.string().max(200) }))
      .output(Me),
    signOut: route('DELETE', '/session', STAFF).output(z.object({})),
    changePassword: route('POST', '/session/password', STAFF)
      .input(z.object({ present: z.string().max(200), next: z.string().max(200) }))
      .output(Me),
    /** The first administrator, by the one-time link that a production start prints. */
    firstAdministrator: route('POST', '/first-administrator', ['public'])
      .input(
        z.object({ token: text(64), account: text(40).min(3), name: text(40).min(1), password: z.string().max(200) }),
      )
      .output(Me),
  },

  devices: {
    /** The device keeps a cookie that no script can read. */
    enrol: route('POST', '/devices/enrol', ['public'])
      .input(z.object({ code: text(20) }))
      .output(Device),
    /** What am I? For a kiosk or a display that starts. */
    self: route('GET', '/devices/self', ['kiosk', 'display']).output(Device),
    list: route('GET', '/devices', ADMINISTRATOR).output(z.array(Device)),
    create: route('POST', '/devices', ADMINISTRATOR)
      .input(command({ kind: DeviceKind, name: text(40).min(1) }))
      .output(z.object({ device: Device, code: z.string(), url: z.string(), validUntil: Instant })),
    revoke: route('POST', '/devices/{deviceId}/revoke', ADMINISTRATOR)
      .input(command({ deviceId: DeviceId }))
      .output(z.object({})),
  },

  settings: {
    read: route('GET', '/settings', STAFF).output(z.array(KnownSetting)),
    /** Some of them; the others stay. A value outside its limits is refused by the name of its field. */
    change: route('POST', '/settings', ADMINISTRATOR)
      .input(command({ settings: SettingsWish }))
      .output(done),
  },

  /** S4: who changed what of the reference data from what to what, newest first; `before` turns the page. */
  history: route('GET', '/history', ADMINISTRATOR)
    .input(z.object({ before: z.coerce.number().int().min(1).optional(), kind: ReferenceKind.optional() }))
    .output(Changes),

  administration: {
    counters: route('GET', '/counters', STAFF).output(z.array(CounterPlan)),
    saveCounter: route('POST', '/counters', ADMINISTRATOR)
      .input(command({ counter: CounterPlan.extend({ id: CounterId.optional() }) }))
      .output(CounterPlan),
    clerks: route('GET', '/clerks', STAFF).output(z.array(Clerk)),
    /** A new clerk, or a new password for one, is answered with a password that is shown once. */
    saveClerk: route('POST', '/clerks', ADMINISTRATOR)
      .input(
        command({
          clerk: Clerk.extend({ id: ClerkId.optional(), account: text(40).min(2), name: text(40).min(1) }),
          newPassword: z.boolean(),
        }),
      )
      .output(z.object({ clerk: Clerk, password: z.string().nullable() })),
    /** Takes a matter out of kiosk and booking, or puts it back. */
    offerMatter: route('POST', '/matters/{matterId}/offered', ADMINISTRATOR)
      .input(command({ matterId: MatterId, offered: z.boolean() }))
      .output(z.object({})),
    /** L3: what people call it, to be found by. */
    nameMatter: route('POST', '/matters/{matterId}/aliases', ADMINISTRATOR)
      .input(command({ matterId: MatterId, aliases: Aliases }))
      .output(z.object({})),
    moveMatter: route('POST', '/matters/{matterId}/group', ADMINISTRATOR)
      .input(command({ matterId: MatterId, letter: Letter }))
      .output(z.object({})),
  },
};

function boardOutput<B extends BoardName>(board: B) {
  return z.object({ board: z.literal(board), seq: z.number().int(), at: Instant, rows: BOARDS[board] });
}
