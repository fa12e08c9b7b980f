/** Takes words along into the composer: they wait as a draft until the step is planned. */
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { writePlace, type Attempt } from "./place-id.ts";

/** The draft that keeps the words for `about` until an ask is planned for it. */
export const wordsDraft = (about: string): string => `words-along/${about}`;

/** A step, with somebody where that is known, and the words to begin with. `about` names what the words are for. */
export interface Taking extends Pick<Attempt, "person"> {
  readonly step: string;
  readonly about: string;
  readonly words: string;
}

/** Opens the step; false if the words could not be kept: the composer is then empty, and they are kept where they came from. */
export const useTakeWords = (): ((taking: Taking) => Promise<boolean>) => {
  const { drafts } = useEngine();
  return async ({ step, person, about, words }) => {
    const kept = await drafts.set(wordsDraft(about), words);
    go("try", writePlace({ step, person, about }));
    return kept;
  };
};
