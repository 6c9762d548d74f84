/** NOTES AND REASONS (P1): free text of the staff, which stays in the ledger, so nobody's own number is in it. */
import { personalNumber } from './personal-number.ts';
import { field, textFault } from './signs.ts';

/** Trimmed, `least` to `most` characters, lines may break; refused by the number that belongs elsewhere. */
export function remark(most: number, least = 0) {
  return field(
    (typed) => typed.trim(),
    (typed) => textFault(typed, most, least) ?? personalNumber(typed),
  );
}
