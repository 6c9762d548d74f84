/** A screen that the hall serves in another build is loaded again, as soon as nobody needs it (D2). */

const KEY = 'shouwen-reloaded-at';
const LOOK_MS = 1_000;
/** A hall that serves old pages with new pushes must not make its screens blink all day. */
const NOT_AGAIN_WITHIN_MS = 10 * 60_000;

/** To be called once it is known; `isIdle` is asked each second. Returns how to stop asking. */
export function reloadWhenIdle(isIdle: () => boolean): () => void {
  const timer = setInterval(() => {
    const before = Number(sessionStorage.getItem(KEY) ?? 0);
    if (!isIdle() || Date.now() - before < NOT_AGAIN_WITHIN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
