/** The figures of a day (V4): asked for again while the board moves, no more often than every few seconds. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DayFigures } from '../../schema/figures/day-figures.ts';
import type { Day } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';

const AT_MOST_EVERY_MS = 5_000;

export function useFigures(day: Day): UseQueryResult<DayFigures> {
  const { client, board } = useApp();
  const asked = useQuery({ queryKey: ['figures', day], queryFn: () => client.figures({ day }) });
  const { refetch } = asked;
  // A morning may run beside the night before.
  const isToday = day >= (board.rows.hall[0]?.day ?? day);
  const seq = useSlowly(board.seq, AT_MOST_EVERY_MS);
  const followed = useRef(seq);
  useEffect(() => {
    if (followed.current === seq) return;
    followed.current = seq;
    if (isToday) void refetch();
  }, [seq, isToday, refetch]);
  return asked;
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
