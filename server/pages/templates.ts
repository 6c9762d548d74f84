/** The Handlebars templates: strict, known helpers only, nothing unescaped; each compiled when it is first asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import type { ResidentCase } from '../../schema/cases/views.ts';
import { nextStep } from '../../schema/cases/words/next-step.ts';
import { feeText, type HansOrNames, namesFrom } from '../../schema/catalogue/facts/in-languages.ts';
import { type Day, type Instant, inLanguage, type Language } from '../../schema/ids.ts';
import { drawnText } from '../../schema/texts/drawn.ts';
import { gapIn } from '../../schema/texts/unbroken.ts';
import { dateText, dayText, secondText, timeText } from '../../schema/time-text.ts';
import { ROOT } from '../root.ts';
import { ID_TO_COME } from './request-ids.ts';
import { isWordKey, type WordKey, words } from './words.ts';

const FOLDER = join(ROOT, 'server/pages/templates');

/** What every template finds at its root, besides its own facts. */
export type Root = { language: Language; timeZone: string };
export type Templates = (name: string, facts: Root & Record<string, unknown>) => string;

export function loadTemplates(): Templates {
  const house = Handlebars.create();
  house.registerHelper(HELPERS);
  const compiled = (path: string) => house.compile(safeSource(path), strict());
  for (const path of templateFiles('parts')) house.registerPartial(nameOf(path), compiled(path));
  const papers = new Map(templateFiles('papers').map((path) => [nameOf(path), compiled(path)]));
  const templates = new Map(templateFiles('.').map((path) => [nameOf(path), compiled(path)]));
  return (name, facts) => {
    const paper = papers.get(name);
    // A4: no paper shows an empty box.
    if (paper) return drawnText(paper(facts), words(facts.language, 'paper.byHand'));
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

/** Throws the fault of a template, which no resident should be the first to meet; a start does without, in 0.2 s less. */
export function tryTemplate(path: string): void {
  Handlebars.precompile(safeSource(path), strict());
}

const strict = () => ({
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
});

function safeSource(path: string): string {
  const source = readFileSync(path, 'utf8');
  if (source.includes('{{{') || /\{\{~?&/.test(source)) throw new Error(`${path} has an unescaped expression`);
  return source;
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

/** Slots of some weeks; the same few days and times are written on every page. */
const MOST_TEXTS = 5_000;
const dayOf = remembered(dayText);
const dateOf = remembered(dateText);
const timeOf = remembered(timeText);

/** A text of the calendar takes 50 µs, and a page of slots holds 140. */
function remembered<B extends string>(make: (a: string, b: B) => string): typeof make {
  const known = new Map<string, string>();
  return (a, b) => {
    const key = `${a}|${b}`;
    const text = known.get(key) ?? make(a, b);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(key, text);
    return text;
  };
}

/** `{{may day mayMove}}`: of a day among those that may still move (C9) what says so; nothing of another one. */
const may = mayBe('c.may');

function mayBe(key: WordKey) {
  return (day: Day, days: Day[], { data }: Options): string =>
    days.includes(day) ? words(data.root.language, key) : '';
}

const HELPERS = {
  /** Between two sentences. */
  gap: ({ data }: Options) => gapIn(data.root.language),
  may,
  /** Whose last day no notice is given of. */
  mayRemedy: mayBe('decision.may'),
  t,
  name: (names: HansOrNames, { data }: Options) => inLanguage(namesFrom(names), data.root.language),
  feeOf: (fee: HansOrNames, { data }: Options) => feeText(fee, data.root.language),
  day: (day: Day, { data }: Options) => dayOf(day, data.root.language),
  date: (day: Day, { data }: Options) => dateOf(day, data.root.language),
  /** C12: of a case what comes next, with its day and what says that it may still move. */
  comesNext: (one: ResidentCase, { data: { root } }: Options) => {
    const { step, day, mayMove, no = '' } = nextStep(one);
    const by = day ? dateOf(day, root.language) + (mayMove ? words(root.language, 'c.may') : '') : '';
    return words(root.language, `c.next.${step}` as 'c.next.open', { day: by, no });
  },
  time: (instant: Instant, { data }: Options) => timeOf(instant, data.root.timeZone),
  second: (instant: Instant, { data }: Options) => secondText(instant, data.root.timeZone),
  /** Q6: `range` in short, `range.long` as a sentence. */
  range: (range: Range, form: 'range' | 'range.long', { data }: Options) =>
    range
      ? words(data.root.language, form, { half: range.halfMin, most: range.mostMin })
      : words(data.root.language, 'range.none'),
  eq: (a: unknown, b: unknown) => a === b,
  /** A new one for each form and reader, put in when the page is sent (T3). */
  requestId: () => ID_TO_COME,
};
