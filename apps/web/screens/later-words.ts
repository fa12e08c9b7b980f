/** Fetches the sentences that the first view does without, once, for whatever arrives after it. */
import { loadWords } from "./words.ts";

let fetching: Promise<void> | null = null;

/** Resolves when every sentence can be read. A fetch that failed is tried again at the next call. */
export const laterWords = (): Promise<void> => {
  fetching ??= import("virtual:messages/en/later").then(
    ({ messages }) => loadWords(messages),
    (cause: unknown) => {
      fetching = null;
      throw cause;
    },
  );
  return fetching;
};
