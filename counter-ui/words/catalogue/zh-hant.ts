import type { catalogue as words } from './zh-hans.ts';

export const catalogue: typeof words = {
  newMatter: '新增事項',
  editMatter: '修改事項',
  copyMatter: '複製為新事項',
  matterMade: '已新增。它還沒有提供，在列表裏打開「提供」後，取號機和預約才有它。',
  'matterName.zh-Hans': '名稱（簡體）',
  'matterName.zh-Hant': '名稱（繁體）',
  'matterName.en': '名稱（英文）',
  matterLimitHelp: '0 為當場辦結；不填為沒有法定期限',
  moveUp: '上移',
  moveDown: '下移',
  remove: '刪除',
  addMaterial: '添加材料',
  matterTouches:
    '現在有 {waiting} 人在等或在辦、{booked} 個預約、{cases} 件未結。以後來的人按新內容；未結的辦件仍按開辦那天的期限和材料清單。',
  matterTouchesNone: '現在沒有人在等，沒有預約，也沒有未結的辦件。',
};
