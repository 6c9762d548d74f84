/** The numbers of openings, slots and appointments. */
import { days, hours, minutes, type SettingDefinition } from '../hall/setting.ts';

export const hoursSettings = {
  expandDays: {
    default: 21,
    unit: 'whole-days',
    min: 1,
    max: 90,
    rules: ['H2'],
    name: { 'zh-Hans': '开放安排提前量', 'zh-Hant': '開放安排提前量', en: 'Openings ahead' },
    meaning: {
      'zh-Hans': '系列开放时段提前多少天排出，居民即可预约到那天。',
      'zh-Hant': '系列開放時段提前多少天排出，居民即可預約到那天。',
      en: 'How many days ahead a series becomes openings, and so can be booked.',
    },
  },
  slotMs: {
    default: minutes(30),
    unit: 'minutes',
    min: minutes(5),
    max: hours(4),
    rules: ['H5'],
    name: { 'zh-Hans': '预约时段长度', 'zh-Hant': '預約時段長度', en: 'Length of a slot' },
    meaning: {
      'zh-Hans': '新排出的开放时段按此长度切分预约时段；已排出的不变。',
      'zh-Hant': '新排出的開放時段按此長度切分預約時段；已排出的不變。',
      en: 'New openings are cut into slots of this length; those that are planned stay as they are.',
    },
  },
  noPhoneShare: {
    default: 0.4,
    unit: 'percent',
    min: 0,
    max: 1,
    rules: ['H5'],
    name: { 'zh-Hans': '无手机居民名额', 'zh-Hant': '無手機居民名額', en: 'Kept for people without a phone' },
    meaning: {
      'zh-Hans': '新排出的开放时段为没有手机的居民留出的名额比例。',
      'zh-Hant': '新排出的開放時段為沒有手機的居民留出的名額比例。',
      en: 'The share of each new opening’s places that stays for people without a phone.',
    },
  },
  holdMs: {
    default: minutes(5),
    unit: 'minutes',
    min: minutes(1),
    max: minutes(60),
    rules: ['H6'],
    name: { 'zh-Hans': '预约占位', 'zh-Hant': '預約佔位', en: 'Hold of a slot' },
    meaning: {
      'zh-Hans': '选定时段后，须在多长时间内确认预约。',
      'zh-Hant': '選定時段後，須在多長時間內確認預約。',
      en: 'How long a chosen slot is held until it is confirmed.',
    },
  },
  cancelUntilMs: {
    default: hours(2),
    unit: 'hours',
    min: 0,
    max: days(7),
    rules: ['H6'],
    name: { 'zh-Hans': '取消预约截止', 'zh-Hant': '取消預約截止', en: 'Cancelling until' },
    meaning: {
      'zh-Hans': '居民最晚在预约时间前多久可以自行取消。',
      'zh-Hant': '居民最晚在預約時間前多久可以自行取消。',
      en: 'How long before the slot a resident can cancel at the latest.',
    },
  },
  remindBeforeMs: {
    default: [days(1), hours(2)],
    unit: 'hours',
    min: minutes(30),
    max: days(14),
    most: 3,
    rules: ['H8'],
    name: { 'zh-Hans': '预约提醒', 'zh-Hant': '預約提醒', en: 'Reminders' },
    meaning: {
      'zh-Hans': '在预约时间前多久发送提醒；不填则不提醒。',
      'zh-Hant': '在預約時間前多久發送提醒；不填則不提醒。',
      en: 'How long before the slot a reminder is sent; none where nothing is said.',
    },
  },
  appointmentLateMs: {
    default: minutes(15),
    unit: 'minutes',
    min: 0,
    max: hours(2),
    rules: ['H8'],
    name: { 'zh-Hans': '预约迟到宽限', 'zh-Hant': '預約遲到寬限', en: 'Late for an appointment' },
    meaning: {
      'zh-Hans': '迟到多久以内仍按预约排队。',
      'zh-Hant': '遲到多久以內仍按預約排隊。',
      en: 'How late somebody may come and still keep the class of an appointment.',
    },
  },
} as const satisfies Record<string, SettingDefinition>;
