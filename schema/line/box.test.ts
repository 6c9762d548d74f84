import { expect, it } from 'vitest';
import { soughtOf } from './box.ts';

const CASES: [typed: string, sought: string][] = [
  ['A001', 'ticket A001'],
  ['a001', 'ticket A001'],
  ['ａ００１', 'ticket A001'],
  [' Ａ 001 号 ', 'ticket A001'],
  ['b7', 'ticket B007'],
  ['A1000', 'ticket A1000'],
  ['A001 2026-11-20', 'ticket A001 of 2026-11-20'],
  ['ａ００１　２０２６－１１－２０', 'ticket A001 of 2026-11-20'],
  ['A001号 2026年3月5日', 'ticket A001 of 2026-03-05'],
  ['a-001 2026/3/5', 'ticket A001 of 2026-03-05'],
  ['A001 2026-13-20', ''],
  ['A001 2026-02-30', ''],
  ['SL20261120-0003', 'paper SL20261120-0003'],
  ['ｓｌ２０２６１１２０　０００３', 'paper SL20261120-0003'],
  ['gz202611200003', 'paper GZ20261120-0003'],
  ['SL2026-000003', 'paper SL2026-000003'],
  ['gz2026000003', 'paper GZ2026-000003'],
  ['1234', 'person by last-four'],
  ['１２ ３４', 'person by last-four'],
  ['139 8500 1234', 'person by telephone'],
  ['１３９－８５００－１２３４', 'person by telephone'],
  ['0851-8555-1234', 'person by telephone'],
  ['11010519491231002x', 'person by document'],
  ['E12345678', 'person by document name'],
  ['王 小花', 'person by name'],
  ['dibao', 'person by name'],
  ['520103-2025-000123', 'paper 520103-2025-000123'],
  ['2025011700012345678901234567', 'paper 2025011700012345678901234567'],
  ['', ''],
  ['12', ''],
  ['110105194912310021', ''],
  ['？？', ''],
  ['字'.repeat(65), ''],
];

it.each(CASES)('[A3] [C12] the one box tells what is looked for from what is typed: “%s” → “%s”', (typed, expected) => {
  const sought = soughtOf(typed);
  const words = () => {
    switch (sought?.kind) {
      case 'ticket':
        return `ticket ${sought.number}${sought.day ? ` of ${sought.day}` : ''}`;
      case 'paper':
        return `paper ${sought.number}`;
      case 'person':
        return `person by ${sought.keys.map(({ by }) => by).join(' ')}`;
      default:
        return '';
    }
  };
  expect(words()).toBe(expected);
});
