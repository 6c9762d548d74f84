/** Traces of a CSV file: one line an event, its case in a column; lines of one case need not stand together. */
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Attribute } from '../../../schema/cases/log/attribute.ts';
import { undisarmed } from '../../../schema/texts/disarmed.ts';
import { folded } from '../../../schema/typed/signs.ts';
import {
  EVENTS_MOST,
  type LogTrace,
  NAME,
  RESOURCE,
  shortened,
  type Tell,
  TIME,
  TRANSITION,
  timeParts,
  tooMany,
  wrongValue,
} from './log.ts';

/** What a column may be, and the names by which it is known without being told. */
const KNOWN = {
  case: ['case:concept:name', 'case id', 'case_id', 'caseid', 'case', '办件编号', '办件号', '案件编号'],
  activity: ['concept:name', 'activity', '活动', '环节', '步骤'],
  time: ['time:timestamp', 'timestamp', 'complete timestamp', 'end_timestamp', 'time', '时间', '办理时间', '完成时间'],
  start: ['start_timestamp', 'start timestamp', 'start', '开始时间'],
  resource: ['org:resource', 'resource', '经办人', '办理人'],
  transition: ['lifecycle:transition', 'transition'],
} as const;
export type ColumnName = keyof typeof KNOWN;
export type Columns = { [C in ColumnName]?: string | undefined };
const OF_CASE = 'case:';
/** Of a quote that nothing closes the whole file would be one line. */
const ROW_MOST = 1_000_000;

/** The whole file is read before the first trace comes: a case may have its last line at the end. */
export async function* readCsv(
  text: Readable,
  file: string,
  { columns, tell }: { columns: Columns; tell: Tell },
): AsyncGenerator<LogTrace> {
  const traces = new Map<string, LogTrace>();
  let place: Place | null = null;
  let count = 0;
  try {
    for await (const { record, info } of rowsOf(text)) {
      if (!place) place = placeOf(record, columns, file);
      else addRow(place, record, info.lines, traces, tell);
      if (++count > EVENTS_MOST) throw tooMany(file);
    }
  } catch (error) {
    const { code = '', lines } = error as { code?: string; lines?: number };
    if (!code.startsWith('CSV_')) throw error;
    throw new Error(`${file}, line ${lines ?? '?'}: no CSV (${(error as Error).message.split('\n')[0]})`, {
      cause: error,
    });
  }
  if (!place) throw new Error(`${file} is empty`);
  yield* traces.values();
}

type Row = { record: string[]; info: { lines: number } };

/** The separator is told by the first line. */
async function* rowsOf(text: Readable): AsyncGenerator<Row> {
  const parts = text[Symbol.asyncIterator]();
  let head = '';
  let isDone = false;
  while (!isDone && !head.includes('\n') && head.length < ROW_MOST) {
    const { value, done } = await parts.next();
    isDone = done === true;
    head += value ?? '';
  }
  const [line = ''] = head.split('\n', 1);
  const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length);
  const lenient = { relax_column_count: true, skip_empty_lines: true, max_record_size: ROW_MOST };
  const parser = parse({ bom: true, delimiter, info: true, ...lenient });
  const whole = async function* () {
    yield head;
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  };
  // What is wrong with the text is thrown where the rows are read.
  pipeline(Readable.from(whole()), parser, (error) => {
    if (error && !parser.destroyed) parser.destroy(error);
  });
  yield* parser as AsyncIterable<Row>;
}

type Place = { header: string[] } & { [C in ColumnName]?: number };

function placeOf(header: string[], columns: Columns, file: string): Place {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`${file}: the column ${twice || '(without a name)'} is there twice`);
  const place: Place = { header: names };
  for (const name of Object.keys(KNOWN) as ColumnName[]) {
    const told = columns[name];
    const wanted: readonly string[] = told === undefined ? KNOWN[name] : [told];
    const at = wanted.map((one) => names.findIndex((column) => folded(column) === folded(one))).find((i) => i >= 0);
    if (at !== undefined) place[name] = at;
    else if (told !== undefined) throw new Error(`${file} has no column ${told}`);
  }
  for (const name of ['case', 'activity', 'time'] as const)
    if (place[name] === undefined)
      throw new Error(`${file} has no column for the ${name}; name it in the file of --map as columns.${name}`);
  return place;
}

function addRow(place: Place, record: string[], line: number, traces: Map<string, LogTrace>, tell: Tell): void {
  const cells = record.map(undisarmed);
  const cell = (name: ColumnName) => (place[name] === undefined ? '' : (cells[place[name]] ?? '').trim());
  const number = cell('case');
  if (record.length !== place.header.length)
    tell(line, number, `it has ${record.length} cells, and the first line has ${place.header.length}`);
  if (number === '') tell(line, '', 'it names no case');
  if (number === '' || record.length !== place.header.length) return;
  const trace = traces.get(number) ?? { line, attributes: [string(NAME, number)], events: [] };
  traces.set(number, trace);
  const attributes: Attribute[] = [];
  const start = cell('start');
  for (const [i, key] of place.header.entries()) {
    const value = cells[i] ?? '';
    if (value === '' || i === place.case || i === place.start) continue;
    const one = string(keyAt(place, i) ?? key, value);
    const wrong = one.kind === 'date' ? wrongValue('date', key, value) : wrongValue('string', key, value);
    if (wrong) tell(line, number, wrong);
    if (key.startsWith(OF_CASE)) addOfCase(trace, { ...one, key: key.slice(OF_CASE.length) }, { line, number, tell });
    else attributes.push(one);
  }
  if (start !== '') addStart(trace, attributes, { start, end: cell('time'), line, number, tell });
  trace.events.push({ line, attributes });
}

function string(key: string, value: string): Attribute {
  return { kind: key === TIME ? 'date' : 'string', key, value };
}

function keyAt(place: Place, i: number): string | null {
  if (i === place.activity) return NAME;
  if (i === place.time) return TIME;
  if (i === place.resource) return RESOURCE;
  return i === place.transition ? TRANSITION : null;
}

/** Each line of a case repeats it. */
function addOfCase(
  trace: LogTrace,
  one: Attribute,
  { line, number, tell }: { line: number; number: string; tell: Tell },
) {
  const before = trace.attributes.find(({ key }) => key === one.key);
  if (!before) trace.attributes.push(one);
  else if (before.value !== one.value)
    tell(line, number, `${OF_CASE}${one.key} is ${shortened(one.value)} here and ${shortened(before.value)} before`);
}

/** One line with two times is two events. */
function addStart(
  trace: LogTrace,
  attributes: Attribute[],
  { start, end, line, number, tell }: { start: string; end: string; line: number; number: string; tell: Tell },
) {
  const wrong = wrongValue('date', 'the start', start);
  if (wrong) tell(line, number, wrong);
  if (wrong) return;
  const [from, to] = [start, end].map((text) => {
    const parts = timeParts(text);
    return parts && `${parts.day}T${parts.time}${parts.zone}`;
  });
  if (from && to && from > to) tell(line, number, `it ends at ${end}, before it begins at ${start}`);
  const kept = attributes.filter(({ key }) => [NAME, RESOURCE].includes(key));
  trace.events.push({ line, attributes: [...kept, string(TIME, start), string(TRANSITION, 'start')] });
}
