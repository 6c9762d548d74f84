/** What is asked of the server while somebody is signed in: how often it is tried, and when it is asked again. */
import { QueryCache, QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CollectionName, Question, Snapshot } from '../../schema/board.ts';
import { isLost, isShutOut, TRIES, tryAgainAfterMs } from '../../web/client.ts';

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
 * By which collections of the board a question's answer changes; a changed collection is a new array. A question that
 * hangs on more is named by the event itself (`asks`).
 */
const FOLLOWED = {
  cases: ['offers', 'served', 'notes'],
  people: [],
  openings: ['openings'],
  absences: ['hall'],
  settings: ['settings'],
} as const satisfies Record<Question, readonly CollectionName[]> & Record<string, readonly CollectionName[]>;

/** These questions are asked again when their rows change, or when they have another answer. */
export function useFollowed(board: Snapshot<'staff'> | undefined): void {
  const questions = useQueryClient();
  const before = useRef(board);
  useEffect(() => {
    const { rows, asks } = before.current ?? {};
    for (const [question, collections] of Object.entries(FOLLOWED)) {
      const isOther = collections.some((name) => rows?.[name] !== board?.rows[name]);
      const isAsked = asks?.[question as Question] !== board?.asks?.[question as Question];
      if (rows && (isOther || isAsked)) void questions.invalidateQueries({ queryKey: [question] });
    }
    before.current = board;
  }, [questions, board]);
}
