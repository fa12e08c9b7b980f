/** Tests that a first message is read as far as it makes sense, and no farther. */
import { describe, expect, test } from "vitest";
import { aUser, somePeople, someSteps, type Fields } from "../pretend.ts";
import { setupIn } from "./setup.ts";

const setup = (fields: Fields = {}) => setupIn(aUser(fields), 0);

describe("a whole message", () => {
  test("is read in full", () => {
    const { steps, people, contexts, domains, selfReach, ratings } = setup();
    expect(steps.size).toBe(someSteps.length);
    expect(people.size).toBe(somePeople.length);
    expect([...contexts.values()]).toEqual([0, 1, 2, 3]);
    expect(domains).toEqual(["ask", "accept", "share"]);
    expect([selfReach, ratings.length]).toEqual([35, 5]);
  });

  test("gives each step and person a place of its own", () => {
    const { steps, people } = setup();
    expect([...steps.values()].map(({ index }) => index)).toEqual(someSteps.map((_, i) => i));
    expect([...people.values()].map(({ index }) => index)).toEqual(somePeople.map((_, i) => i));
    expect(steps.get("s4")).toEqual({
      id: "s4",
      index: 4,
      domain: 1,
      difficulty: 17,
      cost: 0.4,
      needsPerson: true,
      contexts: ["in-person", "call"],
      roles: ["friend", "family"],
    });
  });
});

describe("a step", () => {
  const only = (fields: Fields) => setup({ steps: [{ id: "a", difficulty: 30, contexts: ["call"], ...fields }] }).steps;

  test.each([
    ["without an id", { id: undefined }],
    ["with an empty id", { id: "" }],
    ["without a difficulty", { difficulty: undefined }],
    ["with a difficulty in words", { difficulty: "30" }],
    ["with a difficulty off the scale", { difficulty: 101 }],
    ["with a difficulty that is no number", { difficulty: Number.NaN }],
  ])("%s is left out", (_name, fields) => {
    expect(only(fields).size).toBe(0);
  });

  test.each([
    ["a cost off the scale", { cost: 7 }, "cost", 0.45],
    ["an unknown domain", { domain: "dancing" }, "domain", -1],
    ["no word on people", { needsPerson: "yes" }, "needsPerson", false],
    ["contexts that are no list", { contexts: "call" }, "contexts", []],
    ["roles with gaps", { roles: ["friend", null, "friend"] }, "roles", ["friend"]],
  ])("with %s is read without it", (_name, fields, key, value) => {
    expect(only(fields).get("a")).toMatchObject({ [key]: value });
  });

  test("that comes twice stands as it came first", () => {
    const twice = [
      { id: "a", difficulty: 10 },
      { id: "a", difficulty: 90 },
    ];
    expect([...setup({ steps: twice }).steps.values()].map(({ difficulty }) => difficulty)).toEqual([10]);
  });
});

describe("a person", () => {
  const only = (fields: Fields) => setup({ people: [{ id: "a", role: "friend", ...fields }] }).people.get("a");

  test("whose safety cannot be read is unsure, never safe", () => {
    for (const safety of [undefined, null, "SAFE", "fine", 1, true]) expect(only({ safety })?.safety).toBe("unsure");
    for (const safety of ["safe", "unsure", "unsafe"]) expect(only({ safety })?.safety).toBe(safety);
  });

  test("whose trust or comfort makes no sense stands in the middle", () => {
    for (const odd of [undefined, "90", -5, 101, Number.NaN])
      expect(only({ trust: odd, comfort: odd })).toMatchObject({ trust: 50, comfort: 50 });
  });
});

describe("what is told of oneself", () => {
  test.each([null, 7, "x", [], { selfReach: "30", ratings: 4 }])("as %j is left open", (intake) => {
    const { selfReach, ratings } = setup({ intake });
    expect([selfReach, ratings]).toEqual([null, []]);
  });

  test("keeps the cards that can be read", () => {
    const ratings = [{ step: "s1", hard: 30 }, { step: "s2", hard: 300 }, { hard: 3 }, null, { step: "s3", hard: 0 }];
    expect(setup({ intake: { ratings } }).ratings).toEqual([
      { step: "s1", hard: 30 },
      { step: "s3", hard: 0 },
    ]);
  });
});

test("where roles are met is read role by role", () => {
  const { roleContexts } = setup({ roleContexts: { friend: ["call", 3], boss: "call", __proto__: null } });
  expect([...(roleContexts.get("friend") ?? [])]).toEqual(["call"]);
  expect(roleContexts.get("boss")?.size).toBe(0);
  expect(roleContexts.get("constructor")).toBeUndefined();
});

test("lists without end are cut", () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({ id: `x${i}`, difficulty: 10 }));
  const { steps, people, contexts, domains } = setup({
    steps: many,
    people: many,
    contexts: many.map(({ id }) => id),
    domains: many.map(({ id }) => id),
  });
  expect([steps.size, people.size, contexts.size, domains.length]).toEqual([2000, 200, 12, 12]);
});
