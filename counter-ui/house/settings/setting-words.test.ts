import { expect, test } from 'vitest';
import { type KnownSetting, minutes } from '../../../schema/hall/setting.ts';
import { knownSettings, Settings } from '../../../schema/settings.ts';
import { speak } from '../../words/speak.ts';
import { storedOf, typedOf, valueText } from './setting-words.ts';

const known = knownSettings(Settings.parse({}));
const named = (key: string): KnownSetting => known.find((one) => one.key === key)!;

test('a setting is shown in its unit, and typed as it is shown it is stored as it was', () => {
  const [hans, en] = [speak('zh-Hans'), speak('en')];
  expect(valueText(hans, 'minutes', minutes(20))).toBe('20 分钟');
  expect(valueText(en, 'percent', 0.4)).toBe('40 %');
  expect(valueText(hans, 'hours', named('remindBeforeMs').default)).toBe('24 小时、2 小时');
  for (const setting of known) expect(storedOf(setting, typedOf(setting)), setting.key).toEqual(setting.value);
});

test('[A3] what is empty, outside the limits or a broken count is no value; an empty list is one', () => {
  expect([0, 241, null].map((typed) => storedOf(named('awayMs'), typed))).toEqual([null, null, null]);
  expect(storedOf(named('awayMs'), 1.5)).toBe(90_000);
  expect(storedOf(named('callLimit'), 2.5)).toBeNull();
  expect(storedOf(named('noPhoneShare'), 35)).toBe(0.35);
  expect(storedOf(named('remindBeforeMs'), [null, 3, null])).toEqual([3 * 3_600_000]);
  expect(storedOf(named('remindBeforeMs'), [null, null, null])).toEqual([]);
  expect(storedOf(named('remindBeforeMs'), [0.1, null, null])).toBeNull();
});
