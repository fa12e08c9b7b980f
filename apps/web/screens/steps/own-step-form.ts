/** The form of a step of one's own, and what of it is recorded. */
import { contexts, roles, strands, type Command } from "@belay/domain";

/** `person`: `yes`, `no`, or empty while it was not said. */
export type OwnStepForm = {
  /** What one would do, in one line. */
  readonly title: string;
  /** One of the five kinds, or empty. */
  readonly strand: string;
  /** How hard it looks, 0 to 100. */
  readonly difficulty: number | null;
  readonly person: string;
};

/** Nothing filled in. */
export const emptyOwnStep: OwnStepForm = { title: "", strand: "", difficulty: null, person: "" };

/** How much an unknown step asks of the other person: the middle of what the catalogue's steps ask. */
const middleCost = 0.3;

/** What is recorded; null while the title, the kind, the place on the line or the person is missing. */
export const ownStepCommand = (form: OwnStepForm): Extract<Command, { kind: "steps/add-own" }> | null => {
  const title = form.title.trim();
  const strand = strands.find((one) => one === form.strand);
  if (
    title === "" ||
    strand === undefined ||
    form.difficulty === null ||
    (form.person !== "yes" && form.person !== "no")
  )
    return null;
  const needsPerson = form.person === "yes";
  return {
    kind: "steps/add-own",
    title,
    strand,
    difficulty: form.difficulty,
    cost: needsPerson ? middleCost : 0,
    needsPerson,
    roles: needsPerson ? [...roles] : [],
    contexts: [...contexts],
    disclosure: strand === "share" ? "large" : "none",
    touch: false,
  };
};
