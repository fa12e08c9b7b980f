/** Draws one thing after the other, each in a turn of its own, where all at once would hold the page up. */
import { toChildArray, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** With `hurry` all at once; otherwise each child follows after the one before it was painted. */
export const OneByOne = ({ hurry, children }: { readonly hurry: boolean; readonly children: ComponentChildren }) => {
  const all = toChildArray(children);
  const [shown, setShown] = useState(hurry ? all.length : 1);
  useEffect(() => {
    if (shown >= all.length) return undefined;
    const waiting = setTimeout(() => setShown(shown + 1), 0);
    return () => clearTimeout(waiting);
  }, [shown, all.length]);
  return <>{hurry ? all : all.slice(0, shown)}</>;
};
