import type { Experiment, Trial } from "@belay/domain";
import { evidence } from "@belay/guidance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { countKinds, kindOf, kinds, sorted } from "./came-back.ts";

const trial = (part: Partial<Trial>): Trial => ({
  id: "e1",
  day: dayOf("2026-11-01"),
  step: "ask-x",
  strand: "ask",
  difficulty: 30,
  cost: 0.2,
  person: null,
  context: null,
  origin: "self",
  status: "done",
  predHelp: null,
  predBad: null,
  before: null,
  peak: null,
  after: null,
  bad: null,
  outcome: null,
  raw: null,
  ...part,
});

describe("what came back from a try", () => {
  it.each([
    ["a yes", { outcome: "yes", raw: "yes" }, true, "yes"],
    ["an answer of yes, not looked back on yet", { outcome: "yes", raw: "yes" }, false, "yes"],
    ["part of it", { outcome: "partial", raw: "partly" }, true, "partly"],
    ["a no", { outcome: "no", raw: "no" }, true, "no"],
    ["silence once its day has come", { outcome: "no", raw: "silence" }, true, "silence"],
    ["silence before its day", { outcome: null, raw: "silence" }, true, "open"],
    ["something that hurt", { outcome: "hurtful", raw: "hurtful" }, true, "hurtful"],
    ["“later”", { outcome: null, raw: "later" }, false, "open"],
    ["“can we talk”", { outcome: null, raw: "talk" }, false, "open"],
    ["an ask that waits", { outcome: null, raw: null }, false, "open"],
    ["a share, done, with nothing to answer", { outcome: null, raw: null }, true, "done"],
    ["a step that was avoided", { status: "avoided" }, true, "undone"],
    ["no chance to try", { status: "skipped" }, true, "undone"],
    ["exchanged for a smaller one", { status: "swapped" }, true, "undone"],
    ["begun and broken off, with a no", { status: "started", outcome: "no", raw: "no" }, true, "no"],
  ] as const)("%s is sorted", (_name, part, closed, kind) => {
    expect(kindOf(trial(part), closed)).toBe(kind);
  });

  const anyTrial = fc.record({
    status: fc.constantFrom("done", "started", "avoided", "skipped", "swapped"),
    outcome: fc.constantFrom("yes", "partial", "no", "hurtful", null),
    raw: fc.constantFrom("yes", "partly", "later", "no", "hurtful", "silence", "talk", null),
    closed: fc.boolean(),
  });

  it("is counted exactly once, whatever it was", () => {
    fc.assert(
      fc.property(fc.array(anyTrial, { maxLength: 30 }), (given) => {
        const all = given.map(({ closed, ...part }, index) => ({
          trial: trial({ ...part, id: `e${index}` }),
          kind: kindOf(trial(part), closed),
        }));
        const counts = countKinds(all);
        expect(counts.map(({ kind }) => kind)).toEqual([...kinds]);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
      }),
    );
  });

  it("agrees with the figures: the same number of yes, of answers, and of those that hurt", () => {
    fc.assert(
      fc.property(fc.array(anyTrial, { maxLength: 30 }), (given) => {
        // What was not carried out has no outcome in the domain's own mapping.
        const trials = given.map(({ status, outcome, raw }, index) => {
          const tried = status === "done" || status === "started";
          return trial({ id: `e${index}`, status, outcome: tried ? outcome : null, raw });
        });
        const all = sorted(trials, []);
        const found = evidence(trials);
        const count = (...wanted: readonly string[]): number => all.filter(({ kind }) => wanted.includes(kind)).length;
        expect(count("yes", "partly")).toBe(found.yes);
        expect(count("partly")).toBe(found.partial);
        expect(count("hurtful")).toBe(found.hurtful);
        expect(count("yes", "partly", "no", "silence", "hurtful")).toBe(found.total);
      }),
    );
  });

  it("knows from the experiments which tries are closed", () => {
    const closed = [
      { id: "e1", stage: "closed" },
      { id: "e2", stage: "waiting" },
    ] as unknown as readonly Experiment[];
    expect(sorted([trial({ id: "e1" }), trial({ id: "e2" })], closed).map(({ kind }) => kind)).toEqual([
      "done",
      "open",
    ]);
  });
});
