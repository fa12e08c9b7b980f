/** Counts a wait down, so that a sentence about it stays true. */
import { useEffect, useState } from "preact/hooks";

/** Milliseconds left of a wait of `ms` that began when `ms` was last given; in steps of a second. */
export const useWait = (ms: number, since: unknown): number => {
  const [left, setLeft] = useState(ms);
  useEffect(() => {
    setLeft(ms);
    if (ms <= 0) return undefined;
    const ends = performance.now() + ms;
    const timer = setInterval(() => {
      const now = Math.max(0, ends - performance.now());
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [ms, since]);
  return left;
};
