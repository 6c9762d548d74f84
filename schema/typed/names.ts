/** Names of people, accounts, counters and devices: what is kept, and by what two of them read the same (A3, H12). */
import type { Fault } from './faults.ts';
import { clean, field, folded, hasControls, isLonger } from './signs.ts';

const NAME_MOST = 60;
/** Invisible signs but the joiners and selectors that some scripts and rare characters are written with. */
const STRAY = /(?![\u200c\u200d])\p{Cf}/gu;

/** Null: a name that can be kept. Rare characters and · are fine; 60 characters, not bytes. */
export function faultOfName(typed: string): Fault | null {
  if (hasControls(typed)) return 'name-signs';
  // Some letters are invisible: clean leaves none of them.
  if (!/\p{L}/u.test(clean(typed))) return 'name-blank';
  return isLonger(tidyName(typed), NAME_MOST) ? 'name-long' : null;
}

/** As it was typed, but for outer spaces and stray signs. */
function tidyName(typed: string): string {
  return typed.replace(STRAY, '').replace(/\s+/gu, ' ').trim();
}

/** H12: the canonical form, by which two names are one: width, case, spaces and dots do not count. */
export function nameKey(name: string): string {
  // Composed again: a sign that went may have stood between two marks.
  return folded(name)
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}]/gu, '')
    .normalize('NFKC');
}

export const PersonName = field(tidyName, faultOfName);

/** For a booking the name may be left out, but what is typed must be one. */
export const BookingName = field(tidyName, (typed) => (typed === '' ? null : faultOfName(typed)));

/** `least`: 1 to sign in with, 2 for a new one. Shown as it was given, compared by `folded`. */
export function account(least: number) {
  return field(clean, (typed) => plainFault(typed, least, 40, 'account-wrong'));
}

/**
 * Letters of scripts whose letters are taken for Latin ones, or that stand beside Latin ones; empty: none. So nobody
 * gets an account that reads like a colleague's.
 */
export function lookAlikes(account: string): string {
  const letters = [...clean(account)].filter((sign) => /\p{L}/u.test(sign));
  const foreign = letters.filter((sign) => !/[\p{Script=Latin}\p{Script=Han}]/u.test(sign));
  const isMixed = letters.some((sign) => /\p{Script=Latin}/u.test(sign));
  return [...new Set(foreign.filter((sign) => isMixed || LATIN_LIKE.test(sign)))].join('');
}
const LATIN_LIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}]/u;

export const DeviceName = field(clean, (typed) => plainFault(typed, 1, 40, 'device-name-wrong'));

export const Label = field(clean, (typed) => plainFault(typed, 1, 8, 'label-wrong'));

/** `1`, `01`, `１` and `1号` stand on the wall as one counter. */
export function labelKey(label: string): string {
  return folded(label)
    .replace(/\s|[号號](?:窗口?)?$/gu, '')
    .replace(/(?<![0-9])0+(?=[0-9])/g, '');
}

function plainFault(typed: string, least: number, most: number, fault: Fault): Fault | null {
  const kept = clean(typed);
  return hasControls(typed) || kept.length < least || isLonger(kept, most) ? fault : null;
}
