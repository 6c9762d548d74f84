import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csvOf, workbookOf } from '../../../counter-ui/hall/table-file.ts';
import { mattersOf, matterTable } from '../../../counter-ui/house/matters/files/matter-table.ts';
import { readMatters } from '../../../counter-ui/house/matters/files/read-file.ts';
import { speak } from '../../../counter-ui/words/speak.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { Letter } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { startTestHall } from '../harness.ts';

const wish = () => ({ requestId: newRequestId() });
const say = speak('zh-Hans');
/** Counters of the first group, which the first matter is of. */
const labels = sampleHall('2026-11-16').counters.filter(({ letters }) => letters.includes('A' as Letter));

async function sheet(matters: Matter[]): Promise<string[][]> {
  const workbook = await workbookOf(matterTable(say, matters, labels), say('section.matters'));
  const [read] = await readWorkbook(Buffer.from(await workbook.arrayBuffer()));
  return read!.data.map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
}
const whole = (rows: ReturnType<typeof mattersOf>) => rows!.map((row) => ('matter' in row ? row.matter : null)!);
/** What a file holds of a matter; what nobody has said is nothing. */
const written = (matters: readonly unknown[]) =>
  JSON.stringify(
    matters.map((one) => {
      const { conditions = null, channels = null, counters = null, materials, ...matter } = ImportedMatter.parse(one);
      const said = materials.map(
        ({ en = '', form = null, count = null, whereFrom = null, mayFollow = false, ...texts }) => ({
          ...texts,
          ...{ en, form, count, whereFrom, mayFollow },
        }),
      );
      return { ...matter, conditions, channels, counters, materials: said };
    }),
  );

const FORMATS: [string, (matters: Matter[]) => Promise<unknown>, (matters: Matter[]) => Promise<ImportedMatter[]>][] = [
  [
    'CSV',
    async (matters) => csvOf(matterTable(say, matters, labels)),
    async (matters) => whole(await readMatters(new File([csvOf(matterTable(say, matters, labels))], 'a.csv'), labels)),
  ],
  ['XLSX', (matters) => sheet(matters), async (matters) => whole(mattersOf(await sheet(matters), labels))],
  [
    'JSON',
    async (matters) => written(matters),
    async (matters) => whole(await readMatters(new File([JSON.stringify(matters)], 'a.json'))),
  ],
];

test.each(FORMATS)(
  '[L1] [L3] a catalogue that is taken out and read into an empty hall is taken out again as it was, as %s',
  async (_, export_, read) => {
    const sample = sampleHall('2026-11-16');
    const from = await startTestHall({ data: sample });
    const [empty] = sample.matters;
    const to = await startTestHall({ data: { ...sample, matters: [empty!] } });
    const [admin, other] = [await from.clerk('administrator'), await to.clerk('administrator')];
    // One with everything that a matter may say, and signs that a file means otherwise.
    const { id: _id, ...first } = ImportedMatter.parse((await admin.catalogue({})).matters[0]);
    await admin.administration.importMatters({
      ...wish(),
      matters: [
        {
          ...first,
          id: 'Z-1' as never,
          names: { 'zh-Hans': '示例|一\\二', 'zh-Hant': '示例', en: '=1+1, "so"' },
          conditions: { 'zh-Hans': '一行\n两行 | 三', 'zh-Hant': '', en: '' },
          channels: ['web', 'counter'],
          counters: labels.map(({ id }) => id).slice(0, 1) as never,
          materials: [
            { 'zh-Hans': '照片 | 近期', 'zh-Hant': '', en: 'a\\nb', form: 'original', count: 20, mayFollow: true },
            { 'zh-Hans': '-', 'zh-Hant': '-', whereFrom: { 'zh-Hans': '派出所', 'zh-Hant': '', en: 'Police' } },
          ],
        },
      ],
    });
    const before = (await admin.catalogue({})).matters;
    const matters = await read(before);
    expect(matters).toHaveLength(63);
    await other.administration.importMatters({ ...wish(), matters });
    const after = (await other.catalogue({})).matters;
    expect(await export_(after)).toEqual(await export_(before));
    expect(written(after)).toBe(written(before));
    // Read in again, nothing is otherwise.
    const again = await other.administration.previewImport({ matters: await read(after) });
    expect(new Set(again.map(({ is }) => is))).toEqual(new Set(['same']));
    await Promise.all([from.stop(), to.stop()]);
  },
);
