/** What the staff wrote, where an event or a row holds a reference to it (P1). */
import { ERASED } from '../../../schema/people/mask.ts';
import type { Tables } from '../../ledger/table.ts';
import { isRef, texts } from '../tables/texts.ts';

/**
 * The same value with its words, at any depth; ledgers older than the table hold the words themselves. What holds no
 * reference is not copied: of a list of cases most is not.
 */
export function said<T>(from: Tables, value: T): T {
  if (typeof value === 'string') return (isRef(value) ? (from.read(texts).get(value) ?? ERASED) : value) as T;
  if (Array.isArray(value)) {
    const all = value.map((one) => said(from, one));
    return all.every((one, at) => one === value[at]) ? value : (all as T);
  }
  if (typeof value !== 'object' || value === null) return value;
  let copy: T | null = null;
  for (const key in value) {
    const word = said(from, value[key]);
    if (word === value[key]) continue;
    copy ??= { ...value };
    copy[key] = word;
  }
  return copy ?? value;
}
