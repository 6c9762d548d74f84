/** Each kind of search that the one box has, as a clerk types it: of a hall that was filled by open-cases.ts and old-tickets.ts. */

import type { Letter } from '../schema/ids.ts';
import { ticketNumber } from '../schema/line/ticket.ts';
import { localTime } from '../schema/time.ts';
import type { Client } from '../web/client.ts';
import { NOW_MS } from './hall.ts';
import { nthCase } from './open-cases.ts';

const DAY_MS = 86_400_000;

/** What is typed for the nth case, or the nth ticket of yesterday. */
const TYPED = {
  receipt: (n, count) => nthCase(n, count).receiptNo,
  ticket: (n) => `${ticketNumber('A' as Letter, (n % 1_000) + 1)} ${localTime(NOW_MS - DAY_MS, 'Asia/Shanghai').day}`,
  last_four: (n, count) => nthCase(n, count).telephone.slice(-4),
  telephone: (n, count) => nthCase(n, count).telephone.slice('+86'.length),
  name: (n, count) => nthCase(n, count).name,
  document: (n, count) => nthCase(n, count).document,
  // Names are kept as keyed hashes of the whole: the answer is that nobody is called so.
  pinyin: () => 'shenqingren',
} satisfies Record<string, (n: number, count: number) => string>;
export type SearchKind = keyof typeof TYPED;
export const SEARCHES = Object.keys(TYPED) as SearchKind[];

/** A search that does not find what is there measures nothing. */
export async function search(client: Client, kind: SearchKind, n: number, count: number): Promise<void> {
  const typed = TYPED[kind](n, count);
  const { ticket, cases, people } = await client.tickets.box({ typed });
  const isFound = ticket !== null || cases.length + people.length > 0;
  if (isFound !== (kind !== 'pinyin')) throw new Error(`the box answered ${typed} (${kind}) otherwise than it should`);
}
