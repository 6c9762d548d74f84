/** A scanner types what it read, faster than any finger, and ends with Enter. */
import type { Scanned } from '../state/state.ts';

/** Signs further apart than this are a person's. */
const GAP_MS = 80;

/** What a code of ours leads to; null for everything else, and so for whatever a person types. */
export function scannedOf(text: string): Scanned | null {
  const [, kind, link] = /\/(t|c)\/([\w-]{23,64})$/.exec(text) ?? [];
  if (link) return { kind: kind === 't' ? 'ticket' : 'case', link };
  return /^[0-9]{6}$/.test(text) ? { kind: 'appointment', code: text } : null;
}

/** Takes each key with its time in ms; answers with the whole text when Enter ends a row that no finger typed. */
export function createScanner(): (key: string, atMs: number) => string | null {
  let text = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return (key, atMs) => {
    if (atMs - lastMs > GAP_MS) text = '';
    lastMs = atMs;
    if (key !== 'Enter') {
      if (key.length === 1) text += key;
      return null;
    }
    const read = text;
    text = '';
    return read || null;
  };
}
