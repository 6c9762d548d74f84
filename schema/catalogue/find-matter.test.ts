import { describe, expect, test } from 'vitest';
import { spell } from '../../server/catalogue/spelling.ts';
import { sampleHall } from '../../server/demo/sample/sample-hall.ts';
import type { MatterId } from '../ids.ts';
import { findMatters } from './find-matter.ts';

const matter = async (id: string, hans: string, hant: string, en: string, ...aliases: string[]) => ({
  id: id as MatterId,
  names: { 'zh-Hans': hans, 'zh-Hant': hant, en },
  aliases,
  spelling: await spell([hans, ...aliases]),
});
const matters = await Promise.all([
  matter('1', '临时救助申请', '臨時救助申請', 'Emergency assistance'),
  matter('2', '居住证办理', '居住證辦理', 'Residence permit', '暂住证'),
  matter('3', '绿色通道', '綠色通道', 'Green lane'),
  matter(
    'A11-RS-06',
    '社会保障卡启用、密码重置、挂失、注销',
    '社會保障卡啟用',
    'Social security card',
    '社保卡',
    '医保卡',
  ),
  matter('5', '法律援助申请', '法律援助申請', 'Legal aid'),
  matter('6', '独生子女父母光荣证补办', '獨生子女父母光榮證補辦', 'One-child certificate'),
]);
const found = (text: string) => findMatters(matters, text).map((one) => one.id);

describe('finding a matter', () => {
  test.each([
    ['居住', '2'],
    ['臨時', '1'],
    ['Residence p', '2'],
    ['ＲＥＳＩＤＥＮＣＥ', '2'],
    ['juzhu', '2'],
    ['JZZ', '2'],
    ['ju zhu zheng', '2'],
    ['zanzhuzheng', '2'],
    ['暂住证', '2'],
    ['a11-rs-06', 'A11-RS-06'],
    ['社保', 'A11-RS-06'],
    ['yibao', 'A11-RS-06'],
  ])('[L3] a matter is found by name, alias, code, pinyin or initials: %s', (typed, id) => {
    expect(found(typed)[0]).toBe(id);
  });

  test.each(['chongzhi', 'mimachongzhi', 'mmcz', 'mimacz', 'mima chong', 'zhongzhi'])(
    '[L3] a character is found by each of its readings: %s finds 密码重置',
    (typed) => expect(found(typed)).toContain('A11-RS-06'),
  );

  test.each([
    ['lvse', '3'],
    ['luse', '3'],
    ['lüse', '3'],
    ['lu:se', '3'],
    ['falv', '5'],
    ['falu', '5'],
    ['falü', '5'],
    ['zinu', '6'],
    ['zinv', '6'],
    ['zinü', '6'],
  ])('[L3] a name with ü is found as people type it: %s', (typed, id) => expect(found(typed)).toContain(id));

  test('[L3] a southern spelling finds a matter too, behind those that are spelt right', () => {
    expect(found('linsi')).toEqual(['1']);
    expect(found('nüse')).toEqual(['3']);
    expect(found('zuzhu')).toEqual([]);
  });

  test('[L3] a name that begins with the text stands before one that only contains it', () => {
    expect(found('jz').slice(0, 2)).toEqual(['2', '1']);
    expect(found('ls')[0]).toBe('1');
  });

  test('[L3] an empty text finds no matter, and neither does nonsense', () => {
    expect(found('')).toEqual([]);
    expect(found(' · ')).toEqual([]);
    expect(found('qqqq')).toEqual([]);
  });
});

describe('the sample catalogue', async () => {
  const sample = await Promise.all(
    sampleHall('2026-11-16').matters.map(async (one) => ({
      ...one,
      spelling: await spell([one.names['zh-Hans'], ...one.aliases]),
    })),
  );
  const first = (typed: string) => findMatters(sample, typed)[0]?.names['zh-Hans'];

  test('[L3] the sample catalogue has at least 100 aliases, none twice in one matter', () => {
    const aliases = sample.flatMap((one) => one.aliases);
    expect(aliases.length).toBeGreaterThanOrEqual(100);
    for (const one of sample) expect(new Set(one.aliases).size, one.id).toBe(one.aliases.length);
  });

  // dbsq is the example that the kiosk's own hint gives.
  test.each([
    ['dbsq', '最低生活保障申请'],
    ['低保', '最低生活保障申请'],
    ['dibao', '最低生活保障申请'],
    ['医保', '城乡居民基本医疗保险参保登记'],
    ['yibao', '城乡居民基本医疗保险参保登记'],
    ['社保卡', '社会保障卡启用、密码重置、挂失、注销'],
    ['养老保险', '城乡居民基本养老保险参保登记'],
    ['高龄补贴', '高龄津贴（老年人福利补贴）申请'],
    ['公租房', '公共租赁住房（租赁补贴）申请初审'],
    ['准生证', '生育登记'],
    ['户口', '户籍类事项（出生、迁移、变更）咨询与预审'],
    ['hukou', '户籍类事项（出生、迁移、变更）咨询与预审'],
    ['身份证', '户籍类事项（出生、迁移、变更）咨询与预审'],
    ['sfz', '户籍类事项（出生、迁移、变更）咨询与预审'],
    ['暂住证', '居住证申领受理'],
    ['狗证', '犬只登记'],
    ['营业执照', '个体工商户设立登记（帮办代办）'],
  ])('[L3] a word of people finds its matter first: %s, %s', (typed, name) => expect(first(typed)).toBe(name));

  test('[L3] 社保 finds the card and both insurances', () => {
    const names = findMatters(sample, '社保').map((one) => one.names['zh-Hans']);
    expect(names).toEqual(
      expect.arrayContaining(['社会保障卡启用、密码重置、挂失、注销', '城乡居民基本养老保险参保登记']),
    );
  });
});
