/** The numbers of people’s data and of signing in. */
import { days, hours, minutes, type SettingDefinition } from '../hall/setting.ts';

export const peopleSettings = {
  sessionMs: {
    default: hours(12),
    unit: 'hours',
    min: hours(1),
    max: hours(24),
    rules: ['S2'],
    name: { 'zh-Hans': '登录有效期', 'zh-Hant': '登入有效期', en: 'Signed in for' },
    meaning: {
      'zh-Hans': '工作人员登录后多久须重新登录。',
      'zh-Hant': '工作人員登入後多久須重新登入。',
      en: 'How long somebody of the staff stays signed in.',
    },
  },
  idleLockMs: {
    default: minutes(15),
    unit: 'minutes',
    min: minutes(1),
    max: hours(12),
    rules: ['S2'],
    name: { 'zh-Hans': '无操作锁定', 'zh-Hant': '無操作鎖定', en: 'Locked when idle' },
    meaning: {
      'zh-Hans': '窗口工作台多久没有操作后自动锁定，须重新输入密码；窗口上的号票不变。',
      'zh-Hant': '窗口工作臺多久沒有操作後自動鎖定，須重新輸入密碼；窗口上的號票不變。',
      en: 'After how long without a wish or a key press a clerk’s screen locks and asks for the password again; the ticket at the counter stays.',
    },
  },
  personDays: {
    default: 30,
    unit: 'whole-days',
    min: 1,
    max: 365,
    rules: ['P1'],
    name: { 'zh-Hans': '个人信息保留', 'zh-Hant': '個人資訊保留', en: 'Personal data kept' },
    meaning: {
      'zh-Hans': '姓名和电话在事情结束多少天后删除。',
      'zh-Hant': '姓名和電話在事情結束多少天後刪除。',
      en: 'How many days after the last day of its use a name and telephone are erased.',
    },
  },
  ticketLinkMs: {
    default: hours(24),
    unit: 'hours',
    min: hours(1),
    max: days(14),
    rules: ['P3'],
    name: { 'zh-Hans': '号票链接有效期', 'zh-Hant': '號票連結有效期', en: 'Link of a ticket' },
    meaning: {
      'zh-Hans': '开放时段结束后，号票上的链接还能打开多久。',
      'zh-Hant': '開放時段結束後，號票上的連結還能打開多久。',
      en: 'How long the link of a ticket opens after the end of its opening.',
    },
  },
  caseLinkMs: {
    default: days(180),
    unit: 'days',
    min: days(7),
    max: days(730),
    rules: ['P3'],
    name: { 'zh-Hans': '办件链接有效期', 'zh-Hant': '辦件連結有效期', en: 'Link of a case' },
    meaning: {
      'zh-Hans': '回执和告知书上的链接能打开多久。',
      'zh-Hant': '回執和告知書上的連結能打開多久。',
      en: 'How long the link on a receipt or notice opens.',
    },
  },
} as const satisfies Record<string, SettingDefinition>;
