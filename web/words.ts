/** Texts of the screens: each app keeps one table per language, with the same keys in all three (A4). */
import { LANGUAGES, type Language } from '../schema/ids.ts';
import { unbroken } from '../schema/texts/unbroken.ts';

export type Words = Record<string, string>;

/** A translator over one app's tables: `{name}` is replaced from `facts`. The keys of the first table are the keys of all. */
export function speaker<W extends Words>(tables: Record<Language, W>) {
  return (language: Language) =>
    (key: keyof W & string, facts: Record<string, string | number> = {}): string =>
      unbroken((tables[language][key] ?? '').replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? '')));
}

const KEY = 'shouwen-language';

/** The language chosen on this machine before, else the browser's nearest, else simplified Chinese. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(KEY) as Language | null;
  return stored && LANGUAGES.includes(stored) ? stored : 'zh-Hans';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
}
