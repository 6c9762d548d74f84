/** S2: locks the screen when nobody has touched it for so long, and tells the hall while somebody does. */
import { useEffect, useRef } from 'react';

const CHECK_MS = 2_000;
/** The hall keeps to the minute when somebody was there. */
const TELL_MS = 60_000;
/** Every page of this browser counts: one session is in all of them. */
const TOUCHED = 'shouwen-touched';

export function useIdleLock(idleMs: number, { stay, lock }: { stay: () => void; lock: () => void }): void {
  const latest = useRef({ stay, lock });
  useEffect(() => {
    latest.current = { stay, lock };
  });
  useEffect(() => {
    let toldAt = Date.now();
    localStorage.setItem(TOUCHED, String(toldAt));
    const onTouch = () => {
      const now = Date.now();
      localStorage.setItem(TOUCHED, String(now));
      if (now - toldAt < TELL_MS) return;
      toldAt = now;
      latest.current.stay();
    };
    const check = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(TOUCHED)) >= idleMs) latest.current.lock();
    }, CHECK_MS);
    addEventListener('keydown', onTouch, true);
    addEventListener('pointerdown', onTouch, true);
    return () => {
      clearInterval(check);
      removeEventListener('keydown', onTouch, true);
      removeEventListener('pointerdown', onTouch, true);
    };
  }, [idleMs]);
}
