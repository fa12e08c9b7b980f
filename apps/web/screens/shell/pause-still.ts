/** Follows whether the person wants things to stand still. */
import { useEffect, useState } from "preact/hooks";

/** The device's own setting; null where a page cannot be asked. */
const reduced = (): MediaQueryList | null =>
  typeof matchMedia === "undefined" ? null : matchMedia("(prefers-reduced-motion: reduce)");

/** True while motion is to be left out; follows the setting. */
export const useStill = (): boolean => {
  const [still, setStill] = useState(() => reduced()?.matches ?? false);
  useEffect(() => {
    const query = reduced();
    const follow = (): void => setStill(query?.matches ?? false);
    query?.addEventListener("change", follow);
    return () => query?.removeEventListener("change", follow);
  }, []);
  return still;
};
