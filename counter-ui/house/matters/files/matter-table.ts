/** Matters as a table, one a row, and back (L1). A cell with several texts has one a line; see cells.ts. */
import type { z } from 'zod';
import { type Matter, MatterChannel, MatterKind } from '../../../../schema/catalogue/catalogue.ts';
import { DOMAINS, Domain } from '../../../../schema/catalogue/facts/domain.ts';
import { IN_LANGUAGES } from '../../../../schema/catalogue/facts/in-languages.ts';
import { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { inLanguage, LANGUAGES, type Language } from '../../../../schema/ids.ts';
import { IdentityUse } from '../../../../schema/people/person.ts';
import { labelKey } from '../../../../schema/typed/names.ts';
import type { Table } from '../../../hall/table-file.ts';
import { type Say, speak } from '../../../words/speak.ts';
import { contractOf, linesOf, materialLine, materialOf, pauseLine, pauseOf, textsCell, textsOf } from './cells.ts';
import { STANDING, standingCells, standingOf } from './standing-cells.ts';

/** Each field of a matter that a file may say, in this order; one without its columns does not compile. */
const COLUMNS_OF = {
  id: ['id'],
  letter: ['letter'],
  names: ['zh-Hans', 'zh-Hant', 'en'],
  aliases: ['aliases'],
  kind: ['kind'],
  department: ['department'],
  limitDays: ['limitDays'],
  limitUnit: ['limitUnit'],
  typicalMinutes: ['typicalMinutes'],
  fee: ['fee'],
  basis: ['basis'],
  materials: ['materials'],
  conditions: ['conditions'],
  channels: ['channels'],
  counters: ['counters'],
  domain: ['domain'],
  place: ['place'],
  extensionDays: ['extensionDays'],
  pauses: ['pauses'],
  acceptance: ['acceptanceDays', 'acceptanceUnit'],
  promisedDays: ['promisedDays'],
  applicantBasis: ['applicantBasis'],
  publicNoticeBasis: ['publicNoticeBasis'],
  identity: ['identity'],
  retentionDays: ['retentionDays'],
  standing: STANDING,
  accountA: ['accountA'],
  accountB: ['accountB'],
  offered: ['offered'],
} as const satisfies Record<keyof ImportedMatter, readonly string[]>;
export type Column = (typeof COLUMNS_OF)[keyof ImportedMatter][number];
export const COLUMNS: readonly Column[] = Object.values(COLUMNS_OF).flat();
/** A file that an older program wrote has none of these, and what it does not say stays. */
const LATER: readonly Column[] = COLUMNS.slice(COLUMNS.indexOf('conditions'));
/** Their titles grew with what a cell holds: an older file is known by what stands before the bracket. */
const GROWN: readonly Column[] = ['materials', ...IN_LANGUAGES];

/** Counters stand in a table as people call them. */
export type Labels = readonly { id: string; label: string }[];
/** C11: and clerks by their accounts, which another hall may have, too. */
export type Accounts = readonly { id: string; account: string }[];

export function matterTable(say: Say, all: readonly Matter[], labels: Labels = [], accounts: Accounts = []): Table {
  const matters = asFiled(all, accounts);
  return {
    header: COLUMNS.map((column) => say(`column.${column}`)),
    lines: matters.map((matter) => COLUMNS.map((column) => cellOf(say, matter, column, labels))),
  };
}

type Filed = Pick<Matter, 'clerkA' | 'clerkB' | 'offered' | 'heldBack'>;

/**
 * Each matter with the accounts of its A and B clerk; of one whom nobody knows any more the id. Whether a matter is offered
 * that is held back, nobody has said (L2).
 */
export function asFiled<T extends Filed>(matters: readonly T[], accounts: Accounts) {
  const of = (id: string | null) => accounts.find((one) => one.id === id)?.account ?? id;
  return matters.map(({ offered, heldBack, ...one }) => ({
    ...one,
    ...{ accountA: of(one.clerkA), accountB: of(one.clerkB) },
    offered: heldBack ? undefined : offered,
  }));
}

type Told = ReturnType<typeof asFiled<Matter>>[number];

function cellOf(say: Say, { names, ...matter }: Told, column: Column, labels: Labels): string | number | null {
  switch (column) {
    case 'standing':
    case 'approvalNo':
    case 'approvalOn':
    case 'entrustmentLetterNo':
    case 'entrustmentDepartment':
    case 'entrustmentFrom':
    case 'entrustmentUntil':
    case 'entrustmentFunding':
      return standingCells(say, matter.standing ?? null)[column];
    case 'zh-Hans':
    case 'zh-Hant':
    case 'en':
      return names[column];
    case 'aliases':
      return matter.aliases.join('\n');
    case 'materials':
      return matter.materials.map((one) => materialLine(say, one)).join('\n');
    case 'conditions':
    case 'place':
    case 'department':
    case 'fee':
    case 'basis': {
      const texts = matter[column];
      return texts ? textsCell(texts) : '';
    }
    case 'acceptanceDays':
      return matter.acceptance?.days ?? '';
    case 'acceptanceUnit':
      return matter.acceptance ? say(`value.${matter.acceptance.unit}`) : '';
    case 'offered':
      return matter.offered === undefined ? '' : say(matter.offered ? 'yes' : 'no');
    case 'identity':
      return say(`identity.${matter.identity}`);
    case 'domain':
      return matter.domain ? inLanguage(DOMAINS[matter.domain].names, languageOf(say)) : '';
    case 'pauses':
      return (matter.pauses ?? []).map((one) => pauseLine(say, one)).join('\n');
    case 'channels':
      return (matter.channels ?? []).map((one) => say(`channel.${one}`)).join('\n');
    case 'counters':
      return (matter.counters ?? []).map((id) => labels.find((one) => one.id === id)?.label ?? id).join('\n');
    case 'kind':
    case 'limitUnit':
      return say(`value.${matter[column]}`);
    case 'id':
    case 'letter':
    case 'limitDays':
    case 'typicalMinutes':
    case 'extensionDays':
    case 'promisedDays':
    case 'applicantBasis':
    case 'publicNoticeBasis':
    case 'retentionDays':
    case 'accountA':
    case 'accountB':
      return matter[column] ?? '';
    default:
      return column satisfies never;
  }
}

/** In which language the file is written. */
export function languageOf(say: Say): Language {
  return LANGUAGES.find((one) => speak(one)('field.domain') === say('field.domain')) ?? 'zh-Hans';
}

export type Row =
  /** `pictures`: of each material the bytes that a file carries. */
  | { row: number; name: string; matter: ImportedMatter; pictures?: (string | null | undefined)[] }
  | { row: number; code: string; name: string; fields: Column[] };

/** What a row is no matter for is named by its columns; a header that is not the table's gives null. */
export function mattersOf(cells: readonly (readonly string[])[], labels: Labels = []): Row[] | null {
  const [header = [], ...lines] = cells;
  const at = placesOf(header);
  if (!at) return null;
  return lines.flatMap((line, n): Row[] => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const of = (column: Column) => (line[at.get(column)!] ?? '').trim();
    const has = (column: Column) => at.get(column)! >= 0;
    const isOld = (column: Column) => !/[（(]/.test(header[at.get(column)!] ?? '');
    const read = ImportedMatter.safeParse(written({ of, has, isOld }, labels));
    // The header is the first row of the file.
    const shown = { row: n + 2, name: of('zh-Hans') };
    if (read.success) return [{ ...shown, matter: read.data }];
    return [{ ...shown, code: of('id'), fields: columnsOf(read.error.issues) }];
  });
}

/** In whichever language the file was written. */
function placesOf(header: readonly string[]): Map<Column, number> | null {
  for (const language of LANGUAGES) {
    const say = speak(language);
    const at = new Map(COLUMNS.map((column) => [column, placeOf(header, column, say)]));
    if ([...at].every(([column, place]) => place >= 0 || LATER.includes(column))) return at;
  }
  return null;
}

function placeOf(header: readonly string[], column: Column, say: Say): number {
  const title = say(`column.${column}`);
  const short = (text: string) => (text.split(/[（(]/)[0] ?? '').trim();
  return header.findIndex((one) => one === title || (GROWN.includes(column) && short(one) === short(title)));
}

type Cells = {
  of: (column: Column) => string;
  has: (column: Column) => boolean;
  /** Its title is that of an older program. */
  isOld: (column: Column) => boolean;
};

function written({ of, has, isOld }: Cells, labels: Labels): unknown {
  const number = (text: string) => (text === '' ? null : Number(text));
  const later = (column: Column, read: (cell: string) => unknown) =>
    has(column) ? { [column]: read(of(column)) } : {};
  const texts = (cell: string) => (cell === '' ? null : textsOf(cell));
  return {
    ...{ id: of('id'), letter: of('letter'), kind: contractValue(of('kind')) },
    ...Object.fromEntries(IN_LANGUAGES.map((one) => [one, isOld(one) ? of(one) : textsOf(of(one))])),
    ...{ limitDays: number(of('limitDays')), limitUnit: contractValue(of('limitUnit')) },
    names: { 'zh-Hans': of('zh-Hans'), 'zh-Hant': of('zh-Hant') || of('zh-Hans'), en: of('en') },
    aliases: linesOf(of('aliases')),
    typicalMinutes: number(of('typicalMinutes')),
    materials: linesOf(of('materials')).map(materialOf),
    ...later('conditions', texts),
    ...later('place', texts),
    ...later('domain', domainOf),
    ...later('extensionDays', number),
    ...(has('acceptanceDays') ? { acceptance: stageOf(of('acceptanceDays'), of('acceptanceUnit')) } : {}),
    ...later('pauses', (cell) => (cell === '' ? null : linesOf(cell).map(pauseOf))),
    ...later('channels', channelsOf),
    ...later('counters', (cell) => countersOf(cell, labels)),
    ...later('promisedDays', number),
    ...later('applicantBasis', (cell) => cell || null),
    ...later('publicNoticeBasis', (cell) => cell || null),
    ...later('identity', (cell) => contractOf(cell, 'identity.', IdentityUse.options)),
    ...later('retentionDays', number),
    ...(has('standing') ? { standing: standingOf(of) } : {}),
    ...later('accountA', (cell) => cell || null),
    ...later('accountB', (cell) => cell || null),
    ...later('offered', offeredOf),
  };
}

/** Days without a unit, and a unit without days, are faults of the column that is empty. */
function stageOf(days: string, unit: string): unknown {
  return days === '' && unit === '' ? null : { days: days === '' ? null : Number(days), unit: contractValue(unit) };
}

/** An empty cell says nothing of it. */
function offeredOf(cell: string): boolean | string | undefined {
  const word = contractOf(cell, '', ['yes', 'no']);
  return cell === '' ? undefined : word === 'yes' || (word === 'no' ? false : word);
}

/** In whichever language it was written, or the contract's own name. */
function domainOf(cell: string): string | null {
  const isSaid = (domain: Domain) => Object.values(DOMAINS[domain].names).some((name) => name === cell);
  return cell === '' ? null : (Domain.options.find(isSaid) ?? cell);
}

function channelsOf(cell: string): string[] | null {
  const channels = linesOf(cell).map((word) => contractOf(word, 'channel.', MatterChannel.options));
  return channels.length === 0 ? null : channels;
}

/** By label, or by the id of a counter that has none here. */
function countersOf(cell: string, labels: Labels): string[] | null {
  const counters = linesOf(cell).map(
    (word) => labels.find((one) => labelKey(one.label) === labelKey(word))?.id ?? word,
  );
  return counters.length === 0 ? null : counters;
}

/** The contract's own name of a value that was written in words; anything else stays as it is. */
function contractValue(word: string): string {
  return contractOf(word, 'value.', [...MatterKind.options, 'working', 'calendar']);
}

/** The columns that an issue is of; of a row that is no matter at all each of them. */
export function columnsOf(issues: z.ZodError['issues']): Column[] {
  const found = new Set(issues.flatMap(({ path: [field, ...parts] }) => columnsAt(String(field), parts.join(''))));
  const known = COLUMNS.filter((column) => found.has(column));
  return known.length > 0 ? known : [...COLUMNS];
}

function columnsAt(field: string, part: string): readonly Column[] {
  const columns: readonly Column[] = COLUMNS_OF[field as keyof ImportedMatter] ?? [];
  const wanted = [part, `${field}${part}`].map((one) => one.toLowerCase());
  const named = columns.filter((one) => wanted.includes(one.toLowerCase()));
  return named.length > 0 ? named : columns.slice(0, 1);
}
