/** What is asked of the server while somebody is signed in: how often it is tried, and when it is asked again. */
import { QueryCache, QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isLost, isShutOut, TRIES, tryAgainAfterMs } from '../../web/client.ts';
import type { StaffRows } from '../work/seat.ts';

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

/** The collections of the board by which a question's answer changes; a changed collection is a new array. */
const FOLLOWED = {
  cases: ['offers', 'served', 'notes'],
  openings: ['openings'],
  absences: ['hall'],
  settings: ['settings'],
} as const;

/** These questions are asked again when their rows change. */
export function useFollowed(rows: StaffRows | undefined): void {
  const questions = useQueryClient();
  const before = useRef(rows);
  useEffect(() => {
    for (const [question, collections] of Object.entries(FOLLOWED)) {
      const changed = before.current && collections.some((name) => before.current?.[name] !== rows?.[name]);
      if (changed) void questions.invalidateQueries({ queryKey: [question] });
    }
    before.current = rows;
  }, [questions, rows]);
}
