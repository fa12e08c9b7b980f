/** Tests the app's choice of a step, each rule by itself. */
import { describe, expect, test } from "vitest";
import type { Known } from "./messages.ts";
import { aPerson, aRecord, aStep, aTrial, aWish, theDay } from "../rehearsal.ts";
import type { Choice, StepReason } from "./choice.ts";
import { guidedBy } from "./guided.ts";
import { offerOf, type Wish } from "./offer.ts";

const choose = (known: Partial<Known> = {}, wish: Partial<Wish> = {}): Choice =>
  offerOf(guidedBy(aRecord(known), null), aWish(wish));
const stepOf = (choice: Choice): string => (choice.kind === "step" ? choice.step.id : "rest");
const personOf = (choice: Choice): string | null => (choice.kind === "step" ? (choice.person?.id ?? null) : null);
const reason = <T extends StepReason["type"]>(choice: Choice, type: T) =>
  choice.reasons.find((one) => one.type === type);

const easy = aStep({ id: "easy", difficulty: 22 });
const withSomebody = aStep({ id: "with", difficulty: 25, needsPerson: true, roles: ["friend"], contexts: ["message"] });
const ladder = [5, 15, 25, 45, 60, 75].map((difficulty) => aStep({ id: `step-${difficulty}`, difficulty }));
/** Weeks ago, the easiest one was easy. */
const wasEasy = Array.from({ length: 6 }, (_, i) =>
  aTrial({ id: `easy-${i}`, day: theDay("2026-03-01"), step: "step-5", difficulty: 5, peak: 8, predBad: 15 }),
);

describe("an ordinary day", () => {
  test("offers what is hard but doable: neither the easiest nor the hardest", () => {
    const choice = choose({ steps: ladder });
    expect(stepOf(choice)).toBe("step-25");
    expect(choice.kind === "step" && choice.numbers.done).toBeGreaterThan(0.6);
    expect(choice.kind === "step" && choice.numbers.done).toBeLessThan(0.9);
  });

  test("goes by what is hard for this person", () => {
    const hard = Array.from({ length: 8 }, (_, i) =>
      aTrial({ id: `hard-${i}`, step: "other", strand: "ask", difficulty: 25, peak: 76, predBad: 70 }),
    );
    const light = hard.map((trial) => ({ ...trial, peak: 10, predBad: 20, difficulty: 45 }));
    expect(["step-5", "step-15"]).toContain(stepOf(choose({ steps: ladder, trials: hard })));
    expect(stepOf(choose({ steps: ladder, trials: light }))).toBe("step-45");
  });

  test("offers nothing published above 70, however light others felt", () => {
    const light = Array.from({ length: 40 }, (_, i) => aTrial({ id: `light-${i}`, difficulty: 70, peak: 3 }));
    expect(stepOf(choose({ steps: [aStep({ id: "step-71", difficulty: 71 })], trials: light }))).toBe("rest");
    expect(stepOf(choose({ steps: [aStep({ id: "step-70", difficulty: 70 })], trials: light }))).toBe("step-70");
  });

  test("leaves out what was declined today", () => {
    expect(stepOf(choose({ steps: ladder }, { exclude: ["step-25"] }))).not.toBe("step-25");
    expect(choose({ steps: [easy] }, { exclude: ["easy"] })).toEqual({
      kind: "rest",
      reasons: [{ type: "NothingWithinReach" }],
    });
  });

  test("has nothing to offer without steps, and nothing far beyond reach", () => {
    const nothing = { kind: "rest", reasons: [{ type: "NothingWithinReach" }] };
    expect(choose({ steps: [] })).toEqual(nothing);
    expect(choose({ steps: [aStep({ difficulty: 68 })] })).toEqual(nothing);
  });
});

