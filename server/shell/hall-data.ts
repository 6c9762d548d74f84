/** The file of `hall set-up`: its shape, what has to fit together, and one sentence for the first thing that does not. */
import { z } from 'zod';
import { AgencyPlan } from '../../schema/catalogue/agency.ts';
import { MatterPlan } from '../../schema/catalogue/catalogue.ts';
import { whyNotOffered } from '../../schema/catalogue/standing.ts';
import { CounterPlan, MatterGroup } from '../../schema/hall/plan.ts';
import { SeriesPlan } from '../../schema/hours/opening.ts';
import { type Day, Names } from '../../schema/ids.ts';
import { Clerk } from '../../schema/people/clerk.ts';
import { type RefusalCode, refusalSentence } from '../../schema/refusal.ts';
import { Settings, SettingsWish } from '../../schema/settings.ts';
import { localTime } from '../../schema/time.ts';
import { account, labelKey, PersonName } from '../../schema/typed/names.ts';
import { PlaceTelephone } from '../../schema/typed/place-telephone.ts';
import { folded, text } from '../../schema/typed/signs.ts';
import { stopBeforeWarning } from '../hall/rules/disk-limits.ts';
import type { HallData } from '../set-up.ts';
import { jsonIn } from './office-file.ts';

const HallFile = z.object({
  hall: z.object({
    key: z.string().regex(/^[a-z0-9-]{1,32}$/),
    names: Names,
    telephone: PlaceTelephone,
    address: text(200, 1),
    timeZone: z.string().refine(isTimeZone, 'no time zone, such as Asia/Shanghai'),
  }),
  groups: z.array(MatterGroup).min(1),
  matters: z.array(MatterPlan.extend({ source: z.string().optional() })).min(1),
  counters: z.array(CounterPlan).min(1),
  clerks: z.array(Clerk.pick({ role: true, mayPick: true }).extend({ account: account(2), name: PersonName })),
  series: z.array(SeriesPlan),
  agencies: z.array(AgencyPlan).optional(),
  settings: SettingsWish.optional(),
});

/** Throws one sentence that names the place in the file. */
export function readHallData(text: string, file: string, nowMs: number): HallData {
  const data: HallData = jsonIn(text, file, HallFile);
  const wrong = misfit(data, localTime(nowMs, data.hall.timeZone).day);
  if (wrong) throw new Error(`${file}: ${wrong}`);
  return data;
}

const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  'standing-missing': 'standing',
  'approval-not-begun': 'standing.approval.on',
};

function misfit(
  { groups, matters, counters, clerks, series, agencies = [], settings = {} }: HallData,
  today: Day,
): string | null {
  const letters = new Set<string>(groups.map(({ id }) => id));
  const places = new Set<string>(counters.map(({ id }) => id));
  const twice =
    double('group', groups, ({ id }) => id) ??
    double('matter', matters, ({ id }) => id) ??
    double('counter', counters, ({ id }) => id) ??
    double('counter label', counters, ({ label }) => label, labelKey) ??
    double('account', clerks, ({ account }) => account, folded) ??
    double('agency', agencies, ({ name, address }) => `${name}, ${address}`, folded);
  if (twice) return twice;
  for (const { id, letter } of matters)
    if (!letters.has(letter)) return `matter ${id} is of group ${letter}, which is not there`;
  for (const [i, matter] of matters.entries()) {
    const why = matter.offered && whyNotOffered(matter, today);
    if (why) {
      const field = FIELD_OF[why] ?? 'standing.entrustment';
      const sentence = refusalSentence(why, {}, 'en');
      return `matters.${i}.${field}: matter ${matter.id} may not be offered: ${sentence} Or set its "offered" to false`;
    }
  }
  for (const { id, letter, counters: named } of matters) {
    const serves = (one: string) => counters.some((plan) => plan.id === one && plan.letters.includes(letter));
    const wrong = named?.find((one) => !serves(one));
    if (wrong) return `matter ${id} names counter ${wrong}, which does not serve group ${letter}`;
  }
  for (const { id, letters: served } of counters) {
    const missing = served.find((letter) => !letters.has(letter));
    if (missing) return `counter ${id} serves group ${missing}, which is not there`;
  }
  for (const [i, plan] of series.entries()) {
    const letter = plan.letters.find((one) => !letters.has(one));
    if (letter) return `series.${i} is for group ${letter}, which is not there`;
    const counter = plan.counterIds.find((one) => !places.has(one));
    if (counter) return `series.${i} is at counter ${counter}, which is not there`;
  }
  const wrong = stopBeforeWarning(Settings.parse({}), settings);
  return wrong && `settings: ${refusalSentence(wrong.refused, wrong.facts, 'en')}`;
}

function double<T>(noun: string, all: readonly T[], nameOf: (one: T) => string, keyOf = (name: string) => name) {
  const keys = all.map((one) => keyOf(nameOf(one)));
  const again = all.map(nameOf).find((_, i) => keys.indexOf(keys[i]!) !== i);
  return again === undefined ? null : `${noun} ${again} is there twice`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
