/** The texts of this app in three languages (A4). */
import { speaker } from '../../web/words.ts';
import { en } from './en.ts';
import { type Words, zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export const speak = speaker({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
export type WordKey = keyof Words;
export type Say = ReturnType<typeof speak>;
