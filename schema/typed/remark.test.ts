import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../ids.ts';
import { faultSentence } from './faults.ts';
import { personalNumber, remark } from './remark.ts';

const kept = (typed: string) => {
  const said = remark(500).safeParse(typed);
  return said.success ? said.data : said.error.issues.map((one) => one.message).join();
};

describe('notes and reasons', () => {
  test.each([
    ['身份证 11010519491231002X 已核', 'text-identity:110…2X'],
    ['11010519491231002x', 'text-identity:110…2X'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'text-identity:110…2X'],
    ['110105 19491231 002X', 'text-identity:110…2X'],
    ['110105-1949-1231-002X。', 'text-identity:110…2X'],
    ['12345 110105\u200b19491231002X', 'text-identity:110…2X'],
    ['本人手机13985001234', 'text-mobile:139…34'],
    ['139 8500 1234', 'text-mobile:139…34'],
    ['139-8500-1234', 'text-mobile:139…34'],
    ['+86 139 8500 1234', 'text-mobile:139…34'],
    ['0086-13985001234', 'text-mobile:139…34'],
    ['１３９８５００１２３４', 'text-mobile:139…34'],
    ['139\n85001234', 'text-mobile:139…34'],
    ['1 3 9 8 5 0 0 1 2 3 4', 'text-mobile:139…34'],
  ])('[P1] a note with somebody’s own number is refused by that number: %j, %s', (typed, fault) =>
    expect(kept(typed)).toBe(fault),
  );

  test.each([
    '请到区民政局，电话 0851-85551234',
    '0851 8555 1234 转 801',
    '010-12345678',
    '021-31234567',
    '拨打 12345 或 400-820-8820、800 810 8888',
    '受理编号 SL20261123-0003、GZ20261123-0012',
    '2026-11-26 10:30 至 2026-11-27 16:00',
    // The check digit is another one, or the day is none.
    '110105194912310021',
    '11010519491331002X',
    '统一社会信用代码 91520100MA6DLXXX1X',
    '银行卡 6222021234567890123',
    'A001 让 B1380 先办',
  ])('[P1] a note may have the telephones of agencies, numbers of papers and dates: %j', (typed) =>
    expect(kept(typed)).toBe(typed),
  );

  it('[P1] [A3] the sentence names the number by its ends, in each language', () => {
    for (const language of LANGUAGES) {
      const sentence = faultSentence('text-mobile:139…34', language)!;
      expect(sentence).toContain('139…34');
      expect(sentence).not.toContain('{');
    }
    expect(faultSentence('nothing:139', 'en')).toBeNull();
  });

  it('[P1] a property: any mobile in any text is found, and the fault does not hold it', () => {
    const words = fc.string({ unit: fc.constantFrom('请', '核', '对', 'a', '，', '。'), maxLength: 12 });
    const mobiles = fc.stringMatching(/^1[3-9][0-9]{9}$/);
    const marks = fc.constantFrom('', ' ', '-', '－', '　');
    fc.assert(
      fc.property(words, mobiles, marks, words, (before, mobile, mark, after) => {
        const typed = `${before}${mobile.slice(0, 3)}${mark}${mobile.slice(3, 7)}${mark}${mobile.slice(7)}${after}`;
        const fault = personalNumber(typed);
        expect(fault).toMatch(/^text-mobile:/);
        expect(fault).not.toContain(mobile);
      }),
    );
  });
});
