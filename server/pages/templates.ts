/** The Handlebars templates, compiled at boot: strict, known helpers only, nothing unescaped. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { ulid } from 'ulid';
import { type Day, type Instant, inLanguage, type Language, type Names } from '../../schema/ids.ts';
import { dateText, dayText, timeText } from '../../schema/time-text.ts';
import { ROOT } from '../root.ts';
import { isWordKey, words } from './words.ts';

const FOLDER = join(ROOT, 'server/pages/templates');

/** What every template finds at its root, besides its own facts. */
export type Root = { language: Language; timeZone: string };
export type Templates = (name: string, facts: Root & Record<string, unknown>) => string;

/** Compiles all templates; a fault in one of them is thrown now, not in front of a resident. */
export function loadTemplates(): Templates {
  const house = Handlebars.create();
  house.registerHelper(HELPERS);
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));
  const compiled = (path: string) => {
    const source = readFileSync(path, 'utf8');
    refuseUnescaped(source, path);
    house.precompile(source, { strict: true, knownHelpersOnly: true, knownHelpers });
    return house.compile(source, { strict: true, knownHelpersOnly: true, knownHelpers });
  };
  for (const path of templateFiles('parts')) house.registerPartial(nameOf(path), compiled(path));
  const templates = new Map(templateFiles('.').map((path) => [nameOf(path), compiled(path)]));
  return (name, facts) => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no template ${name}`);
    return template(facts);
  };
}

export function templateFiles(folder: string): string[] {
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => join(FOLDER, folder, file));
}

function nameOf(path: string): string {
  return basename(path, '.hbs');
}

function refuseUnescaped(source: string, path: string): void {
  if (source.includes('{{{') || /\{\{~?&/.test(source)) throw new Error(`${path} has an unescaped expression`);
}

type Options = { hash: Record<string, unknown>; data: { root: Root } };
type Range = { halfMin: number; mostMin: number } | null;

/** `{{t "a." phase n=3}}` joins its parts to a key; an unknown key is a fault. */
function t(...given: unknown[]): string {
  const { hash, data } = given.pop() as Options;
  const key = given.join('');
  if (!isWordKey(key)) throw new Error(`There is no text ${key}`);
  return words(data.root.language, key, hash);
}

const HELPERS = {
  t,
  name: (names: Names, { data }: Options) => inLanguage(names, data.root.language),
  day: (day: Day, { data }: Options) => dayText(day, data.root.language),
  date: (day: Day, { data }: Options) => dateText(day, data.root.language),
  time: (instant: Instant, { data }: Options) => timeText(instant, data.root.timeZone),
  /** Q6: `range` in short, `range.long` as a sentence. */
  range: (range: Range, form: 'range' | 'range.long', { data }: Options) =>
    range
      ? words(data.root.language, form, { half: range.halfMin, most: range.mostMin })
      : words(data.root.language, 'range.none'),
  eq: (a: unknown, b: unknown) => a === b,
  /** A new one per form, made when the page is made (T3). */
  requestId: () => ulid(),
};
