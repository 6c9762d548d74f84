/** The numbers of the hall's own screens. */
import type { SettingDefinition } from './setting.ts';

export const hallSettings = {
  // Six fill the height in which a number can be read from ten metres.
  callsShown: {
    default: 6,
    unit: 'calls',
    min: 3,
    max: 6,
    rules: ['D1'],
    name: { 'zh-Hans': '大厅屏保留的叫号', 'zh-Hant': '大廳屏保留的叫號', en: 'Calls kept on the display' },
    meaning: {
      'zh-Hans': '大厅屏上保留最近几次叫号。',
      'zh-Hant': '大廳屏上保留最近幾次叫號。',
      en: 'How many of the last calls stay on the display.',
    },
  },
  staleAfterMs: {
    default: 5_000,
    unit: 'seconds',
    min: 4_000,
    max: 30_000,
    rules: ['D2'],
    name: { 'zh-Hans': '断线提示', 'zh-Hant': '斷線提示', en: 'Lost line is told' },
    meaning: {
      'zh-Hans': '屏幕与服务器断开多久后，提示所显示内容的时间。',
      'zh-Hant': '螢幕與伺服器斷開多久後，提示所顯示內容的時間。',
      en: 'After how long without the server a screen says from when its data is.',
    },
  },
  lateMostMs: {
    default: 10_000,
    unit: 'seconds',
    min: 8_000,
    max: 60_000,
    rules: ['H9'],
    name: { 'zh-Hans': '定时事项最晚延迟', 'zh-Hant': '定時事項最晚延遲', en: 'Delay of what is timed, at most' },
    meaning: {
      'zh-Hans': '到点的事项（开放、过号、提醒等）最多晚多久执行，Redis 停止时也一样。',
      'zh-Hant': '到點的事項（開放、過號、提醒等）最多晚多久執行，Redis 停止時也一樣。',
      en: 'How late an opening, a no-show, a reminder and all else that is timed may happen, also while Redis is away.',
    },
  },
} as const satisfies Record<string, SettingDefinition>;
