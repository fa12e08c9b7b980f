/** Tests the choice of a step, each rule by itself. */
import { describe, expect, test } from "vitest";
import { chooseStep, type ChooseInput, type Choice, type StepReason } from "./choose.ts";
import { aDay, aPerson, aStep, aTrial, theDay } from "./rehearsal.ts";

const stepOf = (choice: Choice): string => (choice.kind === "step" ? choice.step.id : "rest");
const personOf = (choice: Choice): string | null => (choice.kind === "step" ? (choice.person?.id ?? null) : null);
const reasons = (choice: Choice) => choice.reasons;
const reason = <T extends StepReason["type"]>(choice: Choice, type: T) =>
  choice.reasons.find((one) => one.type === type);
const ladder = [5, 20, 38, 55, 65, 75].map((difficulty) => aStep({ id: `step-${difficulty}`, difficulty }));

describe("an ordinary day", () => {
  test("offers the step nearest to what is aimed at", () => {
    expect(stepOf(chooseStep(aDay({ steps: ladder })))).toBe("step-38");
  });

  test("says how hard it is expected to be, and on how many tries that rests", () => {
    expect(reason(chooseStep(aDay({ steps: ladder })), "WithinReach")).toEqual({
      type: "WithinReach",
      expected: 38,
      target: 38,
      tries: 0,
    });
  });

  test("goes by what is hard for this person", () => {
    const hard = Array.from({ length: 8 }, (_, i) =>
      aTrial({ id: `exp-${i}`, step: "other", strand: "share", difficulty: 30, peak: 55 }),
    );
    expect(stepOf(chooseStep(aDay({ steps: ladder, trials: hard })))).toBe("step-20");
  });

  test("offers something easier than 20 rather than nothing, and never above 60", () => {
    expect(stepOf(chooseStep(aDay({ steps: ladder.filter(({ difficulty }) => difficulty < 20) })))).toBe("step-5");
    expect(chooseStep(aDay({ steps: ladder.filter(({ difficulty }) => difficulty > 60) }))).toEqual({
      kind: "rest",
      reasons: [{ type: "NothingWithinReach" }],
    });
  });

  test("offers nothing published above 70, however easy others felt", () => {
    const easy = Array.from({ length: 40 }, (_, i) => aTrial({ id: `exp-${i}`, difficulty: 60, peak: 0 }));
    expect(stepOf(chooseStep(aDay({ steps: [aStep({ id: "step-72", difficulty: 72 })], trials: easy })))).toBe("rest");
    expect(stepOf(chooseStep(aDay({ steps: [aStep({ id: "step-70", difficulty: 70 })], trials: easy })))).toBe(
      "step-70",
    );
  });

  test("leaves out what was declined today", () => {
    expect(stepOf(chooseStep(aDay({ steps: ladder, exclude: ["step-38"] })))).not.toBe("step-38");
    expect(stepOf(chooseStep(aDay({ exclude: ["ask-1"] })))).toBe("rest");
  });

  test("has nothing to offer without steps", () => {
    expect(chooseStep(aDay({ steps: [] }))).toEqual({ kind: "rest", reasons: [{ type: "NothingWithinReach" }] });
  });
});

describe("a day to rest", () => {
  test.each([
    [0, "rest"],
    [20, "rest"],
    [21, "ask-1"],
    [null, "ask-1"],
  ])("energy %s leads to %s", (energy, expected) => {
    expect(stepOf(chooseStep(aDay({ energy })))).toBe(expected);
  });

  test("says why", () => {
    expect(reasons(chooseStep(aDay({ energy: 12 })))).toEqual([{ type: "LowEnergy", energy: 12 }]);
    expect(reasons(chooseStep(aDay({ restedToday: true })))).toEqual([{ type: "RestedToday" }]);
  });
});

describe("after something went badly", () => {
  const hurtful = (day: string) => [
    aTrial({ day: theDay(day), outcome: "hurtful", difficulty: 60, step: "other", strand: "share" }),
  ];

  test("what is offered stays below 40 for two days", () => {
    const steps = [aStep({ id: "step-41", difficulty: 41 }), aStep({ id: "step-10", difficulty: 10 })];
    const offered = ["2026-05-01", "2026-04-30", "2026-04-29", "2026-04-28"].map((day) =>
      stepOf(chooseStep(aDay({ steps, trials: hurtful(day) }))),
    );
    expect(offered).toEqual(["step-10", "step-10", "step-10", "step-41"]);
  });

  test("the reason is said first", () => {
    const choice = chooseStep(aDay({ steps: ladder, trials: hurtful("2026-05-01") }));
    expect(reasons(choice)[0]).toEqual({ type: "EasierAfter", because: "hurtful" });
  });

  test("rest is offered when nothing is easy enough", () => {
    const choice = chooseStep(aDay({ steps: [aStep({ difficulty: 50 })], trials: hurtful("2026-05-01") }));
    expect(choice).toEqual({ kind: "rest", reasons: [{ type: "EasierAfter", because: "hurtful" }] });
  });
});

