import { expect, test } from 'vitest';
import { csvOf } from './table-file.ts';

test('a spreadsheet cell is quoted where it must be and is never a formula', () => {
  expect(csvOf(['a'], [['1,"2"'], ['=SUM(A1)'], [null], [3]])).toBe('\uFEFFa\r\n"1,""2"""\r\n\'=SUM(A1)\r\n\r\n3\r\n');
});

test('a line end within a cell stays within it, and a sign of any script is no formula; a number is itself', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['一\n二', '+1'],
        ['@x', '-1'],
        ['＝1', -1],
      ],
    ),
  ).toBe("\uFEFFa,b\r\n\"一\n二\",'+1\r\n'@x,'-1\r\n'＝1,-1\r\n");
});
