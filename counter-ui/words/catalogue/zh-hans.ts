/** The catalogue as an administrator writes it. */
export const catalogue = {
  newMatter: '新增事项',
  editMatter: '修改事项',
  copyMatter: '复制为新事项',
  matterMade: '已新增。它还没有提供，在列表里打开「提供」后，取号机和预约才有它。',
  'matterName.zh-Hans': '名称（简体）',
  'matterName.zh-Hant': '名称（繁体）',
  'matterName.en': '名称（英文）',
  matterLimitHelp: '0 为当场办结；不填为没有法定期限',
  moveUp: '上移',
  moveDown: '下移',
  remove: '删除',
  addMaterial: '添加材料',
  matterTouches:
    '现在有 {waiting} 人在等或在办、{booked} 个预约、{cases} 件未结。以后来的人按新内容；未结的办件仍按开办那天的期限和材料清单。',
  matterTouchesNone: '现在没有人在等，没有预约，也没有未结的办件。',
};
