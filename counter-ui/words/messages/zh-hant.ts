import type { messages as zhHans } from './zh-hans.ts';

export const messages: typeof zhHans = {
  sentMessages: '消息',
  sentMessagesLead: '發給誰、什麼時候、是否送達；姓名和電話只顯示一部分。',
  sentAll: '全部',
  sentNothing: '沒有這樣的消息。',
  sentMade: '產生時間',
  sentKind: '消息',
  sentTo: '發給',
  sentStaff: '工作人員',
  sentErased: '已刪除',
  sentAbout: '辦件',
  sentArrived: '狀態',
  'messagePhase.waiting': '待發送',
  'messagePhase.sending': '發送中',
  'messagePhase.sent': '已發出',
  'messagePhase.failed': '未送達',
  'messagePhase.over': '已過時，未發',
};
