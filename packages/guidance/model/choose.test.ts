/** Tests what may be offered at all: that nothing legal and bearable is left out, and nothing else let in. */
import { describe, expect, test } from "vitest";
import { aCheckin, aUser, anAsk, anEvent, everyContext, type Fields } from "../pretend.ts";
import { askIn } from "./ask.ts";
import { bestOf, bounds, chooseAct, type Choice } from "./choose.ts";
import { distanceOf, spreadOfDistance, type Act } from "./distance.ts";
import { smaller, smallerThan, swapPoint } from "./fallback.ts";
import { advance, firstFolded, hearRow, type Folded } from "./fold.ts";
import { outlookOf } from "./predict.ts";
import { rowIn } from "./rows.ts";
import { setupIn } from "./setup.ts";
import { scoreOf } from "./score.ts";
import { slots } from "./state.ts";
import { limitsOf } from "./today.ts";

const nobody: ReadonlySet<string> = new Set();
const today = 21;

const after = (list: readonly Fields[] = [], user: Fields = {}): Folded => {
  const folded = firstFolded(setupIn(aUser(user), 0));
  for (const fields of list) {
    const row = rowIn("energy" in fields ? "checkin" : "event", fields);
    if (row !== null) hearRow(folded, row);
  }
  advance(folded, today);
  return folded;
};

const calm = Array.from({ length: 20 }, (_, i) =>
  anEvent({ id: `c${i}`, day: i, step: `s${6 + (i % 8)}`, context: everyContext[i % 4], peak: 35 }),
);

const chooseFor = (folded: Folded, ask: Fields = {}, blocked = nobody): Choice => {
  const choice = chooseAct(folded, askIn(anAsk({ day: today, ...ask })), blocked);
  if (choice === null) throw new Error("rest");
  return choice;
};

const nameOf = ({ step, someone, context }: Act): string => `${step.id} ${someone?.id ?? "-"} ${context}`;

/** Every act there could be, legal or not. */
const everyAct = ({ setup }: Folded): readonly Act[] =>
  [...setup.steps.values()].flatMap((step) =>
    [null, ...setup.people.values()].flatMap((someone) =>
      [...setup.contexts.values()].map((context) => ({ step, someone, context })),
    ),
  );

/** The rules of the protocol, in plain words. */
const isLegal = ({ setup }: Folded, { step, someone, context }: Act, open: readonly string[]): boolean => {
  const place = [...setup.contexts].find(([, index]) => index === context)?.[0] ?? "";
  const possible = step.contexts.includes(place) && open.includes(place);
  if (!step.needsPerson) return possible && someone === null;
  if (someone === null) return false;
  return possible && step.roles.includes(someone.role) && setup.roleContexts.get(someone.role)?.has(place) === true;
};

const spreadOf = (folded: Folded, act: Act) =>
  spreadOfDistance(folded.state, distanceOf(folded.setup, folded.state, act, folded.strain));

const isBearable = (folded: Folded, act: Act): boolean => {
  const { over, done } = outlookOf(folded, spreadOf(folded, act));
  return over <= bounds.over && done >= bounds.done;
};

