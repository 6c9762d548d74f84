import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawnText, undrawnSigns } from '../../../schema/texts/drawn.ts';
import { drawnByWeight } from './font-signs.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SHEETS = [
  'web/rare/rare.css',
  ...['400', '500', '700'].map((weight) => `node_modules/@fontsource/noto-sans-sc/${weight}.css`),
];

it('[A4] each letter, mark and private sign is printed where the shipped fonts draw it in each weight, and is to be written by hand where they do not', () => {
  const weights = drawnByWeight(SHEETS.map((sheet) => join(ROOT, sheet)));
  expect([...weights.keys()].sort()).toEqual(['400', '500', '700']);
  const signs = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const sign = String.fromCodePoint(code);
    if (/(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{Co}]/u.test(sign)) signs.push(sign);
  }
  const undrawn = new Set(undrawnSigns(signs.join(' ')));
  for (const drawn of weights.values()) {
    expect(drawn.size).toBeGreaterThan(30_000);
    const others = signs.filter((sign) => drawn.has(sign.codePointAt(0)!) === undrawn.has(sign));
    expect(others.map((sign) => sign.codePointAt(0)!.toString(16))).toEqual([]);
  }
});

it.each([
  ['王\u{e000}', '王〔请手写 U+E000〕'],
  ['\u{fa10}', '〔请手写 U+FA10〕'],
  ['བོད', '〔请手写 U+0F56 U+0F7C U+0F51〕'],
  ['ئا·ᠮ·ꆈ', '〔请手写 U+0626 U+0627〕·〔请手写 U+182E〕·〔请手写 U+A188〕'],
  ['Jose\u{301} Núñez ħ', 'José Núñez 〔请手写 U+0127〕'],
  ['葛\u{e0100}，〇 ✓\n', '葛\u{e0100}，〇 ✓\n'],
])(
  '[A4] [C7] a name that the fonts do not draw whole is printed with room to write it, and its codes: %s',
  (name, printed) => {
    expect(drawnText(name, '请手写')).toBe(printed);
  },
);
