/** A question to the server with its three honest answers: still asking, failed, here. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { insist } from '../../web/client.ts';
import { useApp } from '../app-context.ts';

export type Asked<T> = { data: T | null; failure: string | null; again: () => void };

/** Asks at once and again whenever `key` changes; what was there stays shown until the new answer comes. */
export function useAsked<T>(question: () => Promise<T>, key: unknown = null): Asked<T> {
  const { explain } = useApp();
  const [data, setData] = useState<T | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const latest = useRef({ question, explain });
  useEffect(() => {
    latest.current = { question, explain };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `round` are what makes it ask again
  useEffect(() => {
    let current = true;
    insist(() => latest.current.question())
      .then((answer) => {
        if (!current) return;
        setData(answer);
        setFailure(null);
      })
      .catch((error) => current && setFailure(latest.current.explain(error)));
    return () => {
      current = false;
    };
  }, [key, round]);
  return { data, failure, again: useCallback(() => setRound((n) => n + 1), []) };
}
