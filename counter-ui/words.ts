/** The texts of this app in three languages (A4). */
import { speaker } from '../web/words.ts';
import { en } from './words/en.ts';
import { zhHans } from './words/zh-hans.ts';
import { zhHant } from './words/zh-hant.ts';

export const speak = speaker({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
export type WordKey = keyof typeof zhHans;
export type Say = ReturnType<typeof speak>;
