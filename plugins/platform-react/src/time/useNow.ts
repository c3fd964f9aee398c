import { useEffect, useState } from 'react';

const TICK_MS = 5_000;

/** The time in milliseconds since the epoch, moving on while the component is shown. @public */
export function useNow(tick: number = TICK_MS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, [tick]);
  return now;
}
