/** Tests the judging protocol: what it answers, and that nothing late or doubled ever breaks or bends it. */
import { describe, expect, test } from "vitest";
import {
  aCheckin,
  after,
  anAsk,
  anEvent,
  answer,
  aUser,
  everyContext,
  somePeople,
  someSteps,
  twentyDays,
  type Fields,
} from "./pretend.ts";
import { answerTo, heard, newPlayer } from "./protocol.ts";

describe("what is answered", () => {
  test("only asks are", () => {
    const player = after(aUser());
    for (const message of [
      aUser(),
      anEvent(),
      aCheckin(),
      { type: "end", user: "u" },
      { type: "song" },
      3,
      null,
      "ask",
    ])
      expect(answerTo(player, message)).toBeNull();
    expect(answerTo(player, anAsk())).not.toBeNull();
  });

  test("with the id of the ask, whatever that is", () => {
    for (const id of [1, "one", null]) expect(answer(after(aUser()), { id }).id).toBe(id);
    expect(answerTo(newPlayer, { type: "ask" })?.id).toBeNull();
  });

  test("with rest, before anything is known of the user", () => {
    expect(answer(newPlayer)).toEqual({ id: 7, pick: null });
  });

  test("with a legal step, and all that is predicted of it within its range", () => {
    for (const player of [after(aUser()), after(aUser(), ...twentyDays)]) {
      const { pick, pred } = answer(player, { day: 22 });
      const step = someSteps.find(({ id }) => id === pick?.step);
      expect(step?.["contexts"]).toContain(pick?.context);
      expect(pick?.person !== null).toBe(step?.["needsPerson"]);
      if (pred === undefined) throw new Error("nothing was predicted");
      for (const share of [pred.done, pred.over, pred.yes ?? 0.5]) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }
      expect(pred.over).toBeLessThan(0.1);
      expect(pred.done).toBeGreaterThan(0.4);
      expect(pred.peakLo).toBeLessThan(pred.peak);
      expect(pred.peakHi).toBeGreaterThan(pred.peak);
      expect(pred.peakLo).toBeGreaterThanOrEqual(0);
      expect(pred.peakHi).toBeLessThanOrEqual(100);
    }
  });

  test("with fallbacks that are smaller than the pick, the second smaller than the first", () => {
    const { pred, fallback, swapAbove } = answer(after(aUser(), ...twentyDays), { day: 22 });
    expect(fallback?.length).toBeGreaterThan(0);
    const peaks = [pred, ...(fallback ?? []).map((one) => one.pred)].map((one) => one?.peak ?? 0);
    expect(peaks).toEqual(peaks.toSorted((a, b) => b - a));
    expect(swapAbove).toBeGreaterThan(20);
    expect(swapAbove).toBeLessThanOrEqual(100);
  });

  test("with where the person stands: intervals around means, and a yes for everybody", () => {
    const { est } = answer(after(aUser(), ...twentyDays), { day: 22 });
    if (est === undefined) throw new Error("nothing was estimated");
    for (const [mean, low, high] of [est.reach, est.belief, ...Object.values(est.yes)]) {
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    expect(Object.keys(est.yes)).toEqual(somePeople.map(({ id }) => id));
    expect(est.trend28).toBeGreaterThan(0);
    expect(est.trend28).toBeLessThan(1);
  });

  test("with one answer for each probe, in their order, known or not", () => {
    const probes = [
      { step: "s2", person: "ana", context: "call" },
      { step: "nothing", person: "ana", context: "call" },
      { step: "s28", person: "nobody", context: "the moon" },
      7,
    ];
    const { probes: said } = answer(after(aUser()), { probes });
    expect(said).toHaveLength(4);
    expect(said?.[0]?.done).toBeGreaterThan(said?.[2]?.done ?? 1);
    expect(said?.[0]?.peak).toBeLessThan(said?.[2]?.peak ?? 0);
    expect(said?.[1]).toEqual({ done: 0.6, peak: 50 });
    expect(said?.[3]).toEqual({ done: 0.6, peak: 50 });
    expect(answer(newPlayer, { probes }).probes).toHaveLength(4);
  });

  test("with the exact record, when it is asked for", () => {
    const player = after(
      aUser(),
      anEvent({ id: 1, predHelp: 80, outcome: "yes", predBad: 70, bad: 30 }),
      anEvent({ id: 2, predHelp: 40, outcome: "no", predBad: 50, bad: 60 }),
      anEvent({ id: 2, predHelp: 40, outcome: "no", predBad: 50, bad: 60 }),
      anEvent({ id: 3, predHelp: null, outcome: "partial", predBad: null, bad: 10 }),
      anEvent({ id: 4, status: "avoided", predHelp: 90, outcome: null, predBad: 80, bad: null, peak: null }),
    );
    const { report } = answer(player, { report: true });
    expect(report?.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(report?.violation).toBeCloseTo(15, 12);
    expect(report?.yesRate?.[0]).toBeCloseTo(2 / 3, 12);
    // Quantiles 0.05 and 0.95 of Beta(2.5, 1.5).
    expect(report?.yesRate?.[1]).toBeCloseTo(0.235534, 6);
    expect(report?.yesRate?.[2]).toBeCloseTo(0.937587, 6);
    expect(answer(player).report).toBeUndefined();
  });

  test("names nobody who cannot be reached, and no place that is not open", () => {
    const player = after(aUser(), ...twentyDays);
    for (const context of everyContext) {
      const { pick, fallback } = answer(player, { day: 22, people: ["bo"], contexts: [context] });
      for (const one of [pick, ...(fallback ?? []).map(({ pick: other }) => other)]) {
        if (one === null) continue;
        expect(one.context).toBe(context);
        expect([null, "bo"]).toContain(one.person);
      }
    }
    expect(answer(player, { people: [], contexts: [] }).pick).toBeNull();
    expect(answer(player, { people: "ana", contexts: { call: true } }).pick).toBeNull();
    expect(answer(player, { people: [], contexts: everyContext }).pick?.person ?? null).toBeNull();
  });

  test("asks a role only where that role is met", () => {
    const { pick } = answer(after(aUser()), { people: ["di"], contexts: ["online"] });
    expect(pick?.person ?? null).toBeNull();
  });
});

describe("messages that do not name their kind", () => {
  const bare = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== "type"));

  test("are known by their fields", () => {
    const told = [
      aUser(),
      aCheckin(),
      ...twentyDays,
      { type: "flag", user: "u", day: 3, person: "bo", safety: "unsafe" },
    ];
    const plain = told.map((message) => ("type" in message ? bare(message) : message));
    expect(answerTo(after(...plain), bare(anAsk({ day: 22 })))).toEqual(answer(after(...told), { day: 22 }));
  });

  test("and harm by having nothing but a person and a day", () => {
    const player = after(aUser(), { user: "u", day: 3, person: "ana" });
    expect([...player.blocked]).toEqual(["ana"]);
  });
});

