/** What the staff wrote, where an event or a row holds a reference to it (P1). */
import { ERASED } from '../../../schema/people/mask.ts';
import type { Tables } from '../../ledger/table.ts';
import { isRef, texts } from '../tables/texts.ts';

/** The same value with its words, at any depth; ledgers older than the table hold the words themselves. */
export function said<T>(from: Tables, value: T): T {
  if (typeof value === 'string') return (isRef(value) ? (from.read(texts).get(value) ?? ERASED) : value) as T;
  if (Array.isArray(value)) return value.map((one) => said(from, one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, said(from, one)])) as T;
}