describe("with whom", () => {
  const withSomebody = aStep({ id: "with", needsPerson: true, roles: ["friend"] });
  const alone = aStep({ id: "alone", difficulty: 25 });

  test("a step that needs somebody names them", () => {
    const choice = chooseStep(aDay({ steps: [withSomebody], people: [aPerson()] }));
    expect([stepOf(choice), personOf(choice)]).toEqual(["with", "ana"]);
  });

  test("a step that needs nobody is offered when there is nobody, and says so", () => {
    const choice = chooseStep(aDay({ steps: [withSomebody, alone] }));
    expect(stepOf(choice)).toBe("alone");
    expect(reason(choice, "NobodyNeeded")).toEqual({ type: "NobodyNeeded" });
  });

  test("only people of the step's roles are named", () => {
    expect(stepOf(chooseStep(aDay({ steps: [withSomebody], people: [aPerson({ role: "manager" })] })))).toBe("rest");
  });

  test.each([
    ["flagged unsafe", { safety: "unsafe" }],
    ["who did harm", { harmed: true }],
    ["removed", { removed: true }],
    ["who asked to be left out", { restUntil: theDay("2026-05-01") }],
  ] as const)("nobody %s is named", (_, fields) => {
    expect(stepOf(chooseStep(aDay({ steps: [withSomebody], people: [aPerson(fields)] })))).toBe("rest");
  });

  test.each([
    ["stopped", "rest"],
    ["unsafe", "rest"],
    ["ok", "with"],
    ["screen-first", "with"],
  ] as const)("somebody whose way is %s leads to %s", (stop, expected) => {
    expect(stepOf(chooseStep(aDay({ steps: [withSomebody], people: [aPerson()], stopsFor: () => stop })))).toBe(
      expected,
    );
  });

  test("the questions that come first are announced with their depth", () => {
    const day = (disclosure: "small" | "large") =>
      aDay({ steps: [{ ...withSomebody, disclosure }], people: [aPerson()], stopsFor: () => "screen-first" });
    expect(reason(chooseStep(day("small")), "ScreenFirst")).toEqual({ type: "ScreenFirst", depth: "first" });
    expect(reason(chooseStep(day("large")), "ScreenFirst")).toEqual({ type: "ScreenFirst", depth: "larger" });
  });

  test("the way is asked about for that person, that strand and that disclosure", () => {
    const asked: unknown[] = [];
    chooseStep(
      aDay({
        steps: [{ ...withSomebody, strand: "share", disclosure: "large" }],
        people: [aPerson()],
        stopsFor: (...given) => {
          asked.push(given);
          return "ok";
        },
      }),
    );
    expect(asked).toContainEqual(["ana", "share", true]);
  });

  test("the same person is never named twice running, nobodies in between or not", () => {
    const trials = [aTrial({ id: "a", person: "ana" }), aTrial({ id: "b", person: null })];
    const input = aDay({ steps: [withSomebody], trials });
    expect(stepOf(chooseStep({ ...input, people: [aPerson()] }))).toBe("rest");
    expect(personOf(chooseStep({ ...input, people: [aPerson(), aPerson({ id: "bo" })] }))).toBe("bo");
  });

  test("nor is whom a plan was just made with", () => {
    const input = aDay({ steps: [withSomebody], people: [aPerson(), aPerson({ id: "bo", comfort: 0 })] });
    expect(personOf(chooseStep({ ...input, lastPerson: "ana" }))).toBe("bo");
  });

  test("the more trusted and comfortable is preferred, and who refused is asked less", () => {
    const pair = (fields: object) =>
      aDay({ steps: [withSomebody], people: [aPerson({ id: "bo", ...fields }), aPerson()] });
    expect(personOf(chooseStep(pair({ comfort: 10 })))).toBe("ana");
    expect(personOf(chooseStep(pair({ comfort: 90 })))).toBe("bo");
    expect(
      personOf(
        chooseStep({
          ...pair({}),
          steps: [{ ...withSomebody, cost: 1 }],
          trials: [
            ...Array.from({ length: 5 }, (_, i) => aTrial({ id: `bo-${i}`, person: "bo", outcome: "no" })),
            ...Array.from({ length: 5 }, (_, i) => aTrial({ id: `cy-${i}`, person: "cy" })),
          ],
        }),
      ),
    ).toBe("ana");
  });
});

describe("touch", () => {
  test.each([
    [false, "rest"],
    [true, "ask-1"],
  ])("is offered only when switched on: %s", (touch, expected) => {
    expect(stepOf(chooseStep(aDay({ steps: [aStep({ touch: true })], touch })))).toBe(expected);
  });

  test("is not a smaller step either, unless switched on", () => {
    const steps = [aStep({ smaller: "hug" }), aStep({ id: "hug", difficulty: 10, touch: true })];
    const smaller = (touch: boolean) => {
      const choice = chooseStep(aDay({ steps, touch }));
      return choice.kind === "step" ? choice.smaller?.id : null;
    };
    expect([smaller(false), smaller(true)]).toEqual([undefined, "hug"]);
  });
});

