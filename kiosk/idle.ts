/** Nobody touches any more: the kiosk belongs to the next resident. */
export const IDLE_MS = 30_000;
const COUNTDOWN_FROM = 10;

/** Seconds to show, null while there is still time; 0 means back to the start. */
export function secondsLeft(untouchedMs: number): number | null {
  const left = Math.max(0, Math.ceil((IDLE_MS - untouchedMs) / 1_000));
  return left <= COUNTDOWN_FROM ? left : null;
}
