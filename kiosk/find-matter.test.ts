import { expect, test } from 'vitest';
import type { Matter } from '../schema/catalogue.ts';
import { findMatters } from './find-matter.ts';
import { secondsLeft } from './idle.ts';
import { layoutOf, pageOf } from './layout.ts';

const matter = (id: string, hans: string, hant: string, en: string, pinyin: string, initials: string) =>
  ({ id, names: { 'zh-Hans': hans, 'zh-Hant': hant, en }, pinyin, initials }) as Matter;

const matters = [
  matter('1', '临时救助申请', '臨時救助申請', 'Emergency assistance', 'lin shi jiu zhu shen qing', 'lsjzsq'),
  matter('2', '居住证办理', '居住證辦理', 'Residence permit', 'ju zhu zheng ban li', 'jzzbl'),
  matter('3', '绿色通道', '綠色通道', 'Green lane', 'lü se tong dao', 'lstd'),
];
const found = (text: string) => findMatters(matters, text).map((one) => one.id);

test('[L3] a matter is found by name in each language, by pinyin and by its initials', () => {
  expect(found('居住')).toEqual(['2']);
  expect(found('臨時')).toEqual(['1']);
  expect(found('Residence p')).toEqual(['2']);
  expect(found('juzhu')).toEqual(['2']);
  expect(found('JZZ')).toEqual(['2']);
  expect(found('lvse')).toEqual(['3']);
});

test('[L3] what begins so stands before what only contains it', () => {
  expect(found('jz')).toEqual(['2', '1']);
  expect(found('ls')).toEqual(['1', '3']);
});

test('[L3] nothing typed finds nothing, and so does nonsense', () => {
  expect(found('')).toEqual([]);
  expect(found(' · ')).toEqual([]);
  expect(found('qqqq')).toEqual([]);
});

test('[A1] the wheelchair layout keeps what is touched in the lower half of every screen', () => {
  expect(layoutOf(1080, 1920, false).shape).toBe('tall');
  expect(layoutOf(1080, 1920, true).shape).toBe('wide');
  expect(layoutOf(1280, 1024, false).shape).toBe('wide');
  expect(layoutOf(1280, 1024, true).shape).toBe('strip');
});

test('[A1] a list is cut into pages and none is empty', () => {
  const thirty = Array.from({ length: 30 }, (_, i) => i);
  expect(pageOf(thirty, 0, 9)).toMatchObject({ page: 0, pages: 4 });
  expect(pageOf(thirty, 99, 9).shown).toEqual([27, 28, 29]);
  expect(pageOf([], 0, 9)).toEqual({ shown: [], page: 0, pages: 1 });
});

test('[A1] the kiosk returns after 30 s and shows the last ten', () => {
  expect(secondsLeft(0)).toBeNull();
  expect(secondsLeft(19_000)).toBeNull();
  expect(secondsLeft(20_000)).toBe(10);
  expect(secondsLeft(29_500)).toBe(1);
  expect(secondsLeft(31_000)).toBe(0);
});