describe("a day with little energy", () => {
  const today = theDay("2026-05-01");
  const noted = (energy: number | null, day = today) => ({ checkins: [{ day, energy }] });

  test("is for rest when almost nothing is left, and says so", () => {
    expect(choose({ steps: ladder, ...noted(8) })).toEqual({
      kind: "rest",
      reasons: [{ type: "LowEnergy", energy: 8 }],
    });
  });

  test("has an easier step than an ordinary one, and says so first", () => {
    const choice = choose({ steps: ladder, trials: wasEasy, ...noted(30) });
    expect(stepOf(choice)).toBe("step-5");
    expect(choice.reasons[0]).toEqual({ type: "CarefulDay", energy: 30 });
    expect(choice.kind === "step" && choice.numbers.peak.mean).toBeLessThan(36);
  });

  test("is for rest when nothing is surely easy, and says that it is the energy", () => {
    expect(choose({ steps: ladder.slice(2), ...noted(30) })).toEqual({
      kind: "rest",
      reasons: [{ type: "LowEnergy", energy: 30 }],
    });
  });

  test("goes by the newest check-in of the day, and never by energy that was not said", () => {
    const both = (first: number | null, second: number) =>
      choose({ steps: [easy], checkins: [first, second].map((energy) => ({ day: today, energy })) });
    expect([stepOf(both(60, 4)), stepOf(both(4, 60)), stepOf(both(null, 4))]).toEqual(["easy", "rest", "easy"]);
  });

  test("rests after many days near empty, although nothing was said today", () => {
    const days = Array.from({ length: 12 }, (_, i) => ({
      day: theDay(`2026-04-${String(30 - i).padStart(2, "0")}`),
      energy: 0,
    }));
    expect(choose({ steps: ladder, checkins: days })).toEqual({ kind: "rest", reasons: [{ type: "Strained" }] });
  });

  test("is over when the person chose to rest", () => {
    expect(choose({ steps: ladder }, { restedToday: true })).toEqual({
      kind: "rest",
      reasons: [{ type: "RestedToday" }],
    });
  });
});

describe("where the person's own numbers ask for care", () => {
  const because = { type: "HighBefore", level: 75 } as const;
  /** Somebody for whom hard steps are light. */
  const light = Array.from({ length: 8 }, (_, i) =>
    aTrial({ id: `light-${i}`, step: "other", difficulty: 45, peak: 10, predBad: 20 }),
  );

  test("nothing hard is offered, and that is the first reason", () => {
    const asEver = choose({ steps: ladder, trials: light });
    const careful = choose({ steps: ladder, trials: light }, { care: { level: "easier", because } });
    expect(stepOf(asEver)).toBe("step-45");
    expect(["step-5", "step-15", "step-25"]).toContain(stepOf(careful));
    expect(careful.reasons[0]).toEqual({ type: "CareFirst", because });
    expect(reason(asEver, "CareFirst")).toBeUndefined();
  });

  test("it is rest, and says so, when nothing is light enough", () => {
    const hard = { steps: [aStep({ id: "step-45", difficulty: 45 })], trials: light };
    expect(stepOf(choose(hard))).toBe("step-45");
    expect(choose(hard, { care: { level: "easier", because } })).toEqual({
      kind: "rest",
      reasons: [{ type: "CareFirst", because }],
    });
  });

  test("it is rest when they ask for rest, and a rest of one's own stays one's own", () => {
    const care = { level: "rest", because } as const;
    expect(choose({ steps: ladder }, { care })).toEqual({ kind: "rest", reasons: [{ type: "CareFirst", because }] });
    expect(choose({ steps: ladder }, { care, restedToday: true }).reasons).toEqual([{ type: "RestedToday" }]);
  });
});

