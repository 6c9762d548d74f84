/** A table as a file for a spreadsheet: as a workbook, or as text that any program reads. */
import { stringify } from 'csv-stringify/browser/esm/sync';
import writeWorkbook from 'write-excel-file/universal';
import { disarmed } from '../../schema/texts/disarmed.ts';

export type Table = { header: string[]; lines: (string | number | null)[][] };

/** RFC 4180 with a byte-order mark, so that spreadsheets read Chinese; a leading formula sign is disarmed. */
export function csvOf({ header, lines }: Table): string {
  const cells = [header, ...lines].map((line) =>
    line.map((cell) => (typeof cell === 'string' ? disarmed(cell) : cell)),
  );
  return stringify(cells, {
    bom: true,
    record_delimiter: '\r\n',
    // The browser's build quotes only its own line ends.
    quoted_match: /[\r\n]/,
  });
}

/** A sheet's name has at most so many signs, and none of these. */
const SHEET_NAME_LENGTH = 31;
const NO_SHEET_NAME = /[[\]:*?/\\]/g;

/** Each a sheet under its name. Numbers stay numbers and text stays text, whatever it looks like; headers stay in sight. */
export function workbookOf(sheets: Record<string, Table>): Promise<Blob> {
  const all = Object.entries(sheets).map(([name, table]) => ({
    sheet: name.replace(NO_SHEET_NAME, ' ').slice(0, SHEET_NAME_LENGTH),
    data: cellsOf(table),
    columns: widthsOf(table).map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  return writeWorkbook(all).toBlob();
}

/** As wide as what stands in it, in signs; a long text does not push the others away. */
const NARROWEST = 8;
const WIDEST = 60;
export function widthsOf({ header, lines }: Table): number[] {
  return header.map((title, at) => {
    const texts = [title, ...lines.map((line) => String(line[at] ?? ''))].flatMap((text) => text.split('\n'));
    const widest = texts.reduce((most, text) => Math.max(most, signsOf(text)), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
  });
}

/** A character of Chinese is as wide as two letters. */
function signsOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g) ?? []).length;
}

function cellsOf({ header, lines }: Table) {
  const titles = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = lines.map((line) =>
    line.map((value) => (typeof value === 'number' ? { value, type: Number } : { value: value ?? '', type: String })),
  );
  return [titles, ...rows];
}

const KEPT_MS = 60_000;

export function saveFile(name: string, content: Blob | string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A busy browser begins the download later than this line.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
