import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { Matter } from '../../../../schema/catalogue/catalogue.ts';
import { inLanguages } from '../../../../schema/catalogue/facts/in-languages.ts';
import { type CounterId, LANGUAGES } from '../../../../schema/ids.ts';
import { sampleHall } from '../../../../server/demo/sample/sample-hall.ts';
import { csvOf, workbookOf } from '../../../hall/table-file.ts';
import { speak } from '../../../words/speak.ts';
import { allowedIn } from './allowed.ts';
import { COLUMNS, mattersOf, matterTable } from './matter-table.ts';

const set = { identity: 'none', retentionDays: null, clerkA: null, clerkB: null };
const kept = { spelling: '', ...set, applicantBasis: null, publicNoticeBasis: null };
const matters = sampleHall('2026-11-23').matters.map((one) =>
  Matter.parse({
    ...inLanguages(one),
    ...kept,
    materials: one.materials.map((text, n) => ({ id: `${one.id}.${n + 1}`, ...text })),
  }),
);
const wanted = matters.map(({ id, names, materials, limitDays, limitUnit, kind }) => ({
  ...{ id, names, limitDays, limitUnit, kind },
  materials: materials.map((one) => ({ 'zh-Hans': one['zh-Hans'], 'zh-Hant': one['zh-Hant'] })),
}));

test.each(LANGUAGES)(
  '[L1] each matter of the sample hall is read again from its table, written in %s',
  async (language) => {
    const table = matterTable(speak(language), matters);
    const [sheet] = await readWorkbook(Buffer.from(await (await workbookOf({ a: table })).arrayBuffer()));
    const cells = sheet!.data.map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
    for (const lines of [parse(csvOf(table), { bom: true }) as string[][], cells]) {
      const rows = mattersOf(lines)!;
      expect(rows.filter((row) => 'fields' in row)).toEqual([]);
      expect(rows.map((row) => 'matter' in row && row.matter)).toMatchObject(wanted);
    }
  },
);

test.each(LANGUAGES)(
  '[L1] [L3] materials and conditions come back from a table as they were, written in %s',
  (language) => {
    const materials: Matter['materials'] = [
      {
        id: 'A-1.1',
        'zh-Hans': '照片 | 近期 | #A-1.9',
        'zh-Hant': '',
        en: 'Photo\\n\nnew',
        form: 'original',
        count: 2,
        mayFollow: true,
      },
      {
        id: 'A-1.2',
        'zh-Hans': '户口簿',
        'zh-Hant': '戶口簿',
        whereFrom: { 'zh-Hans': '派出所', 'zh-Hant': '', en: 'Police' },
      },
      { id: 'A-1.13', 'zh-Hans': '证明', 'zh-Hant': '證明', en: 'Proof', form: 'original-and-copy' },
    ];
    const conditions = { 'zh-Hans': '居民\n年满 60 岁', 'zh-Hant': '居民', en: 'Residents' };
    const matter = { ...matters[0]!, materials, conditions, channels: ['web', 'home-visit'] as Matter['channels'] };
    const { header, lines } = matterTable(speak(language), [matter]);
    const [row] = mattersOf([header, lines[0]!.map((cell) => String(cell ?? ''))])!;
    const nothing = { en: '', form: null, count: null, mayFollow: false, whereFrom: null };
    expect(row).toMatchObject({
      matter: {
        conditions,
        channels: ['web', 'home-visit'],
        materials: materials.map((one) => ({ ...nothing, ...one })),
      },
    });
  },
);

