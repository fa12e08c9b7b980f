/** Reads which hard moment a place is about, and lists the asks that it may be about. */
import { addDays, type LocalDay } from "@belay/basics";
import { pathNames, type Experiment, type PathName } from "@belay/domain";

/** A path, and the experiment it is about, if any. */
export interface PathPlace {
  readonly path: PathName;
  readonly experiment: string | null;
}

/** Reads `<path>` or `<path>~<experiment>`; null for anything else, which is the list. */
export const readPath = (id: string | null): PathPlace | null => {
  const [name, experiment = ""] = (id ?? "").split("~");
  const path = pathNames.find((known) => known === name);
  return path === undefined ? null : { path, experiment: experiment === "" ? null : experiment };
};

/** The id of a place on the `path` screen. */
export const writePath = (path: PathName, experiment: string | null): string =>
  experiment === null ? path : `${path}~${experiment}`;

/** Days back that are looked through for what it may be about: a hard moment is a matter of weeks. */
const lately = 60;
/** So many are offered; more would be a list to search. */
const few = 5;

/** What came back, by the person's own note or else by the newest answer. */
const came = ({ outcome, answers }: Experiment): string | null => outcome?.outcome ?? answers.at(-1)?.answer ?? null;

/** Whether an experiment can be what a path is about. */
const fits = (path: PathName, experiment: Experiment): boolean => {
  switch (path) {
    case "after-no":
      return ["no", "hurtful"].includes(came(experiment) ?? "");
    case "after-silence":
      return came(experiment) === "silence" || experiment.stage === "waiting";
    case "after-let-down":
      return ["yes", "partly"].includes(came(experiment) ?? "");
    case "low-day":
    case "carried-all":
      return false;
  }
};

/** The newest few that a path may be about; `experiments` come newest first. */
export const mayBeAbout = (
  path: PathName,
  experiments: readonly Experiment[],
  today: LocalDay,
): readonly Experiment[] =>
  experiments
    .filter((experiment) => experiment.plan.day >= addDays(today, -lately) && fits(path, experiment))
    .slice(0, few);
