/** The numbers of the hall's own screens. */
import { minutes, type SettingDefinition } from './setting.ts';

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
  diskLowBytes: {
    default: 2_147_483_648,
    unit: 'mebibytes',
    min: 67_108_864,
    max: 1_099_511_627_776,
    rules: ['A3'],
    name: { 'zh-Hans': '磁盘空间提醒', 'zh-Hant': '磁碟空間提醒', en: 'Disk space, warning' },
    meaning: {
      'zh-Hans': '可用磁盘空间低于此数时提醒负责人；小磁盘按其容量的一成计。',
      'zh-Hant': '可用磁碟空間低於此數時提醒負責人；小磁碟按其容量的一成計。',
      en: 'Below so much free disk supervisors and administrators are warned; of a small disk a tenth counts.',
    },
  },
  diskStopBytes: {
    default: 536_870_912,
    unit: 'mebibytes',
    min: 16_777_216,
    max: 1_099_511_627_776,
    rules: ['A3'],
    name: { 'zh-Hans': '磁盘空间停写', 'zh-Hant': '磁碟空間停寫', en: 'Disk space, stop' },
    meaning: {
      'zh-Hans': '可用磁盘空间低于此数时停止写入，已登记的内容不会丢失；小磁盘按其容量的半成计。',
      'zh-Hant': '可用磁碟空間低於此數時停止寫入，已登記的內容不會遺失；小磁碟按其容量的半成計。',
      en: 'Below so much free disk nothing more is taken in, so that nothing taken in is lost; of a small disk a twentieth counts.',
    },
  },
  backupEveryMs: {
    default: minutes(15),
    unit: 'minutes',
    min: minutes(1),
    max: minutes(1_440),
    rules: ['A3'],
    name: { 'zh-Hans': '备份间隔', 'zh-Hant': '備份間隔', en: 'Backup, how often' },
    meaning: {
      'zh-Hans': '开放期间每隔多久自动备份一次；每天另有一次。',
      'zh-Hant': '開放期間每隔多久自動備份一次；每天另有一次。',
      en: 'How often a backup runs by itself while an opening runs; one more runs each day.',
    },
  },
  backupKeptDays: {
    default: 7,
    unit: 'whole-days',
    min: 1,
    max: 90,
    rules: ['A3'],
    name: { 'zh-Hans': '备份保留天数', 'zh-Hant': '備份保留天數', en: 'Backups kept' },
    meaning: {
      'zh-Hans': '自动备份保留多少天；更早的自动删除。',
      'zh-Hant': '自動備份保留多少天；更早的自動刪除。',
      en: 'For how many days backups are kept; older ones are deleted.',
    },
  },
  clockStepMs: {
    default: minutes(2),
    unit: 'minutes',
    min: minutes(1),
    max: minutes(60),
    rules: ['H9', 'Q8'],
    name: { 'zh-Hans': '时钟跳动提醒', 'zh-Hant': '時鐘跳動提醒', en: 'Clock step, warning' },
    meaning: {
      'zh-Hans': '电脑时钟突然跳动超过此数时登记并提醒负责人。',
      'zh-Hant': '電腦時鐘突然跳動超過此數時登記並提醒負責人。',
      en: 'A jump of the machine’s clock by more than this is recorded, and who is in charge is told.',
    },
  },
  clockConfirmMs: {
    default: minutes(60),
    unit: 'minutes',
    min: minutes(5),
    max: minutes(1_440),
    rules: ['H9', 'Q8'],
    name: { 'zh-Hans': '时钟跳动确认', 'zh-Hant': '時鐘跳動確認', en: 'Clock step, confirmation' },
    meaning: {
      'zh-Hans': '时钟向前跳动超过此数时，大厅按原来的时间继续，直到有人确认时钟正确。',
      'zh-Hant': '時鐘向前跳動超過此數時，大廳按原來的時間繼續，直到有人確認時鐘正確。',
      en: 'After a jump ahead by more than this the hall keeps its own time until somebody confirms the clock.',
    },
  },
} as const satisfies Record<string, SettingDefinition>;
