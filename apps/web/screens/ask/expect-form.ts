/** The form of a prediction, and the thoughts that it can speak to. */
import { beliefCatalogue } from "@belay/content";
import { beliefs, type Command, type State } from "@belay/domain";

/** Sliders start with no answer. `beliefs` are ids with spaces between. */
export type ExpectForm = {
  /** Chance of a yes, 0 to 100. */
  readonly help: number | null;
  /** How bad it will feel, 0 to 100. */
  readonly bad: number | null;
  /** What might happen, in the person's words. */
  readonly feared: string;
  /** What one would see or hear if it did: without it nobody can tell later. */
  readonly sign: string;
  readonly beliefs: string;
};

/** Nothing expected yet. */
export const emptyExpect: ExpectForm = { help: null, bad: null, feared: "", sign: "", beliefs: "" };

/** As many thoughts as one prediction holds. */
export const mostBeliefs = 6;

/** The ids in the form. */
export const chosenBeliefs = (form: Pick<ExpectForm, "beliefs">): readonly string[] =>
  form.beliefs.split(" ").filter((id) => id !== "");

/** The form's thoughts with one switched; a seventh is not taken. */
export const withBelief = (form: Pick<ExpectForm, "beliefs">, id: string, on: boolean): string => {
  const others = chosenBeliefs(form).filter((other) => other !== id);
  return [...others, ...(on && others.length < mostBeliefs ? [id] : [])].join(" ");
};

/** What is recorded. What was left empty stays null or empty; a sign without a fear is no sign. */
export const predictCommand = (experiment: string, form: ExpectForm): Extract<Command, { kind: "steps/predict" }> => {
  const feared = form.feared.trim();
  return {
    kind: "steps/predict",
    experiment,
    help: form.help,
    bad: form.bad,
    feared,
    sign: feared === "" ? "" : form.sign.trim(),
    beliefs: chosenBeliefs(form).slice(0, mostBeliefs),
  };
};

/** A thought with its words. */
export interface Thought {
  readonly id: string;
  readonly text: string;
}

/** Thoughts of the catalogue that are about asking as such: the likeliest to be tested by any step. */
const aboutAsking = ["bel-13", "bel-09", "bel-03"];

/** One's own thoughts first, then those that earlier predictions named, then those about asking, then the rest. */
export const thoughts = (state: State): readonly Thought[] => {
  const all = beliefs(
    state,
    beliefCatalogue.map(({ id }) => id),
  );
  const weight = (one: (typeof all)[number]): number => {
    if (one.text !== null) return 0;
    if (one.experiments.length > 0 || one.strength !== null) return 1;
    return aboutAsking.includes(one.id) ? 2 : 3;
  };
  return all
    .toSorted((a, b) => weight(a) - weight(b))
    .flatMap((one) => {
      const text = one.text ?? beliefCatalogue.find(({ id }) => id === one.id)?.text;
      return text === undefined ? [] : [{ id: one.id, text }];
    });
};
