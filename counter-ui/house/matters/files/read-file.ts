/** A file of matters that somebody chose: a workbook, CSV in UTF-8, or JSON. */
import { parse } from 'csv-parse/browser/esm/sync';
import readWorkbook from 'read-excel-file/browser';
import { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { undisarmed } from '../../../../schema/texts/disarmed.ts';
import { columnsOf, type Labels, mattersOf, type Row } from './matter-table.ts';
import { carriedPictures } from './pictures.ts';

/** Null: not such a file. `labels`: of counters, as a table has them. */
export async function readMatters(file: File, labels: Labels = []): Promise<Row[] | null> {
  try {
    if (/\.xlsx$/i.test(file.name)) return mattersOf(await sheetOf(file), labels);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return /\.json$/i.test(file.name) ? ofJson(JSON.parse(text)) : mattersOf(linesOf(text), labels);
  } catch {
    return null;
  }
}

function linesOf(text: string): string[][] {
  const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
  return lines.map((line) => line.map(undisarmed));
}

async function sheetOf(file: File): Promise<string[][]> {
  const sheets = await readWorkbook(file);
  return (sheets[0]?.data ?? []).map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
}

/** As this program writes it; what else a matter holds there is set elsewhere. */
function ofJson(read: unknown): Row[] | null {
  if (!Array.isArray(read)) return null;
  return read.map((one, n): Row => {
    const name = String(one?.names?.['zh-Hans'] ?? '');
    const matter = ImportedMatter.safeParse(one);
    const pictures = carriedPictures(one);
    if (matter.success && pictures) return { row: n + 1, name, matter: matter.data, pictures };
    return {
      row: n + 1,
      code: String(one?.id ?? ''),
      name,
      fields: matter.success ? ['materials'] : columnsOf(matter.error.issues),
    };
  });
}