describe("after something went badly", () => {
  const bad = (day: string, fields: object = { outcome: "hurtful" }) =>
    aTrial({ day: theDay(day), difficulty: 30, step: "other", strand: "share", peak: 50, ...fields });

  test.each([
    ["hurtful", { outcome: "hurtful" }],
    ["too-much", { peak: 85 }],
    ["too-much", { peak: null, bad: 85 }],
    ["broken-off", { status: "started" }],
  ] as const)("%s is said first, and the step is easier than it was", (because, fields) => {
    const choice = choose({ steps: ladder, trials: [...wasEasy, bad("2026-04-30", fields)] });
    expect(choice.reasons[0]).toEqual({ type: "EasierAfter", because });
    expect(["step-5", "step-15"]).toContain(stepOf(choice));
  });

  test("two days and more are gentle, and the fifth is an ordinary one", () => {
    const gentle = ["2026-05-01", "2026-04-30", "2026-04-29", "2026-04-26"].map(
      (day) => reason(choose({ steps: ladder, trials: [bad(day)] }), "EasierAfter") !== undefined,
    );
    expect(gentle).toEqual([true, true, true, false]);
  });

  test("one that is dated ahead counts as today's", () => {
    expect(reason(choose({ steps: ladder, trials: [bad("2026-06-20")] }), "EasierAfter")).toBeDefined();
  });

  test("rest is offered when nothing is easy enough", () => {
    expect(choose({ steps: [aStep({ difficulty: 40 })], trials: [bad("2026-05-01")] })).toEqual({
      kind: "rest",
      reasons: [{ type: "EasierAfter", because: "hurtful" }],
    });
  });
});

describe("with whom", () => {
  test("a step that needs somebody names them, with the chance of a yes", () => {
    const choice = choose({ steps: [withSomebody], people: [aPerson()] });
    expect([stepOf(choice), personOf(choice)]).toEqual(["with", "ana"]);
    expect(choice.kind === "step" && choice.numbers.yes?.mean).toBeGreaterThan(0.5);
  });

  test("a step that needs nobody is offered when there is nobody, and says so", () => {
    const choice = choose({ steps: [withSomebody, easy] });
    expect(stepOf(choice)).toBe("easy");
    expect(reason(choice, "NobodyNeeded")).toEqual({ type: "NobodyNeeded" });
    expect(choice.kind === "step" && choice.numbers.yes).toBeNull();
  });

  test("only people of the step's roles are named, and only where they are met", () => {
    expect(stepOf(choose({ steps: [withSomebody], people: [aPerson({ role: "manager" })] }))).toBe("rest");
    const stranger = { steps: [{ ...withSomebody, roles: ["stranger"] as const }] };
    expect(stepOf(choose({ ...stranger, people: [aPerson({ role: "stranger" })] }))).toBe("rest");
  });

  test.each([
    ["flagged unsafe", { safety: "unsafe" }],
    ["who did harm", { harmed: true }],
    ["removed", { removed: true }],
    ["who asked to be left out", { restUntil: theDay("2026-05-01") }],
  ] as const)("nobody %s is named", (_, fields) => {
    expect(stepOf(choose({ steps: [withSomebody], people: [aPerson(fields)] }))).toBe("rest");
  });

  test("somebody whose rest ended yesterday may be named", () => {
    expect(stepOf(choose({ steps: [withSomebody], people: [aPerson({ restUntil: theDay("2026-04-30") })] }))).toBe(
      "with",
    );
  });

  test("nobody who hurt is named again, even where the step of that time is gone", () => {
    const hurt = aTrial({ person: "ana", step: "own-and-gone", outcome: "hurtful", day: theDay("2026-03-01") });
    const known = { steps: [withSomebody], people: [aPerson()] };
    expect(stepOf(choose({ ...known, trials: [hurt] }, { lastPerson: "bo" }))).toBe("rest");
    expect(stepOf(choose({ ...known, trials: [{ ...hurt, outcome: "no" }] }, { lastPerson: "bo" }))).toBe("with");
  });

  test.each([
    ["stopped", "rest"],
    ["unsafe", "rest"],
    ["ok", "with"],
    ["screen-first", "with"],
  ] as const)("somebody whose way is %s leads to %s", (stop, expected) => {
    expect(stepOf(choose({ steps: [withSomebody], people: [aPerson()] }, { stopsFor: () => stop }))).toBe(expected);
  });

  test("the questions that come first are announced with their depth", () => {
    const day = (disclosure: "small" | "large") =>
      choose(
        { steps: [{ ...withSomebody, disclosure }], people: [aPerson()] },
        {
          stopsFor: (_person, strand, large) =>
            strand === "ask" && large === (disclosure === "large") ? "screen-first" : "ok",
        },
      );
    expect(reason(day("small"), "ScreenFirst")).toEqual({ type: "ScreenFirst", depth: "first" });
    expect(reason(day("large"), "ScreenFirst")).toEqual({ type: "ScreenFirst", depth: "larger" });
  });

  test("the same person is never named twice running, nobodies in between or not", () => {
    const trials = [aTrial({ id: "a", person: "ana" }), aTrial({ id: "b", person: null })];
    const two = [aPerson(), aPerson({ id: "bo", comfort: 60 })];
    expect(stepOf(choose({ steps: [withSomebody], trials, people: [aPerson()] }))).toBe("rest");
    expect(personOf(choose({ steps: [withSomebody], trials, people: two }))).toBe("bo");
    expect(personOf(choose({ steps: [withSomebody], people: two }, { lastPerson: "ana" }))).toBe("bo");
  });

  test("somebody one is at ease with makes the same step lighter", () => {
    const peak = (comfort: number): number => {
      const choice = choose({ steps: [withSomebody], people: [aPerson({ comfort })] });
      return choice.kind === "step" ? choice.numbers.peak.mean : 100;
    };
    expect(peak(90)).toBeLessThan(peak(40) - 8);
  });
});

