/** The texts of pages and papers, by key and language (A4). */
import type { Language } from '../../schema/ids.ts';
import { unbroken } from '../../schema/texts/unbroken.ts';
import { en } from './words/en.ts';
import { type Words, zhHans } from './words/zh-hans.ts';
import { zhHant } from './words/zh-hant.ts';

export type WordKey = keyof Words;
export const WORDS: Record<Language, Words> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(zhHans, key);
}

/** `{name}` is replaced from `facts`; no line ends between a figure and its unit. */
export function words(language: Language, key: WordKey, facts: Record<string, unknown> = {}): string {
  return unbroken(WORDS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')));
}
