/** A list page by page: each page begins after the last row of the one before, which its key says. */
import { useState } from 'react';

/** `next`: the key of its last row, null of the last page; `total`: as far as it is known. */
type Shown<K> = { rows: number; next: K | null; total?: number; isKept: boolean };

export function usePages<K>(size: number) {
  const [keys, setKeys] = useState<readonly K[]>([]);
  const page = keys.length + 1;
  return {
    page,
    after: keys.at(-1),
    toFirst: () => setKeys([]),
    back: () => setKeys(keys.slice(0, -1)),
    /** What a pager shows of it; a page that is only kept on the screen does not know where the next one begins. */
    pager({ rows, next, total = 0, isKept }: Shown<K>) {
      const before = keys.length * size;
      return {
        ...{ simple: { readOnly: true }, current: page, pageSize: size, showSizeChanger: false },
        total: next === null ? before + rows : Math.max(total, before + size + 1),
        onChange(to: number) {
          if (to < page) setKeys(keys.slice(0, to - 1));
          else if (to > page && next !== null && !isKept) setKeys([...keys, next]);
        },
      };
    },
  };
}