describe("messages at the wrong time", () => {
  const told = [aUser(), aCheckin(), ...twentyDays];
  const plain = answer(after(...told), { day: 22 });

  test("twice are heard once", () => {
    expect(answer(after(...told, ...twentyDays, aCheckin(), ...twentyDays), { day: 22 })).toEqual(plain);
  });

  test("of a user who is known already change nothing", () => {
    expect(answer(after(...told, aUser({ steps: [] }), aUser({ people: [], day: 9 })), { day: 22 })).toEqual(plain);
  });

  test("before the user is known are kept", () => {
    expect(answer(after(...told.slice(1), aUser()), { day: 22 })).toEqual(plain);
  });

  test("late, or backwards, come to the same", () => {
    expect(answer(after(aUser(), ...twentyDays.toReversed(), aCheckin()), { day: 22 })).toEqual(plain);
    let player = after(aUser());
    for (const message of [...twentyDays.slice(10), ...twentyDays.slice(0, 10), aCheckin()]) {
      answer(player, { day: 22 });
      player = heard(player, message);
    }
    expect(answer(player, { day: 22 })).toEqual(plain);
  });

  test("leave every earlier player as it was", () => {
    const early = after(aUser(), ...twentyDays.slice(0, 10));
    const then = answer(early, { day: 11 });
    const one = heard(early, anEvent({ id: "one", day: 11, status: "avoided" }));
    const other = heard(early, anEvent({ id: "other", day: 11, peak: 90 }));
    expect(answer(one, { day: 12 })).not.toEqual(answer(other, { day: 12 }));
    expect(answer(early, { day: 11 })).toEqual(then);
    expect(answer(heard(early, anEvent({ id: "one", day: 11, status: "avoided" })), { day: 12 })).toEqual(
      answer(one, { day: 12 }),
    );
  });

  test("of two tellings of one try, the fuller one stands, whichever came first", () => {
    const full = anEvent({ id: "x", day: 21 });
    const thin = anEvent({ id: "x", day: 21, peak: null, outcome: null });
    const base = after(...told);
    expect(answer(heard(heard(base, thin), full), { day: 22 })).toEqual(answer(heard(base, full), { day: 22 }));
    expect(answer(heard(heard(base, full), thin), { day: 22 })).toEqual(answer(heard(base, full), { day: 22 }));
  });
});
