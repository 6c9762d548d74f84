import type { agencies as words } from './zh-hans.ts';

export const agencies: typeof words = {
  'section.agencies': '機構',
  'reference.agency': '辦理機構',
  'field.hours': '辦公時間',
  'field.offered': '待收錄',
  agenciesLead: '「非本處辦理」先從這裏查找；窗口新填的單位列在最前，等待收錄。',
  newAgency: '新增機構',
  editAgency: '修改機構',
  takeInAgency: '收錄機構',
  noAgencies: '名錄還是空的。請新增機構，窗口就不必每次填寫。',
  agencyNotFound: '沒有找到這樣的機構。',
  agencySearch: '名稱、別名、拼音或地址',
  agencyHours: '辦公時間',
  agencyHoursHelp: '照居民要讀到的寫，如：工作日 9:00–17:00',
  agencyOffered: '窗口新填',
  takeIn: '收錄',
  dismissAgency: '不收錄',
  agencyDismissed: '未收錄；它留在名錄裏，標為停用。',
  referralNo: '轉引單',
};
