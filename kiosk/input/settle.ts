/** A touch that was meant for the screen before must not act on the one that has just come under the finger. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { forgetFingers } from './press.ts';

const SETTLE_MS = 400;
/** Where the ticket was taken now stands `finish`: an impatient finger would wipe the number away unread. */
const ISSUED_MS = 1_500;

export function useSettling(shown: string): void {
  const until = useRef(0);
  useLayoutEffect(() => {
    forgetFingers();
    until.current = performance.now() + (shown === 'issued' ? ISSUED_MS : SETTLE_MS);
  }, [shown]);
  useEffect(() => {
    const guard = (event: MouseEvent) => {
      // Keys make clicks, too, but without a place.
      if (event.detail === 0 || performance.now() >= until.current) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('click', guard, true);
    return () => document.removeEventListener('click', guard, true);
  }, []);
}
