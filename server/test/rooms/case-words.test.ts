import { expect, it } from 'vitest';
import { speak } from '../../../counter-ui/words/speak.ts';
import { say as kiosk } from '../../../kiosk/words/say.ts';
import { CaseOutcome } from '../../../schema/cases/conclusion.ts';
import { LANGUAGES } from '../../../schema/ids.ts';
import { words } from '../../pages/words.ts';

const PHASES = ['open', 'noticed', 'accepted', 'proposed', 'decided', 'closed'] as const;

it.each(LANGUAGES)(
  '[Q9] a resident reads one name of each phase and outcome of a case on phone and kiosk: %s',
  (language) => {
    const atKiosk = kiosk(language);
    const both = [
      ...PHASES.map((phase) => [words(language, `c.phase.${phase}`), atKiosk(`case.${phase}`)]),
      ...CaseOutcome.options.map((outcome) => [words(language, `c.outcome.${outcome}`), atKiosk(`outcome.${outcome}`)]),
    ];
    // The kiosk may say more.
    expect(both.filter(([name = '', more = '']) => !more.toLowerCase().startsWith(name.toLowerCase()))).toEqual([]);
  },
);

it.each(LANGUAGES)('[Q9] no two phases or outcomes of a case have one name on the staff’s screens: %s', (language) => {
  const say = speak(language);
  const names = [
    ...PHASES.map((phase) => say(`phase.${phase}`)),
    ...CaseOutcome.options.map((outcome) => say(`outcome.${outcome}`)),
  ];
  expect(new Set(names).size).toBe(names.length);
});
