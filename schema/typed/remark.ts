/** NOTES AND REASONS (P1): free text of the staff, which stays in the ledger, so no identity or mobile number is in it. */
import { isIdentity } from './document.ts';
import type { Told } from './faults.ts';
import { field, textFault } from './signs.ts';

/** What people put between the digits of a number. */
const BETWEEN = '[\\s\\p{Pd}\\u2212\\u30fc._·•]{0,2}';
const digits = (count: number) => `(?:${BETWEEN}[0-9]){${count}}`;
/** Looked ahead, so that a number is found wherever in a row of numbers it begins. */
const IDENTITY = new RegExp(`(?<![0-9])(?=([1-8]${digits(16)}${BETWEEN}[0-9Xx])(?![0-9A-Za-z]))`, 'gu');
/** Of the mainland, with or without the country's code; landlines, 12345 and 400 numbers are not of this form. */
const MOBILE = new RegExp(
  `(?<![0-9])(?=((?:(?:\\+?${BETWEEN}86|0086|0)${BETWEEN})?1${BETWEEN}[3-9]${digits(9)})(?![0-9]))`,
  'gu',
);
/** Of residents, and of residents of Hong Kong, Macao and Taiwan. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;

/** Trimmed, `least` to `most` characters, lines may break; refused by the number that belongs elsewhere. */
export function remark(most: number, least = 0) {
  return field(
    (typed) => typed.trim(),
    (typed) => textFault(typed, most, least) ?? personalNumber(typed),
  );
}

/** The number in a text that is somebody's own, as a fault that names it by its ends; null: there is none. */
export function personalNumber(typed: string): Told | null {
  // Of one width, and without what cannot be seen; lines and spaces stay.
  const plain = typed.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  for (const [, found = ''] of plain.matchAll(IDENTITY)) {
    const number = found.replace(/[^0-9Xx]/g, '').toUpperCase();
    if (PROVINCES.test(number) && isIdentity(number)) return `text-identity:${endsOf(number)}`;
  }
  for (const [, found = ''] of plain.matchAll(MOBILE)) {
    return `text-mobile:${endsOf(found.replace(/[^0-9]/g, '').slice(-11))}`;
  }
  return null;
}

/** Enough to find it in the text, and not the number. */
function endsOf(number: string): string {
  return `${number.slice(0, 3)}…${number.slice(-2)}`;
}