test('[L1] [L3] counters stand in a table by their label, and a word that is none names its column', () => {
  const labels = [
    { id: 'c1', label: '1' },
    { id: 'c2', label: '2A' },
  ];
  const matter = { ...matters[0]!, counters: ['c2', 'c9'] as CounterId[] };
  const { header, lines } = matterTable(speak('zh-Hans'), [matter], labels);
  const cells = lines[0]!.map((cell) => String(cell ?? ''));
  const place = header.indexOf('办理窗口（每行一个）');
  expect(cells[place]).toBe('2A\nc9');
  expect(mattersOf([header, cells], labels)).toMatchObject([{ matter: { counters: ['c2', 'c9'] } }]);
  const typed = cells.with(place, '2a\n2A');
  expect(mattersOf([header, typed], labels)).toMatchObject([{ fields: ['counters'] }]);
});

test('[L1] a table of an older program is read, and what it does not say stays', () => {
  const { header, lines } = matterTable(speak('zh-Hans'), matters.slice(0, 1));
  const first = COLUMNS.indexOf('conditions');
  const plain = (title: string) => title.replace(/^(主管部门|收费|办理依据)（.*/, '$1');
  const older = header
    .slice(0, first)
    .map((title) => plain(title).replace(/^所需材料.*/, '所需材料（每行一份，简体 | 繁体）'));
  const cells = lines[0]!.slice(0, first).map((cell) => String(cell ?? ''));
  const [row] = mattersOf([older, cells.with(COLUMNS.indexOf('fee'), '5 元 | 次')])!;
  // A text alone is in simplified Chinese, whatever signs it has.
  expect(row).toMatchObject({ matter: { id: matters[0]!.id, fee: '5 元 | 次' } });
  expect(row).not.toHaveProperty('matter.conditions');
  expect(row).not.toHaveProperty('matter.counters');
  expect(row).not.toHaveProperty('matter.pauses');
  expect(row).not.toHaveProperty('matter.acceptance');
  expect(row).not.toHaveProperty('matter.retentionDays');
  expect(row).not.toHaveProperty('matter.offered');
});

test('[L1] [C7] the id of a material goes where its line goes, and one that stands twice names its column', () => {
  const { header, lines } = matterTable(speak('en'), [matters[0]!]);
  const at = header.indexOf(speak('en')('column.materials'));
  const cells = lines[0]!.map((cell) => String(cell ?? ''));
  const [first, second, ...more] = cells[at]!.split('\n');
  const read = (all: (string | undefined)[]) => mattersOf([header, cells.with(at, all.join('\n'))])![0]!;
  const moved = read([second, '新的一份 | - | New', first, ...more]);
  const { materials } = matters[0]!;
  const ids = [materials[1]!.id, undefined, materials[0]!.id, ...materials.slice(2).map(({ id }) => id)];
  expect('matter' in moved && moved.matter.materials.map(({ id }) => id)).toEqual(ids);
  expect(read([first, first])).toMatchObject({ fields: ['materials'] });
});

test('[L1] [A3] a row that is no matter names its row and its columns, and another header is no table', () => {
  const { header, lines } = matterTable(speak('zh-Hans'), matters.slice(0, 2));
  const [first, second] = lines.map((line) => line.map(String));
  const broken = [...second!];
  broken[header.indexOf('办结期限（天）')] = '二十';
  broken[header.indexOf('名称（英文）')] = ' ';
  const empty = header.map(() => '');
  expect(mattersOf([header, first!, empty, broken])).toMatchObject([
    { row: 2, matter: { id: matters[0]!.id } },
    { row: 4, fields: ['en', 'limitDays'] },
  ]);
  expect(mattersOf([header.slice(1), first!])).toBeNull();
  expect(mattersOf([])).toBeNull();
});

test('[L1] [A3] a column of groups or counters that is at fault names those of the hall', () => {
  const hall = { groups: ['A', 'B'], counters: ['1', '咨询'], accounts: ['wangfang'] };
  expect(allowedIn(speak('zh-Hans'), 'letter', hall)).toEqual(['A', 'B']);
  expect(allowedIn(speak('en'), 'accountA', hall)).toEqual(['wangfang']);
  expect(allowedIn(speak('en'), 'counters', hall)).toEqual(['1', '咨询']);
});
