/** Tests the messages word for word, since what is lost on the way is never weighed. */
import { describe, expect, test } from "vitest";
import { contexts, strands } from "@belay/domain";
import { aPerson, aRecord, aStep, aTrial, theDay } from "../rehearsal.ts";
import { answerTo, heard, newPlayer } from "../protocol.ts";
import {
  checkinMessages,
  firstDay,
  markMessages,
  placesOf,
  roleContexts,
  tryMessages,
  userMessage,
} from "./messages.ts";

const april = (n: number) => theDay(`2026-04-${String(n).padStart(2, "0")}`);

describe("the message about the user", () => {
  const known = aRecord({
    steps: [aStep({ id: "x", strand: "share", difficulty: 31, cost: 0.2, needsPerson: true, contexts: ["call"] })],
    people: [
      aPerson({ id: "mum", role: "family", trust: 70, comfort: 55, safety: "unsure" }),
      aPerson({ role: "stranger" }),
    ],
    trials: [aTrial({ step: "x" }), aTrial({ id: "old", step: "gone", strand: "accept", difficulty: 12, cost: 0.6 })],
  });

  test("says all that is known of steps and people, and nothing of an intake that nobody gave", () => {
    expect(userMessage(known)).toEqual({
      type: "user",
      day: 0,
      domains: strands,
      contexts,
      steps: [
        { id: "x", domain: "share", difficulty: 31, cost: 0.2, needsPerson: true, contexts: ["call"] },
        { id: "gone", domain: "accept", difficulty: 12, cost: 0.6, needsPerson: false, contexts: [] },
      ],
      people: [
        { id: "mum", role: "mum", trust: 70, comfort: 55, safety: "unsure" },
        { id: "ana", role: "ana", trust: null, comfort: null, safety: "safe" },
      ],
      roleContexts: { mum: roleContexts.family, ana: roleContexts.stranger },
      intake: {},
    });
  });

  test("is understood: every step and everybody is there, with their numbers", () => {
    const { setup } = heard(newPlayer, userMessage(known));
    expect(setup?.steps.get("x")).toMatchObject({ difficulty: 31, cost: 0.2, needsPerson: true, contexts: ["call"] });
    expect(setup?.people.get("mum")).toMatchObject({ role: "mum", trust: 70, comfort: 55, safety: "unsure" });
    expect(setup?.domains).toEqual(strands);
    expect(setup?.steps.get("x")?.domain).toBe(strands.indexOf("share"));
  });

  test("lets a step that names no place happen anywhere, and any other where it says", () => {
    expect(placesOf({ contexts: [] })).toEqual(contexts);
    expect(placesOf({ contexts: ["message"] })).toEqual(["message"]);
  });

  test.each([
    ["friend", 4],
    ["partner", 4],
    ["family", 4],
    ["colleague", 4],
    ["manager", 4],
    ["acquaintance", 4],
    ["professional", 4],
    ["neighbour", 3],
    ["stranger", 3],
  ] as const)("meets a %s in %i places of four", (role, many) => {
    expect(roleContexts[role]).toHaveLength(many);
    expect(new Set(roleContexts[role]).size).toBe(many);
    for (const place of roleContexts[role]) expect(contexts).toContain(place);
  });

  test("meets no neighbour online, and a stranger there", () => {
    expect(roleContexts.neighbour).not.toContain("online");
    expect(roleContexts.stranger).toContain("online");
  });
});

describe("the marks", () => {
  test("are of the first day, so that they hold for all that follows", () => {
    expect(
      markMessages([aPerson({ safety: "unsafe", harmed: true }), aPerson({ id: "bo", safety: "unsure" })]),
    ).toEqual([
      { type: "flag", day: 0, person: "ana", safety: "unsafe" },
      { type: "harm", day: 0, person: "ana" },
    ]);
  });

  test("are understood", () => {
    const marked = markMessages([aPerson({ safety: "unsafe" }), aPerson({ id: "bo", harmed: true })]);
    expect([...marked.reduce(heard, newPlayer).blocked]).toEqual(["ana", "bo"]);
  });
});

describe("the message of a try", () => {
  const trial = aTrial({
    id: "t1",
    day: april(9),
    step: "x",
    person: "mum",
    context: "call",
    origin: "self",
    status: "started",
    predHelp: 10,
    predBad: 20,
    before: 30,
    peak: 40,
    after: 50,
    bad: 60,
    outcome: "partial",
  });
  const known = aRecord({ today: april(20), trials: [trial], checkins: [{ day: april(4), energy: null }] });

  test("holds every number that was told, and the day counted from the first one known", () => {
    expect(tryMessages(known, firstDay(known))).toEqual([
      {
        type: "event",
        id: "t1",
        day: 5,
        step: "x",
        person: "mum",
        context: "call",
        origin: "self",
        status: "started",
        predHelp: 10,
        predBad: 20,
        before: 30,
        peak: 40,
        after: 50,
        bad: 60,
        outcome: "partial",
      },
    ]);
  });

  test("is understood, number by number", () => {
    const player = [userMessage(known), ...tryMessages(known, firstDay(known))].reduce(heard, newPlayer);
    expect(player.book.shared.rows).toMatchObject([
      { kind: "try", day: 5, predHelp: 10, predBad: 20, before: 30, peak: 40, after: 50, bad: 60, outcome: "partial" },
    ]);
    expect(answerTo(player, { type: "ask", id: 1, report: true })?.report).toMatchObject({ violation: -40 });
  });
});

describe("the check-ins", () => {
  test("are one for a day, the newest, oldest day first, also where no energy was said", () => {
    const known = aRecord({
      today: april(20),
      checkins: [
        { day: april(9), energy: 10 },
        { day: april(9), energy: 90 },
        { day: april(4), energy: null },
        { day: april(12), energy: 50 },
        { day: theDay("2026-06-01"), energy: 33 },
      ],
    });
    expect(checkinMessages(known, firstDay(known))).toEqual([
      { type: "checkin", day: 0, energy: null },
      { type: "checkin", day: 5, energy: 10 },
      { type: "checkin", day: 8, energy: 50 },
      { type: "checkin", day: 16, energy: 33 },
    ]);
  });

  test("begin no later than today", () => {
    expect(firstDay(aRecord({ today: april(20), checkins: [{ day: theDay("2026-06-01"), energy: 33 }] }))).toBe(
      firstDay(aRecord({ today: april(20) })),
    );
  });
});
