/** Search by name (in each language), pinyin, or pinyin initials. */
import type { Matter } from '../schema/catalogue.ts';

/** Matters that fit, best first: what begins so stands before what only contains it. Nothing typed finds nothing. */
export function findMatters(matters: Matter[], text: string): Matter[] {
  const sought = plain(text);
  if (!sought) return [];
  return matters
    .map((matter) => ({ matter, rank: rankOf(matter, sought) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ matter }) => matter);
}

function rankOf(matter: Matter, sought: string): number {
  const names = Object.values(matter.names).map(plain);
  const keys = [plain(matter.initials), ...names, plain(matter.pinyin)];
  if (keys.some((key) => key.startsWith(sought))) return 0;
  if (keys.some((key) => key.includes(sought))) return 1;
  return Number.POSITIVE_INFINITY;
}

/** Spaces and marks do not count, and ü is typed as v. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
