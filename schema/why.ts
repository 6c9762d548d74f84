/** Q3: why this ticket was called, in one sentence for clerk and resident. */
import { inLanguage, type Language, type Names } from './ids.ts';
import type { CallReason, CallRule, TicketClass } from './ticket.ts';

const text = (hans: string, hant: string, en: string): Names => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

const RULES: Record<CallRule, Names> = {
  'smallest-rank': text('排在最前', '排在最前', 'First in line'),
  'nobody-else-waits': text('此时没有其他人可叫', '此時沒有其他人可叫', 'Nobody else could be called'),
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
const NOBODY_PASSED_OVER = text('未越过任何人', '未越過任何人', 'nobody passed over');
const COMMA = text('，', '，', ', ');
const FULL_STOP = text('。', '。', '.');

export function whySentence(why: CallReason, language: Language): string {
  const passedOver = why.passedOver > 0 ? PASSED_OVER : NOBODY_PASSED_OVER;
  const parts = [RULES[why.rule], CLASSES[why.klass], WAITED, passedOver].map((part) => inLanguage(part, language));
  const facts: Record<string, string | number> = {
    reason: why.reason ?? '',
    minutes: Math.floor(why.waitedMs / 60_000),
    count: why.passedOver,
  };
  const sentence = parts.join(inLanguage(COMMA, language)) + inLanguage(FULL_STOP, language);
  return sentence.replace(/\{(reason|minutes|count)\}/g, (_, name) => String(facts[name]));
}
