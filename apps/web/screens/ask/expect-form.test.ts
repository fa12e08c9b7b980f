import { beliefCatalogue } from "@belay/content";
import { emptyState } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { chosenBeliefs, emptyExpect, mostBeliefs, predictCommand, thoughts, withBelief } from "./expect-form.ts";

describe("a prediction", () => {
  it("records nothing that was left empty", () => {
    expect(predictCommand("exp-1", emptyExpect)).toEqual({
      kind: "steps/predict",
      experiment: "exp-1",
      help: null,
      bad: null,
      feared: "",
      sign: "",
      beliefs: [],
    });
  });

  it.each([
    ["zero is an answer", { help: 0, bad: 0 }, { help: 0, bad: 0 }],
    ["words lose their margins", { feared: " she sighs ", sign: " a sigh\n" }, { feared: "she sighs", sign: "a sigh" }],
    ["a sign of nothing is dropped", { feared: " ", sign: "a sigh" }, { feared: "", sign: "" }],
    ["thoughts are taken along", { beliefs: "bel-01 bel-03" }, { beliefs: ["bel-01", "bel-03"] }],
  ] as const)("%s", (_name, change, recorded) => {
    expect(predictCommand("exp-1", { ...emptyExpect, ...change })).toMatchObject(recorded);
  });
});

describe("thoughts it speaks to", () => {
  it("can be switched on and off", () => {
    const one = withBelief(emptyExpect, "bel-01", true);
    expect(chosenBeliefs({ beliefs: one })).toEqual(["bel-01"]);
    expect(withBelief({ beliefs: one }, "bel-01", false)).toBe("");
  });

  it("are six at most", () => {
    const full = beliefCatalogue.reduce((beliefs, { id }) => withBelief({ beliefs }, id, true), "");
    expect(chosenBeliefs({ beliefs: full })).toEqual(beliefCatalogue.slice(0, mostBeliefs).map(({ id }) => id));
  });

  it("are all of the catalogue before anything was recorded, those about asking first", () => {
    const ids = thoughts(emptyState).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(beliefCatalogue.map(({ id }) => id));
    expect(ids.slice(0, 3).toSorted()).toEqual(["bel-03", "bel-09", "bel-13"]);
  });
});
