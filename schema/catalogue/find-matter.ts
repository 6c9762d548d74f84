/** FINDING A MATTER (L3): one search for kiosk, counter and phone. By name, alias or code, by pinyin, or by its initials. */

import { plain } from '../typed/search.ts';
import type { Matter } from './catalogue.ts';

type Sought = Pick<Matter, 'id' | 'names' | 'aliases' | 'spelling'>;

export function findMatters<M extends Sought>(matters: readonly M[], typed: string): M[] {
  return findByTexts(matters, typed, ({ id, names, aliases }) => [id, ...Object.values(names), ...aliases]);
}

/** Best first: the whole, a beginning, an inside; right spelling before a regional accent. Nothing typed finds nothing. */
export function findByTexts<T extends { spelling: string }>(
  all: readonly T[],
  typed: string,
  textsOf: (one: T) => string[],
): T[] {
  const sought = plain(typed);
  if (!sought) return [];
  return all
    .map((one) => ({ one, rank: rankOf(textsOf(one), one.spelling, sought) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const NOT_FOUND = 5;

function rankOf(written: string[], spelling: string, sought: string): number {
  const texts = written.map(plain);
  const lines = /^[a-z0-9]+$/.test(sought) ? spelling.split('\n').map(syllablesOf) : [];
  if (texts.includes(sought) || lines.some((line) => spells(line, sought, true))) return 0;
  if (texts.some((text) => text.startsWith(sought)) || lines.some((line) => spells(line, sought))) return 1;
  if (texts.some((text) => text.includes(sought)) || lines.some((line) => spellsInside(line, sought))) return 2;
  const accented = lines.map((line) => line.map((readings) => readings.flatMap(withAccent)));
  if (accented.some((line) => spells(line, sought))) return 3;
  return accented.some((line) => spellsInside(line, sought)) ? 4 : NOT_FOUND;
}

/** `di bao` → each sign with all its readings; ü may be typed as v or u. */
function syllablesOf(line: string): string[][] {
  return line
    .split(' ')
    .filter(Boolean)
    .map((sign) => sign.split('|').flatMap((one) => (one.includes('v') ? [one, one.replace('v', 'u')] : [one])));
}

function spellsInside(line: string[][], typed: string): boolean {
  return line.some((_, from) => from > 0 && spells(line.slice(from), typed));
}

/** Each sign is typed in full or by its initial, and the last may break off anywhere; `whole`: no sign is left over. */
function spells(line: string[][], typed: string, whole = false): boolean {
  const [readings, ...rest] = line;
  if (typed === '') return !whole || !readings;
  if (!readings) return false;
  if (!whole && readings.some((reading) => reading.startsWith(typed))) return true;
  // A part that several readings share is tried once, or a long line of alike signs would take for ever.
  const parts = [...new Set(readings.flatMap(beginnings))].filter((part) => typed.startsWith(part));
  return parts.some((part) => spells(rest, typed.slice(part.length), whole));
}

function beginnings(reading: string): string[] {
  const initial = /^[zcs]h/.test(reading) ? [reading.slice(0, 2)] : [];
  return [reading, ...initial, reading.slice(0, 1)];
}

/** How southern speakers type what they hear: zh/z, ch/c, sh/s, n/l, h/f at the beginning, -ng/-n at the end. */
function withAccent(reading: string): string[] {
  const [, initial = '', rest = ''] = /^([zcs]h?|[nlhf]?)(.*)$/.exec(reading) ?? [];
  const initials = ACCENTS.find((group) => group.includes(initial)) ?? [initial];
  const finals = /[aei]ng?$/.test(rest) ? [rest.replace(/g$/, ''), rest.replace(/g?$/, 'g')] : [rest];
  return initials.flatMap((one) => finals.map((final) => one + final));
}

const ACCENTS = [
  ['z', 'zh'],
  ['c', 'ch'],
  ['s', 'sh'],
  ['n', 'l'],
  ['h', 'f'],
];
