import { expect, test } from 'vitest';
import { CasePhase } from '../../schema/cases/case.ts';
import { CaseOutcome } from '../../schema/cases/conclusion.ts';
import { ReferenceKind } from '../../schema/hall/history.ts';
import { LANGUAGES } from '../../schema/ids.ts';
import { CallRule, TICKET_PHASES, TicketClass } from '../../schema/line/ticket.ts';
import { whySentence } from '../../schema/line/why.ts';
import { MESSAGES, MessageFailure } from '../../schema/messages/message.ts';
import { SETTINGS } from '../../schema/settings.ts';
import { absence } from './absence/zh-hans.ts';
import { account } from './account/zh-hans.ts';
import { calendar } from './calendar/zh-hans.ts';
import { cases } from './cases/zh-hans.ts';
import { en } from './en.ts';
import { hall } from './hall/zh-hans.ts';
import { house } from './house/zh-hans.ts';
import { late } from './late/zh-hans.ts';
import { parts } from './parts/zh-hans.ts';
import { people } from './people/zh-hans.ts';
import { settings } from './settings/zh-hans.ts';
import type { WordKey } from './speak.ts';
import { steps } from './steps/zh-hans.ts';
import { work } from './work/zh-hans.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('[A4] every text is there in three languages and names the same facts', () => {
  for (const key of Object.keys(zhHans) as WordKey[]) {
    for (const table of [zhHant, en]) {
      expect(table[key], key).not.toBe('');
      expect(placeholders(table[key]), key).toEqual(placeholders(zhHans[key]));
    }
  }
});

test('[A4] no area says over what another says by the same key', () => {
  const keys = [absence, account, calendar, cases, hall, house, late, parts, people, settings, steps, work].flatMap(
    (words) => Object.keys(words),
  );
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('[A4] phases and outcomes that arrive as plain strings have their words', () => {
  const keys = [
    ...TICKET_PHASES.map((phase) => `ticket.${phase}`),
    ...CasePhase.options.map((phase) => `phase.${phase}`),
    ...CaseOutcome.options.map((outcome) => `outcome.${outcome}`),
    ...MessageFailure.options.map((why) => `note.message-failed.${why}`),
    ...Object.keys(MESSAGES).map((kind) => `message.${kind}`),
    ...SETTINGS.flatMap(({ subject, unit }) => [`subject.${subject}`, `unit.${unit}`]),
    ...ReferenceKind.options.map((kind) => `reference.${kind}`),
  ];
  for (const key of keys) expect(zhHans, key).toHaveProperty([key]);
});

test('[Q3] why this one is one sentence in each language, for each rule and class', () => {
  for (const language of LANGUAGES) {
    for (const rule of CallRule.options) {
      for (const klass of TicketClass.options) {
        const why = { rule, klass, rank: { at: 0, tie: 0 }, passedOver: 2, waitedMs: 754_000, reason: '携带婴幼儿' };
        const sentence = whySentence(why, language);
        expect(sentence).toMatch(/12.*2/);
        expect(sentence).not.toMatch(/[{}]/);
        expect(sentence.includes('携带婴幼儿')).toBe(rule === 'out-of-order');
      }
    }
  }
});
