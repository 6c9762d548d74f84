import { speaker } from '../../web/words.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** Texts of the display (A4). */
export const say = speaker({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
export type Say = ReturnType<typeof say>;
