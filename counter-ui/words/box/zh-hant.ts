/** 繁體中文: the one box. */
import type { box as words } from './zh-hans.ts';

export const box: typeof words = {
  box: '查找',
  boxOpen: '查找（/）',
  boxTyped: '號票、回執、電話、姓名、證件號碼或事項',
  boxHits: '找到的',
  boxAsk: '查找{what}',
  'boxAsk.ticket': '號票',
  'boxAsk.paper': '回執、告知書等文書',
  boxRecorded: '（記入臺帳）',
  boxMatter: '事項',
  boxNothing: '沒有找到。',
  boxWrong:
    '請輸入號票號碼（其他日子的加日期，如 A001 2026-11-20）、文書編號、完整的電話或其後四位、姓名、證件號碼，或事項名稱、拼音。',
  boxKeys: '↑ ↓ 選擇，Enter 開啟，Esc 關閉；在輸入框裡按 Alt+/ 開啟',
};