describe("what is open", () => {
  test.each([
    ["at the start", [], everyContext],
    ["after three quiet weeks", calm, everyContext],
    ["where only calls are possible", calm, ["call"]],
  ] as const)(
    "%s is every act that is legal and bearable, with an expected peak within the cap",
    (_name, log, open) => {
      const folded = after(log);
      const { cap } = limitsOf(folded, today);
      const choice = chooseFor(folded, { contexts: open });
      const listed = new Set(choice.open.map(({ act }) => nameOf(act)));
      for (const { act, felt, outlook } of choice.open) {
        expect(isLegal(folded, act, open)).toBe(true);
        expect(isBearable(folded, act)).toBe(true);
        expect(felt).toBeLessThanOrEqual(cap);
        const { mean, done, over } = outlookOf(folded, spreadOf(folded, act));
        expect(outlook.mean).toBeCloseTo(mean, 9);
        expect(outlook.done).toBeCloseTo(done, 9);
        expect(outlook.over).toBeCloseTo(over, 9);
      }
      const fits = everyAct(folded).filter((act) => isLegal(folded, act, open) && isBearable(folded, act));
      const left = fits.filter((act) => !listed.has(nameOf(act)));
      // What is left out beside that is what would be felt above the cap, or so far within reach that it teaches nothing.
      const at = (act: Act): number => distanceOf(folded.setup, folded.state, act, folded.strain).mean;
      for (const act of left) expect(at(act) > 4 || at(act) < -40).toBe(true);
      expect(listed.size).toBeGreaterThan(20);
    },
  );

  test("holds nobody who is kept from offers, in any place", () => {
    const { open } = chooseFor(after(calm), {}, new Set(["bo"]));
    const asked = new Set(open.map(({ act }) => act.someone?.id ?? null));
    expect(asked).toEqual(new Set(["ana", "cy", "di", null]));
  });

  test("holds no role in a place where that role is not met", () => {
    const { open } = chooseFor(after(calm));
    const places = new Set(open.filter(({ act }) => act.someone?.id === "di").map(({ context }) => context));
    expect(places).toEqual(new Set(["call", "in-person"]));
  });

  test("takes nobody whose role has no place of its own", () => {
    const folded = after(calm, { roleContexts: { family: ["call"] } });
    const asked = new Set(chooseFor(folded).open.map(({ act }) => act.someone?.id ?? null));
    expect(asked).toEqual(new Set(["di", null]));
  });

  test("takes a place that nobody named at the start as one that is unfamiliar", () => {
    const steps = [{ id: "x", domain: "ask", difficulty: 15, needsPerson: false, contexts: ["the market"] }];
    const { chosen } = chooseFor(after([], { steps }), { contexts: ["the market"] });
    expect([chosen.context, chosen.act.context, chosen.unsafe]).toEqual(["the market", -1, 0]);
  });

  test("weighs how unsafe each person may be, and nobody where nobody is asked", () => {
    for (const { act, unsafe } of chooseFor(after(calm)).open) expect(unsafe > 0).toBe(act.someone !== null);
  });

  test("holds nothing so far within reach that it would teach nothing", () => {
    const steps = [0, 40].map((difficulty) => ({
      id: `x${difficulty}`,
      domain: "ask",
      difficulty,
      contexts: ["call"],
    }));
    const folded = after([], { steps, intake: { selfReach: 100 } });
    const listed = chooseFor(folded).open.map(({ act }) => act.step.id);
    expect(listed).toEqual(["x40"]);
  });
});

describe("the best of what is open", () => {
  test("has the highest score of all", () => {
    const folded = after(calm);
    const { chosen, open, limits } = chooseFor(folded);
    const scores = open.map((one) => scoreOf(folded, one, limits));
    expect(scoreOf(folded, chosen, limits)).toBe(Math.max(...scores));
  });

  test("of equals is the one whose name comes first, however they are listed", () => {
    const folded = after();
    const { chosen, limits } = chooseFor(folded);
    const twin = (id: string) => ({ ...chosen, act: { ...chosen.act, step: { ...chosen.act.step, id } } });
    const [a, b, c] = [twin("a"), twin("b"), twin("c")];
    for (const list of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ])
      expect(bestOf(folded, list, limits)?.act.step.id).toBe("a");
  });

  test("of equals with different people and places goes by those", () => {
    const folded = after();
    const { chosen, limits } = chooseFor(folded);
    const here = { ...chosen, context: "call" };
    const there = { ...chosen, context: "online" };
    expect(bestOf(folded, [there, here], limits)?.context).toBe("call");
    expect(bestOf(folded, [here, there], limits)?.context).toBe("call");
  });

  test("of nothing is nothing", () => {
    expect(bestOf(after(), [], limitsOf(after(), today))).toBeNull();
  });
});

describe("after something went badly", () => {
  const broken = anEvent({ id: "bad", day: today - 1, step: "s9", person: "ana", status: "started", peak: 70 });
  const folded = after([...calm, broken]);

  test("the offer lies well within what went badly, and the cap is lower", () => {
    const { chosen, limits } = chooseFor(folded);
    const act = limits.bads[0]?.act;
    if (act === undefined) throw new Error("nothing went badly");
    const mean = (one: Act): number => distanceOf(folded.setup, folded.state, one, folded.strain).mean;
    expect(mean(chosen.act)).toBeLessThan(mean(act) - 5);
    expect(chosen.felt).toBeLessThanOrEqual(limits.cap);
    expect(limits.cap).toBeLessThan(limitsOf(after(calm), today).cap);
  });

  test("the same act is never the best, whatever its score", () => {
    const { limits } = chooseFor(folded);
    const [bad] = limits.bads;
    if (bad === undefined) throw new Error("nothing went badly");
    const again = {
      act: bad.act,
      context: "call",
      outlook: outlookOf(folded, spreadOf(folded, bad.act)),
      felt: 40,
      unsafe: 0,
    };
    expect(bestOf(folded, [again], limits)).toBeNull();
    expect(bestOf(folded, [again], { ...limits, bads: [] })).toBe(again);
  });
});

