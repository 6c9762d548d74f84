import { expect, test } from 'vitest';
import { CaseOutcome } from '../../schema/cases/conclusion.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const facts = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('[A4] every text exists in three languages with the same facts', () => {
  for (const table of [zhHant, en]) {
    expect(Object.keys(table)).toEqual(Object.keys(zhHans));
    for (const key of Object.keys(zhHans) as (keyof typeof zhHans)[]) {
      expect(table[key], key).not.toBe('');
      expect(facts(table[key]), key).toEqual(facts(zhHans[key]));
    }
  }
});

test('[C5] [A4] the kiosk has a word for each outcome of a case', () => {
  for (const outcome of CaseOutcome.options) expect(zhHans, outcome).toHaveProperty([`outcome.${outcome}`]);
});
