/** The one box: what is looked for is told from what was typed, and what was found of it (A3, C12). */
import { z } from 'zod';
import { PAPER_NO } from '../cases/paper.ts';
import { ResidentCase } from '../cases/views.ts';
import type { Day } from '../ids.ts';
import { MaskedPerson } from '../people/person.ts';
import { PersonCase } from '../people/person-views.ts';
import { type TypedKey, typedKeysOf } from '../people/typed-key.ts';
import { numberOf } from '../typed/numbers.ts';
import { clean, field } from '../typed/signs.ts';
import { TicketView } from './views.ts';

export type SoughtThing =
  /** `day` null: today. */
  | { kind: 'ticket'; number: string; day: Day | null }
  | { kind: 'paper'; number: string }
  | { kind: 'person'; keys: TypedKey[] };

const TYPED_MOST = 64;
const TICKET = /^([A-Z])([0-9]{1,4})$/;
/** As another system numbers its cases: in parts, or longer than any document. */
const FOREIGN = /^(?=(?:.*[0-9]){6})(?=.*[._:/-]|.{19})[\p{L}\p{N}][\p{L}\p{N}._:/()-]{7,}$/u;
const DATED = /^(.*?)\s*([0-9]{4})\s*[\p{Pd}/.年]\s*([0-9]{1,2})\s*[\p{Pd}/.月]\s*([0-9]{1,2})\s*日?$/u;

/** Null: nothing is looked for by this. */
export function soughtOf(typed: string): SoughtThing | null {
  if (typed.length > TYPED_MOST) return null;
  const [, before = typed, year = '', month = '', date = ''] = DATED.exec(clean(typed)) ?? [];
  const ticket = TICKET.exec(numberOf(before));
  if (ticket) {
    const [, letter = '', digits = ''] = ticket;
    const day = year && `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    // A day that the calendar does not have is read as another one, or as none.
    if (day && !isDay(day)) return null;
    return { kind: 'ticket', number: letter + digits.padStart(3, '0'), day: day || null };
  }
  const number = numberOf(typed);
  if (PAPER_NO.test(number)) return { kind: 'paper', number };
  const keys = typedKeysOf(typed);
  if (keys.length > 0) return { kind: 'person', keys };
  return FOREIGN.test(clean(typed)) ? { kind: 'paper', number: clean(typed) } : null;
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

export const Sought = field(
  (typed) => typed,
  (typed) => (soughtOf(typed) ? null : 'sought-wrong'),
);

/** Empty in all three: nothing was found. */
export const BoxAnswer = z.object({
  ticket: TicketView.nullable(),
  cases: z.array(ResidentCase),
  /** Masked, each with what is open and what was before; the latest first. */
  people: z.array(z.object({ person: MaskedPerson, cases: z.array(PersonCase) })),
  /** There are more people than are shown. */
  isCut: z.boolean(),
});
export type BoxAnswer = z.infer<typeof BoxAnswer>;
