import type { taken as words } from './zh-hans.ts';

export const taken: typeof words = {
  'origin.ticket': '號票',
  'origin.telephone': '來電',
  'origin.web': '網上申請',
  'origin.letter': '來信',
  'origin.e-mail': '電子郵件',
  'origin.grid': '網格員',
  'origin.visit': '上門走訪',
  'origin.import': '原系統',
  'origin.linked': '由原辦件而來',
  takeCase: '登記來件',
  takeCaseTitle: '登記沒有號票的來件',
  takeCaseLead:
    '來電、網上、來信等沒有取號的事項：您是首問責任人。收件後 {within}內要受理、告知補正或答覆，逾期視為受理。',
  takenBy: '怎麼來的',
  takenNumber: '來件編號',
  takenNumberHelp: '對方的編號，如來信編號、網上申請號；沒有請留空。',
  receivedOn: '收件日期',
  receivedOnHelp: '材料到達大廳的那一天，期限從這天算起。',
  takenDone: '已登記，您是首問責任人',
  concludeBy: '{by} 前給出結論，逾期視為受理',
  concludeTaken: '結論',
  takenUndone: '已撤銷，可以重新給出結論',
  takenConcluded: '已給出結論',
};
