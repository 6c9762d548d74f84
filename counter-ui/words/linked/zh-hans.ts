/** Cases that go on from one another. */
export const linked = {
  'act.linked': '另立关联办件',
  linkedLead: '居民不服决定，或者问题没有解决：另立一件，首问责任人不变，期限另算，当场出受理回执；原办件不再改动。',
  linkedReason: '居民的意见',
  linkedCases: '关联办件',
  'linked.from': '由此件而来',
  'linked.to': '由此另立',
};
