/** A stopped hall of the tests with its shell, and logs as other systems write them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { HallData } from '../../set-up.ts';
import { exportCases } from '../../shell/case-log/export-cases.ts';
import { importCases } from '../../shell/case-log/import-cases.ts';
import { MONDAY_9, startTestHall, type TestHall } from '../harness.ts';
import { recordingShell } from '../house/shell-fixture.ts';
import { testHallData } from '../test-data.ts';

/** An hour after the test hall has opened. */
export const NOW = MONDAY_9 + 3_600_000;

/** Makes a hall in this folder, whose matters keep what is said of people for ten years, and stops it. */
export async function stoppedHall(dir: string): Promise<void> {
  const hall = await startTestHall({ dir, data: longKeeping() });
  await hall.stop();
}

export function longKeeping(): HallData {
  const data = testHallData();
  return { ...data, matters: data.matters.map((one) => ({ ...one, retentionDays: 3650 })) };
}

/** What a command said, and its exit code. */
export async function run(dir: string, command: 'import' | 'export', ...args: string[]) {
  const shell = recordingShell(dir, () => NOW);
  const code = await (command === 'import' ? importCases : exportCases).run(args, shell);
  return { code, said: shell.said.join('\n') };
}

type Written = Record<string, string | number | boolean | undefined>;

/** A trace as XES text; `time` and the like go by the standard's keys. */
export function trace(number: string, attributes: Written, events: readonly Written[]): string {
  const inside = events.map((one) => `<event>${attributesOf(one)}</event>`).join('\n');
  return `<trace>${attributesOf({ 'concept:name': number, ...attributes })}\n${inside}</trace>`;
}

const KEYS: Record<string, string> = {
  activity: 'concept:name',
  time: 'time:timestamp',
  who: 'org:resource',
  life: 'lifecycle:transition',
};

function attributesOf(of: Written): string {
  return Object.entries(of)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const key = KEYS[name] ?? name;
      const kind = typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'boolean' : 'string';
      return `<${key === 'time:timestamp' ? 'date' : kind} key="${key}" value="${escaped(String(value))}"/>`;
    })
    .join('');
}

export function log(...traces: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016">\n${traces.join('\n')}\n</log>\n`;
}

export function write(dir: string, name: string, text: string | Buffer): string {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
}

function escaped(text: string): string {
  return text.replace(/[&<"\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Each case of an XES file with its attributes and events, read by another reader than the hall's; times as instants. */
export function eventsOf(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/<\?.*?\?>|<(extension|classifier)\b[^>]*>|\s*\n\s*/g, ' ');
  const same = (value: string) => (/^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value);
  const attributes = (part: string) =>
    [...part.matchAll(/<(\w+) key="([^"]*)"(?: value="([^"]*)")?(\/?)>|<\/(\w+)>/g)]
      .map(([, kind, key, value = '', isEmpty, ended]) => ended ?? `${kind} ${key} ${same(unescaped(value))}${isEmpty}`)
      .join('\n')
      .split(/\n(?!\s)/);
  return [...text.matchAll(/<trace>(.*?)<\/trace>/gs)].map(([, inside = '']) => {
    const [own = '', ...events] = inside.split('<event>');
    return { own: attributes(own).sort(), events: events.map((one) => attributes(one.replace('</event>', '')).sort()) };
  });
}

/** Each line of a CSV file with the cells that hold something, by another reader's columns; times as instants. */
export function linesOf(file: string): unknown {
  const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** Somebody takes a number of A-1, clerk `one` serves it and concludes it so. */
export async function concludeOne(hall: TestHall, conclusion: Conclusion): Promise<void> {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const wish = () => ({ requestId: newRequestId() });
  const [matterIds, counterId] = [['A-1' as MatterId], 'c1' as CounterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId }).catch(() => null);
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const [open] = await one.cases.mine({});
  await one.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion });
  await one.tickets.finish({ ...wish(), ticketId });
}
