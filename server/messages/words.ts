/** The texts of messages to residents, by kind and language (A4); `{name}` is replaced by a fact. */
import type { Language } from '../../schema/ids.ts';
import type { MessageKind } from '../../schema/messages/message.ts';

/** A kind without its three texts does not compile. */
export const MESSAGE_WORDS: Record<MessageKind, Record<Language, string>> = {
  'appointment-confirmed': {
    'zh-Hans': '【{hall}】您已预约{matter}：{day} {time}，预约码 {code}。材料清单、取消：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您已預約{matter}：{day} {time}，預約碼 {code}。材料清單、取消：{url} 諮詢 {telephone}',
    en: '[{hall}] Booked: {matter}, {day} {time}, code {code}. What to bring, cancel: {url} Questions: {telephone}',
  },
  'appointment-reminder': {
    'zh-Hans': '【{hall}】提醒：您预约了{matter}，{day} {time}，预约码 {code}。来不了请取消：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】提醒：您預約了{matter}，{day} {time}，預約碼 {code}。來不了請取消：{url} 諮詢 {telephone}',
    en: '[{hall}] Reminder: {matter}, {day} {time}, code {code}. Cannot come? Cancel: {url} Questions: {telephone}',
  },
  'appointment-cancelled': {
    'zh-Hans': '【{hall}】您预约的{matter}（{day} {time}）已取消。重新预约：{url} 咨询 {telephone}',
    'zh-Hant': '【{hall}】您預約的{matter}（{day} {time}）已取消。重新預約：{url} 諮詢 {telephone}',
    en: '[{hall}] Cancelled: {matter}, {day} {time}. Book again: {url} Questions: {telephone}',
  },
};
