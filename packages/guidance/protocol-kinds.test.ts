/** Tests how a message is known for what it is, and that one which is nothing changes nothing. */
import { describe, expect, test } from "vitest";
import { aUser, anAsk, anEvent, somePeople, someSteps, type Fields } from "./pretend.ts";
import { answerTo, heard, newPlayer, type Player } from "./protocol.ts";

const begun = heard(newPlayer, aUser());

/** What a message did to somebody who had begun. */
const did = (message: unknown, player: Player = begun): string => {
  const after = heard(player, message);
  if (answerTo(player, message) !== null) return "ask";
  if (after === player) return "nothing";
  if (after.setup !== player.setup) return "user";
  if (after.blocked !== player.blocked) return "mark";
  return after.book.size > player.book.size ? "row" : "something else";
};

const event: Fields = { day: 3, step: "s3", status: "done", id: 9 };

describe("a message that names its kind", () => {
  test.each(["type", "kind", "t", "msg"])("may do so under %s", (key) => {
    expect(did({ [key]: "harm", day: 3, person: "bo" })).toBe("mark");
    expect(did({ [key]: "end", day: 3, person: "bo" })).toBe("nothing");
    expect(did({ [key]: "ask" })).toBe("ask");
  });

  test("is of that kind, whatever else its fields look like", () => {
    expect(did({ ...event, type: "checkin", energy: 40 })).toBe("row");
    expect(heard(begun, { ...event, type: "checkin", energy: 40 }).book.shared.rows[0]?.kind).toBe("checkin");
    expect(did({ ...event, type: "song" })).toBe("nothing");
    expect(did({ ...event, type: 3 })).toBe("nothing");
  });
});

describe("a message that does not", () => {
  test.each<readonly [string, Fields, string]>([
    ["a status", event, "row"],
    ["an energy", { day: 3, energy: 40 }, "row"],
    ["a questionnaire", { day: 3, questionnaire: 20 }, "row"],
    ["how safe somebody is", { day: 3, person: "bo", safety: "unsafe" }, "mark"],
    ["a person and a day", { day: 3, person: "bo" }, "mark"],
    ["an id and contexts", { id: 1, contexts: ["call"] }, "ask"],
    ["an id and people", { id: 1, people: ["bo"] }, "ask"],
    ["an id and a wish for a report", { id: 1, report: true }, "ask"],
    ["a person alone", { person: "bo" }, "nothing"],
    ["a day alone", { day: 3 }, "nothing"],
    ["an id alone", { id: 1 }, "nothing"],
    ["contexts alone", { contexts: ["call"] }, "nothing"],
    ["nothing", {}, "nothing"],
  ])("but has %s", (_name, message, what) => {
    expect(did(message)).toBe(what);
  });

  test("but has steps, or answers of the start, is about the user", () => {
    expect(did({ day: 0, steps: someSteps }, newPlayer)).toBe("user");
    // Answers of the start without a step are no beginning, and no try either.
    expect(did({ day: 0, intake: {}, status: "done", step: "s3" }, newPlayer)).toBe("nothing");
    expect(did({ day: 3, steps: "none", status: "done", step: "s3" })).toBe("row");
  });
});

describe("marks", () => {
  const flag = (fields: Fields): Fields => ({ type: "flag", day: 3, person: "bo", ...fields });

  test("of somebody as unsafe, or without a word, keep them from every offer", () => {
    for (const fields of [{ safety: "unsafe" }, {}]) expect([...heard(begun, flag(fields)).blocked]).toEqual(["bo"]);
  });

  test("of somebody as anything else keep nobody", () => {
    for (const safety of ["safe", "unsure", 0, null]) expect(did(flag({ safety }))).toBe("nothing");
  });

  test("stand for good, beside earlier ones, and once", () => {
    const twice = heard(heard(begun, flag({})), { type: "harm", day: 4, person: "cy" });
    expect([...twice.blocked]).toEqual(["bo", "cy"]);
    expect(heard(twice, flag({}))).toBe(twice);
    expect(heard(twice, flag({ safety: "safe" }))).toBe(twice);
    expect([...begun.blocked]).toEqual([]);
  });

  test("without a name are of nobody", () => {
    for (const person of [undefined, null, 3, ""]) expect(did({ type: "harm", day: 3, person })).toBe("nothing");
  });

  test("that come before the user is known hold afterwards", () => {
    const together = aUser({ steps: someSteps.filter((step) => step["needsPerson"] === true) });
    const marked = heard(heard(newPlayer, { type: "harm", day: 0, person: "bo" }), together);
    const ask = anAsk({ people: ["bo"] });
    expect(answerTo(marked, ask)?.pick).toBeNull();
    expect(answerTo(heard(newPlayer, together), ask)?.pick?.person).toBe("bo");
  });
});

