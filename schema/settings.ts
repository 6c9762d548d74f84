/** The settings of a hall: the numbers in [brackets] of docs/rules.md, as each subject defines its own. */
import { z } from 'zod';
import { caseSettings } from './cases/settings.ts';
import { type KnownSetting, type SettingDefinition, type SettingSubject, withinLimits } from './hall/setting.ts';
import { hallSettings } from './hall/settings.ts';
import { hoursSettings } from './hours/settings.ts';
import { lineSettings } from './line/settings.ts';
import { peopleSettings } from './people/settings.ts';

/** In the order in which they are shown. */
const BY_SUBJECT = {
  line: lineSettings,
  hours: hoursSettings,
  cases: caseSettings,
  people: peopleSettings,
  hall: hallSettings,
} satisfies Record<SettingSubject, object>;
type Subjects = typeof BY_SUBJECT;
type Definitions = Subjects['line'] & Subjects['hours'] & Subjects['cases'] & Subjects['people'] & Subjects['hall'];
type SettingKey = keyof Definitions;

export type Settings = { [K in SettingKey]: Definitions[K] extends { most: number } ? number[] : number };

export const SETTINGS: readonly (SettingDefinition & { key: SettingKey; subject: SettingSubject })[] = Object.entries(
  BY_SUBJECT,
).flatMap(([subject, settings]) =>
  Object.entries(settings as Record<string, SettingDefinition>).map(([key, definition]) => ({
    key: key as SettingKey,
    subject: subject as SettingSubject,
    ...definition,
  })),
);

const shapeOf = (schema: (definition: SettingDefinition) => z.ZodType) =>
  Object.fromEntries(SETTINGS.map((setting) => [setting.key, schema(setting)]));

/** As a file has them: what it does not say has its default. A limit that a later release draws closer breaks no file. */
export const Settings = z.object(
  shapeOf(({ default: value }) =>
    Array.isArray(value) ? z.array(z.number()).default(() => [...value]) : z.number().default(value as number),
  ),
) as unknown as z.ZodType<Settings, Partial<Settings>>;

/** As somebody wishes them: some, each within its limits, and none that is unknown. */
export const SettingsWish = z.strictObject(
  shapeOf((setting) => withinLimits(setting).optional()),
) as unknown as z.ZodType<Partial<Settings>, Partial<Settings>>;

export function knownSettings(settings: Settings): KnownSetting[] {
  return SETTINGS.map((setting) => ({
    ...setting,
    rules: [...setting.rules],
    value: settings[setting.key],
  }));
}
