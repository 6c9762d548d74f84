/** One command at a time: nothing else is sent before the board shows what the last one did. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp } from '../app-context.ts';

/** How long the board may take after the reply before the keys live again all the same. */
const BOARD_LAG_MS = 1_500;

export function useOneAtATime() {
  const { act, board } = useApp();
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);
  const replied = useRef(false);

  const free = useCallback(() => {
    inFlight.current = false;
    replied.current = false;
    setBusy(false);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new seq is the board's answer
  useEffect(() => {
    if (replied.current) free();
  }, [board.seq, free]);

  const seqNow = useRef(board.seq);
  useEffect(() => {
    seqNow.current = board.seq;
  });

  const send = useCallback(
    async <T>(wish: Parameters<typeof act<T>>[0]): Promise<T | null> => {
      if (inFlight.current) return null;
      inFlight.current = true;
      setBusy(true);
      const before = seqNow.current;
      const answer = await act(wish);
      if (answer === null || seqNow.current !== before) free();
      else {
        replied.current = true;
        setTimeout(() => replied.current && free(), BOARD_LAG_MS);
      }
      return answer;
    },
    [act, free],
  );
  return { send, busy };
}

/** Sends one wish at a time; the same wish again keeps its request id. */
export type Send = ReturnType<typeof useOneAtATime>['send'];
