/** The file of recorded days that `hall replay` reads: CSV, plain or gzipped. docs/replay.md describes it. */
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { officeDecoder } from '../office-file.ts';

/** One recorded ticket; minutes are local, after midnight. */
export type RecordedTicket = {
  queueId: string;
  date: string;
  arrivalMin: number;
  /** Null: never called that day. */
  calledMin: number | null;
  openCounters: number;
  /** The wait that the hall announced then, if it did. */
  vendorMinutes: number | null;
};
/** `day` in order of arrival; `before` are the office's earlier days of the file, which a hall would have measured. */
export type RecordedOffice = { day: RecordedTicket[]; before: RecordedTicket[] };

/** The last minute after midnight at which the replayed hall still issues. */
export const LAST_MINUTE = 23 * 60 + 58;

const NEEDED = ['office', 'queue_id', 'date', 'arrival_min', 'called_min', 'open_counters'];

const minute = z.coerce.number().min(0).max(LAST_MINUTE);
const optional = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
const Line = z.object({
  office: z.string().min(1),
  queue_id: z.string().min(1).max(40),
  date: z.iso.date(),
  arrival_min: minute,
  called_min: optional(minute),
  open_counters: z.coerce.number().int().min(0).max(99),
  vendor_minutes: optional(z.coerce.number().min(0)),
});

/** Throws one sentence: what is wrong with the file, or which offices and days it has instead. */
export async function readRecordedOffice(file: string, office: string, date: string): Promise<RecordedOffice> {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const offices = new Set<string>();
  const days = new Set<string>();
  const found: RecordedOffice = { day: [], before: [] };
  const rows = file.endsWith('.gz') ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);
  const text = rows.pipe(officeDecoder(file));
  const parser = text.pipe(parse({ columns: checkedHeader, trim: true, skip_empty_lines: true }));
  for (const stream of [rows, text]) stream.on('error', (error: Error) => parser.destroy(error));
  let number = 1;
  for await (const record of parser) {
    number++;
    offices.add(record.office);
    if (record.office !== office) continue;
    days.add(record.date);
    if (record.date > date) continue;
    const ticket = readLine(record, `${file}, ticket ${number - 1}`);
    if (ticket.date === date) found.day.push(ticket);
    else found.before.push(ticket);
  }
  if (!offices.has(office)) throw new Error(`${file} has no office "${office}"; it has ${list(offices)}`);
  if (found.day.length === 0) throw new Error(`${file} has no ticket of ${office} on ${date}; it has ${list(days)}`);
  for (const tickets of [found.day, found.before]) {
    tickets.sort((a, b) => a.date.localeCompare(b.date) || a.arrivalMin - b.arrivalMin);
  }
  return found;
}

function checkedHeader(names: string[]): string[] {
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`the first line must name the columns; missing: ${missing.join(', ')}`);
  return names;
}

function readLine(record: unknown, where: string): RecordedTicket {
  const read = Line.safeParse(record);
  if (!read.success) throw new Error(`${where}: ${String(read.error.issues[0]?.path[0])} is not what it must be`);
  const { queue_id, date, arrival_min, called_min, open_counters, vendor_minutes } = read.data;
  if (called_min !== null && called_min < arrival_min) throw new Error(`${where}: called before it arrived`);
  return {
    queueId: queue_id,
    date,
    arrivalMin: arrival_min,
    calledMin: called_min,
    openCounters: open_counters,
    vendorMinutes: vendor_minutes,
  };
}

function list(names: Set<string>): string {
  const most = [...names].sort().slice(0, 30);
  return most.join(', ') + (names.size > most.length ? ' …' : '');
}
