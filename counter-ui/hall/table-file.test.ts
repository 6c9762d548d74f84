import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csvOf, widthsOf, workbookOf } from './table-file.ts';

test('a spreadsheet cell is quoted where it must be and is never a formula', () => {
  const lines = [['1,"2"'], ['=SUM(A1)'], [null], [3]];
  expect(csvOf({ header: ['a'], lines })).toBe('\uFEFFa\r\n"1,""2"""\r\n\'=SUM(A1)\r\n\r\n3\r\n');
});

test('a line end within a cell stays within it, and a sign of any script is no formula; a number is itself', () => {
  expect(
    csvOf({
      header: ['a', 'b'],
      lines: [
        ['一\n二', '+1'],
        ['@x', '-1'],
        ['＝1', -1],
      ],
    }),
  ).toBe("\uFEFFa,b\r\n\"一\n二\",'+1\r\n'@x,'-1\r\n'＝1,-1\r\n");
});

test('a workbook has numbers as numbers and text as text, whatever it looks like, of a busy day too', async () => {
  const line = ['A001', '=1+1', null, 12, '2026-11-23', '居民\n二'];
  const lines = Array.from({ length: 3_000 }, () => line);
  const blob = await workbookOf({ '2026-11-23': { header: ['a', 'b', 'c', 'd', 'e', 'f'], lines } });
  const [sheet] = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
  expect(sheet).toMatchObject({ sheet: '2026-11-23' });
  expect(sheet!.data).toHaveLength(3_001);
  expect(sheet!.data[3_000]).toEqual(line);
});

test('a workbook has each table on a sheet of its own, under a name that a spreadsheet takes', async () => {
  const table = (cell: string) => ({ header: ['a'], lines: [[cell]] });
  const long = `逐日：[1/2] ${'长'.repeat(40)}`;
  const blob = await workbookOf({ 总计: table('x'), [long]: table('y') });
  const sheets = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
  expect(sheets.map(({ sheet, data }) => [sheet, data])).toEqual([
    ['总计', [['a'], ['x']]],
    [long.replace(/[[\]/]/g, ' ').slice(0, 31), [['a'], ['y']]],
  ]);
});

test('a column of a workbook is as wide as its longest line, a character of Chinese counting double, between two limits', () => {
  const lines = [['临时救助申请', 'ab', '一\n二二二二二', '长'.repeat(100)]];
  expect(widthsOf({ header: ['名称', 'x', 'y', 'z'], lines })).toEqual([14, 8, 12, 60]);
});
