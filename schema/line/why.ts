/** Q3: why this ticket was called, in one sentence for clerk and resident. */
import { inLanguage, type Language, type Names } from '../ids.ts';
import type { CallReason, CallRule, TicketClass } from './ticket.ts';

const text = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

const RULES: Record<CallRule, Names> = {
  'smallest-rank': text('排在最前', '排在最前', 'First in line'),
  'nobody-else-waits': text(
    '此时窗口空闲，等候的都是未到时间的预约，提前叫号',
    '此時窗口空閒，等候的都是未到時間的預約，提前叫號',
    'Only people booked for later waited for this counter, so it called early',
  ),
  'out-of-order': text('指定叫号：{reason}', '指定叫號：{reason}', 'Called out of order: {reason}'),
};

const CLASSES: Record<TicketClass, Names> = {
  'walk-in': text('现场取号', '現場取號', 'walk-in'),
  care: text('照顾优先（提前计时）', '照顧優先（提前計時）', 'care class (head start)'),
  appointment: text('预约按时到场（提前计时）', '預約按時到場（提前計時）', 'appointment on time (head start)'),
  late: text('预约迟到（自预约时刻起排）', '預約遲到（自預約時刻起排）', 'late appointment (ranked from its slot)'),
};

const WAITED = text('已等 {minutes} 分钟', '已等 {minutes} 分鐘', 'waited {minutes} min');
const PASSED_OVER = text('越过 {count} 人', '越過 {count} 人', 'passed over {count}');
/** Only who is booked and not due yet is passed over by the smallest rank (Q2). */
const NOT_DUE = text('{count} 位预约未到时间', '{count} 位預約未到時間', '{count} booked for later not due yet');
const DUE = text('可叫的人中排在最前', '可叫的人中排在最前', 'First of those who could be called');
const NOBODY_PASSED_OVER = text('未越过任何人', '未越過任何人', 'nobody passed over');
const COMMA = text('，', '，', ', ');
const FULL_STOP = text('。', '。', '.');

export function whySentence(why: CallReason, language: Language): string {
  const early = why.rule === 'smallest-rank' && why.passedOver > 0;
  const passedOver = early ? NOT_DUE : why.passedOver > 0 ? PASSED_OVER : NOBODY_PASSED_OVER;
  const parts = [early ? DUE : RULES[why.rule], CLASSES[why.klass], WAITED, passedOver].map((part) =>
    inLanguage(part, language),
  );
  const facts: Record<string, string | number> = {
    reason: why.reason ?? '',
    minutes: Math.floor(why.waitedMs / 60_000),
    count: why.passedOver,
  };
  const sentence = parts.join(inLanguage(COMMA, language)) + inLanguage(FULL_STOP, language);
  return sentence.replace(/\{(reason|minutes|count)\}/g, (_, name) => String(facts[name]));
}
