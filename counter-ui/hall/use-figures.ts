/** The figures of a day (V4): asked for again while the board moves, no more often than every few seconds. */
import { useEffect, useState } from 'react';
import type { DayFigures } from '../../schema/figures.ts';
import type { Day } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { type Asked, useAsked } from '../hooks/use-asked.ts';

const AT_MOST_EVERY_MS = 5_000;

export function useFigures(day: Day): Asked<DayFigures> {
  const { client, board } = useApp();
  const seq = useSlowly(board.seq, AT_MOST_EVERY_MS);
  const asked = useAsked(() => client.figures({ day }), `${day} ${day === board.rows.hall[0]?.day ? seq : ''}`);
  // Another day's figures are not this one's.
  return asked.data && asked.data.day !== day ? { ...asked, data: null } : asked;
}

/** The value, followed at once after a rest and else when the rest is over. */
function useSlowly<T>(value: T, everyMs: number): T {
  const [slow, setSlow] = useState({ value, at: 0 });
  useEffect(() => {
    if (slow.value === value) return;
    const timer = setTimeout(
      () => setSlow({ value, at: performance.now() }),
      Math.max(0, slow.at + everyMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [value, slow, everyMs]);
  return slow.value;
}
