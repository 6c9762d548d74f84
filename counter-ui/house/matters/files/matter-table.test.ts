import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { Matter } from '../../../../schema/catalogue/catalogue.ts';
import { LANGUAGES } from '../../../../schema/ids.ts';
import { sampleHall } from '../../../../server/demo/sample/sample-hall.ts';
import { csvOf, workbookOf } from '../../../hall/table-file.ts';
import { speak } from '../../../words/speak.ts';
import { mattersOf, matterTable } from './matter-table.ts';

const set = { identity: 'none', retentionDays: null, clerkA: null, clerkB: null };
const kept = { spelling: '', ...set, applicantBasis: null, publicNoticeBasis: null };
const matters = sampleHall('2026-11-23').matters.map((one) =>
  Matter.parse({ ...one, ...kept, materials: one.materials.map((text, n) => ({ id: `${one.id}.${n + 1}`, ...text })) }),
);
const wanted = matters.map(({ id, names, materials, limitDays, limitUnit, kind }) => ({
  ...{ id, names, limitDays, limitUnit, kind },
  materials: materials.map((one) => ({ 'zh-Hans': one['zh-Hans'], 'zh-Hant': one['zh-Hant'] })),
}));

test.each(LANGUAGES)(
  '[L1] each matter of the sample hall is read again from its table, written in %s',
  async (language) => {
    const table = matterTable(speak(language), matters);
    const [sheet] = await readWorkbook(Buffer.from(await (await workbookOf(table, 'a')).arrayBuffer()));
    const cells = sheet!.data.map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
    for (const lines of [parse(csvOf(table), { bom: true }) as string[][], cells]) {
      const rows = mattersOf(lines)!;
      expect(rows.filter((row) => 'fields' in row)).toEqual([]);
      expect(rows.map((row) => 'matter' in row && row.matter)).toMatchObject(wanted);
    }
  },
);

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
