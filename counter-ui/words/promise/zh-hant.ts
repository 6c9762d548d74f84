import type { promise as words } from './zh-hans.ts';

export const promise: typeof words = {
  checklistFollow: '容缺受理，{count} 份後補',
  followLead: '下列材料可以容缺後補。居民承諾在哪一天前交齊？',
  followBy: '承諾補交日期',
  followLater: '容缺後補',
  promiseItems: '承諾補交的材料',
  promiseWaits: '承諾補交 {count} 份材料，{by} 前',
  promiseLate: '承諾補交的材料過期未交，請聯絡居民',
  matterTerms: '承諾辦結期限',
  matterTermsHelp: '天數單位同法定期限；留空按法定期限',
  matterFollows: '可以容缺後補的材料',
  matterTermsLead: '期限和容缺的改動只對此後受理的辦件有效；暫停的依據即時有效。',
  matterApplicantBasis: '等待申請人時可以暫停期限的依據',
  matterPublicNoticeBasis: '公示時可以暫停期限的依據',
  matterBasisHelp: '寫明法規或文件條款；留空則不能因此暫停期限',
  pauseNotNamed: '本事項未寫明依據',
  pauseKindWhy: '{kind}（{why}）',
  pauseNamedBasis: '依據（由本事項寫明）',
};
