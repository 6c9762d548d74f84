/** A table as a file for a spreadsheet. */
import { stringify } from 'csv-stringify/browser/esm/sync';

/** RFC 4180 with a byte-order mark, so that spreadsheets read Chinese; a leading formula sign is disarmed. */
export function csvOf(header: string[], lines: (string | number | null)[][]): string {
  return stringify([header, ...lines], {
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    // The browser's build quotes only its own line ends.
    quoted_match: /[\r\n]/,
  });
}

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
