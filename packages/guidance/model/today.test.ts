/** Tests what a day allows: rest, caps, who may be asked, what went badly lately. */
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anAsk, anEvent, everyContext, somePeople, type Fields } from "../pretend.ts";
import { askIn } from "./ask.ts";
import type { Candidate } from "./candidate.ts";
import { chooseAct } from "./choose.ts";
import { smallerThan, swapPoint } from "./fallback.ts";
import { advance, firstFolded, hearRow, type Folded } from "./fold.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { askableOf, limitsOf, unsafeOf } from "./today.ts";

const nobody: ReadonlySet<string> = new Set();

const after = (list: readonly Fields[] = [], user: Fields = {}): Folded => {
  const folded = firstFolded(setupIn(aUser(user), 0));
  for (const fields of list) {
    const row = rowIn("energy" in fields ? "checkin" : "event", fields);
    if (row !== null) hearRow(folded, row);
  }
  return folded;
};

const calm = Array.from({ length: 20 }, (_, i) =>
  anEvent({ id: `c${i}`, day: i, step: `s${6 + (i % 8)}`, context: everyContext[i % 4], peak: 35 }),
);

const names = (folded: Folded, blocked = nobody): readonly string[] =>
  askableOf(folded, askIn(anAsk()), blocked).map(({ id }) => id);

describe("whom today's offers may name", () => {
  const all = somePeople.map(({ id }) => id);

  test("everybody who is safe and can be reached", () => {
    expect(names(after())).toEqual(all);
    expect(askableOf(after(), askIn(anAsk({ people: ["bo", "nobody", "bo", 3] })), nobody).map(({ id }) => id)).toEqual(
      ["bo"],
    );
  });

  test("nobody who was marked or did harm", () => {
    expect(names(after(), new Set(["ana", "cy"]))).toEqual(["bo", "di"]);
  });

  test("nobody rated unsafe, and nobody unsure who is hardly trusted", () => {
    const people = [
      { ...somePeople[0], safety: "unsafe", trust: 100 },
      { ...somePeople[1], safety: "unsure", trust: 20 },
      { ...somePeople[2], safety: "unsure", trust: 90 },
      { ...somePeople[3], safety: "safe", trust: 40 },
    ];
    expect(names(after([], { people }))).toEqual(["cy", "di"]);
  });

  test("for the rest of the log nobody who hurt once, unless much spoke for them; nobody who hurt twice", () => {
    const hurt = (n: number): readonly Fields[] =>
      Array.from({ length: n }, (_, i) => anEvent({ id: `h${i}`, outcome: "hurtful" }));
    const kind = Array.from({ length: 20 }, (_, i) => anEvent({ id: `k${i}`, person: "di", outcome: "yes" }));
    expect(names(after(hurt(1)))).toEqual(["bo", "cy", "di"]);
    const once = [...kind, anEvent({ id: "h", person: "di", outcome: "hurtful" })];
    expect(names(after(once))).toContain("di");
    expect(names(after([...once, anEvent({ id: "h2", person: "di", outcome: "hurtful" })]))).not.toContain("di");
  });

  test("a plain no makes nobody unsafe", () => {
    const folded = after(Array.from({ length: 10 }, (_, i) => anEvent({ id: i, outcome: "no" })));
    const ana = folded.setup.people.get("ana");
    if (ana === undefined) throw new Error("nobody");
    expect(unsafeOf(folded, ana)).toBeLessThan(unsafeOf(after(), ana));
  });
});

