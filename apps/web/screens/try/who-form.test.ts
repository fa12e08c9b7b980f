import { parseDay } from "@belay/basics";
import type { Person, Role, StepSpec, Stop } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { addCommand, candidates, emptyWho, rolesFor } from "./who-form.ts";

const someDay = parseDay("2026-11-22");
if (!someDay.ok) throw new Error("no day");

const person = (id: string, role: Role): Person => ({
  id,
  nickname: id,
  role,
  ring: "near",
  trust: null,
  comfort: null,
  safety: "unsure",
  harmed: false,
  removed: false,
  addedOn: someDay.value,
  observations: [],
  screens: [],
  exchanges: [],
  askables: [],
  restUntil: null,
});

const step = (roles: readonly Role[]): StepSpec => ({
  id: "step-1",
  strand: "ask",
  title: "Ask",
  difficulty: 30,
  cost: 0.3,
  needsPerson: true,
  roles,
  contexts: ["message"],
  disclosure: "none",
  touch: false,
});

const names = (list: ReturnType<typeof candidates>): readonly string[] => list.map((one) => one.person.id);

describe("whom a step could go to", () => {
  const people = [
    person("mei", "colleague"),
    person("noor", "friend"),
    person("tom", "friend"),
    person("rex", "friend"),
  ];
  const stops: Readonly<Record<string, Stop>> = { mei: "ok", noor: "screen-first", tom: "stopped", rex: "unsafe" };
  const stopOf = (id: string): Stop => stops[id] ?? "ok";

  it("puts those who fit the step first", () => {
    expect(names(candidates(people, step(["friend"]), stopOf, null))).toEqual(["noor", "tom", "mei"]);
  });

  it("never lists somebody flagged", () => {
    expect(names(candidates(people, step([]), stopOf, null))).not.toContain("rex");
  });

  it("puts whoever was asked last behind the others who fit", () => {
    expect(names(candidates(people, step(["friend"]), stopOf, "noor"))).toEqual(["tom", "noor", "mei"]);
  });

  it("says of each what stands before them", () => {
    expect(candidates(people, step(["friend"]), stopOf, null).map(({ stop }) => stop)).toEqual([
      "screen-first",
      "stopped",
      "ok",
    ]);
  });
});

describe("adding somebody", () => {
  it.each([
    ["nothing", emptyWho, null],
    ["a name alone", { ...emptyWho, nickname: "Noor" }, null],
    ["blanks for a name", { ...emptyWho, nickname: "  ", role: "friend" }, null],
    ["a role nobody has", { ...emptyWho, nickname: "Noor", role: "boss" }, null],
  ] as const)("%s is not enough", (_name, form, command) => {
    expect(addCommand(form)).toBe(command);
  });

  it("takes a name and a role, and asks for nothing else", () => {
    expect(addCommand({ ...emptyWho, nickname: " Noor ", role: "friend" })).toEqual({
      kind: "circle/add",
      nickname: "Noor",
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    });
  });

  it.each([
    [
      ["colleague", "manager"],
      ["colleague", "manager"],
    ],
    [[], ["friend", "partner", "family", "colleague", "manager", "neighbour", "acquaintance", "professional"]],
  ] as const)("for a step with %j, offers the roles %j", (given, offered) => {
    expect(rolesFor(step(given))).toEqual(offered);
  });
});
