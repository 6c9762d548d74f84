/** Papers that a case gives to its resident (C7, C9, C17). */
import { z } from 'zod';
import { HansOrNames } from '../catalogue/facts/in-languages.ts';
import { PauseKind } from '../catalogue/facts/pauses.ts';
import { AcceptanceStage } from '../catalogue/facts/stage.ts';
import { MaterialSaid } from '../catalogue/material.ts';
import { ToldDuty } from '../hall/calendar.ts';
import { ObjectTo } from '../hall/plan.ts';
import { Day, Instant, Names, PersonId } from '../ids.ts';
import { PersonKind } from '../people/person.ts';
import { CaseOutcome, ChangedWords, Destination, TellingWay } from './conclusion.ts';
import { Count, Pause } from './deadline.ts';

/** `SL2026-000001`, counted by kind and year (C7); of older papers with the day in it, `SL20261123-0001`. */
export const PAPER_NO = /^[A-Z]{2}(?:[0-9]{4}-[0-9]{6,9}|[0-9]{8}-[0-9]{4,9})$/;

/** What is given to the resident on paper. */
export const PaperKind = z.enum([
  'receipt',
  'notice',
  'due-change',
  'decision',
  'proposal',
  'referral',
  'late-receipt',
  'delivery',
  'not-accepted',
  'closing',
]);
export type PaperKind = z.infer<typeof PaperKind>;

/** One thing to bring, as the catalogue named it that day; the id is the matter's with its place in the list. */
export const PaperItem = MaterialSaid.extend({ id: z.string() });
export type PaperItem = z.infer<typeof PaperItem>;

/** What a paper says of hall, people and case, whatever they are called later; `came` as `CameBy`. */
export const GivenFacts = z.object({
  hall: z.object({ names: Names, address: z.string(), telephone: z.string(), sample: z.boolean() }),
  clerk: z.string(),
  firstContact: z.string(),
  came: z.string(),
  number: z.string(),
  receiptNo: z.string().nullable(),
  acceptedOn: Day.nullable(),
  deemed: z.boolean(),
  destination: Destination.nullable(),
  /** P1: the name is a reference, and ends with the person. Nobody was entered then, or an older paper: none. */
  applicant: z.object({ kind: PersonKind, name: z.string(), personId: PersonId.optional() }).optional(),
});
export type GivenFacts = z.infer<typeof GivenFacts>;

/** What a paper says of its matter (C7): a fact of the day on which it was given, whatever the catalogue says later. */
export const PaperContent = z.object({
  names: Names,
  /** Papers of older ledgers hold it in simplified Chinese, and so does what a clerk wrote. */
  basis: HansOrNames,
  fee: HansOrNames,
  items: z.array(PaperItem),
  /** Where it is done, and its own stage of acceptance (C8), where the catalogue names them. */
  place: Names.optional(),
  acceptance: AcceptanceStage.optional(),
  /** C9: how the due day that it tells was counted. */
  count: Count.optional(),
  /** C9: of a moved due day the pause that moves it; `ended`: its cause ended sooner than planned. */
  pause: Pause.extend({ kind: PauseKind, basis: z.string() }).optional(),
  /** C9: of a moved due day the extension that moves it, in days of the limit's unit (行政许可法 Art. 42). */
  extension: z.object({ days: z.number().int(), reason: z.string() }).optional(),
  /** C17: of a moved day what it is the day of; absent: the due day. */
  duty: ToldDuty.optional(),
  /** C17: the law's own day, where the due day moves and it with it. */
  legal: z.object({ from: Day, to: Day, provisional: z.boolean().optional() }).optional(),
  /** C9: of a receipt the law's last day, where the hall promises less; `provisional`: it was told as one that may still move. */
  legalDue: z.object({ day: Day, provisional: z.boolean() }).optional(),
  /** C7: of a second notice the number of the first, in whose place it does not come. */
  again: z.string().optional(),
  /** C7: of a notice to somebody of whom nothing is entered: it is found again by its number alone. */
  byNumberAlone: z.literal(true).optional(),
  /** C7: how long what it asks for may be taken up again after its day, as the hall has set it then. */
  revival: z.object({ days: z.number().int(), until: Day }).optional(),
  /** C7: of a closing paper the notice that nobody answered; with it `revival`. */
  unanswered: z.string().optional(),
  /** C13: of a receipt the day by which its items follow. */
  followBy: Day.optional(),
  /** Of a decision, a closing paper, and a receipt for late papers, the outcome; of a decision the number of the one that it makes void. */
  outcome: CaseOutcome.optional(),
  voids: z.string().optional(),
  /** C5: of a paper that corrects an outcome what that was, and of one that was no decision the numbers that hold no more. */
  was: CaseOutcome.optional(),
  corrected: z.array(z.string()).optional(),
  /** C5: of the receipt of what goes on from a wrong outcome on what that was corrected; of another paper the case that goes on. */
  correctionBasis: z.string().optional(),
  goesOnAs: z.string().optional(),
  /** C5: the outcome is the same; these words are others. */
  changed: z.array(ChangedWords).optional(),
  /** C6: of a refusal where to object to it. */
  objectTo: ObjectTo.optional(),
  /** C6: of a proposed refusal the number of the decision that stands until it is confirmed. */
  corrects: z.string().optional(),
  /** C6: of what is proposed as not ours where its resident was sent. */
  elsewhere: Destination.optional(),
  /** C5: of a delivery slip which decision was handed over, how, to whom and when. */
  delivery: z.object({ of: z.string(), way: TellingWay, to: z.enum(['applicant', 'helper']), at: Instant }).optional(),
  /** Papers of older ledgers name hall and people as they are called today. */
  given: GivenFacts.optional(),
});
export type PaperContent = z.infer<typeof PaperContent>;

/**
 * C5: the number of the paper that holds instead of this one, at the end of all corrections; null: it holds itself.
 * `corrected`: of what goes on it is given by the linked case.
 */
export function holdsInstead(
  no: string,
  papers: readonly ({ no: string } & Pick<PaperContent, 'voids' | 'corrected'>)[],
  corrected: { voids: readonly string[]; linkedNo?: string | null | undefined } | null | undefined,
): string | null {
  const after = papers.find((one) => one.voids === no || one.corrected?.includes(no))?.no;
  const next = after ?? (corrected?.voids.includes(no) ? corrected.linkedNo : null);
  return next ? (holdsInstead(next, papers, corrected) ?? next) : null;
}
