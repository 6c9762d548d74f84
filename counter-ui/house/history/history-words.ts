/** What changed, in words: fields and values of the reference data. Pure. */
import { DOMAINS, Domain } from '../../../schema/catalogue/facts/domain.ts';
import { type ListedPause, ListedPauses } from '../../../schema/catalogue/facts/pauses.ts';
import { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import { Standing } from '../../../schema/catalogue/standing.ts';
import type { Change } from '../../../schema/hall/history.ts';
import type { KnownSetting, SettingValue } from '../../../schema/hall/setting.ts';
import { inLanguage, type Language, Names } from '../../../schema/ids.ts';
import { clockTime, dateText, dayOf, weekdayName } from '../../words/hall-time.ts';
import type { Say, WordKey } from '../../words/speak.ts';
import { zhHans } from '../../words/zh-hans.ts';
import { valueText } from '../settings/setting-words.ts';

/** `labels`: of counters and clerks, by id. */
export type Known = {
  say: Say;
  language: Language;
  settings: ReadonlyMap<string, KnownSetting>;
  labels: ReadonlyMap<string, string>;
};

/** Where the contract's own names of a field's values have their words. */
const VALUE_WORDS = ['role', 'kind', 'device', 'days', 'value', 'identity', 'channel', 'pause'];
/** More are counted: the days off of a year fill a screen. */
const MOST_NAMED = 12;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

export function fieldText({ say, language, settings }: Known, field: string): string {
  const setting = settings.get(field);
  if (setting) return inLanguage(setting.name, language);
  return wordOf(say, `field.${field}`) ?? field;
}

export function fieldValueText(known: Known, field: string, value: unknown): string {
  const { say, language, settings, labels } = known;
  if (value == null || value === '') return '—';
  const setting = settings.get(field);
  if (setting) return valueText(say, setting.unit, value as SettingValue);
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  const domain = field === 'domain' ? Domain.safeParse(value).data : undefined;
  if (domain) return inLanguage(DOMAINS[domain].names, language);
  const pauses = field === 'pauses' ? ListedPauses.safeParse(value).data : undefined;
  if (pauses) return pauses.map((one) => pauseText(say, one)).join('\n');
  const standing = field === 'standing' ? Standing.safeParse(value).data : undefined;
  if (standing) return standingText(say, standing);
  const stage = field === 'acceptance' ? AcceptanceStage.safeParse(value).data : undefined;
  if (stage) return say(`stage.${stage.unit}`, { days: stage.days });
  if (field === 'bookableShare') return valueText(say, 'percent', Number(value));
  if (Array.isArray(value)) return listText(known, field, value);
  const names = Names.safeParse(value);
  if (names.success) return namesText(names.data, language);
  if (typeof value === 'object') {
    // A record within a record is told by its values.
    const texts = Object.values(value).map((one) => fieldValueText(known, field, one));
    return texts.join(say('listComma'));
  }
  const text = String(value);
  if (INSTANT.test(text)) return `${dateText(dayOf(text), language)} ${clockTime(text)}`;
  const word = VALUE_WORDS.map((area) => wordOf(say, `${area}.${text}`)).find((one) => one !== null);
  return labels.get(text) ?? word ?? text;
}

/** A record's own name, or what it is where it has none. */
export function whatText({ language, say, labels }: Known, { kind, name }: Change['what']): string {
  const text = typeof name === 'string' ? name : inLanguage(name, language);
  return labels.get(text) ?? (text || say(`reference.${kind}`));
}

/** Every language, where one of the others may be what changed. */
function namesText(names: Names, language: Language): string {
  const others = Object.values(names).filter((one) => one !== '' && one !== inLanguage(names, language));
  const texts = [inLanguage(names, language), ...new Set(others)];
  return texts.join(texts.some((one) => one.includes('\n')) ? '\n\n' : ' / ');
}

/** C9: of which kind, on which basis, and whether its days count. */
export function pauseText(say: Say, { kind, basis, counts }: ListedPause): string {
  return [say(`pause.${kind}`), basis, ...(counts ? [say('pauseCounts')] : [])].join(' · ');
}

/** L2. */
export function standingText(say: Say, { approval, entrustment }: Standing): string {
  const lines = [approval ? [say('standingApproved'), approval.no, approval.on] : [say('standingPublished')]];
  if (entrustment) {
    const { letterNo, department, from, until, funding } = entrustment;
    lines.push([say('standingIsEntrusted'), letterNo, department, `${from}–${until}`, funding]);
  }
  return lines.map((parts) => parts.join(' · ')).join('\n');
}

function listText(known: Known, field: string, values: unknown[]): string {
  const { say, language } = known;
  if (values.length === 0) return '—';
  if (values.length > MOST_NAMED || values.some((one) => typeof one === 'object'))
    return say('value.items', { count: values.length });
  const texts = values.map((one) =>
    field === 'days' && typeof one === 'number' ? weekdayName(one, language) : fieldValueText(known, field, one),
  );
  return texts.join(say('listComma'));
}

function wordOf(say: Say, key: string): string | null {
  return key in zhHans ? say(key as WordKey) : null;
}
