import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { mattersOf, matterTable } from '../../../counter-ui/house/matters/files/matter-table.ts';
import { readMatters } from '../../../counter-ui/house/matters/files/read-file.ts';
import { speak } from '../../../counter-ui/words/speak.ts';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let admin: Client;
beforeAll(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterAll(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const say = speak('zh-Hans');
const catalogue = async () => (await admin.catalogue({})).matters;
const long = (signs: number) => '长'.repeat(signs);
const COLUMNS = [
  ...(['id', 'letter', 'zh-Hans', 'zh-Hant', 'en', 'aliases', 'kind', 'department', 'limitDays'] as const),
  ...(['limitUnit', 'typicalMinutes', 'fee', 'basis', 'materials', 'conditions', 'channels', 'counters'] as const),
  ...(['domain', 'place', 'extensionDays', 'pauses', 'acceptanceDays', 'acceptanceUnit'] as const),
  ...(['promisedDays', 'applicantBasis', 'publicNoticeBasis', 'identity', 'retentionDays'] as const),
  ...(['standing', 'approvalNo', 'approvalOn', 'entrustmentLetterNo', 'entrustmentDepartment'] as const),
  ...(['entrustmentFrom', 'entrustmentUntil', 'entrustmentFunding', 'accountA', 'accountB', 'offered'] as const),
];
type Column = (typeof COLUMNS)[number];
const HEADER = COLUMNS.map((column) => say(`column.${column}`));
const RIGHT: Record<Column, string> = {
  ...{ id: 'X-1', letter: 'A', 'zh-Hans': '社区食堂登记', 'zh-Hant': '社區食堂登記', en: 'Canteen', aliases: '食堂' },
  ...{
    kind: say('value.general'),
    department: '民政局 | 民政局 | Civil affairs',
    limitDays: '20',
    limitUnit: say('value.working'),
  },
  ...{ typicalMinutes: '10', fee: '免费', basis: '条例', channels: '窗口\n电话', counters: 'c1' },
  materials: '户口簿 | 戶口簿 | Register | 复印件 | 2 | 容缺后补 | 派出所',
  conditions: '居民 | 居民 | Residents',
  ...{
    domain: '民政',
    place: '三楼 | 三樓 | Third floor',
    extensionDays: '15',
    pauses: '公示 | 办法第八条 | 计入期限',
    ...{
      acceptanceDays: '15',
      acceptanceUnit: say('value.calendar'),
      promisedDays: '10',
      identity: say('identity.match'),
    },
    ...{ applicantBasis: '办法第三条', publicNoticeBasis: '', retentionDays: '365' },
    ...{ standing: '目录以外，经区政府批准', approvalNo: '花府批〔2026〕3 号', approvalOn: '2026/3/1' },
    ...{ entrustmentLetterNo: '花民委 5 号', entrustmentDepartment: '区民政局', entrustmentFrom: '2026-01-01' },
    ...{ entrustmentUntil: '2026-12-31', entrustmentFunding: '按件 20 元', accountA: 'one', accountB: 'two' },
    offered: say('yes'),
  },
};
const lineOf = (wrong: Partial<Record<Column, string>>) => COLUMNS.map((column) => ({ ...RIGHT, ...wrong })[column]);
const other = lineOf({ id: 'X-9', 'zh-Hans': '另一件事' });

it('[L1] a line without a fault is taken as it is written', () => {
  expect(mattersOf([HEADER, lineOf({}), other])).toMatchObject([
    { matter: { id: 'X-1', limitDays: 20, materials: [{ form: 'copy', count: 2, mayFollow: true }] } },
    {
      matter: {
        id: 'X-9',
        domain: 'civil-affairs',
        extensionDays: 15,
        department: { 'zh-Hans': '民政局', 'zh-Hant': '民政局', en: 'Civil affairs' },
        acceptance: { days: 15, unit: 'calendar' },
        ...{ promisedDays: 10, applicantBasis: '办法第三条', publicNoticeBasis: null },
        ...{ identity: 'match', retentionDays: 365, accountA: 'one', accountB: 'two', offered: true },
        standing: {
          approval: { no: '花府批〔2026〕3 号', on: '2026-03-01' },
          entrustment: { letterNo: '花民委 5 号', from: '2026-01-01', until: '2026-12-31' },
        },
        pauses: [{ kind: 'public-notice', basis: '办法第八条', counts: true }],
      },
    },
  ]);
  expect(matterTable(say, []).header).toEqual(HEADER);
});

const FAULTS: [string, Partial<Record<Column, string>>][] = [
  ['no code', { id: '' }],
  ['an offer that is neither yes nor no', { offered: '也许' }],
  ['a code with a space', { id: 'X 1' }],
  ['a code in characters', { id: '事项一' }],
  ['a code of 33 signs', { id: 'X'.repeat(33) }],
  ['no group', { letter: '' }],
  ['a group in small letters', { letter: 'a' }],
  ['two groups', { letter: 'AB' }],
  ['no name', { 'zh-Hans': '', 'zh-Hant': '有' }],
  ['a name of 101 signs', { 'zh-Hans': long(101) }],
  ['a traditional name of 101 signs', { 'zh-Hant': long(101) }],
  ['no English name', { en: '' }],
  ['an English name of 201 signs', { en: 'x'.repeat(201) }],
  ['the same alias twice', { aliases: '食堂\n食堂' }],
  ['21 aliases', { aliases: Array.from({ length: 21 }, (_, n) => `叫法${n}`).join('\n') }],
  ['an alias of 41 signs', { aliases: long(41) }],
  ['an unknown kind', { kind: '神秘' }],
  ['no department', { department: '' }],
  ['a limit in words', { limitDays: '二十' }],
  ['a limit below nothing', { limitDays: '-1' }],
  ['half a day', { limitDays: '1.5' }],
  ['a limit of more than ten years', { limitDays: '3651' }],
  ['an unknown unit', { limitUnit: '光年' }],
  ['no usual minutes', { typicalMinutes: '' }],
  ['no minute', { typicalMinutes: '0' }],
  ['more than eight hours', { typicalMinutes: '481' }],
  ['no fee', { fee: '' }],
  ['a basis of 501 signs', { basis: long(501) }],
  ['61 materials', { materials: Array.from({ length: 61 }, (_, n) => `材料${n}`).join('\n') }],
  ['a material without a name', { materials: ' | 戶口簿' }],
  ['a material of 301 signs', { materials: long(301) }],
  ['a material in an unknown form', { materials: '户口簿 | | | 传真' }],
  ['no copy at all', { materials: '户口簿 | | | 复印件 | 0' }],
  ['copies in words', { materials: '户口簿 | | | 复印件 | 两份' }],
  ['a word that says nothing of following', { materials: '户口簿 | | | | | 也许' }],
  ['a place in English alone', { materials: '户口簿 | | | | | | | | the police' }],
  ['conditions in English alone', { conditions: ' | | Residents' }],
  ['an unknown way to apply', { channels: '飞鸽' }],
  ['the same way twice', { channels: '窗口\n窗口' }],
  ['the same counter twice', { counters: 'c1\nc1' }],
  ['a domain that is none', { domain: '神秘事务' }],
  ['a place in English alone', { place: ' | | Third floor' }],
  ['a place of 201 signs', { place: long(201) }],
  ['an extension in words', { extensionDays: '半个月' }],
  ['an extension below nothing', { extensionDays: '-1' }],
  ['an extension of more than a year', { extensionDays: '366' }],
  ['a pause of an unknown kind', { pauses: '喝茶 | 办法第八条' }],
  ['a pause without a basis', { pauses: '公示' }],
  ['the same pause twice', { pauses: '公示 | 办法第八条\n公示 | 办法第九条' }],
  ['a department in English alone', { department: ' | | Civil affairs' }],
  ['a fee of 101 signs', { fee: long(101) }],
  ['a basis of 501 signs in traditional characters', { basis: `条例 | ${long(501)}` }],
  ['a stage of no day', { acceptanceDays: '0' }],
  ['a stage of more than a year', { acceptanceDays: '366' }],
  ['a stage in words', { acceptanceDays: '半个月' }],
  ['a unit without a stage', { acceptanceDays: '' }],
  ['a stage without a unit', { acceptanceUnit: '' }],
  ['a stage in an unknown unit', { acceptanceUnit: '光年' }],
  ['a promise below nothing', { promisedDays: '-1' }],
  ['somebody’s number as a basis', { applicantBasis: '见 13985001234' }],
  ['a use of documents that is none', { identity: '随便' }],
  ['kept for no day', { retentionDays: '0' }],
  ['kept for more than ten years', { retentionDays: '3651' }],
  ['a standing in words of its own', { standing: '口头同意' }],
  [
    'an entrustment of which nobody says whether it is in the catalogue',
    { standing: '', approvalNo: '', approvalOn: '' },
  ],
  ['an approval of what is in the catalogue', { standing: '在公布的指导目录内' }],
  ['an approval without its number', { approvalNo: '' }],
  ['an approval without its date', { approvalOn: '' }],
  ['an approval on no day', { approvalOn: '三月一日' }],
  ['an entrustment without its letter', { entrustmentLetterNo: '' }],
  ['an entrustment without its department', { entrustmentDepartment: '' }],
  ['an entrustment without its first day', { entrustmentFrom: '' }],
  ['an entrustment that ends before it begins', { entrustmentUntil: '2025-12-31' }],
  ['an entrustment without its funding', { entrustmentFunding: '' }],
  ['an account of 41 signs', { accountA: 'x'.repeat(41) }],
  ['a word that says nothing of counting', { pauses: '公示 | 办法第八条 | 也许' }],
];

test.each(FAULTS)(
  '[L1] [A3] a line names the column at fault, and the contract takes nothing of its file: %s',
  async (_, wrong) => {
    const [first, second] = mattersOf([HEADER, other, lineOf(wrong)])!;
    expect(first).toMatchObject({ row: 2, matter: { id: 'X-9' } });
    expect(second).toEqual({
      row: 3,
      code: wrong.id ?? 'X-1',
      name: expect.any(String),
      fields: [Object.keys(wrong)[0]],
    });
  },
);

it('[L1] [A3] a file with a faulty line is refused whole by the server, too, whoever sends it past the screen', async () => {
  const before = await catalogue();
  const [right] = mattersOf([HEADER, other])!;
  const matter = (right as { matter: ImportedMatter }).matter;
  const faulty: Partial<ImportedMatter>[] = [
    { id: 'X 1' as MatterId },
    { letter: 'AB' as Letter },
    { names: { ...matter.names, en: '' } },
    { limitDays: 3651 },
    { materials: [{ 'zh-Hans': '户口簿', 'zh-Hant': '', count: 0 }] },
    { channels: ['fax' as never] },
  ];
  for (const one of faulty) {
    const matters = [matter, { ...matter, id: 'X-1' as MatterId, ...one }];
    expect(await refusalCode(admin.administration.importMatters({ ...wish(), matters }))).toBe('input-invalid');
  }
  expect(await catalogue()).toEqual(before);
});

it('[L1] [A3] what only the catalogue can say is said row by row, and nothing of the file is saved', async () => {
  await admin.administration.termsOfMatter({ ...wish(), matterId: 'A-1' as MatterId, promisedDays: 10, mayFollow: [] });
  const before = await catalogue();
  const lines = [
    lineOf({}),
    lineOf({ id: 'X-2', letter: 'Z', 'zh-Hans': '没有这个组' }),
    lineOf({ id: 'X-3' }),
    lineOf({ id: 'X-1', 'zh-Hans': '又一个编码' }),
    lineOf({ id: 'X-4', 'zh-Hans': before.find(({ id }) => id === 'B-1')!.names['zh-Hans'] }),
    lineOf({ id: 'A-1', 'zh-Hans': '承诺更短', limitDays: '5' }),
    lineOf({ id: 'X-6', 'zh-Hans': '承诺更长', promisedDays: '21' }),
    lineOf({ id: 'X-5', 'zh-Hans': '别组的窗口', counters: 'c4' }),
    lineOf({ id: 'X-7', 'zh-Hans': '没有这个账号', accountB: 'nobody' }),
    lineOf({ id: 'X-8', 'zh-Hans': '管理员不办件', accountA: 'admin' }),
    lineOf({ id: 'X-9', 'zh-Hans': '同一个人', accountA: 'two' }),
  ];
  const rows = mattersOf([HEADER, ...lines])!;
  const matters = rows.map((row) => ('matter' in row ? row.matter : null)!);
  const told = await admin.administration.previewImport({ matters });
  expect(told.map(({ refused }) => refused)).toEqual([
    null,
    'group-unknown',
    'matter-twice',
    'code-twice',
    'matter-twice',
    'promised-too-long',
    'promised-too-long',
    'counters-not-of-group',
    'account-not-here',
    'account-not-here',
    'clerks-same',
  ]);
  expect(told[8]!.facts).toEqual({ account: 'nobody' });
  // What may be written instead is said.
  expect(told[1]!.facts).toEqual({ groups: 'A, B, C' });
  expect(told[7]!.facts).toEqual({ group: 'A', counters: '1, 2, 3' });
  expect(await refusalCode(admin.administration.importMatters({ ...wish(), matters }))).toBe('import-refused');
  expect(await catalogue()).toEqual(before);
});

test.each([
  ['no table', '一,二\n三,四', 'a.csv'],
  ['a table without one of its columns', `${HEADER.slice(1).join()}\n`, 'a.csv'],
  ['an empty file', '', 'a.csv'],
  ['another encoding', Buffer.from([0xca, 0xc2, 0xcf, 0xee, 0x2c]), 'a.csv'],
  ['no JSON', '{', 'a.json'],
  ['JSON that is no list', '{"matters":[]}', 'a.json'],
  ['a picture under the name of a workbook', 'GIF89a', 'a.xlsx'],
])('[L1] [A3] a file that holds no matters is said to be none: %s', async (_, text, name) => {
  expect(await readMatters(new File([text], name))).toBeNull();
});