describe("how hard it may get", () => {
  const on = (energy: number | null, day = 21): ReturnType<typeof limitsOf> => {
    const folded = after([...calm, aCheckin({ day: 21, energy })]);
    advance(folded, day);
    return limitsOf(folded, day);
  };

  test.each([
    [0, true, 36],
    [12, true, 36],
    [13, false, 36],
    [36, false, 36],
    [37, false, 60],
    [100, false, 60],
    [null, false, 60],
  ])("with an energy of %s: rest %s, cap %i", (energy, rest, cap) => {
    expect(on(energy)).toMatchObject({ rest, cap });
  });

  test("an old check-in is not today's", () => {
    expect(on(5, 23).rest).toBe(false);
    expect(on(5, 40)).toMatchObject({ rest: false, cap: 60, bads: [] });
  });

  test("weeks of no energy call for easy days even without a check-in", () => {
    const worn = after(Array.from({ length: 30 }, (_, i) => aCheckin({ day: i, energy: 12 })));
    advance(worn, 30);
    expect(limitsOf(worn, 30)).toMatchObject({ cap: 36, hard: 0.03 });
  });

  test.each([
    ["breaking off", { status: "started", peak: null }, "broken-off"],
    ["a peak of 78", { peak: 78 }, "peak"],
    ["a hurtful answer", { outcome: "hurtful" }, "hurtful"],
  ])("%s is heeded for two days", (_name, fields, because) => {
    const folded = after([...calm, anEvent({ id: "x", day: 21, ...fields })]);
    for (const [day, many] of [
      [21, 1],
      [22, 1],
      [23, 1],
      [24, 0],
    ] as const) {
      const { bads, cap } = limitsOf(folded, day);
      expect(bads).toHaveLength(many);
      expect(cap).toBe(many > 0 ? 40 : 60);
      if (many > 0) expect(bads[0]?.because).toBe(because);
    }
  });

  test.each([
    ["a peak of 77", { peak: 77 }],
    ["a no", { outcome: "no" }],
    ["avoiding", { status: "avoided", peak: null, outcome: null }],
    ["no chance to try", { status: "skipped", peak: null, outcome: null }],
  ])("%s is nothing bad", (_name, fields) => {
    expect(limitsOf(after([...calm, anEvent({ id: "x", day: 21, ...fields })]), 22).bads).toEqual([]);
  });
});

describe("the choice", () => {
  const ask = askIn(anAsk({ day: 21 }));
  const chosen = (folded: Folded): Candidate => {
    const choice = chooseAct(folded, ask, nobody);
    if (choice === null) throw new Error("rest");
    return choice.chosen;
  };

  test("is hard but doable, and hardly ever too much", () => {
    const { outlook, felt } = chosen(after(calm));
    expect(outlook.done).toBeGreaterThan(0.55);
    expect(outlook.done).toBeLessThan(0.95);
    expect(outlook.over).toBeLessThan(0.08);
    expect(felt).toBeGreaterThan(20);
    expect(felt).toBeLessThanOrEqual(60);
  });

  test("goes round: the same step is not offered again at once, and several steps and people come in turn", () => {
    const folded = after(calm);
    const seen: string[] = [];
    for (let day = 21; day < 33; day += 1) {
      const { act, context } = chosen(folded);
      seen.push(act.step.id);
      const row = rowIn(
        "event",
        anEvent({ id: `d${day}`, day, step: act.step.id, person: act.someone?.id ?? null, context, peak: 40 }),
      );
      if (row !== null) hearRow(folded, row);
    }
    for (let i = 1; i < seen.length; i += 1) expect(seen[i]).not.toBe(seen[i - 1]);
    expect(new Set(seen).size).toBeGreaterThan(3);
  });

  test("does not depend on the order in which people and places are listed", () => {
    const folded = after(calm);
    const turned = { ...ask, people: ask.people.toReversed(), contexts: ask.contexts.toReversed() };
    expect(chooseAct(folded, turned, nobody)?.chosen.act).toEqual(chosen(folded).act);
  });

  test("is rest when nothing is within reach", () => {
    const steps = [{ id: "cliff", domain: "ask", difficulty: 100, contexts: ["call"] }];
    expect(chooseAct(after([], { steps }), ask, nobody)).toBeNull();
  });
});

describe("what stands beside it", () => {
  const choice = (folded: Folded) => {
    const made = chooseAct(folded, askIn(anAsk({ day: 21 })), nobody);
    if (made === null) throw new Error("rest");
    return made;
  };

  test("is clearly smaller, each than the one before, and another step", () => {
    const folded = after(calm);
    const made = choice(folded);
    const list = [made.chosen, ...smallerThan(folded, made)];
    expect(list.length).toBeGreaterThan(1);
    for (let i = 1; i < list.length; i += 1)
      expect(list[i]?.outlook.mean).toBeLessThanOrEqual((list[i - 1]?.outlook.mean ?? 0) - 8);
    expect(list.slice(1).map(({ act }) => act.step.id)).not.toContain(made.chosen.act.step.id);
  });

  test("is offered instead from a guess that is the lower, the farther the offer", () => {
    const folded = after(calm);
    const { open } = choice(folded);
    const far = open.toSorted((a, b) => b.outlook.over - a.outlook.over);
    const [first, last] = [far[0], far.at(-1)];
    if (first === undefined || last === undefined) throw new Error("nothing is open");
    expect(swapPoint(folded, first)).toBeLessThan(swapPoint(folded, last));
    for (const one of far) {
      expect(swapPoint(folded, one)).toBeGreaterThanOrEqual(20);
      expect(swapPoint(folded, one)).toBeLessThanOrEqual(100);
    }
  });
});
