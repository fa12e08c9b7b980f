/** What each page of a walk is given. */
import type { Experiment, PathName, Person } from "@belay/domain";
import type { Draft } from "../draft.ts";
import type { PathForm } from "./form.ts";

/** The same for every page. */
export interface StageProps {
  readonly path: PathName;
  /** What it is about; null where nothing is noted of it. */
  readonly experiment: Experiment | null;
  /** With whom; null where nobody of the circle is known. */
  readonly person: Person | null;
  readonly draft: Draft<PathForm>;
}
