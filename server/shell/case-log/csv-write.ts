/** Traces as CSV, a line an event; a column for each attribute that any of them has. What stands under another is left out. */
import { stringify } from 'csv-stringify/sync';
import type { Attribute } from '../../../schema/cases/log/attribute.ts';
import { disarmed } from '../../../schema/texts/disarmed.ts';
import { NAME, RESOURCE, TIME, TRANSITION } from './log.ts';
import type { Trace } from './traces.ts';

const OF_CASE = 'case:';
const FIRST = [`${OF_CASE}${NAME}`, NAME, TIME, RESOURCE, TRANSITION];

/** Goes through the traces twice: first for the columns, which stand in the first line. */
export function* csvOf(traces: () => Iterable<Trace>): Generator<string> {
  const columns = new Set(FIRST);
  for (const { attributes, events } of traces()) {
    for (const one of attributes) if (isPlain(one)) columns.add(OF_CASE + one.key);
    for (const event of events) for (const one of event) if (isPlain(one)) columns.add(one.key);
  }
  const names = [...columns];
  yield line([names], true);
  for (const { attributes, events } of traces()) {
    const ofCase = cellsOf(attributes, OF_CASE);
    const rows = events.map((event) => new Map([...ofCase, ...cellsOf(event, '')]));
    if (rows.length > 0) yield line(rows.map((cells) => names.map((name) => cells.get(name) ?? '')));
  }
}

function line(rows: string[][], bom = false): string {
  return stringify(
    rows.map((cells) => cells.map((value) => (isNumber(value) ? value : disarmed(value)))),
    { bom, record_delimiter: '\r\n' },
  );
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

function isPlain({ kind }: Attribute): boolean {
  return kind !== 'list' && kind !== 'container';
}

function cellsOf(attributes: readonly Attribute[], before: string): Map<string, string> {
  return new Map(attributes.filter(isPlain).map(({ key, value }) => [before + key, value]));
}
