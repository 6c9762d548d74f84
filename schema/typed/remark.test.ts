import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../ids.ts';
import { canonicalDocument } from './document.ts';
import { faultSentence } from './faults.ts';
import { personalNumber } from './personal-number.ts';
import { remark } from './remark.ts';
import { canonicalTelephone } from './telephone.ts';

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
    ['139/8500/1234', 'text-mobile:139…34'],
    ['(139)85001234', 'text-mobile:139…34'],
    ['139(8500)1234', 'text-mobile:139…34'],
    ['（139） － 8500 ／ 1234', 'text-mobile:139…34'],
    ['联系+86(139)85001234王某', 'text-mobile:139…34'],
    ['8613985001234', 'text-mobile:139…34'],
    ['香港 +852 9123 4567', 'text-mobile:852…67'],
    ['老证 110105491231002', 'text-identity:110…02'],
    ['永居证 911030199003070018', 'text-identity:911…18'],
    ['CAN110078123001', 'text-identity:CAN…01'],
    ['港澳 H12345678', 'text-identity:H12…78'],
    ['h1234 5678', 'text-identity:H12…78'],
    ['H 12345678', 'text-identity:H12…78'],
    ['通行证M1234567802', 'text-identity:M12…02'],
    ['居住证 830000199201300022', 'text-identity:830…22'],
    ['护照E12345678', 'text-identity:E12…78'],
    ['EA1234567', 'text-identity:EA1…67'],
    ['护照号码：123456789', 'text-identity:123…89'],
    ['台胞证 12345678', 'text-identity:123…78'],
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
    'A001 2026-11-20、A1000 2026-11-20',
    'A001 12345',
    'B 2026-11-26',
    'SL2026-000001、SQ20261123-0003、GZ2026-000012',
    '《行政许可法》第三十二条第（四）项、第 42 条',
    '黔委〔2026〕12 号，GB/T 32168-2015',
    '收费 1,398.50 元，共 13985.00 元',
    '2026 年 11 月 26 日、20261126、2026/11/26 至 2026/12/25',
    '护照 2026-11-26 到期，通行证复印件 3 份',
    '护照 SL2026-000001 已收',
    '0851-85551234/85551235',
    '(0851) 8555-1234',
    '+86 851 8555 1234',
    'No.1234567',
    '来文 LT-2026-118、BH2026001，信访 12345-2026-000871',
    '表 A4 2 份，3 号楼 1 单元 1102',
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

  const words = fc.string({ unit: fc.constantFrom('请', '核', '对', '，', '。', '：'), maxLength: 8 });
  const marks = fc.constantFrom(
    '',
    '',
    '',
    ' ',
    '-',
    '－',
    '　',
    '.',
    '·',
    '(',
    ')',
    '（',
    '/',
    '／',
    '—',
    ' - ',
    ') ',
  );
  /** The signs, with something that a field leaves out between any two of them. */
  const apart = (number: fc.Arbitrary<string>) =>
    number.chain((signs) =>
      fc
        .array(marks, { minLength: signs.length, maxLength: signs.length })
        .map((between) => [...signs].map((sign, at) => (at ? between[at] : '') + sign).join('')),
    );

  it('[P1] a property: any mobile in any text is found as the hall would take it, and the fault does not hold it', () => {
    const mobiles = fc
      .tuple(fc.constantFrom('', '0', '86', '+86', '0086', '+860'), fc.stringMatching(/^1[3-9][0-9]{9}$/))
      .map((both) => both.join(''));
    fc.assert(
      fc.property(words, apart(mobiles), words, (before, mobile, after) => {
        fc.pre(/^\+861/.test(canonicalTelephone(mobile) ?? ''));
        const fault = personalNumber(before + mobile + after);
        expect(fault).toMatch(/^text-mobile:/);
        expect(fault).not.toContain(mobile.replace(/[^0-9]/g, '').slice(-11));
      }),
    );
  });

  it('[P1] [P2] a property: any document that the hall would take as a person’s is found, however it is written', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
    const born = fc
      .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    const eighteen = fc
      .tuple(fc.constantFrom('110105', '522401', '810000', '830000', '911030'), born, digits(3), fc.nat(10))
      .map(([place, day, order, check]) => place + day + order + '0123456789X'[check]);
    const old = fc
      .tuple(fc.constantFrom('110105', '522401'), born, digits(3))
      .map(([place, day, order]) => place + day.slice(2) + order);
    const permits = fc.tuple(fc.constantFrom('H', 'M'), digits(8)).map((both) => both.join(''));
    const residence = fc.tuple(fc.constantFrom('CAN', 'USA'), digits(12)).map((both) => both.join(''));
    const kinds = ['resident-id', 'hmt-residence', 'permanent-resident', 'hk-macao-permit'] as const;
    const documents = fc.oneof(eighteen, old, permits, residence);
    fc.assert(
      fc.property(words, fc.oneof(documents, apart(documents)), words, (before, typed, after) => {
        fc.pre(kinds.some((kind) => canonicalDocument(kind, typed) !== null));
        // A ticket's number or a letter, and a day behind it, is no permit.
        const [head = '', ...rest] = typed.split(/[^0-9A-Z]+/);
        fc.pre(!/^[HM](?:[0-9]{3,4})?$/.test(head) || !/^(?:19|20|12345)/.test(rest.join('')));
        expect(personalNumber(before + typed + after)).toMatch(/^text-/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[P1] a property: landlines, numbers of the hall’s papers, tickets, days and amounts are kept in any order', () => {
    const landline = fc
      .tuple(fc.constantFrom('0851-', '010-', '(021)'), fc.stringMatching(/^[2-8][0-9]{7}$/))
      .map((both) => both.join(''));
    const paper = fc
      .tuple(fc.constantFrom('SL', 'GZ', 'SD'), fc.stringMatching(/^2026-0[0-9]{5}$/))
      .map((both) => both.join(''));
    const ticket = fc.stringMatching(/^[A-H](?:[0-9]{3}|1[0-9]{3})$/);
    const day = fc.constantFrom('2026-11-26', '2026/1/2', '20261126', '11月26日', '10:30');
    const amount = fc.stringMatching(/^[1-9][0-9]{0,4}\.[0-9]{2}元$/);
    const between = fc.constantFrom('，', '、', '；', '。', ' 或 ');
    const said = fc.array(fc.tuple(fc.oneof(landline, paper, ticket, day, amount), between), { maxLength: 8 });
    fc.assert(
      fc.property(said, (some) => {
        expect(personalNumber(some.flat().join(''))).toBeNull();
      }),
    );
  });
});
