/** No field of a matter is forgotten by its files, its comparison and its form: the contract itself is asked which there are. */
import { expect, it, test } from 'vitest';
import { Matter, MatterDraft, MatterPlan } from '../../../../schema/catalogue/catalogue.ts';
import { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { type ClerkId, LANGUAGES } from '../../../../schema/ids.ts';
import { speak } from '../../../words/speak.ts';
import { fieldText, type Known } from '../../history/history-words.ts';
import { draftOf } from '../form/draft.ts';
import { mattersOf, matterTable } from './matter-table.ts';

/** What no file says of a matter, and why. */
const NOT_IN_FILES: Partial<Record<keyof MatterPlan, string>> = {
  evidence: 'what a hall reads in is on its own word',
  clerkA: 'said by account, as another hall has them, too',
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
  ...{ materials: [{ id: 'X-1.7', ...names('户口簿') }], limitDays: 20, limitUnit: 'calendar', typicalMinutes: 15 },
  ...{ fee: names('免费'), basis: names('办法'), conditions: names('居民'), channels: ['web'], counters: ['c1'] },
  ...{ domain: 'tax', place: names('三楼'), extensionDays: 30, acceptance: { days: 15, unit: 'calendar' } },
  pauses: [{ kind: 'hearing', basis: '办法第八条', counts: true }],
  ...{ promisedDays: 30, applicantBasis: '办法第三条', publicNoticeBasis: '办法第四条' },
  ...{ identity: 'kept', retentionDays: 365, accountA: 'wangfang', accountB: 'liuyang', offered: false },
  standing: {
    approval: { no: '花府批〔2026〕3 号', on: '2026-03-01' },
    entrustment: { letterNo: '1', department: '民政局', from: '2026-01-01', until: '2026-12-31', funding: '区财政' },
  },
};
/** Whom the table names by account. */
const CLERKS: [keyof ImportedMatter, Partial<Matter>][] = [
  ['accountA', { clerkA: 'w' as ClerkId }],
  ['accountB', { clerkB: 'l' as ClerkId }],
];
const ACCOUNTS = [
  { id: 'w', account: 'wangfang' },
  { id: 'l', account: 'liuyang' },
];
const FIELDS = Object.keys(MatterPlan.shape) as (keyof MatterPlan)[];
const IN_FILES = [
  ...FIELDS.filter((field) => !(field in NOT_IN_FILES)),
  ...CLERKS.map(([field]) => field),
] as (keyof ImportedMatter)[];

it('[L1] each field of a matter is in a file, or is named among those that are not, and why', () => {
  expect([...Object.keys(ImportedMatter.shape)].sort()).toEqual([...IN_FILES].sort());
});

test.each(LANGUAGES)(
  '[L1] a matter that is otherwise in one field is so in its table, too, and is read so again: %s',
  (language) => {
    const say = speak(language);
    const tableOf = (matter: Matter) => {
      const { header, lines } = matterTable(say, [matter], [], ACCOUNTS);
      return [header, lines[0]!.map((cell) => String(cell ?? ''))];
    };
    const [header, before] = tableOf(MATTER);
    for (const field of IN_FILES) {
      const otherwise = CLERKS.find(([one]) => one === field)?.[1] ?? { [field]: OTHERWISE[field] };
      const matter = Matter.parse({ ...MATTER, ...otherwise });
      const [, cells] = tableOf(matter);
      expect(cells, field).not.toEqual(before);
      const [row] = mattersOf([header!, cells!])!;
      const value =
        field === 'materials' ? [expect.objectContaining({ id: 'X-1.7', ...names('户口簿') })] : OTHERWISE[field];
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
