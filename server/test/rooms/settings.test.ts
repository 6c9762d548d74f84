import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNITS } from '../../../schema/hall/setting.ts';
import { LANGUAGES } from '../../../schema/ids.ts';
import { SETTINGS, Settings, SettingsWish } from '../../../schema/settings.ts';
import { STREAMS } from '../../subjects.ts';
import { type Rule, readRules } from './rules-file.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const { rules } = readRules(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8'));

const WORDS: Record<string, number> = {
  s: UNITS.seconds,
  min: UNITS.minutes,
  h: UNITS.hours,
  day: UNITS.days,
  days: UNITS.days,
  '%': UNITS.percent,
};

/** The brackets of a rule's text that hold a number. */
const bracketsOf = (rule: Rule) => [...rule.text.matchAll(/\[([^\]]*\d[^\]]*)\]/g)].map(([, inner]) => inner!);

/** '1 day, 2 h' as ms, '40 %' as a share, '3' as it is; a working day is a day, and 'last day' is no number. */
function numbersOf(bracket: string): number[] {
  return bracket.split(',').flatMap((part) => {
    const [, n, word = ''] = /^\s*(\d+)\s*(?:working )?(%|\w*)/.exec(part) ?? [];
    return n ? [Number(n) * (WORDS[word] ?? 1)] : [];
  });
}

/** Brackets of the rule that are neither a setting's default nor named as missing. */
function unsettled(rule: Rule): string[] {
  if (/^not built/i.test(rule.missing)) return [];
  const own = SETTINGS.filter((setting) => setting.rules.includes(rule.id));
  return bracketsOf(rule).filter((bracket) => {
    const wanted = numbersOf(bracket);
    const at = own.findIndex(({ default: value, unit }) => {
      const stored = [value].flat().map((one) => (unit === 'whole-days' ? one * UNITS.days : one));
      return JSON.stringify(stored) === JSON.stringify(wanted);
    });
    if (at >= 0) own.splice(at, 1);
    return at < 0 && !rule.missing.includes(`[${bracket}]`);
  });
}

describe('the settings of a hall', () => {
  it('each number in brackets of docs/rules.md is the default of a setting, or is named under Missing', () => {
    const numbers = rules.flatMap(bracketsOf);
    expect(numbers.length).toBeGreaterThan(25);
    expect(rules.flatMap((rule) => unsettled(rule).map((bracket) => `${rule.id} [${bracket}]`))).toEqual([]);
  });

  it('a bracket that is neither a setting nor missing is found', () => {
    const rule = { id: 'T6', text: 'At least [20 s] apart, at most [4] times.', lives: [], proofs: [], missing: '' };
    expect(unsettled(rule)).toEqual(['4']);
    expect(unsettled({ ...rule, missing: '[4] is no setting.' })).toEqual([]);
  });

  it.each(SETTINGS.map((setting) => [setting.key, setting] as const))(
    '[A4] a setting has its rule, three languages and a default within its limits: %s',
    (key, setting) => {
      for (const id of setting.rules) expect(rules.map((rule) => rule.id)).toContain(id);
      expect(setting.rules.length).toBeGreaterThan(0);
      for (const language of LANGUAGES) {
        expect(setting.name[language].length).toBeGreaterThan(1);
        expect(setting.meaning[language].length).toBeGreaterThan(setting.name[language].length);
      }
      expect(setting.min).toBeLessThan(setting.max);
      const wish = (value: unknown) => SettingsWish.safeParse({ [key]: value }).success;
      const several = (one: number) => (setting.most === undefined ? one : [one]);
      expect(wish(setting.default)).toBe(true);
      expect([setting.min, setting.max].map((one) => wish(several(one)))).toEqual([true, true]);
      expect([setting.min - 1, setting.max + 1, Number.NaN].map((one) => wish(several(one)))).toEqual([
        false,
        false,
        false,
      ]);
    },
  );

  it('a file that says nothing has every default, and one of another release keeps what it says', () => {
    const defaults = Object.fromEntries(SETTINGS.map((setting) => [setting.key, setting.default]));
    expect(Settings.parse({})).toEqual(defaults);
    const strange = { awayMs: 5, unknownMs: 7 } as never;
    expect(Settings.parse(strange)).toEqual({ ...defaults, awayMs: 5 });
    expect(SettingsWish.safeParse(strange).success).toBe(false);
  });

  it('[S4] each stream of reference data says what its record is called', () => {
    const unnamed = Object.values(STREAMS).filter((one) => 'isReference' in one && !('nameOf' in one));
    expect(unnamed.map(({ kind }) => kind)).toEqual([]);
  });
});
