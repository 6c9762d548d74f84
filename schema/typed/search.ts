/** What is searched for (L3): the one folding of matters' names, aliases, codes and spellings, and of what is typed. */
import { field } from './signs.ts';

/** Of a pinyin syllable: ā á ǎ à, not the ü. */
const TONES = /[\u0300\u0301\u0304\u030c]/g;
const TYPED_MOST = 40;

/** Width, case, tones, marks and spaces do not count, and ü is typed as v. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(TONES, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/ü|u:/g, 'v')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Cut off, never refused: a search that is too long finds nothing all the same. */
export function searchOf(typed: string, most = TYPED_MOST): string {
  return [...typed].slice(0, most).join('');
}

export const SearchText = field(
  (typed) => searchOf(typed.trim()),
  () => null,
);
