import { speaker } from '../../web/words.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** Texts of the kiosk (A4). */
export const say = speaker<typeof zhHans>({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
export type Say = ReturnType<typeof say>;
export type Word = keyof typeof zhHans;

/** The word for a phase or an outcome that the server names, or the name itself where the kiosk is older. */
export function sayNamed(t: Say, kind: 'phase' | 'case' | 'outcome' | 'next', name: string, facts = {}): string {
  const key = `${kind}.${name}`;
  return key in zhHans ? t(key as Word, facts) : name;
}
