/** No field of a matter is forgotten by its files, its comparison and its form: the contract itself is asked which there are. */
import { expect, it, test } from 'vitest';
import { Matter, MatterDraft, MatterPlan } from '../../../../schema/catalogue/catalogue.ts';
import { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { LANGUAGES } from '../../../../schema/ids.ts';
import { speak } from '../../../words/speak.ts';
import { fieldText, type Known } from '../../history/history-words.ts';
import { draftOf } from '../form/draft.ts';
import { mattersOf, matterTable } from './matter-table.ts';

/** What no file says of a matter, and why. */
const NOT_IN_FILES: Partial<Record<keyof MatterPlan, string>> = {
  offered: 'what a file makes new waits until somebody offers it',
  evidence: 'what a hall reads in is on its own word',
  standing: 'said with the letter of approval or entrustment in hand (L2)',
  clerkA: 'people of this hall, whom no other has',
  clerkB: 'the same',
};
/** What is not on the form is set on the matter's row; server/test/e2e/catalogue/matter-inputs.test.ts opens both. */
const names = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': `${text}繁`, en: `${text} en` });
const MATTER = Matter.parse({
  ...{ id: 'X-1', letter: 'A', names: names('事项'), aliases: [], kind: 'general', department: names('民政') },
  ...{ materials: [], limitDays: 60, limitUnit: 'working', promisedDays: null, typicalMinutes: 10 },
  ...{ fee: names('5 元'), basis: names('条例'), evidence: 'hall', offered: true, spelling: '' },
  ...{ identity: 'none', retentionDays: null, clerkA: null, clerkB: null, standing: null },
  ...{ applicantBasis: null, publicNoticeBasis: null },
});
/** Of each field another value. */
const OTHERWISE: { [K in keyof ImportedMatter]-?: unknown } = {
  ...{ id: 'X-2', letter: 'B', names: names('另一件'), aliases: ['叫法'], kind: 'utility', department: names('街道') },
  ...{ materials: [{ id: 'm1', ...names('户口簿') }], limitDays: 20, limitUnit: 'calendar', typicalMinutes: 15 },
  ...{ fee: names('免费'), basis: names('办法'), conditions: names('居民'), channels: ['web'], counters: ['c1'] },
  ...{ domain: 'tax', place: names('三楼'), extensionDays: 30, acceptance: { days: 15, unit: 'calendar' } },
  pauses: [{ kind: 'hearing', basis: '办法第八条', counts: true }],
  ...{ promisedDays: 30, applicantBasis: '办法第三条', publicNoticeBasis: '办法第四条' },
  ...{ identity: 'kept', retentionDays: 365 },
};
const FIELDS = Object.keys(MatterPlan.shape) as (keyof MatterPlan)[];
const IN_FILES = FIELDS.filter((field) => !(field in NOT_IN_FILES)) as (keyof ImportedMatter)[];

it('[L1] each field of a matter is in a file, or is named among those that are not, and why', () => {
  expect([...Object.keys(ImportedMatter.shape)].sort()).toEqual([...IN_FILES].sort());
});

test.each(LANGUAGES)(
  '[L1] a matter that is otherwise in one field is so in its table, too, and is read so again: %s',
  (language) => {
    const say = speak(language);
    const tableOf = (matter: Matter) => {
      const { header, lines } = matterTable(say, [matter]);
      return [header, lines[0]!.map((cell) => String(cell ?? ''))];
    };
    const [header, before] = tableOf(MATTER);
    for (const field of IN_FILES) {
      const matter = Matter.parse({ ...MATTER, [field]: OTHERWISE[field] });
      const [, cells] = tableOf(matter);
      expect(cells, field).not.toEqual(before);
      const [row] = mattersOf([header!, cells!])!;
      const value = field === 'materials' ? [expect.objectContaining(names('户口簿'))] : OTHERWISE[field];
      expect(row, field).toMatchObject({ matter: { [field]: value } });
    }
  },
);

it('[L1] a draft of a matter holds each field of the form', () => {
  expect(Object.keys(draftOf(MATTER)).sort()).toEqual(Object.keys(MatterDraft.shape).sort());
});

test.each(LANGUAGES)('[L1] [A4] the comparison of versions has a word for each field: %s', (language) => {
  const known: Known = { say: speak(language), language, settings: new Map(), labels: new Map() };
  for (const field of FIELDS.filter((one) => one !== 'id')) expect(fieldText(known, field), field).not.toBe(field);
});
