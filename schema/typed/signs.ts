/** WHAT PEOPLE TYPE, made alike (A3): one width, no invisible sign, one space. Every other normaliser begins here. */
import { z } from 'zod';
import type { Fault, Told } from './faults.ts';

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const SEPARATORS = /[\s\p{Pd}\u2212\u30fc._·•号號]/gu;
/** Control characters and line breaks; half a surrogate pair is no character either. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Code points that a character may have at most on average, so that a limit in characters limits bytes, too. */
const POINTS_A_CHARACTER = 8;

/** Full-width signs become half-width, invisible ones go, spaces are one inside and none outside. */
export function clean(text: string): string {
  // Composed again: an invisible sign may have stood between a letter and its accent.
  const visible = text.normalize('NFKC').replace(INVISIBLE, '').normalize('NFKC');
  return visible.replace(/\s+/gu, ' ').trim();
}

/** By which two accounts or names of devices read the same; to compare, never to show. */
export function folded(text: string): string {
  // Composed again: a small letter may have another form than its capital.
  return clean(text).toLowerCase().normalize('NFKC');
}

/** Of numbers and codes: capitals, without spaces, hyphens and 号. Letters stay, so that a wrong number is not another one. */
export function compact(text: string): string {
  return clean(clean(text).toUpperCase().replace(SEPARATORS, ''));
}

export function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

/** More characters than `most`, as a reader counts them: 𠮷, é and a flag are one each. */
export function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  if ([...text].length > most * POINTS_A_CHARACTER) return true;
  return [...segments.segment(text)].length > most;
}

/** A field: its fault is the issue's message (see faults.ts), and what follows it at the boundary is `tidy`. */
export function field(tidy: (typed: string) => string, faultOf: (typed: string) => Told | null) {
  return z
    .string()
    .superRefine((typed, ctx) => {
      const message = faultOf(typed);
      if (message) ctx.addIssue({ code: 'custom', message });
    })
    .overwrite(tidy);
}

/** What the hall shows to everybody: trimmed, `least` to `most` characters; lines may break, other control characters are refused. */
export function text(most: number, least = 0) {
  return field(
    (typed) => typed.trim(),
    (typed) => textFault(typed, most, least),
  );
}

export function textFault(typed: string, most: number, least: number): Fault | null {
  const lines = typed.trim();
  if (isLonger(lines, most)) return 'text-long';
  if (hasControls(lines.replace(/\r?\n|\t/g, ' '))) return 'text-signs';
  return least > 0 && [...lines].length < least ? 'text-short' : null;
}