describe("variety", () => {
  const pair = [
    aStep({ id: "ask-a", difficulty: 38 }),
    aStep({ id: "share-a", strand: "share", difficulty: 41, contexts: ["message"] }),
  ];

  test("prefers another strand than the last, and says so", () => {
    const choice = chooseStep(
      aDay({ steps: pair, trials: [aTrial({ step: "other", strand: "ask", context: "in-person" })] }),
    );
    expect(stepOf(choice)).toBe("share-a");
    expect(choice.reasons.filter(({ type }) => type === "Variety")).toEqual([
      { type: "Variety", of: "strand" },
      { type: "Variety", of: "context" },
    ]);
  });

  test("does not repeat a step that was just tried while there is another", () => {
    const steps = [aStep({ id: "one", difficulty: 38 }), aStep({ id: "two", difficulty: 44 })];
    expect(stepOf(chooseStep(aDay({ steps, trials: [aTrial({ step: "one" })] })))).toBe("two");
  });

  test("says when it is somebody else's turn", () => {
    const choice = chooseStep(
      aDay({
        steps: [aStep({ needsPerson: true })],
        people: [aPerson({ id: "bo" })],
        trials: [aTrial({ person: "ana", strand: "share" })],
      }),
    );
    expect(choice.reasons).toContainEqual({ type: "Variety", of: "person" });
  });

  test("lets equal steps take turns by the day, and always the same on one day", () => {
    const steps = Array.from({ length: 5 }, (_, i) => aStep({ id: `same-${i}`, difficulty: 38 }));
    const offered = Array.from({ length: 28 }, (_, i) =>
      stepOf(chooseStep(aDay({ steps, day: theDay(`2026-05-${String(i + 1).padStart(2, "0")}`) }))),
    );
    expect(new Set(offered).size).toBeGreaterThan(2);
  });
});

describe("what was like this before", () => {
  test("is told with what was expected and what was felt", () => {
    const trials = [
      aTrial({ id: "a", step: "x", predBad: 80, peak: 50 }),
      aTrial({ id: "b", step: "y", predBad: 60, bad: 30 }),
      aTrial({ id: "c", step: "z", strand: "share", predBad: 10, peak: 90 }),
      aTrial({ id: "d", step: "w", predBad: null, peak: 90 }),
    ];
    const choice = chooseStep(aDay({ trials, day: theDay("2026-06-01") }));
    expect(reason(choice, "DoneLikeThis")).toEqual({ type: "DoneLikeThis", n: 2, expected: 70, felt: 40 });
  });

  test("is not told of when there is nothing", () => {
    expect(reason(chooseStep(aDay()), "DoneLikeThis")).toBeUndefined();
  });
});

describe("a smaller step", () => {
  const smallerOf = (input: ChooseInput) => {
    const choice = chooseStep(input);
    return choice.kind === "step" ? (choice.smaller?.id ?? null) : "rest";
  };

  test("is the one the catalogue names", () => {
    const steps = [
      aStep({ smaller: "tiny" }),
      aStep({ id: "tiny", difficulty: 10, strand: "bewith" }),
      aStep({ id: "near", difficulty: 30 }),
    ];
    expect(smallerOf(aDay({ steps }))).toBe("tiny");
  });

  test("is the hardest that is clearly easier in the strand, where none is named", () => {
    const steps = [
      aStep(),
      aStep({ id: "easy", difficulty: 10 }),
      aStep({ id: "easier", difficulty: 24 }),
      aStep({ id: "same", difficulty: 37 }),
    ];
    expect(smallerOf(aDay({ steps }))).toBe("easier");
  });

  test("is none where there is none, or it was declined", () => {
    expect(smallerOf(aDay())).toBeNull();
    expect(
      smallerOf(
        aDay({ steps: [aStep({ smaller: "tiny" }), aStep({ id: "tiny", difficulty: 10 })], exclude: ["tiny"] }),
      ),
    ).toBeNull();
  });

  test("is with the same person, where it needs one", () => {
    const steps = [
      aStep({ needsPerson: true, smaller: "tiny" }),
      aStep({ id: "tiny", difficulty: 10, needsPerson: true, strand: "share" }),
    ];
    expect(smallerOf(aDay({ steps, people: [aPerson()] }))).toBe("tiny");
    const stopsFor: ChooseInput["stopsFor"] = (_, strand) => (strand === "share" ? "stopped" : "ok");
    expect(smallerOf(aDay({ steps, people: [aPerson()], stopsFor }))).toBeNull();
  });
});
