/** What a pause is called, for residents and staff alike (A4, C9). */
import type { PauseKind } from '../../catalogue/facts/pauses.ts';
import type { Language } from '../../ids.ts';

export const pauseWords = {
  'zh-Hans': {
    'pause.hearing': '听证',
    'pause.tender': '招标',
    'pause.auction': '拍卖',
    'pause.inspection': '检验',
    'pause.testing': '检测',
    'pause.quarantine': '检疫',
    'pause.appraisal': '鉴定',
    'pause.expert-review': '专家评审',
    'pause.applicant': '等待申请人',
    'pause.public-notice': '公示',
  },
  'zh-Hant': {
    'pause.hearing': '聽證',
    'pause.tender': '招標',
    'pause.auction': '拍賣',
    'pause.inspection': '檢驗',
    'pause.testing': '檢測',
    'pause.quarantine': '檢疫',
    'pause.appraisal': '鑑定',
    'pause.expert-review': '專家評審',
    'pause.applicant': '等待申請人',
    'pause.public-notice': '公示',
  },
  en: {
    'pause.hearing': 'hearing',
    'pause.tender': 'tender',
    'pause.auction': 'auction',
    'pause.inspection': 'inspection',
    'pause.testing': 'testing',
    'pause.quarantine': 'quarantine',
    'pause.appraisal': 'appraisal',
    'pause.expert-review': 'expert review',
    'pause.applicant': 'waiting for the applicant',
    'pause.public-notice': 'public notice',
  },
} satisfies Record<Language, Record<`pause.${PauseKind}`, string>>;
