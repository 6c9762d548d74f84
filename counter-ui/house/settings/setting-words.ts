/** Settings in words, and what somebody typed as the stored number. Pure. */
import { fromUnit, inUnit, type KnownSetting, type SettingValue, type Unit } from '../../../schema/hall/setting.ts';
import type { Say } from '../../words/speak.ts';

/** As typed: a field that is empty is null. */
export type Typed = number | null | (number | null)[];

/** 20 分钟, 40 %, 24 h, 2 h */
export function valueText(say: Say, unit: Unit, value: SettingValue): string {
  const one = (number: number) => `${inUnit(number, unit)} ${say(`unit.${unit}`)}`;
  if (!Array.isArray(value)) return one(value);
  return value.length === 0 ? say('settingNone') : value.map(one).join(say('listComma'));
}

/** A setting of several values has as many fields as it may have values. */
export function typedOf({ unit, value, most = 0 }: KnownSetting): Typed {
  if (!Array.isArray(value)) return inUnit(value, unit);
  return Array.from({ length: most }, (_, at) => (value[at] === undefined ? null : inUnit(value[at], unit)));
}

/** The stored value, or null where what was typed is none within the limits. */
export function storedOf(setting: KnownSetting, typed: Typed): SettingValue | null {
  if (!Array.isArray(typed)) return storedOne(setting, typed);
  const some = typed.filter((one) => one !== null).map((one) => storedOne(setting, one));
  return some.includes(null) ? null : (some as number[]);
}

export function isCount(unit: Unit): boolean {
  return inUnit(1, unit) === 1;
}

function storedOne({ unit, min, max }: KnownSetting, typed: number | null): number | null {
  if (typed === null || (isCount(unit) && !Number.isInteger(typed))) return null;
  const stored = fromUnit(typed, unit);
  return stored >= min && stored <= max ? stored : null;
}
