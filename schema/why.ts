/** Q3: why this ticket was called, in one sentence for clerk and resident. */
import { inLanguage, type Language, type Names } from './ids.ts';
import type { CallReason, CallRule, TicketClass } from './ticket.ts';

const RULES: Record<CallRule, Names> = {
  'smallest-rank': {
    'zh-Hans': '轮到本号：{klass}，已等候 {minutes} 分钟。',
    'zh-Hant': '輪到本號：{klass}，已等候 {minutes} 分鐘。',
    en: 'It is this ticket’s turn: {klass}, {minutes} min waited.',
  },
  'nobody-else-waits': {
    'zh-Hans': '没有其他人等候，{klass}提前叫号，已等候 {minutes} 分钟。',
    'zh-Hant': '沒有其他人等候，{klass}提前叫號，已等候 {minutes} 分鐘。',
    en: 'Nobody else waits: {klass} called early, {minutes} min waited.',
  },
  'out-of-order': {
    'zh-Hans': '不按次序叫号（{klass}），先于 {passedOver} 人，原因：{reason}',
    'zh-Hant': '不按次序叫號（{klass}），先於 {passedOver} 人，原因：{reason}',
    en: 'Called out of order ({klass}), before {passedOver} people: {reason}',
  },
};

const PASSED_OVER: Names = {
  'zh-Hans': '前面 {passedOver} 个预约未到时间。',
  'zh-Hant': '前面 {passedOver} 個預約未到時間。',
  en: ' {passedOver} appointments ahead are not due yet.',
};

export const CLASS_NAMES: Record<TicketClass, Names> = {
  'walk-in': { 'zh-Hans': '现场取号', 'zh-Hant': '現場取號', en: 'walk-in' },
  care: { 'zh-Hans': '优先照顾', 'zh-Hant': '優先照顧', en: 'care class' },
  appointment: { 'zh-Hans': '预约', 'zh-Hant': '預約', en: 'appointment' },
  late: { 'zh-Hans': '预约迟到', 'zh-Hant': '預約遲到', en: 'late appointment' },
};

export function whySentence(why: CallReason, language: Language): string {
  const facts: Record<string, string | number> = {
    klass: inLanguage(CLASS_NAMES[why.klass], language),
    minutes: Math.round(why.waitedMs / 60_000),
    passedOver: why.passedOver,
    reason: why.reason ?? '',
  };
  const more = why.rule === 'smallest-rank' && why.passedOver > 0 ? inLanguage(PASSED_OVER, language) : '';
  return (inLanguage(RULES[why.rule], language) + more).replace(/\{(\w+)\}/g, (_, name) => String(facts[name]));
}
