import { expect, test } from 'vitest';
import { en } from './words-en.ts';
import { hans } from './words-hans.ts';
import { hant } from './words-hant.ts';

const facts = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('[A4] every text exists in three languages with the same facts', () => {
  for (const table of [hant, en]) {
    expect(Object.keys(table)).toEqual(Object.keys(hans));
    for (const key of Object.keys(hans) as (keyof typeof hans)[]) {
      expect(table[key], key).not.toBe('');
      expect(facts(table[key]), key).toEqual(facts(hans[key]));
    }
  }
});
