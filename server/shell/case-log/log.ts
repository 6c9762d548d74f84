/** A case log as a file has it: traces of events, each with its attributes and its place; and what is wrong with it. */
import type { Attribute, AttributeKind } from '../../../schema/cases/log/attribute.ts';

/** `line`: where it begins in the file, from 1. */
export type LogEvent = { line: number; attributes: Attribute[] };
export type LogTrace = { line: number; attributes: Attribute[]; events: LogEvent[] };

/** `number`: of the case, where it is known. */
export type Fault = { line: number; number: string; what: string };
export type Tell = (line: number, number: string, what: string) => void;

/** The keys of the standard's extensions. */
export const NAME = 'concept:name';
export const TIME = 'time:timestamp';
export const RESOURCE = 'org:resource';
export const TRANSITION = 'lifecycle:transition';
/** What a hall adds of its own. */
export const OWN = 'shouwen:';

/** Held in memory while they are fitted: 2 KB each. */
export const EVENTS_MOST = 500_000;
const VALUE_MOST = 20_000;
export const DEEP_MOST = 8;

export function valueAt(attributes: readonly Attribute[], key: string): string | null {
  return attributes.find((one) => one.key === key)?.value.trim() || null;
}

export function tooMany(file: string): Error {
  return new Error(`${file} has more than ${EVENTS_MOST} events; read it in in parts`);
}

export function nameOf(trace: Pick<LogTrace, 'attributes'>): string {
  return valueAt(trace.attributes, NAME) ?? '';
}

/** Null: the value is one of its kind. */
export function wrongValue(kind: AttributeKind, key: string, value: string): string | null {
  if (value.length > VALUE_MOST) return `the value of ${key} has more than ${VALUE_MOST} signs`;
  if (UNWRITABLE.test(value)) return `${key} has a sign that no text has`;
  switch (kind) {
    case 'string':
    case 'list':
    case 'container':
      return null;
    case 'int':
      return /^[+-]?\d{1,19}$/.test(value) ? null : `${key} is no whole number: ${shortened(value)}`;
    case 'float':
      return FLOAT.test(value) ? null : `${key} is no number: ${shortened(value)}`;
    case 'boolean':
      return /^(true|false|0|1)$/i.test(value) ? null : `${key} is neither true nor false: ${shortened(value)}`;
    case 'id':
      return UUID.test(value) ? null : `${key} is no identifier (a UUID): ${shortened(value)}`;
    case 'date':
      return isTime(value) ? null : `${key} is no time: ${shortened(value)}`;
    default:
      return kind satisfies never;
  }
}

/** What XML cannot say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const FLOAT = /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|NaN|[+-]?INF)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SHOWN = 40;

export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

const LOCAL = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/;
const ZONE = /(Z|[+-]\d{2}:?\d{2})$/i;

/** In parts: the day, the time to the millisecond, and the zone's part as it stands; null: no time. */
export function timeParts(text: string): { day: string; time: string; zone: string } | null {
  const trimmed = text.trim();
  // A date alone ends like a zone.
  const zone = /[T ]\d/.test(trimmed) ? (ZONE.exec(trimmed)?.[1] ?? '') : '';
  const [, year, , month = '', date = '', hour = '0', minute = '00', second = '00', part = ''] =
    LOCAL.exec(trimmed.slice(0, trimmed.length - zone.length).trimEnd()) ?? [];
  if (year === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = `${hour.padStart(2, '0')}:${minute}:${second}.${part.slice(0, 3).padEnd(3, '0')}`;
  // 30 February is read as 2 March.
  const at = new Date(`${day}T${time}Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString() === `${day}T${time}Z`;
  return isReal ? { day, time, zone: zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') } : null;
}

function isTime(text: string): boolean {
  return timeParts(text) !== null;
}
