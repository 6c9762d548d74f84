/** Orders of lists: nothing moves under the hand, and the soonest clock is on top. */
import type { HallCase, MyCase } from '../../schema/api.ts';
import type { Day } from '../../schema/ids.ts';

/** A row as shown: `gone` when it left the list while the list was held still. */
export type Held<R> = { row: R; gone: boolean };

/** While a list is pointed at, rows keep their places: the gone stay greyed out, the new come last. */
export function holdStill<R extends { id: string }>(shown: Held<R>[], live: R[]): Held<R>[] {
  const byId = new Map(live.map((row) => [row.id, row]));
  const known = new Set(shown.map((held) => held.row.id));
  const kept = shown.map((held) => {
    const row = byId.get(held.row.id);
    return { row: row ?? held.row, gone: row === undefined };
  });
  return [...kept, ...live.filter((row) => !known.has(row.id)).map((row) => ({ row, gone: false }))];
}

export type Urgency = 'overdue' | 'soon' | 'calm' | 'none' | 'over';

/** C9, C10: overdue is red, the last two working days are amber. */
export function urgencyOf(one: Pick<MyCase, 'daysLeft' | 'phase'>): Urgency {
  if (one.phase === 'closed') return 'over';
  if (one.daysLeft === null) return 'none';
  if (one.daysLeft < 0) return 'overdue';
  return one.daysLeft <= 2 ? 'soon' : 'calm';
}

/** Offers to me first, then the soonest clock; a case without a limit comes after those with one, the closed last. */
export function bySoonest(cases: MyCase[]): MyCase[] {
  const key = (one: MyCase): [number, Day, string] => [
    one.offer?.toMe ? 0 : one.phase === 'closed' ? 2 : 1,
    one.dueOn ?? '9999-12-31',
    one.number,
  ];
  return [...cases].sort((a, b) => {
    const [ka, kb] = [key(a), key(b)];
    return ka[0] - kb[0] || ka[1].localeCompare(kb[1]) || ka[2].localeCompare(kb[2]);
  });
}

/** C6: what waits for a second person first, then the soonest clock. */
export function toConfirmFirst(cases: HallCase[]): HallCase[] {
  const key = (one: HallCase) => `${one.proposal ? 0 : 1} ${one.dueOn ?? '9999-12-31'} ${one.number}`;
  return [...cases].sort((a, b) => key(a).localeCompare(key(b)));
}

/** Counters by their label as people read it: 2 before 10. */
export function byLabel(a: { label: string }, b: { label: string }): number {
  return a.label.localeCompare(b.label, 'zh-CN', { numeric: true });
}
