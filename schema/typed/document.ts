/** IDENTITY DOCUMENTS in one canonical form (P2): by it the same number is one, however it is typed. */
import { z } from 'zod';
import type { Fault } from './faults.ts';
import { compact, field } from './signs.ts';

/** `credit-code` is an organisation's 统一社会信用代码; the others are a person's. */
export const DOCUMENT_KINDS = [
  'resident-id',
  'hk-macao-permit',
  'taiwan-permit',
  'hmt-residence',
  'permanent-resident',
  'passport',
  'credit-code',
] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;
export type IdentityDocument = { kind: DocumentKind; number: string };

/** GB 11643: provinces, and the weights of the digits before the check digit. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** GB 32100: 31 signs, without those that are read as others; the weight of a place is a power of three. */
const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const TYPED_MOST = 64;

const FAULT_OF = {
  'resident-id': 'resident-id-wrong',
  'hk-macao-permit': 'hk-macao-permit-wrong',
  'taiwan-permit': 'taiwan-permit-wrong',
  'hmt-residence': 'hmt-residence-wrong',
  'permanent-resident': 'permanent-resident-wrong',
  passport: 'passport-wrong',
  'credit-code': 'credit-code-wrong',
} as const satisfies Record<DocumentKind, Fault>;

/** Null: no number of this kind. */
export function canonicalDocument(kind: DocumentKind, typed: string): string | null {
  if (typed.length > TYPED_MOST) return null;
  const number = compact(typed);
  switch (kind) {
    case 'resident-id': {
      const whole = /^[0-9]{15}$/.test(number) ? ofFifteen(number) : number;
      return PROVINCES.test(whole) && isIdentity(whole) ? whole : null;
    }
    // The two digits behind the eight count how often the card was given.
    case 'hk-macao-permit':
      return /^[HM][0-9]{8}(?:[0-9]{2})?$/.test(number) ? number.slice(0, 9) : null;
    case 'taiwan-permit':
      return /^[0-9]{8}$/.test(number) ? number : null;
    case 'hmt-residence':
      return /^8[123]0000/.test(number) && isIdentity(number) ? number : null;
    // The cards before 2023 have three letters of a country and twelve digits.
    case 'permanent-resident':
      return /^[A-Z]{3}[0-9]{12}$/.test(number) || (number.startsWith('9') && isIdentity(number)) ? number : null;
    case 'passport':
      return /^(?=.*[0-9])[A-Z0-9]{5,15}$/.test(number) ? number : null;
    case 'credit-code':
      return isCreditCode(number) ? number : null;
    default:
      return kind satisfies never;
  }
}

/** Every document that the number may be of. */
export function documentsOf(typed: string): IdentityDocument[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const number = canonicalDocument(kind, typed);
    return number === null ? [] : [{ kind, number }];
  });
}

/** GB 11643: eighteen signs, a real date of birth, and the check digit. */
export function isIdentity(number: string): boolean {
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return false;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (!/^(?:19|20)/.test(year) || Number.isNaN(born.getTime()) || born.getUTCDate() !== Number(day)) return false;
  return checkDigit(number) === number[17];
}

/** What somebody types, kept in its canonical form. */
export const TypedDocument = z
  .object({ kind: DocumentKind, number: z.string() })
  .superRefine(({ kind, number }, ctx) => {
    if (canonicalDocument(kind, number) === null)
      ctx.addIssue({ code: 'custom', path: ['number'], message: FAULT_OF[kind] });
  })
  .overwrite(({ kind, number }) => ({ kind, number: canonicalDocument(kind, number) ?? number }));

/** By which somebody is looked for: of whichever kind it is. */
export const TypedDocumentNumber = field(compact, (typed) => (documentsOf(typed).length > 0 ? null : 'document-wrong'));

/** Cards of before 1999 leave out the century, which is the twentieth, and the check digit. */
function ofFifteen(number: string): string {
  const whole = `${number.slice(0, 6)}19${number.slice(6)}`;
  return whole + checkDigit(whole);
}

function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11]!;
}

function isCreditCode(number: string): boolean {
  if (!CREDIT_CODE.test(number)) return false;
  let [sum, weight] = [0, 1];
  for (const sign of number.slice(0, 17)) {
    sum += CREDIT_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === number[17];
}
