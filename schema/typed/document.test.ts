import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../ids.ts';
import { canonicalDocument, documentsOf, TypedDocument } from './document.ts';
import { faultSentence } from './faults.ts';

/** ISO 7064, MOD 11-2, as the standard writes it: digit by digit, without a table of weights. */
function checkOf(first17: string): string {
  let p = 0;
  for (const digit of first17) p = ((p + Number(digit)) * 2) % 11;
  const check = (12 - p) % 11;
  return check === 10 ? 'X' : String(check);
}

/** GB 32100, as the standard writes it: the sum over all places, each times its power of three. */
const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
function creditCheckOf(first17: string): string {
  const sum = [...first17].reduce((total, sign, at) => total + BigInt(SIGNS.indexOf(sign)) * 3n ** BigInt(at), 0n);
  return SIGNS[Number((31n - (sum % 31n)) % 31n)]!;
}

const born = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const inOrder = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'));
const resident = fc
  .tuple(fc.constantFrom('110105', '340121', '522401', '650102'), born, inOrder)
  .map((parts) => parts.join(''))
  .map((first17) => first17 + checkOf(first17));

describe('identity documents', () => {
  it.each([
    ['resident-id', '11010519491231002X', '11010519491231002X'],
    ['resident-id', ' １１０１０５ 19491231 002x ', '11010519491231002X'],
    ['resident-id', '110105491231002', '11010519491231002X'],
    ['hk-macao-permit', 'h12345678', 'H12345678'],
    ['hk-macao-permit', 'M12345678 02', 'M12345678'],
    ['taiwan-permit', '0123 4567', '01234567'],
    ['hmt-residence', '810000199408230021', '810000199408230021'],
    ['hmt-residence', '830000199201300022', '830000199201300022'],
    ['permanent-resident', 'CAN110078123001', 'CAN110078123001'],
    ['passport', 'e12345678', 'E12345678'],
    ['credit-code', '91350100m000100y43', '91350100M000100Y43'],
  ] as const)('[P2] a number is one, however it is typed: %s %s → %s', (kind, typed, number) => {
    expect(TypedDocument.parse({ kind, number: typed })).toEqual({ kind, number });
  });

  it.each([
    ['resident-id', '110105194912310021'],
    ['resident-id', '11010519490229002X'],
    ['resident-id', '990105194912310020'],
    ['resident-id', '810000199408230021'],
    ['resident-id', '11010549123100'],
    ['resident-id', '110105490230002'],
    ['hk-macao-permit', 'A12345678'],
    ['taiwan-permit', '1234567'],
    ['hmt-residence', '810000199408230022'],
    ['hmt-residence', '11010519491231002X'],
    ['permanent-resident', 'CA110078123001'],
    ['passport', 'ABCDEFGHI'],
    ['passport', ''],
    ['credit-code', '91350100M000100Y44'],
    ['credit-code', '91350100I000100Y43'],
  ] as const)('[A3] [P2] a wrong number is refused in a sentence of its kind: %s %s', (kind, number) => {
    const { error } = TypedDocument.safeParse({ kind, number });
    expect(error?.issues).toMatchObject([{ path: ['number'], message: `${kind}-wrong` }]);
    for (const language of LANGUAGES) expect(faultSentence(`${kind}-wrong`, language)).not.toBeNull();
  });

  test('[P2] any number with the check digit of the standard is taken, and with any other it is refused', () => {
    fc.assert(
      fc.property(resident, fc.constantFrom(...'0123456789X'), (number, last) => {
        expect(canonicalDocument('resident-id', number)).toBe(number);
        const other = number.slice(0, 17) + last;
        expect(canonicalDocument('resident-id', other)).toBe(other === number ? number : null);
      }),
    );
  });

  test('[P2] any number with two neighbours changed for each other, or one digit another, is refused', () => {
    fc.assert(
      fc.property(resident, fc.nat(15), fc.nat(9), (number, at, digit) => {
        const [one, next] = [number[at]!, number[at + 1]!];
        const swapped = number.slice(0, at) + next + one + number.slice(at + 2);
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        for (const typed of [swapped, wrong])
          expect(canonicalDocument('resident-id', typed)).toBe(typed === number ? number : null);
      }),
    );
  });

  test('[P2] any number of the twentieth century in its old form of 15 digits is the same number', () => {
    const ofCentury = resident.filter((number) => number.slice(6, 8) === '19');
    fc.assert(
      fc.property(ofCentury, (number) => {
        const old = number.slice(0, 6) + number.slice(8, 17);
        expect(canonicalDocument('resident-id', old)).toBe(number);
      }),
    );
  });

  test('[P2] any credit code with the check sign of the standard is taken, and with any other it is refused', () => {
    const code = fc
      .tuple(
        fc.constantFrom('91', '92', '12', '51', 'N2'),
        fc.integer({ min: 100_000, max: 659_999 }).map(String),
        fc.array(fc.constantFrom(...SIGNS), { minLength: 9, maxLength: 9 }).map((signs) => signs.join('')),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(code, fc.constantFrom(...SIGNS), (first17, last) => {
        const isRight = last === creditCheckOf(first17);
        expect(canonicalDocument('credit-code', first17 + last) !== null).toBe(isRight);
      }),
    );
  });

  test('[P2] what is looked for is looked for as each kind that the number may be of', () => {
    expect(documentsOf('H12345678').map(({ kind }) => kind)).toEqual(['hk-macao-permit', 'passport']);
    expect(documentsOf('11010519491231002X').map(({ kind }) => kind)).toEqual(['resident-id']);
    expect(documentsOf('王小花')).toEqual([]);
    expect(documentsOf('1'.repeat(100))).toEqual([]);
  });
});
