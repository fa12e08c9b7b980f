/** Tests what is believed of a record, and that hearing only what is new comes to the same. */
import { describe, expect, test } from "vitest";
import { aPerson, aRecord, aStep, aTrial, aWish, theDay } from "../rehearsal.ts";
import { guidedBy } from "./guided.ts";
import {
  checkinMessages,
  firstDay,
  markMessages,
  roleContexts,
  tryMessages,
  userMessage,
  type Known,
} from "./messages.ts";
import { hardnessOf, triesFelt } from "./numbers.ts";
import { offerOf } from "./offer.ts";

const april = (n: number) => theDay(`2026-04-${String(n).padStart(2, "0")}`);
const steps = [20, 26, 32].map((difficulty) => aStep({ id: `step-${difficulty}`, difficulty }));
const record: Known = aRecord({
  steps,
  people: [aPerson()],
  trials: [4, 6, 9].map((n) =>
    aTrial({ id: `try-${n}`, day: april(n), step: "step-26", difficulty: 26, peak: 40 + n, predBad: 60 }),
  ),
  checkins: [
    { day: april(8), energy: 40 },
    { day: april(3), energy: 70 },
  ],
});

describe("a record that grows", () => {
  const longer: Known = {
    ...record,
    trials: [...record.trials, aTrial({ id: "new", day: april(20), step: "step-32", difficulty: 32, peak: 70 })],
    checkins: [{ day: april(21), energy: 55 }, ...record.checkins],
  };

  test.each<readonly [string, Known]>([
    ["has a try more and a day more", longer],
    ["has an outcome corrected", { ...record, trials: record.trials.map((trial) => ({ ...trial, peak: 80 })) }],
    ["lost a try", { ...record, trials: record.trials.slice(1) }],
    ["begins earlier", { ...record, checkins: [...record.checkins, { day: april(1), energy: 20 }] }],
    ["has a new person", { ...record, people: [aPerson(), aPerson({ id: "bo" })] }],
    ["is looked at later", { ...record, today: theDay("2026-06-01") }],
    ["is looked at earlier", { ...record, today: april(8) }],
  ])("and that %s is believed as if heard in one go", (_name, later) => {
    const [anew, after] = [guidedBy(later, null), guidedBy(later, guidedBy(record, null))];
    for (const step of steps) {
      const [one, two] = [hardnessOf(anew, step), hardnessOf(after, step)];
      expect(two?.mean).toBeCloseTo(one?.mean ?? -1, 9);
      expect(two?.high).toBeCloseTo(one?.high ?? -1, 9);
    }
    expect(offerOf(after, aWish())).toMatchObject({ kind: offerOf(anew, aWish()).kind });
  });

  test("is not heard again from the start", () => {
    const before = guidedBy(record, null);
    expect(guidedBy(longer, before).player.book.shared).toBe(before.player.book.shared);
    expect(guidedBy({ ...record, people: [] }, before).player.book.shared).not.toBe(before.player.book.shared);
  });

  test("leaves what was believed before as it was", () => {
    const before = guidedBy(record, null);
    const [then, offered] = [hardnessOf(before, steps[0] ?? aStep()), offerOf(before, aWish())];
    guidedBy(longer, before);
    expect([hardnessOf(before, steps[0] ?? aStep()), offerOf(before, aWish())]).toEqual([then, offered]);
  });
});

describe("how hard a step looks", () => {
  const guided = guidedBy(record, null);

  test("rises with what was published, and has a range around it", () => {
    const looks = steps.map((step) => hardnessOf(guided, step));
    for (const look of looks) {
      expect(look?.low).toBeLessThan(look?.mean ?? 0);
      expect(look?.high).toBeGreaterThan(look?.mean ?? 100);
    }
    expect(looks.map((look) => look?.mean)).toEqual(looks.map((look) => look?.mean ?? 0).toSorted((a, b) => a - b));
  });

  test("is surer once it was tried", () => {
    const width = (known: Known): number => {
      const look = hardnessOf(guidedBy(known, null), aStep({ id: "step-26", difficulty: 26 }));
      return (look?.high ?? 0) - (look?.low ?? 0);
    };
    expect(width(record)).toBeLessThan(width({ ...record, trials: [] }) - 5);
  });

  test("tells on how many tries it rests, leaving out those that told nothing", () => {
    const silent = aTrial({ id: "silent", peak: null, bad: null });
    const known = { ...record, trials: [...record.trials, silent, aTrial({ id: "shy", status: "avoided", peak: 9 })] };
    expect(hardnessOf(guidedBy(known, null), aStep())?.tries).toBe(3);
    expect(triesFelt(guidedBy(record, null))).toBe(3);
  });

  test("is known of a step that nobody ever heard of, and of none while there is no step at all", () => {
    expect(hardnessOf(guided, aStep({ id: "strange", contexts: [] }))?.mean).toBeGreaterThan(40);
    expect(hardnessOf(guidedBy(aRecord({ steps: [] }), null), aStep())).toBeNull();
  });

  test.each([
    [3, "below"],
    [30, "within"],
    [66, "beyond"],
  ] as const)("published as %i it lies %s reach", (difficulty, zone) => {
    expect(hardnessOf(guidedBy(aRecord(), null), aStep({ id: "x", difficulty }))?.zone).toBe(zone);
  });

  test("is within reach of fewer on a day with little energy", () => {
    const tired = guidedBy({ ...record, checkins: [{ day: record.today, energy: 25 }] }, null);
    expect(hardnessOf(tired, aStep({ id: "x", difficulty: 36 }))?.zone).toBe("beyond");
  });
});

describe("the messages", () => {
  test("count days from the first thing known, and nothing comes after today", () => {
    expect(firstDay(record)).toBe(firstDay({ ...record, trials: [] }));
    expect(checkinMessages(record, firstDay(record))).toEqual([
      { type: "checkin", day: 0, energy: 70 },
      { type: "checkin", day: 5, energy: 40 },
    ]);
    const ahead = { ...record, trials: [aTrial({ day: theDay("2027-01-01") })] };
    expect(tryMessages(ahead, firstDay(ahead))[0]).toMatchObject({ day: 28 });
  });

  test("hold the steps of tries whose step is gone, which nobody can be offered", () => {
    const known = { ...record, trials: [aTrial({ step: "gone", strand: "share", difficulty: 61 })] };
    expect(userMessage(known)["steps"]).toContainEqual({
      id: "gone",
      domain: "share",
      difficulty: 61,
      cost: 0.3,
      needsPerson: false,
      contexts: [],
    });
  });

  test("mark the flagged and those who did harm", () => {
    const marked = markMessages([
      aPerson({ safety: "unsafe" }),
      aPerson({ id: "bo", harmed: true }),
      aPerson({ id: "cy" }),
    ]);
    expect(marked.map(({ type, person }) => [type, person])).toEqual([
      ["flag", "ana"],
      ["harm", "bo"],
    ]);
  });

  test("meet every role somewhere, and no stranger by message", () => {
    for (const places of Object.values(roleContexts)) expect(places).toContain("in-person");
    expect(roleContexts.stranger).not.toContain("message");
  });

  test("take how bad it was for the peak where none was said", () => {
    const known = { ...record, trials: [aTrial({ peak: null, bad: 44 }), aTrial({ peak: 30, bad: 44 })] };
    expect(tryMessages(known, firstDay(known)).map(({ peak }) => peak)).toEqual([44, 30]);
  });
});
