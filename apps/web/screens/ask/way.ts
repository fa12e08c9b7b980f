/** What each way out of the composer is given. */
import type { Experiment } from "@belay/domain";
import type { Draft } from "../draft.ts";
import type { AskForm } from "./ask-form.ts";

/** The props of saying, copying and linking. */
export interface WayProps {
  readonly experiment: Experiment;
  readonly draft: Draft<AskForm>;
  /** Whom it goes to. */
  readonly name: string;
  /** The words with the sentence about the day, for what is said or sent by the person's own means. */
  readonly words: string;
  /** Back to the choice of ways. */
  readonly onBack: () => void;
}
