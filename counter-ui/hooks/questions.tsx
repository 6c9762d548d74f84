/** What is asked of the server while somebody is signed in: how often it is tried, and when it is asked again. */
import { QueryCache, QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Question, type Snapshot } from '../../schema/board.ts';
import { isLost, isShutOut, TRIES, tryAgainAfterMs } from '../../web/client.ts';
import { askAgain } from './ask-again.ts';

/** An ended session leads to the sign-in, whichever question finds it out. */
export function Questions({ signedOut, children }: { signedOut: () => void; children: ReactNode }) {
  const [client] = useState(() => createClient(signedOut));
  // What is still under way then is nobody's question any more.
  useEffect(() => () => client.clear(), [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createClient(signedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isShutOut(error)) signedOut();
      },
    }),
    defaultOptions: {
      queries: {
        // The board tells what has changed: a window that comes to the front is no reason to ask.
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        // A screen that is opened again shows what is so now, or that it is asked for.
        gcTime: 0,
        retry: (failures, error) => isLost(error) && failures + 1 < TRIES,
        retryDelay: (failures) => tryAgainAfterMs(failures + 1),
      },
    },
  });
}

/**
 * Of each question the keys under which screens ask it. What is under none of them is asked when its screen is opened, or
 * every minute: the catalogue (L1), and what only an administrator's own screen shows, or figures of a time.
 */
const KEYS: Record<Question, readonly string[]> = {
  cases: ['cases'],
  people: ['people'],
  absences: ['absences', 'lost-cover', 'receivers'],
  openings: ['openings', 'series', 'lost-cover', 'uncalled'],
  clerks: ['clerks', 'receivers'],
  settings: ['settings'],
};

/** These questions are asked again when they have another answer. */
export function useFollowed(board: Snapshot<'staff'> | undefined): void {
  const questions = useQueryClient();
  const before = useRef(board);
  useEffect(() => {
    const known = before.current;
    before.current = board;
    if (!known) return;
    const others = Question.options.filter((question) => known.asks?.[question] !== board?.asks?.[question]);
    const keys = new Set(others.flatMap((question) => KEYS[question]));
    for (const key of keys) askAgain(questions, key);
  }, [questions, board]);
}
