/** Numbers that are somebody's own, found in free text (P1): what the hall would take as a person's mobile or document. */
import { canonicalDocument, type DocumentKind, documentsOf } from './document.ts';
import type { Told } from './faults.ts';
import { canonicalTelephone } from './telephone.ts';

/** What people put between the signs of a number: all that the fields for telephones and documents leave out. */
const GAP = /^[\s\p{Pd}\u2212\u30fc._·•()/号號]{0,8}$/u;
const PARTS = /[0-9]+|[A-Za-z]+/g;
/** Signs of the longest number, a document's eighteen or a telephone with its country's code. */
const LONGEST = 19;
/** Of the mainland, Hong Kong, Macao and Taiwan. */
const MOBILE = /^\+(?:861[3-9][0-9]{9}|852[4-9][0-9]{7}|8536[0-9]{7}|8869[0-9]{8})$/;
const PLUS = /\+[\s()]{0,4}$/;
/** Kinds whose numbers look like no other; a permit of Taiwan is eight digits, as dates and landlines are. */
const OWN_KINDS = [
  'resident-id',
  'hmt-residence',
  'permanent-resident',
  'hk-macao-permit',
] as const satisfies DocumentKind[];
/** Passports of most countries; `No1234567` and `LT2026118` are numbers of something. */
const PASSPORT = /^(?!NO)(?:[A-Z][0-9]{7,8}|[A-Z]{2}(?!20[0-3])[0-9]{7})$/;
/** Behind such a word whatever may be a document is one, but a date and one of the hall's own papers. */
const NAMED =
  /(?:护照|護照|通行[证證]|台胞[证證]|臺胞[证證]|居留|passport|permit)(?:号码?|號碼?|number|no\.?|是|为|為|[\s:：#.()\p{Pd}])*$/iu;
const NAMED_LEAST = 7;
const PAPER = /^[A-Z]{2}20[0-9]{6,}$/;
const DATE = /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/;
/** A ticket's number or a letter, and behind it a day, a year or the hotline: `A001 2026-11-20`. */
const TICKET = /^[A-Z](?:[A-Z]?|[0-9]{3,4})$/;
const LETTERS = /^[A-Z]+$/;
const YEAR = /^(?:19|20)[0-9]{2}/;
const HOTLINE = /^12345/;

/** The number in a text that is somebody's own, as a fault that names it by its ends; null: there is none. */
export function personalNumber(typed: string): Told | null {
  // Of one width, and without what cannot be seen; lines and spaces stay.
  const plain = typed.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  const parts = Array.from(plain.matchAll(PARTS), ({ 0: text, index }) => ({
    text,
    at: index,
    end: index + text.length,
  }));
  for (const [first, { at }] of parts.entries()) {
    let number = '';
    for (const [next, part] of parts.slice(first).entries()) {
      const before = parts[first + next - 1];
      if (next > 0 && before && !GAP.test(plain.slice(before.end, part.at))) break;
      number += part.text.toUpperCase();
      if (number.length > LONGEST) break;
      const fault = faultOf(number, plain.slice(at, part.end), plain.slice(0, at));
      if (fault) return fault;
    }
  }
  return null;
}

/** `typed`: with what stands between; `before`: the text in front of it. */
function faultOf(number: string, typed: string, before: string): Told | null {
  if (isMobile(number, before)) return `text-mobile:${endsOf(number.slice(-11))}`;
  return isDocument(number, typed, before) ? `text-identity:${endsOf(number)}` : null;
}

function isMobile(number: string, before: string): boolean {
  if (!/^[0-9]{11,}$/.test(number)) return false;
  const isAbroad = PLUS.test(before) || number.startsWith('86');
  return [number, ...(isAbroad ? [`+${number}`] : [])].some((one) => MOBILE.test(canonicalTelephone(one) ?? ''));
}

function isDocument(number: string, typed: string, before: string): boolean {
  const isApart = typed.length > number.length;
  if (number.length >= NAMED_LEAST && NAMED.test(before) && !DATE.test(number) && !PAPER.test(number))
    if (documentsOf(number).some(({ kind }) => kind !== 'credit-code')) return true;
  if (/^[A-Z]/.test(number) && isApart && isNumberAndDay(typed)) return false;
  if (OWN_KINDS.some((kind) => canonicalDocument(kind, number) !== null)) return true;
  return PASSPORT.test(number) && !(isApart && /[0-9]{7}$/.test(number) && number.length < 9);
}

/** `B 2026-11-26`, `A1000 2026`, `LT-2026-118`. */
function isNumberAndDay(typed: string): boolean {
  const [head = '', ...rest] = typed.toUpperCase().split(/[^0-9A-Z]+/);
  const digits = rest.join('');
  return TICKET.test(head) && (YEAR.test(digits) || (!LETTERS.test(head) && HOTLINE.test(digits)));
}

/** Enough to find it in the text, and not the number. */
function endsOf(number: string): string {
  return `${number.slice(0, 3)}…${number.slice(-2)}`;
}
