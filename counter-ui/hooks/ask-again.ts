/** A question whose answer may be old is asked again, however often and whenever the board tells of it. */
import type { Query, QueryClient } from '@tanstack/react-query';

/** Those that are asked once more when the answer that is under way has come. */
const owed = new WeakSet<Query>();

/** An answer that is under way is let come: it is shown, and asked for again, for it may be from before the change. */
export function askAgain(questions: QueryClient, key: string): void {
  for (const query of questions.getQueryCache().findAll({ queryKey: [key] })) askOnceMore(query);
}

function askOnceMore(query: Query): void {
  query.invalidate();
  const { promise } = query;
  if (query.state.fetchStatus === 'idle' || !promise) askNow(query);
  else if (!owed.has(query)) {
    owed.add(query);
    // The answer is shown first: until then the question counts as asked.
    const come = () => setTimeout(() => asked(query, promise));
    void promise.then(come, come);
  }
}

function asked(query: Query, before: Query['promise']): void {
  owed.delete(query);
  if (query.promise === before) askNow(query);
  else askOnceMore(query);
}

/** A failed answer is told by the query itself. A screen that was closed meanwhile asks nothing. */
function askNow(query: Query): void {
  if (query.isActive() && !query.isDisabled()) query.fetch(undefined, { cancelRefetch: false }).catch(() => {});
}
