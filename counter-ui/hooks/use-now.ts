/** Time that runs on the screen. */
import { useEffect, useState } from 'react';
import { useApp } from '../app-context.ts';

/** The hall's clock in ms, renewed every `everyMs`; only the part that uses it is drawn again. */
export function useNow(everyMs = 1000): number {
  const { hallNow } = useApp();
  const [now, setNow] = useState(hallNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(hallNow()), everyMs);
    return () => clearInterval(timer);
  }, [hallNow, everyMs]);
  return now;
}
