/** Looks at the words while they are written, in the pauses, so that no letter has to wait for it. */
import { useEffect, useState } from "preact/hooks";
import { look, stillStanding, type Looked } from "./marks.ts";

/** Milliseconds without a letter before the words are looked at again. */
const pause = 250;

/** What stands in `words`: exact after a pause, carried over from the last look until then. */
export const useLooked = (words: string): Looked => {
  const [looked, setLooked] = useState(() => look(words));
  useEffect(() => {
    if (looked.text === words) return undefined;
    const timer = setTimeout(() => setLooked(look(words)), pause);
    return () => clearTimeout(timer);
  }, [words, looked.text]);
  return { text: words, marks: stillStanding(looked, words), parts: looked.parts };
};
