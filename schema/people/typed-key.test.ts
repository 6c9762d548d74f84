import { expect, it } from 'vitest';
import { typedKeysOf } from './typed-key.ts';

const CASES: [typed: string, keys: string][] = [
  ['1234', 'last-four'],
  [' １２３４ ', 'last-four'],
  ['139 8500 1234', 'telephone'],
  ['１３９８５００１２３４', 'telephone'],
  ['0851-8555 1234', 'telephone'],
  ['+852 2345 6789', 'telephone'],
  ['11010519491231002x', 'document'],
  ['110105 491231 002', 'document'],
  ['H12345678', 'document name'],
  ['e12345678', 'document name'],
  ['91350100M000100Y43', 'document name'],
  ['王小花', 'name'],
  [' 欧阳 · 娜娜 ', 'name'],
  ['Anna Schmidt', 'name'],
  ['', ''],
  ['12', ''],
  ['110105194912310021', ''],
  ['——', ''],
];

it.each(CASES)('[P1] [A3] what is typed tells by what a person is looked for: “%s” → “%s”', (typed, keys) => {
  expect(
    typedKeysOf(typed)
      .map(({ by }) => by)
      .join(' '),
  ).toBe(keys);
});
