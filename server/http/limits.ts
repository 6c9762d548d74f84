/** How fast one device, one account, or the public together may wish; never by address, because a hall is one NAT. */

/** True while `key` stays within `perSecond` wishes in the present second. */
export function createLimit(perSecond: number, nowMs: () => number): (key: string) => boolean {
  let second = 0;
  const counts = new Map<string, number>();
  return (key) => {
    const present = Math.floor(nowMs() / 1000);
    if (present !== second) {
      second = present;
      counts.clear();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perSecond;
  };
}
