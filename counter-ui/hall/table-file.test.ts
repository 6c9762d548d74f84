import { expect, test } from 'vitest';
import { csvOf } from './table-file.ts';

test('a spreadsheet cell is quoted where it must be and is never a formula', () => {
  expect(csvOf(['a'], [['1,"2"'], ['=SUM(A1)'], [null], [3]])).toBe('\uFEFFa\r\n"1,""2"""\r\n\'=SUM(A1)\r\n\r\n3\r\n');
});
