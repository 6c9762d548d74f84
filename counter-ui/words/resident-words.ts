import { ofResident as en } from '../../schema/cases/words/en.ts';
import { ofResident as zhHans } from '../../schema/cases/words/zh-hans.ts';
import { ofResident as zhHant } from '../../schema/cases/words/zh-hant.ts';
import { speaker } from '../../web/words.ts';

/** As phone and kiosk say it, where something is given out to its person (P2). */
export const toResident = speaker<typeof zhHans>({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });
