/**
 * How a screen is laid out: `tall` 1080×1920, `wide` 1280×1024 (and the lower half of a tall one for a wheelchair),
 * `strip` the lower half of a wide one: only what is touched moves down there, what is read stays above.
 */
type Shape = 'tall' | 'wide' | 'strip';
/** `lines`: of what is read page by page. */
export type Layout = { shape: Shape; groups: number; matters: number; results: number; lines: number };

const LAYOUTS: Record<Shape, Layout> = {
  tall: { shape: 'tall', groups: 10, matters: 9, results: 5, lines: 9 },
  wide: { shape: 'wide', groups: 9, matters: 8, results: 4, lines: 5 },
  strip: { shape: 'strip', groups: 8, matters: 6, results: 3, lines: 4 },
};

export function layoutOf(width: number, height: number, low: boolean): Layout {
  if (height > width) return LAYOUTS[low ? 'wide' : 'tall'];
  return LAYOUTS[low ? 'strip' : 'wide'];
}

/** One page of a list, and how many pages there are. */
export function pageOf<T>(all: T[], page: number, size: number): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(page, pages - 1);
  return { shown: all.slice(at * size, (at + 1) * size), page: at, pages };
}
