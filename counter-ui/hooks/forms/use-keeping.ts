/** What was typed is with the hall a moment later (C16); the browser asks before a page is closed that has more. */
import { useEffect, useRef, useState } from 'react';
import { isLost, isShutOut } from '../../../web/client.ts';
import { useDraftGuard } from '../use-draft-guard.ts';

/** The rest of the hands before a draft is sent. */
const REST_MS = 300;
/** The hall did not take it: the line is lost, or the screen is locked. */
const AGAIN_MS = 2_000;

type Way<T> = {
  /** What is unsaved when its turn comes: a conclusion may have come before it. */
  now: () => readonly T[];
  send: (one: T) => Promise<unknown>;
  /** The hall has it, or will never take it. */
  settled: (one: T) => void;
};

/** `unsaved`: the same array until something of it changes. */
export function useKeeping<T>(unsaved: readonly T[], way: Way<T>): void {
  const [failures, setFailures] = useState(0);
  const line = useRef(Promise.resolve());
  const latest = useRef(way);
  useEffect(() => {
    latest.current = way;
  });
  useDraftGuard(unsaved.length > 0);

  useEffect(() => {
    if (unsaved.length === 0) return;
    const save = async () => {
      for (const one of latest.current.now()) {
        try {
          await latest.current.send(one);
          latest.current.settled(one);
          setFailures(0);
        } catch (error) {
          if (isLost(error) || isShutOut(error)) setFailures((before) => before + 1);
          else latest.current.settled(one);
        }
      }
    };
    // One after the other: the last one sent is the last one kept.
    const next = () => {
      line.current = line.current.then(save);
    };
    const timer = setTimeout(next, failures > 0 ? AGAIN_MS : REST_MS);
    return () => clearTimeout(timer);
  }, [unsaved, failures]);
}