describe("on a day of little energy", () => {
  test("a peak above 50 is hardly possible for anything that is open", () => {
    const folded = after([...calm, aCheckin({ day: today, energy: 25 })]);
    const { open, limits } = chooseFor(folded);
    expect(limits.hard).toBeLessThan(0.1);
    for (const { outlook } of open) expect(outlook.mean + 1.6 * outlook.sd).toBeLessThan(0.1);
    const ordinary = chooseFor(after(calm)).open;
    expect(ordinary.some(({ outlook }) => outlook.mean + 1.6 * outlook.sd > 0)).toBe(true);
    expect(open.length).toBeLessThan(ordinary.length);
  });

  test("with none at all it is rest", () => {
    const folded = after([...calm, aCheckin({ day: today, energy: 2 })]);
    expect(chooseAct(folded, askIn(anAsk({ day: today })), nobody)).toBeNull();
  });
});

describe("what is offered instead", () => {
  test("is the best of what is smaller by eight at least, twice", () => {
    const folded = after(calm);
    const choice = chooseFor(folded);
    const [first, second, ...more] = smallerThan(folded, choice);
    if (first === undefined || second === undefined) throw new Error("nothing is smaller");
    expect(more).toEqual([]);
    const { chosen, open, limits } = choice;
    const smallerBy = (mean: number) =>
      open.filter(({ act, outlook }) => act.step.id !== chosen.act.step.id && outlook.mean <= mean - smaller.by);
    expect(first).toBe(bestOf(folded, smallerBy(chosen.outlook.mean), limits));
    expect(second).toBe(bestOf(folded, smallerBy(first.outlook.mean), limits));
  });

  test("may be exactly so much smaller, and not a hair less", () => {
    const folded = after();
    const { chosen, limits } = chooseFor(folded);
    const other = (by: number) => ({
      ...chosen,
      act: { ...chosen.act, step: { ...chosen.act.step, id: "other" } },
      outlook: { ...chosen.outlook, mean: chosen.outlook.mean - by },
    });
    const open = (by: number) => ({ chosen, open: [chosen, other(by)], limits });
    expect(smallerThan(folded, open(smaller.by))).toHaveLength(1);
    expect(smallerThan(folded, open(smaller.by - 0.001))).toHaveLength(0);
  });

  test("is nothing where nothing is smaller", () => {
    const folded = after(calm);
    const choice = chooseFor(folded);
    expect(smallerThan(folded, { ...choice, open: [choice.chosen] })).toEqual([]);
  });

  test("comes only from a guess above what is expected, and from a lower one where the step is farther", () => {
    const folded = after(calm);
    const { open } = chooseFor(folded);
    const known = open.find(({ act }) => act.step.id === "s9" && act.someone?.id === "ana");
    if (known === undefined) throw new Error("not open");
    const point = swapPoint(folded, known);
    expect(Number.isInteger(point)).toBe(true);
    expect(point).toBeGreaterThan(known.felt);
    const farther = after(calm);
    farther.state.gauss.mean[farther.state.stepSlots[known.act.step.index] ?? 0] = 12;
    expect(swapPoint(farther, known)).toBeLessThan(point);
  });

  test("never comes where even the worst guess leaves the step bearable", () => {
    const steps = [{ id: "easy", domain: "ask", difficulty: 0, contexts: ["call"] }];
    const folded = after([], { steps });
    folded.state.gauss.mean[slots.reach] = 150;
    const step = folded.setup.steps.get("easy");
    if (step === undefined) throw new Error("no step");
    const act = { step, someone: null, context: 1 };
    const easy = { act, context: "call", outlook: outlookOf(folded, spreadOf(folded, act)), felt: 4, unsafe: 0 };
    expect(swapPoint(folded, easy)).toBe(100);
  });

  test("comes at once where the step is too much already", () => {
    const steps = [{ id: "cliff", domain: "ask", difficulty: 80, contexts: ["call"] }];
    const folded = after([], { steps, intake: { selfReach: 20 } });
    const step = folded.setup.steps.get("cliff");
    if (step === undefined) throw new Error("no step");
    expect(swapPoint(folded, { act: { step, someone: null, context: 1 } })).toBe(20);
  });
});