describe("the first day", () => {
  test("is the day of the message, and 0 where that is none", () => {
    expect(heard(newPlayer, aUser({ day: 12 })).setup?.day).toBe(12);
    for (const day of [null, "12", -1, 1.5]) expect(heard(newPlayer, aUser({ day })).setup?.day).toBe(0);
  });

  test("is not begun by a message without a step, so that a later one may", () => {
    const still = heard(newPlayer, aUser({ steps: [] }));
    expect(still).toBe(newPlayer);
    expect(heard(still, aUser()).setup?.steps.size).toBe(someSteps.length);
  });
});

describe("what is answered before the user is known", () => {
  test("is rest, with a plain guess for each probe and the record of what was heard", () => {
    const player = heard(newPlayer, anEvent({ predHelp: 80, predBad: 60, bad: 20 }));
    expect(answerTo(player, anAsk({ id: 4, probes: [{ step: "s1" }, 3], report: true }))).toEqual({
      id: 4,
      pick: null,
      probes: [
        { done: 0.6, peak: 50 },
        { done: 0.6, peak: 50 },
      ],
      report: {
        brier: expect.closeTo(0.04, 12),
        violation: 40,
        yesRate: [1, expect.closeTo(0.2285, 4), 1],
      },
    });
  });
});

describe("an answer", () => {
  test("on a rest day has where the person stands, and nothing of an offer", () => {
    const given = answerTo(begun, anAsk({ people: [], contexts: [] }));
    expect(Object.keys(given ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual(["est", "id", "pick"]);
  });

  test("says from which guess on the fallback is offered only where there is one", () => {
    const one = { id: "only", domain: "ask", difficulty: 15, contexts: ["call"] };
    const alone = answerTo(heard(newPlayer, aUser({ steps: [one] })), anAsk());
    expect(alone?.pick?.step).toBe("only");
    expect(alone?.fallback).toEqual([]);
    expect(alone).not.toHaveProperty("swapAbove");
    const many = answerTo(begun, anAsk());
    expect(many?.fallback?.length).toBeGreaterThan(0);
    expect(many?.swapAbove).toBeGreaterThanOrEqual(20);
  });

  test("without a day is given as of the last day that was heard of", () => {
    const player = heard(begun, anEvent({ day: 30 }));
    expect(answerTo(player, anAsk({ day: null }))?.est).toEqual(answerTo(player, anAsk({ day: 30 }))?.est);
    expect(answerTo(player, anAsk({ day: null }))?.est).not.toEqual(answerTo(player, anAsk({ day: 90 }))?.est);
  });

  test("of a probe is about that step, with that person, in that place", () => {
    const done = (probe: Fields): number => answerTo(begun, anAsk({ probes: [probe] }))?.probes?.[0]?.done ?? 0;
    const probe = { step: "s8", person: "ana", context: "call" };
    expect(done({ ...probe, step: "s20" })).toBeLessThan(done(probe));
    expect(done({ ...probe, person: "di" })).toBeGreaterThan(done(probe));
    const fond = heard(begun, anEvent({ step: "s8", person: "ana", context: "call", peak: 5 }));
    const peak = (context: string): number =>
      answerTo(fond, anAsk({ probes: [{ ...probe, context }] }))?.probes?.[0]?.peak ?? 0;
    expect(peak("call")).toBeLessThan(peak("message"));
  });

  test("names everybody's yes, known or not yet asked", () => {
    const yes = answerTo(begun, anAsk())?.est?.yes ?? {};
    expect(Object.keys(yes)).toEqual(somePeople.map(({ id }) => id));
  });
});
