/** How names are typed without choosing characters: the search text of a matter (L3), see schema/catalogue/find-matter.ts. */
import type { MatterPlan } from '../../schema/catalogue/catalogue.ts';
import { plain } from '../../schema/typed/search.ts';

/**
 * A line for each text; in it the signs apart by spaces, and of a character that is read in several ways each reading:
 * 重置 → `zhong|chong zhi`. ü is written v. The dictionary is loaded when the first text is spelt: it is large.
 */
export async function spell(texts: readonly string[]): Promise<string> {
  const { polyphonic } = await import('pinyin-pro');
  return texts.map((text) => lineOf(polyphonic(text, { toneType: 'none', type: 'array', v: true }))).join('\n');
}

function lineOf(signs: string[][]): string {
  return signs
    .map((readings) => [...new Set(readings.map((one) => plain(one).replace(/[^a-z0-9]/g, '')))].join('|'))
    .filter(Boolean)
    .join(' ');
}

/** Of everything a matter is called. */
export function spellingOf({ names, aliases }: Pick<MatterPlan, 'names' | 'aliases'>): Promise<string> {
  return spell([names['zh-Hans'], ...aliases]);
}
