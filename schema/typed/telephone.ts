/** ONE CANONICAL TELEPHONE, E.164, for mobiles, landlines and numbers from abroad (H6, H12). */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { clean, field } from './signs.ts';

const BETWEEN = /[\s\p{Pd}\u2212\u30fc.·()/]/gu;
/** National digits in China: a mobile, Beijing's area code with eight, any other area code with the line's. */
const CHINESE = /^(?:1[0-9]{10}|10[0-9]{8}|[2-9][0-9]{9,10})$/;

/**
 * `0851-85551234`, `+86 0851 8555 1234`, `0086 851…` → `+8685185551234`; null: no full number. One without its area code
 * is refused: it names another line in each city, and a guess would write to a stranger.
 */
export function canonicalTelephone(typed: string): string | null {
  const dialled = clean(typed).replace(BETWEEN, '');
  if (!/^\+?[0-9]{7,19}$/.test(dialled)) return null;
  const found = parsePhoneNumberFromString(dialled, { defaultCountry: 'CN', extract: false });
  if (!found?.isPossible()) return null;
  if (found.countryCallingCode === '86' && !CHINESE.test(found.nationalNumber)) return null;
  return found.number;
}

/** As it is dialled in China: mobiles bare, landlines with their trunk 0, numbers from abroad with +. */
export function dialledTelephone(canonical: string): string {
  const national = canonical.match(/^\+86([0-9]+)$/)?.[1];
  if (!national) return canonical;
  return /^(?:1[0-9]{10}|[48]00[0-9]{7})$/.test(national) ? national : `0${national}`;
}

/** Of a number in running text, for a `tel:` address. */
export function telephoneDigits(text: string): string {
  return clean(text).replace(/[^+0-9]/g, '');
}

export const Telephone = field(
  (typed) => canonicalTelephone(typed) ?? typed,
  (typed) => (typed.length <= 64 && canonicalTelephone(typed) ? null : 'telephone-wrong'),
);

/** What takes short messages: of China's numbers the mobiles, of others any. */
export const MobileTelephone = field(
  (typed) => canonicalTelephone(typed) ?? typed,
  (typed) => {
    const canonical = typed.length <= 64 ? canonicalTelephone(typed) : null;
    if (!canonical) return 'telephone-wrong';
    return /^\+86(?!1[3-9][0-9]{9}$)/.test(canonical) ? 'telephone-not-mobile' : null;
  },
);
