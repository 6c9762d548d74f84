/** Lists that do not jump while somebody points at them. */
import { useMemo, useRef, useState } from 'react';
import { type Held, holdStill } from './held-rows.ts';

/** `hold` goes onto the list's element: pointing at it or having the focus in it holds the order. */
export function useHeld<R extends { id: string }>(live: R[]) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const shown = useRef<Held<R>[]>([]);
  const held = pointed || focused;
  const rows = useMemo(() => {
    shown.current = holdStill(held ? shown.current : [], live);
    return shown.current;
  }, [live, held]);
  const hold = {
    onMouseEnter: () => setPointed(true),
    onMouseLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
  return { rows, hold };
}
