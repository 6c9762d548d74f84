/** One wish of one resident: answered in time, or told as lost; never told to the resident who comes after. */

/** For all tries of a wish. A screen that waits does not return to the start, so what it shows would stay for anybody. */
export const ANSWER_MS = 10_000;

type Told<T> = { came: (answer: T) => void; lost: (error: unknown) => void };

/** Tells one of the two, once. What it returns ends the wish: then neither is told. */
export function askInTime<T>(wish: (signal: AbortSignal) => Promise<T>, { came, lost }: Told<T>, most = ANSWER_MS) {
  const limit = new AbortController();
  let isOver = false;
  const end = () => {
    isOver = true;
    clearTimeout(timer);
    limit.abort();
  };
  const once = (tell: () => void) => {
    if (isOver) return;
    end();
    tell();
  };
  const timer = setTimeout(() => once(() => lost(new Error('no answer in time'))), most);
  wish(limit.signal).then(
    (answer) => once(() => came(answer)),
    (error) => once(() => lost(error)),
  );
  return end;
}
