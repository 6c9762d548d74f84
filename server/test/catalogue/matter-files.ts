/** A catalogue as each file of the export holds it, and as the import reads that file. */
import readWorkbook from 'read-excel-file/node';
import { csvOf, workbookOf } from '../../../counter-ui/hall/table-file.ts';
import {
  type Accounts,
  asFiled,
  mattersOf,
  matterTable,
} from '../../../counter-ui/house/matters/files/matter-table.ts';
import { readMatters } from '../../../counter-ui/house/matters/files/read-file.ts';
import { speak } from '../../../counter-ui/words/speak.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { Letter } from '../../../schema/ids.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';

const say = speak('zh-Hans');
/** Counters of the first group, which the first matter is of. */
export const labels = sampleHall('2026-11-16').counters.filter(({ letters }) => letters.includes('A' as Letter));
type Of<T> = (matters: readonly Matter[], accounts: Accounts) => T;

export const csvFile: Of<string> = (matters, accounts) => csvOf(matterTable(say, matters, labels, accounts));

export const sheetOf: Of<Promise<string[][]>> = async (matters, accounts) => {
  const workbook = await workbookOf({ [say('section.matters')]: matterTable(say, matters, labels, accounts) });
  const [read] = await readWorkbook(Buffer.from(await workbook.arrayBuffer()));
  return read!.data.map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
};

/** Each row as a matter; a row that is none as null. */
export const whole = (rows: ReturnType<typeof mattersOf>) => rows!.map((row) => ('matter' in row ? row.matter : null)!);

export const readAgain: Record<'CSV' | 'XLSX' | 'JSON', Of<Promise<ImportedMatter[]>>> = {
  CSV: async (matters, accounts) => whole(await readMatters(new File([csvFile(matters, accounts)], 'a.csv'), labels)),
  XLSX: async (matters, accounts) => whole(mattersOf(await sheetOf(matters, accounts), labels)),
  JSON: async (matters, accounts) =>
    whole(await readMatters(new File([JSON.stringify(asFiled(matters, accounts))], 'a.json'))),
};
