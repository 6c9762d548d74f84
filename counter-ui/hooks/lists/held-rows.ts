/** Rows that do not move under the hand. Pure. */

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
