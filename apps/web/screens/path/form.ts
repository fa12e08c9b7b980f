/** The answers of one walk through a hard moment, as its draft keeps them. */
import type { PathName } from "@belay/domain";

/** Empty texts are what was not said; only `words` and the choice at the end are ever recorded. */
export type PathForm = {
  /** The page one is on, from 0. */
  readonly at: number;
  /** Whether the thing asked for was owed: `yes`, `no`, `unsure`. */
  readonly owed: string;
  /** What the no may tell about: `day`, `ask`, `person`, `unknown`. */
  readonly tells: string;
  /** What became of the feared sign. */
  readonly feared: string;
  /** How it did not happen: `never`, `late`, `half`, `back`. */
  readonly how: string;
  /** `once`, `often`, `unknown`. */
  readonly often: string;
  /** What set it off. */
  readonly trigger: string;
  /** `direct` or `indirect`, for sentences to say. */
  readonly tone: string;
  /** The small thing whose sentence is open at the end, or empty. */
  readonly opened: string;
  /** One sentence of the person's own. */
  readonly words: string;
  /** The person said that it is about nothing that is noted here. */
  readonly unnoted: boolean;
};

/** Nothing said, at the first page. */
export const emptyPath: PathForm = {
  at: 0,
  owed: "",
  tells: "",
  feared: "",
  how: "",
  often: "",
  trigger: "",
  tone: "direct",
  opened: "",
  words: "",
  unnoted: false,
};

/** The draft of a walk; each ask has its own. */
export const draftName = (path: PathName, experiment: string | null): string =>
  experiment === null ? `path/${path}` : `path/${path}~${experiment}`;
