import { speaker } from '../web/words.ts';
import { en } from './words-en.ts';
import { hans } from './words-hans.ts';
import { hant } from './words-hant.ts';

/** Texts of the kiosk (A4). */
export const say = speaker<typeof hans>({ 'zh-Hans': hans, 'zh-Hant': hant, en });
export type Say = ReturnType<typeof say>;
export type Word = keyof typeof hans;

/** The word for a phase or an outcome that the server names, or the name itself where the kiosk is older. */
export function sayNamed(t: Say, kind: 'phase' | 'case' | 'outcome', name: string): string {
  const key = `${kind}_${name}`;
  return key in hans ? t(key as Word) : name;
}
