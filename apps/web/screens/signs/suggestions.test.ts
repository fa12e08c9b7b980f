import { beliefCatalogue, signCatalogue, stepCatalogue, type SignContent } from "@belay/content";
import { signReplies } from "@belay/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { suggestions, suggestionsFromSigns, type Suggestions } from "./suggestions.ts";

const sign = (id: string, steps: readonly string[], beliefs: readonly string[] = [], pause = false): SignContent => ({
  id,
  group: "inside",
  text: `words of ${id}`,
  steps,
  beliefs,
  pause,
  covers: [],
});

const ids = (list: Suggestions["steps"]): readonly string[] => list.map(({ id }) => id);

/** Any answers to any signs of the catalogue, in any order. */
const anyAnswers = fc
  .uniqueArray(fc.constantFrom(...signCatalogue.map(({ id }) => id)), { maxLength: signCatalogue.length })
  .chain((signs) =>
    fc.tuple(...signs.map((id) => fc.record({ sign: fc.constant(id), reply: fc.constantFrom(...signReplies) }))),
  );

describe("what is suggested", () => {
  it("is nothing where nothing was recognised", () => {
    const none = { steps: [], beliefs: [], pause: null };
    expect(suggestions([], signCatalogue)).toEqual(none);
    expect(
      suggestions(
        signCatalogue.map(({ id }) => ({ sign: id, reply: "no" })),
        signCatalogue,
      ),
    ).toEqual(none);
  });

  it("comes with the words of the sign that speaks for it", () => {
    const found = suggestions(
      [{ sign: "a", reply: "sometimes" }],
      [sign("a", ["step-1"], ["bel-1"], true), sign("b", ["step-2"])],
    );
    expect(found).toEqual({
      steps: [{ id: "step-1", why: "words of a" }],
      beliefs: [{ id: "bel-1", why: "words of a" }],
      pause: "words of a",
    });
  });

  it.each([
    ["one often before two sometimes", { a: "sometimes", b: "sometimes", c: "often" }, ["two", "one"]],
    ["two often before one often", { a: "often", b: "often", c: "often" }, ["one", "two"]],
    ["sometimes counts among equals", { a: "sometimes", b: "sometimes", c: "sometimes" }, ["one", "two"]],
    ["a no counts for nothing", { a: "no", b: "no", c: "sometimes" }, ["two"]],
  ] as const)("is in order: %s", (_name, replies, order) => {
    const catalogue = [sign("a", ["one"]), sign("b", ["one"]), sign("c", ["two"])];
    const answered = Object.entries(replies).map(([id, reply]) => ({ sign: id, reply }));
    expect(ids(suggestions(answered, catalogue).steps)).toEqual(order);
  });

  it("takes the first step of two signs before the second step of one", () => {
    const catalogue = [sign("a", ["small", "larger"]), sign("b", ["other"])];
    const answered = catalogue.map(({ id }) => ({ sign: id, reply: "often" }) as const);
    expect(ids(suggestions(answered, catalogue).steps)).toEqual(["small", "other", "larger"]);
  });

  it("gives as its reason what is known often, where there is such a sign", () => {
    const catalogue = [sign("a", ["one"], [], true), sign("b", ["one"], [], true)];
    const found = suggestions(
      [
        { sign: "a", reply: "sometimes" },
        { sign: "b", reply: "often" },
      ],
      catalogue,
    );
    expect(found.steps).toEqual([{ id: "one", why: "words of b" }]);
    expect(found.pause).toBe("words of b");
  });

  it("leaves out signs that this version does not know", () => {
    expect(suggestions([{ sign: "sign-of-tomorrow", reply: "often" }], signCatalogue).steps).toEqual([]);
  });
});

describe("for any answers", () => {
  it("nothing is there twice, nothing is unknown, and it stays short", () => {
    fc.assert(
      fc.property(anyAnswers, (answered) => {
        const { steps, beliefs } = suggestions(answered, signCatalogue);
        expect(new Set(ids(steps)).size).toBe(steps.length);
        expect(new Set(ids(beliefs)).size).toBe(beliefs.length);
        expect(steps.length).toBeLessThanOrEqual(4);
        expect(beliefs.length).toBeLessThanOrEqual(3);
        for (const { id } of steps) expect(stepCatalogue.some((step) => step.id === id)).toBe(true);
        for (const { id } of beliefs) expect(beliefCatalogue.some((belief) => belief.id === id)).toBe(true);
      }),
    );
  });

  it("no number leaves, and every reason is a sign that was recognised", () => {
    fc.assert(
      fc.property(anyAnswers, (answered) => {
        const found = suggestions(answered, signCatalogue);
        const numbers: number[] = [];
        const json = JSON.stringify(found, (_key, value: unknown) => {
          if (typeof value === "number") numbers.push(value);
          return value;
        });
        expect(numbers).toEqual([]);
        expect(json).not.toMatch(/often":|sometimes":/);
        const known = answered
          .filter(({ reply }) => reply !== "no")
          .map((one) => signCatalogue.find(({ id }) => id === one.sign)?.text);
        for (const { why } of [...found.steps, ...found.beliefs]) expect(known).toContain(why);
        if (found.pause !== null) expect(known).toContain(found.pause);
      }),
    );
  });

  it("their order does not matter", () => {
    fc.assert(
      fc.property(anyAnswers, (answered) => {
        expect(suggestions(answered.toReversed(), signCatalogue)).toEqual(suggestions(answered, signCatalogue));
      }),
    );
  });

  it("something recognised always leads to a step", () => {
    fc.assert(
      fc.property(anyAnswers, (answered) => {
        const some = answered.some(({ reply }) => reply !== "no");
        expect(suggestions(answered, signCatalogue).steps.length > 0).toBe(some);
      }),
    );
  });
});

describe("from the record", () => {
  it("the newest reply to a sign is the one that counts", () => {
    const pretend = pretendEngine();
    const say = (reply: "often" | "no"): void => {
      pretend.say({ kind: "signs/answer", group: "body", answers: [{ sign: "sign-sp-05", reply }] });
    };
    say("often");
    expect(ids(suggestionsFromSigns(pretend.state.value).steps)).toEqual(["ask-the-way", "ask-for-a-book"]);
    expect(suggestionsFromSigns(pretend.state.value).pause).toMatch(/chest goes tight/);
    say("no");
    expect(suggestionsFromSigns(pretend.state.value)).toEqual({ steps: [], beliefs: [], pause: null });
  });
});
