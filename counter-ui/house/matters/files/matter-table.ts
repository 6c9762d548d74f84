/** Matters as a table, one a row, and back (L1). A cell with several texts has one a line; 简 | 繁 where scripts differ. */
import type { z } from 'zod';
import { type Matter, MatterKind } from '../../../../schema/catalogue/catalogue.ts';
import { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { LANGUAGES } from '../../../../schema/ids.ts';
import type { Table } from '../../../hall/table-file.ts';
import { type Say, speak } from '../../../words/speak.ts';

const COLUMNS = [
  ...(['id', 'letter', 'zh-Hans', 'zh-Hant', 'en', 'aliases', 'kind', 'department', 'limitDays'] as const),
  ...(['limitUnit', 'typicalMinutes', 'fee', 'basis', 'materials'] as const),
];
type Column = (typeof COLUMNS)[number];
const BETWEEN = ' | ';

export function matterTable(say: Say, matters: readonly Matter[]): Table {
  return {
    header: COLUMNS.map((column) => say(`column.${column}`)),
    lines: matters.map((matter) => COLUMNS.map((column) => cellOf(say, matter, column))),
  };
}

function cellOf(say: Say, { names, ...matter }: Matter, column: Column): string | number | null {
  switch (column) {
    case 'zh-Hans':
    case 'zh-Hant':
    case 'en':
      return names[column];
    case 'aliases':
      return matter.aliases.join('\n');
    case 'materials':
      return matter.materials.map((one) => [...new Set([one['zh-Hans'], one['zh-Hant']])].join(BETWEEN)).join('\n');
    case 'kind':
    case 'limitUnit':
      return say(`value.${matter[column]}`);
    default:
      return matter[column];
  }
}

export type Row =
  | { row: number; name: string; matter: ImportedMatter }
  | { row: number; name: string; fields: string[] };

/** What a row is no matter for is named by its columns; a header that is not the table's gives null. */
export function mattersOf(cells: readonly (readonly string[])[]): Row[] | null {
  const [header = [], ...lines] = cells;
  const at = placesOf(header);
  if (!at) return null;
  return lines.flatMap((line, n): Row[] => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const of = (column: Column) => (line[at.get(column)!] ?? '').trim();
    const read = ImportedMatter.safeParse(written(of));
    // The header is the first row of the file.
    const shown = { row: n + 2, name: of('zh-Hans') };
    return [read.success ? { ...shown, matter: read.data } : { ...shown, fields: columnsOf(read.error.issues) }];
  });
}

/** In whichever language the file was written. */
function placesOf(header: readonly string[]): Map<Column, number> | null {
  for (const language of LANGUAGES) {
    const say = speak(language);
    const at = new Map(COLUMNS.map((column) => [column, header.indexOf(say(`column.${column}`))]));
    if ([...at.values()].every((place) => place >= 0)) return at;
  }
  return null;
}

function written(of: (column: Column) => string): unknown {
  const number = (text: string) => (text === '' ? null : Number(text));
  return {
    ...{ id: of('id'), letter: of('letter'), kind: contractValue(of('kind')), department: of('department') },
    ...{
      fee: of('fee'),
      basis: of('basis'),
      limitDays: number(of('limitDays')),
      limitUnit: contractValue(of('limitUnit')),
    },
    names: { 'zh-Hans': of('zh-Hans'), 'zh-Hant': of('zh-Hant') || of('zh-Hans'), en: of('en') },
    aliases: linesOf(of('aliases')),
    typicalMinutes: number(of('typicalMinutes')),
    materials: linesOf(of('materials')).map((line) => {
      const [hans = '', hant = hans] = line.split('|').map((text) => text.trim());
      return { 'zh-Hans': hans, 'zh-Hant': hant };
    }),
  };
}

/** The contract's own name of a value that was written in words; anything else stays as it is. */
function contractValue(word: string): string {
  const values = [...MatterKind.options, 'working', 'calendar'] as const;
  return values.find((value) => LANGUAGES.some((language) => speak(language)(`value.${value}`) === word)) ?? word;
}

function linesOf(cell: string): string[] {
  return cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The columns that an issue is of; of a row that is no matter at all each of them. */
export function columnsOf(issues: z.ZodError['issues']): Column[] {
  const columns = issues.map(({ path: [field, script] }) => String(field === 'names' ? (script ?? 'zh-Hans') : field));
  const known = COLUMNS.filter((column) => columns.includes(column));
  return known.length > 0 ? known : [...COLUMNS];
}
