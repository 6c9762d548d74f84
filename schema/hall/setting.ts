/** What a setting of a hall is: a number in [brackets] of docs/rules.md, defined once, by the subject that obeys it. */
import { z } from 'zod';
import type { Names } from '../ids.ts';

/**
 * How people read and type a value: so many of the stored number make one. Times are stored in ms, shares from 0 to 1,
 * the others as they are.
 */
export const UNITS = {
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  percent: 0.01,
  times: 1,
  tickets: 1,
  papers: 1,
  calls: 1,
  'whole-days': 1,
  mebibytes: 1_048_576,
} as const;
export const Unit = z.enum(Object.keys(UNITS) as [keyof typeof UNITS]);
export type Unit = keyof typeof UNITS;

/** `min` and `max` are of each value; `most`: how many values there may be, where a setting is several. */
type Definition<T> = {
  default: T;
  unit: Unit;
  min: number;
  max: number;
  most?: number;
  /** The rules whose text has the number, or that it serves. */
  rules: readonly string[];
  name: Names;
  meaning: Names;
};
export type SettingDefinition = Definition<number> | (Definition<number[]> & { most: number });

/** The parts of schema/ that define settings. */
export const SettingSubject = z.enum(['line', 'hours', 'cases', 'people', 'hall']);
export type SettingSubject = z.infer<typeof SettingSubject>;

/** A setting as it is read: its definition and what it is in this hall. */
export const KnownSetting = z.object({
  key: z.string(),
  subject: SettingSubject,
  value: z.union([z.number(), z.array(z.number())]),
  default: z.union([z.number(), z.array(z.number())]),
  unit: Unit,
  min: z.number(),
  max: z.number(),
  most: z.number().int().optional(),
  rules: z.array(z.string()),
  name: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
  meaning: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
});
export type KnownSetting = z.infer<typeof KnownSetting>;
export type SettingValue = KnownSetting['value'];

/** Within its limits; the sentence says what they are, in the stored number. */
export function withinLimits({ unit, min, max, most }: SettingDefinition) {
  const whole = unit !== 'percent';
  const error = `has to be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`;
  const one = whole ? z.number({ error }).int({ error }) : z.number({ error });
  const within = one.min(min, { error }).max(max, { error });
  return most === undefined ? within : z.array(within, { error: `is a list of at most ${most} numbers` }).max(most);
}

/** As a number that people read: 1200000 ms is 20 minutes. */
export function inUnit(value: number, unit: Unit): number {
  return Number((value / UNITS[unit]).toPrecision(12));
}

/** The stored number of what somebody typed. */
export function fromUnit(typed: number, unit: Unit): number {
  return unit === 'percent' ? Number((typed * UNITS.percent).toPrecision(12)) : Math.round(typed * UNITS[unit]);
}

export const minutes = (n: number) => n * UNITS.minutes;
export const hours = (n: number) => n * UNITS.hours;
export const days = (n: number) => n * UNITS.days;
