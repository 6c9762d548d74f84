import { expect, test } from 'vitest';
import { lookAlikes } from './names.ts';

test.each([
  ['аdmin', 'а'],
  ['αdmin', 'α'],
  ['сосо', 'со'],
  ['admin한', '한'],
  ['admin', ''],
  ['Müller', ''],
  ['王芳2', ''],
  ['王fang', ''],
  ['བཀྲ་ཤིས', ''],
  ['مەمەت', ''],
])('[A3] an account with letters that are taken for others is told by them: %j, %j', (account, letters) =>
  expect(lookAlikes(account)).toBe(letters),
);
