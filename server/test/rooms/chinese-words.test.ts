/** A4: how Chinese is set, on every screen, page and paper. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { speak } from '../../../counter-ui/words/speak.ts';
import { zhHans as counter } from '../../../counter-ui/words/zh-hans.ts';
import { zhHant as counterHant } from '../../../counter-ui/words/zh-hant.ts';
import { say as speakDisplay } from '../../../display/words/say.ts';
import { zhHans as display } from '../../../display/words/zh-hans.ts';
import { zhHant as displayHant } from '../../../display/words/zh-hant.ts';
import { say as speakKiosk } from '../../../kiosk/words/say.ts';
import { zhHans as kiosk } from '../../../kiosk/words/zh-hans.ts';
import { zhHant as kioskHant } from '../../../kiosk/words/zh-hant.ts';
import { templateFiles } from '../../pages/templates.ts';
import { type WordKey as PageKey, WORDS, words } from '../../pages/words.ts';

const TABLES = { counter, counterHant, kiosk, kioskHant, display, displayHant, page: WORDS['zh-Hans'] };
const ALL: Record<string, Record<string, string>> = { ...TABLES, pageHant: WORDS['zh-Hant'] };
/** Full stops, commas and closing signs have their own room. */
const SPACE_AFTER_SIGN = /[，。；：！？、）》」』] /;

it.each(Object.entries(ALL))('[A4] no sign of Chinese is followed by a space in the words: %s', (_, words) => {
  expect(Object.entries(words).filter(([, text]) => SPACE_AFTER_SIGN.test(text))).toEqual([]);
});

it('[A4] a figure and its unit stand on one line, on every screen, page and paper: each language', () => {
  const broken = /\d (?=\p{Script=Han})/u;
  const threes = (text: string) => Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 3]));
  const screens = { counter: speak, kiosk: speakKiosk, display: speakDisplay };
  const faults = (['zh-Hans', 'zh-Hant', 'en'] as const).flatMap((language) => [
    ...Object.entries(WORDS[language])
      .map(([key, text]) => words(language, key as PageKey, threes(text)))
      .filter((text) => broken.test(text)),
    ...Object.entries({ counter, kiosk, display }).flatMap(([app, table]) =>
      Object.entries(table)
        .map(([key, text]) => screens[app as keyof typeof screens](language)(key as never, threes(text)))
        .filter((text) => broken.test(text)),
    ),
  ]);
  expect(faults).toEqual([]);
});

it('[A4] a template has its figures with their units in its words, which no line breaks', () => {
  const faults = ['.', 'papers', 'parts'].flatMap(templateFiles).flatMap((path) => {
    const broken = readFileSync(path, 'utf8').matchAll(/(?:\}\}|\d)(?:<\/\w+>)? (?=\p{Script=Han}).{0,20}/gu);
    return [...broken].map(([text]) => `${path}: ${text}`);
  });
  expect(faults).toEqual([]);
});

it('[A4] a template sets no space after a text that ends with a sign of Chinese', () => {
  const words: Record<string, string> = WORDS['zh-Hans'];
  const faults = ['.', 'papers', 'parts'].flatMap(templateFiles).flatMap((path) => {
    const joined = readFileSync(path, 'utf8').matchAll(/\{\{t "([\w.-]+)"(?:[^{}]|\([^)]*\))*\}\}(?:<\/\w+>)? (?=\S)/g);
    return [...joined].filter(([, key = '']) => SPACE_AFTER_SIGN.test(`${words[key] ?? ''} `)).map(([text]) => text);
  });
  expect(faults).toEqual([]);
});