describe("touch", () => {
  test.each([
    [false, "rest"],
    [true, "ask-1"],
  ])("is offered only when switched on: %s", (touch, expected) => {
    expect(stepOf(choose({ steps: [aStep({ touch: true, difficulty: 25 })] }, { touch }))).toBe(expected);
  });

  test("is not a smaller step either, unless switched on", () => {
    const steps = [aStep({ difficulty: 24, smaller: "hug" }), aStep({ id: "hug", difficulty: 10, touch: true })];
    const smaller = (touch: boolean) => {
      const choice = choose({ steps }, { touch });
      return choice.kind === "step" ? choice.smaller?.id : "rest";
    };
    expect([smaller(false), smaller(true)]).toEqual([undefined, "hug"]);
  });
});

describe("a smaller step", () => {
  const smallerOf = (steps: Known["steps"], wish: Partial<Wish> = {}, people: Known["people"] = []) => {
    const choice = choose({ steps, people }, wish);
    return choice.kind === "step" ? (choice.smaller?.id ?? null) : "rest";
  };
  const big = aStep({ difficulty: 24 });

  test("is the one the catalogue names", () => {
    const tiny = aStep({ id: "tiny", difficulty: 4, strand: "bewith" });
    expect(smallerOf([{ ...big, smaller: "tiny" }, tiny, aStep({ id: "near", difficulty: 18 })])).toBe("tiny");
  });

  test("is a clearly easier one where none is named", () => {
    expect(smallerOf([big, aStep({ id: "easier", difficulty: 16 }), aStep({ id: "same", difficulty: 23 })])).toBe(
      "easier",
    );
  });

  test("is none where there is none, or it was declined", () => {
    expect(smallerOf([big])).toBeNull();
    const steps = [{ ...big, smaller: "tiny" }, aStep({ id: "tiny", difficulty: 10 })];
    expect(smallerOf(steps, { exclude: ["tiny"] })).toBeNull();
  });

  test("is with the same person, where it needs one", () => {
    const steps = [
      { ...withSomebody, smaller: "tiny" },
      aStep({ id: "tiny", difficulty: 6, needsPerson: true, strand: "share" }),
    ];
    expect(smallerOf(steps, {}, [aPerson()])).toBe("tiny");
    const stopsFor: Wish["stopsFor"] = (_, strand) => (strand === "share" ? "stopped" : "ok");
    expect(smallerOf(steps, { stopsFor }, [aPerson()])).toBeNull();
  });
});
