/** What a message to a resident says of a day that moved (C17), of the case as it is when it is sent. */
import type { ToldDuty } from '../../../../schema/hall/calendar.ts';
import type { Day, Names } from '../../../../schema/ids.ts';
import { toldDays } from '../../rules/clock/told-days.ts';
import type { StoredCase } from '../../tables/cases.ts';

/** Undefined once nobody waits for it. `about`: of which question or late paper. */
export function toldDay(found: StoredCase, duty: ToldDuty, about?: string): Day | undefined {
  return toldDays(found).find((told) => told.duty === duty && (!about || told.about === about))?.by;
}

const say = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

export const TOLD_WORDS: Record<ToldDuty, Names> = {
  'legal-due': say('依法办结', '依法辦結', 'for the decision, by law,'),
  deemed: say('告知是否受理', '告知是否受理', 'to say whether your papers are accepted'),
  telling: say('告知并送达决定', '告知並送達決定', 'to tell you of the decision'),
  escalation: say('答复由谁办理', '答覆由誰辦理', 'to say whose matter it is'),
  review: say('复核', '複核', 'of the second look'),
  inquiry: say('答复您的询问', '答覆您的詢問', 'to answer your question'),
  'late-papers': say('答复您后来交的材料', '答覆您後來交的材料', 'to answer the papers that you handed in later'),
};
