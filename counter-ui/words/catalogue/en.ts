import type { catalogue as words } from './zh-hans.ts';

export const catalogue: typeof words = {
  newMatter: 'New matter',
  editMatter: 'Edit matter',
  copyMatter: 'Copy as a new matter',
  matterMade: 'Made. It is not offered yet: switch “offered” on in the list to have it at kiosk and booking.',
  'matterName.zh-Hans': 'Name (simplified)',
  'matterName.zh-Hant': 'Name (traditional)',
  'matterName.en': 'Name (English)',
  matterLimitHelp: '0: on the spot; empty: the law sets none',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove',
  addMaterial: 'Add a material',
  matterTouches:
    'Now {waiting} people wait or are served, {booked} are booked, {cases} cases go on. Whoever comes from now on gets the new content; open cases keep limit and list of the day on which they were opened.',
  matterTouchesNone: 'Nobody waits, nobody is booked, and no case goes on.',
};
