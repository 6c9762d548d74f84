import type { linked as words } from './zh-hans.ts';

export const linked: typeof words = {
  'act.linked': '另立關聯辦件',
  linkedLead: '居民不服決定，或者問題沒有解決：另立一件，首問責任人不變，期限另算，當場出受理回執；原辦件不再改動。',
  linkedReason: '居民的意見',
  linkedCases: '關聯辦件',
  'linked.from': '由此件而來',
  'linked.to': '由此另立',
};
