/** The numbers of cases. */
import { hours, minutes, type SettingDefinition } from '../hall/setting.ts';

export const caseSettings = {
  handoverMs: {
    default: minutes(30),
    unit: 'minutes',
    min: minutes(5),
    max: hours(8),
    rules: ['C3'],
    name: { 'zh-Hans': '转办答复时限', 'zh-Hant': '轉辦答覆時限', en: 'Answer to a handover' },
    meaning: {
      'zh-Hans': '转办在多长的开放时间内没有接受，就退回原经办人并告知值班长。',
      'zh-Hant': '轉辦在多長的開放時間內沒有接受，就退回原經辦人並告知值班長。',
      en: 'An offer that is not accepted within so much open time goes back to its sender, and the supervisor is told.',
    },
  },
} as const satisfies Record<string, SettingDefinition>;
