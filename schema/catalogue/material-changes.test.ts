import { expect, it } from 'vitest';
import { changeText, materialChanges } from './material-changes.ts';

const card = { id: 'A-1.1', 'zh-Hans': '居民身份证', 'zh-Hant': '居民身份證', en: 'Identity card' };
const book = { id: 'A-1.2', 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿', en: 'Register' };
const photo = { id: 'A-1.3', 'zh-Hans': '照片', 'zh-Hant': '照片', en: 'Photograph', count: 2 };

it('[H12] what is asked for otherwise is told with old and new, what is new first and what is gone last', () => {
  const changes = materialChanges([book, card], [{ ...card, form: 'copy' }, photo]);
  expect(changes.map((one) => changeText(one, 'zh-Hans'))).toEqual([
    '原来是“居民身份证”，现在是“居民身份证（复印件）”',
    '还要带：照片（2 份）',
    '不用再带：户口簿',
  ]);
  expect(changes.map((one) => changeText(one, 'en'))).toEqual([
    'Before: “Identity card”. Now: “Identity card (copy)”',
    'Also bring: Photograph (2 needed)',
    'No longer needed: Register',
  ]);
});

it('[H12] another order, a sample, and what may follow are no change of what is asked for', () => {
  expect(materialChanges([card, book], [{ ...book, mayFollow: true, picture: 'a'.repeat(64) }, card])).toEqual([]);
});
