/** Conditional acceptance, and what a matter promises. */
export const promise = {
  checklistFollow: '容缺受理，{count} 份后补',
  followLead: '下列材料可以容缺后补。居民承诺在哪一天前交齐？',
  followBy: '承诺补交日期',
  followLater: '容缺后补',
  promiseItems: '承诺补交的材料',
  promiseWaits: '承诺补交 {count} 份材料，{by} 前',
  promiseLate: '承诺补交的材料过期未交，请联系居民',
  matterTerms: '承诺办结期限',
  matterTermsHelp: '天数单位同法定期限；留空按法定期限',
  matterFollows: '可以容缺后补的材料',
  matterTermsLead: '改动只对此后受理的办件有效。',
};
