/** The texts of messages to the staff (C2, C10): hall, case, matter and by when; nobody's name but a clerk's. */
import type { Language } from '../../schema/ids.ts';
import type { MessageKind } from '../../schema/messages/message.ts';

type StaffKind = Extract<MessageKind, `staff-${string}`>;

export const STAFF_WORDS: Record<StaffKind, Record<Language, string>> = {
  'staff-warned': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）{what}<，最迟 {date} 办结>。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）{what}<，最遲 {date} 辦結>。',
    en: '[{hall}] {part} {code} ({matter}): {what}<; due by {date}>.',
  },
  'staff-late': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）{what}<，期限是 {date}>。请登录处理。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）{what}<，期限是 {date}>。請登入處理。',
    en: '[{hall}] {part} {code} ({matter}): {what}<; it was due by {date}>. Please sign in and act.',
  },
  'staff-due-soon': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）{what}<，期限是 {date}>。请登录处理。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）{what}<，期限是 {date}>。請登入處理。',
    en: '[{hall}] {part} {code} ({matter}): {what}<, by {date}>. Please sign in and act.',
  },
  'staff-reminded': {
    'zh-Hans': '【{hall}】提醒：办件 {code}（{matter}）的征询等{whom}答复<，期限是 {date}>。请登录处理。',
    'zh-Hant': '【{hall}】提醒：辦件 {code}（{matter}）的徵詢等{whom}答覆<，期限是 {date}>。請登入處理。',
    en: '[{hall}] Reminder: a question about case {code} ({matter}) waits for the answer of {whom}<, by {date}>. Please sign in.',
  },
  'staff-clock-runs': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）期限暂停已于 {on}期满，恢复计时<，最迟 {date} 办结>。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）期限暫停已於 {on}期滿，恢復計時<，最遲 {date} 辦結>。',
    en: '[{hall}] {part} {code} ({matter}): its pause ended on {on} and its clock runs again<; due by {date}>.',
  },
  'staff-offered': {
    'zh-Hans':
      '【{hall}】{clerk} 把办件 {code}（{matter}）转给{whom}，请在 {day} {time} 前接受或退回；不答复的退回原经办人。',
    'zh-Hant':
      '【{hall}】{clerk} 把辦件 {code}（{matter}）轉給{whom}，請在 {day} {time} 前接受或退回；不答覆的退回原經辦人。',
    en: '[{hall}] {clerk} offers {whom} case {code} ({matter}). Accept or decline by {day} {time}; without an answer it goes back.',
  },
  'staff-offer-back': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）{what}，仍由 {clerk} 经办<，最迟 {date} 办结>。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）{what}，仍由 {clerk} 經辦<，最遲 {date} 辦結>。',
    en: '[{hall}] {part} {code} ({matter}): {what}; {clerk} still handles it<, due by {date}>.',
  },
  'staff-entrustment-ends': {
    'zh-Hans':
      '【{hall}】{matter}（{code}）的委托 {date} 期满，还有 {days} 天。请办理续期，否则次日起取号机和预约不再提供。',
    'zh-Hant':
      '【{hall}】{matter}（{code}）的委託 {date} 期滿，還有 {days} 天。請辦理續期，否則次日起取號機和預約不再提供。',
    en: '[{hall}] {matter} ({code}): its entrustment ends on {date}, in {days} days. Renew it, or kiosk and booking drop it the day after.',
  },
  'staff-assigned': {
    'zh-Hans': '【{hall}】办件 {code}（{matter}）现由您经办<，最迟 {date} 办结>。交接说明请登录查看。',
    'zh-Hant': '【{hall}】辦件 {code}（{matter}）現由您經辦<，最遲 {date} 辦結>。交接說明請登入查看。',
    en: '[{hall}] Case {code} ({matter}) is now yours<, due by {date}>. Sign in to read the briefing.',
  },
  'staff-escalated': {
    'zh-Hans': '【{hall}】办件 {code}（{matter}）归属不清，由 {clerk} 提请值班长明确<，请在 {date} 前答复>。',
    'zh-Hant': '【{hall}】辦件 {code}（{matter}）歸屬不清，由 {clerk} 提請值班長明確<，請在 {date} 前答覆>。',
    en: '[{hall}] It is not clear whose case {code} ({matter}) is. {clerk} asks the supervisor<; answer by {date}>.',
  },
  'staff-step': {
    'zh-Hans': '【{hall}】{part}办件 {code}（{matter}）：{on}{what}；经办人 {clerk}<，最迟 {date} 办结>。',
    'zh-Hant': '【{hall}】{part}辦件 {code}（{matter}）：{on}{what}；經辦人 {clerk}<，最遲 {date} 辦結>。',
    en: '[{hall}] {part} {code} ({matter}), {on}: {what}. Handled by {clerk}<, due by {date}>.',
  },
};
