/** The texts of pages, papers and messages, by key and language (A4). */
import type { Language } from '../../schema/ids.ts';
import { EN } from './words/en.ts';
import { type Words, ZH_HANS } from './words/zh-hans.ts';
import { ZH_HANT } from './words/zh-hant.ts';

export type WordKey = keyof Words;
export const WORDS: Record<Language, Words> = { 'zh-Hans': ZH_HANS, 'zh-Hant': ZH_HANT, en: EN };

export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(ZH_HANS, key);
}

/** `{name}` is replaced from `facts`. */
export function words(language: Language, key: WordKey, facts: Record<string, unknown> = {}): string {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
