import { expect, test } from 'vitest';
import { CaseStepKind } from '../../schema/cases/history.ts';
import { LANGUAGES } from '../../schema/ids.ts';
import { speak } from '../words/speak.ts';
import { stepSentence } from './step-words.ts';

/** All that a sentence may name. */
const FACTS = {
  ...{ no: 'SL1', day: '2026-12-01', from: '2026-11-30', to: '李强', number: 'A001', count: '2', percent: '80' },
  ...{ duty: 'review', outcome: 'granted', voids: 'JD0', way: 'counter', reached: 'no', agreed: 'no' },
  ...{ group: 'B', name: '李强', gone: 'no', why: 'lapsed', time: '09:15' },
};

test.each(CaseStepKind.options)('[C12] a step of a case is a whole sentence in each language: %s', (kind) => {
  for (const language of LANGUAGES) {
    const step = { at: '2026-11-23T01:00:00.000Z', kind, byName: '王芳', facts: FACTS, inPlaceOf: null, words: [] };
    const sentence = stepSentence(speak(language), language, step);
    expect(sentence).not.toBe('');
    expect(sentence).not.toMatch(/[{}]|undefined|2026-12-01/);
  }
});
