/** A4: how Chinese is set, on every screen, page and paper. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zhHans as counter } from '../../../counter-ui/words/zh-hans.ts';
import { zhHant as counterHant } from '../../../counter-ui/words/zh-hant.ts';
import { zhHans as display } from '../../../display/words/zh-hans.ts';
import { zhHant as displayHant } from '../../../display/words/zh-hant.ts';
import { zhHans as kiosk } from '../../../kiosk/words/zh-hans.ts';
import { zhHant as kioskHant } from '../../../kiosk/words/zh-hant.ts';
import { templateFiles } from '../../pages/templates.ts';
import { WORDS } from '../../pages/words.ts';

const TABLES = { counter, counterHant, kiosk, kioskHant, display, displayHant, page: WORDS['zh-Hans'] };
const ALL: Record<string, Record<string, string>> = { ...TABLES, pageHant: WORDS['zh-Hant'] };
/** Full stops, commas and closing signs have their own room. */
const SPACE_AFTER_SIGN = /[，。；：！？、）》」』] /;

it.each(Object.entries(ALL))('[A4] no sign of Chinese is followed by a space in the words: %s', (_, words) => {
  expect(Object.entries(words).filter(([, text]) => SPACE_AFTER_SIGN.test(text))).toEqual([]);
});

it('[A4] a template sets no space after a text that ends with a sign of Chinese', () => {
  const words: Record<string, string> = WORDS['zh-Hans'];
  const faults = ['.', 'papers', 'parts'].flatMap(templateFiles).flatMap((path) => {
    const joined = readFileSync(path, 'utf8').matchAll(/\{\{t "([\w.-]+)"(?:[^{}]|\([^)]*\))*\}\}(?:<\/\w+>)? (?=\S)/g);
    return [...joined].filter(([, key = '']) => SPACE_AFTER_SIGN.test(`${words[key] ?? ''} `)).map(([text]) => text);
  });
  expect(faults).toEqual([]);
});
