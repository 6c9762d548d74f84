/** Events and conclusions of the case stream: first-contact responsibility (C1–C3, C5–C7), ordinance Art. 28. */
import { z } from 'zod';
import { event } from '../event.ts';
import {
  type CaseId,
  ClerkId,
  CounterId,
  Day,
  HandoverId,
  Instant,
  MatterId,
  Names,
  PersonId,
  TicketId,
} from '../ids.ts';
import { remark } from '../typed/remark.ts';
import { PlaceTelephone } from '../typed/telephone.ts';

/**
 * `open` while it is being dealt with at the counter; `accepted` and `noticed` live on; `proposed` waits for a second
 * person to confirm its refusal (C6); `closed` has an outcome.
 */
export const CasePhase = z.enum(['open', 'accepted', 'noticed', 'proposed', 'closed']);
export type CasePhase = z.infer<typeof CasePhase>;

export const CaseOutcome = z.enum(['done', 'answered', 'not-ours', 'not-needed', 'withdrawn', 'granted', 'refused']);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

const note = remark(500);
const told = remark(500, 1);

/** C6: a reason that somebody can object to: so many letters, digits or characters, and not the same few over and over. */
const REASON_LETTERS = 10;
const REASON_KINDS = 5;
export function hasSubstance(reason: string): boolean {
  const letters = reason.match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length >= REASON_LETTERS && new Set(letters).size >= REASON_KINDS;
}

/** How a case came to the hall, by whichever way somebody comes (A1, C1); of a ticket its number on its service day. */
export const CaseOrigin = z.object({
  kind: z.enum(['ticket', 'telephone', 'web', 'letter', 'e-mail', 'grid', 'visit', 'import']),
  ticketId: TicketId.optional(),
  number: z.string(),
  day: Day,
});
export type CaseOrigin = z.infer<typeof CaseOrigin>;

/** C5: what a matter must have before its ticket can finish. */
export const Conclusion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), note }),
  z.object({ kind: z.literal('answered'), note: told }),
  z.object({ kind: z.literal('accepted'), note }),
  z.object({ kind: z.literal('notice'), missing: z.array(z.string()).min(1).max(50), note }),
  z.object({
    kind: z.literal('not-ours'),
    place: told,
    address: told,
    telephone: PlaceTelephone,
    note,
  }),
  z.object({ kind: z.literal('not-needed'), note: told }),
  z.object({ kind: z.literal('withdrawn'), note }),
]);
export type Conclusion = z.infer<typeof Conclusion>;
export type ConclusionKind = Conclusion['kind'];

/** C5 and C6: where a resident is sent with a matter that is not ours. */
export const Destination = z.object({ place: z.string(), address: z.string(), telephone: z.string() });
export type Destination = z.infer<typeof Destination>;

/** What is given to the resident on paper. */
export const PaperKind = z.enum(['receipt', 'notice', 'due-change']);
export type PaperKind = z.infer<typeof PaperKind>;

/** One thing to bring, as the catalogue named it that day; the id is the matter's with its place in the list. */
export const PaperItem = z.object({ id: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() });
export type PaperItem = z.infer<typeof PaperItem>;

/** What a paper says of its matter (C7): a fact of the day on which it was given, whatever the catalogue says later. */
export const PaperContent = z.object({ names: Names, basis: z.string(), fee: z.string(), items: z.array(PaperItem) });
export type PaperContent = z.infer<typeof PaperContent>;

/** Older ledgers do not hold them. `day`: the service day, which the number bears, too (T2). */
const paper = { day: Day.optional(), paper: PaperContent.optional() };

/** C9: of a matter on the day of acceptance; counted again from it whenever the calendar changes (C17). */
export const CaseLimit = z.object({ days: z.number().int(), unit: z.enum(['working', 'calendar']) });
export type CaseLimit = z.infer<typeof CaseLimit>;

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
  }),
  event('case-resumed', { counterId: CounterId.optional(), handler: ClerkId }),
  event('case-accepted', {
    receiptNo: z.string(),
    acceptedOn: Day,
    dueOn: Day.optional(),
    legalDueOn: Day.optional(),
    /** Ledgers older than it hold the date alone. */
    limit: CaseLimit.optional(),
    /** The date was told as one that may still move. */
    provisional: z.boolean().optional(),
    note: z.string(),
    ...paper,
  }),
  /** C17: the date that was told is another one, with the paper `noticeNo` that says so. */
  event('due-moved', {
    from: Day,
    to: Day,
    legalFrom: Day.optional(),
    legalTo: Day.optional(),
    cause: z.literal('calendar'),
    noticeNo: z.string(),
    provisional: z.boolean(),
    ...paper,
  }),
  /** `missing`: places in the catalogue of that day, in ledgers older than papers. */
  event('notice-given', {
    noticeNo: z.string(),
    missing: z.array(z.number().int()).optional(),
    note: z.string(),
    ...paper,
  }),
  event('handover-offered', {
    handoverId: HandoverId,
    from: ClerkId,
    to: ClerkId,
    note: z.string(),
    lapsesAt: Instant,
  }),
  event('handover-accepted', { handoverId: HandoverId, from: ClerkId, to: ClerkId }),
  event('handover-declined', { handoverId: HandoverId, from: ClerkId, to: ClerkId, reason: z.string() }),
  /** `day`: the service day on which it lapsed (T2); older ledgers do not hold it. */
  event('handover-lapsed', { handoverId: HandoverId, from: ClerkId, to: ClerkId, day: Day.optional() }),
  /** C6: until a second person confirms it a refusal is no decision. */
  event('refusal-proposed', { by: ClerkId, reason: z.string(), day: Day }),
  event('refusal-confirmed', { by: ClerkId }),
  event('refusal-sent-back', { by: ClerkId, remark: z.string() }),
  event('refusal-taken-back', { by: ClerkId }),
  /** Its sender, or a supervisor, no longer offers it. */
  event('handover-taken-back', { handoverId: HandoverId, from: ClerkId, to: ClerkId }),
  event('case-closed', {
    outcome: CaseOutcome,
    clerkId: ClerkId,
    note: z.string(),
    destination: Destination.optional(),
  }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

/** An offer waits for an answer; responsibility stays with `from` until `to` accepts (C3). */
export type Handover = { id: HandoverId; from: ClerkId; to: ClerkId; note: string; lapsesAt: Instant };

/** C6: what waits to be confirmed, and what was not confirmed and why. */
export type Proposal = { by: ClerkId; reason: string; at: Instant };
export type SentBack = { by: ClerkId; remark: string; at: Instant };

/** The fold of a case's events. */
export type Case = {
  id: CaseId;
  phase: CasePhase;
  matterId: MatterId;
  origin: CaseOrigin;
  personId?: PersonId;
  firstContact: ClerkId;
  handler: ClerkId;
  openedAt: Instant;
  receiptNo?: string;
  acceptedOn?: Day;
  dueOn?: Day;
  legalDueOn?: Day;
  limit?: CaseLimit;
  noticeNo?: string;
  offer?: Handover;
  proposal?: Proposal;
  sentBack?: SentBack;
  outcome?: CaseOutcome;
  destination?: Destination;
};
