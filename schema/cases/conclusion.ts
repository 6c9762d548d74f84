/** How a matter ends at a counter (C5), how a case ends, and how its resident is told. */
import { z } from 'zod';
import { ToldDuty } from '../hall/calendar.ts';
import { AgencyId, ClerkId, Day, Letter } from '../ids.ts';
import { PersonName } from '../typed/names.ts';
import { PlaceTelephone } from '../typed/place-telephone.ts';
import { remark } from '../typed/remark.ts';

/** `corrected`: what it ended as was wrong, and a linked case goes on with the matter. */
export const CaseOutcome = z.enum([
  ...(['done', 'answered', 'not-ours', 'not-needed', 'withdrawn'] as const),
  ...(['granted', 'refused', 'corrected'] as const),
]);
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

/** How a resident was told, or was not reached (C5). */
export const TellingWay = z.enum(['counter', 'telephone', 'message', 'e-mail', 'post', 'collected', 'delivered']);
export type TellingWay = z.infer<typeof TellingWay>;

/**
 * C5, C6, C7: why somebody whom no message reaches is rung up; `ended`: nobody was there when it ended; `left`: it ended with its
 * ticket; `over`: a refusal is proposed no more; `deemed`: it counts as accepted (C8); `moved`: days that were told are others (C17).
 */
export const RingWhy = z.enum([
  'silent',
  'ours',
  'elsewhere',
  'ended',
  'left',
  'corrected',
  'reworded',
  'over',
  'deemed',
  'moved',
]);
export type RingWhy = z.infer<typeof RingWhy>;

/** C17: a day of which the resident does not know yet that it moved; `due`: the due day. */
export const UntoldDay = z.object({
  what: z.enum(['due', ...ToldDuty.options]),
  from: Day,
  to: Day,
  /** Of which question or late paper. */
  about: z.string().optional(),
  /** The number of the first paper that the resident does not know; older ledgers do not hold it. */
  paper: z.string().optional(),
});
export type UntoldDay = z.infer<typeof UntoldDay>;

/** C5: what a correction changes where the outcome stays the same. */
export const ChangedWords = z.enum(['reason', 'basis', 'destination']);
export type ChangedWords = z.infer<typeof ChangedWords>;

/** C4: whose the case is: a clerk, who has it at once, an agency of the hall’s directory, or a counter’s group, to which it is offered. */
export const EscalationTo = z.union([
  z.object({ clerkId: ClerkId }),
  z.object({ agencyId: AgencyId }),
  z.object({ toGroup: Letter }),
]);
export type EscalationTo = z.infer<typeof EscalationTo>;

/** Ways in which somebody stands there and signs for the result. */
export const SIGNED_WAYS: readonly TellingWay[] = ['counter', 'collected', 'delivered'];
const LAST_FOUR = 4;

/** C5: who signed for the result on paper: the name, and the last four of the document that was shown. */
export const SignedFor = z.object({
  signedBy: PersonName,
  lastFour: z.string().trim().toUpperCase().length(LAST_FOUR),
  onPaper: z.literal(true),
});
export type SignedFor = z.infer<typeof SignedFor>;

/** C5: how an answer to what came without a ticket was given, which tells its end; no address is in it (P1). */
export const ToldBy = TellingWay.extract(['e-mail', 'post', 'telephone', 'message', 'counter']);
export type ToldBy = z.infer<typeof ToldBy>;
/** C5: what whoever ends what came without a ticket says of it: how its sender knows, or that it never was anybody's. */
export const EndWay = z.enum([...ToldBy.options, 'mistaken']);
export type EndWay = z.infer<typeof EndWay>;
const isTold = { told: ToldBy.optional() };

/** C5: what a matter must have before its ticket can finish. */
export const Conclusion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), note, ...isTold }),
  z.object({ kind: z.literal('answered'), note: told, ...isTold }),
  z.object({
    kind: z.literal('accepted'),
    note,
    /** C13: materials that follow by that day, on the resident's promise. */
    follow: z.object({ items: z.array(z.string()).min(1).max(50), by: Day }).optional(),
  }),
  /** C4: accepted although it is not clear whose it is; `note` says what is not clear. */
  z.object({ kind: z.literal('escalated'), note: told }),
  z.object({ kind: z.literal('notice'), missing: z.array(z.string()).min(1).max(50), note }),
  z.object({
    kind: z.literal('not-ours'),
    place: told,
    address: told,
    telephone: PlaceTelephone,
    /** When the place is open, in words. */
    hours: remark(200).optional(),
    note,
    /** C6: of a place that was typed: nobody could be rung up if it is ours after all, and the resident knows that. */
    unreachable: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('not-needed'),
    note: told,
    ...isTold,
    /** C5: entered by mistake, of somebody of whom nothing is known: there is nobody to tell. */
    mistaken: z.literal(true).optional(),
  }),
  /** C6: proposed, until a second person confirms it. `reason` has to have substance. */
  z.object({
    kind: z.literal('refused'),
    reason: remark(500, 1),
    basis: remark(500, 2),
  }),
  /** `told`: how the resident said so, who then knows of it. */
  z.object({ kind: z.literal('withdrawn'), note, ...isTold }),
]);
export type Conclusion = z.infer<typeof Conclusion>;
export const ConclusionKind = z.enum(Conclusion.options.map(({ shape }) => shape.kind.value));
export type ConclusionKind = Conclusion['kind'];

/** C5 and C6: where a resident is sent with a matter that is not ours. */
export const Destination = z.object({
  place: z.string(),
  address: z.string(),
  telephone: z.string(),
  hours: z.string().optional(),
});
export type Destination = z.infer<typeof Destination>;
