/** Takes words along into the composer: they wait as a draft until the step is planned. */
import { useEngine } from "../engine-context.tsx";
import { wordsDraft } from "../load/words-along.ts";
import { go } from "../navigation.ts";
import { writePlace } from "../try/place-id.ts";

/** A step with somebody, and the words to begin with. `about` is the id of what the words are for. */
export interface Taking {
  readonly step: string;
  readonly person: string;
  readonly about: string;
  readonly words: string;
}

/** Opens the step; false if the words could not be kept: the composer is then empty, and they are kept where they came from. */
export const useTakeWords = (): ((taking: Taking) => Promise<boolean>) => {
  const { drafts } = useEngine();
  return async ({ step, person, about, words }) => {
    const kept = await drafts.set(wordsDraft(about), words);
    go("try", writePlace({ step, person, load: about }));
    return kept;
  };
};
