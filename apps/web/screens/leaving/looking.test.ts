import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import "../../../../tests/screens/pretend-page.ts";
import { askOut, meet, noteTry } from "../../../../tests/screens/tries.ts";
import { kinds } from "../evidence/came-back.ts";
import { byMonth, cameOf, looking } from "./looking.ts";

const look = (pretend: Pretend) => looking(pretend.state.value, ["bel-01", "bel-02", "bel-03"]);

describe("what came", () => {
  it("counts every kind once, a no and harm included", () => {
    const came = cameOf(kinds.map((kind) => ({ kind })));
    expect(came).toEqual({ yes: 2, no: 1, silence: 1, hurtful: 1, other: 3 });
    expect(Object.values(came).reduce((sum, count) => sum + count, 0)).toBe(kinds.length);
  });
});

describe("tries by month", () => {
  it.each([
    ["none", [], []],
    ["one month", ["2026-11-02", "2026-11-30"], [["2026-11", 2]]],
    [
      "an empty month between",
      ["2026-12-01", "2026-10-01"],
      [
        ["2026-10", 1],
        ["2026-11", 0],
        ["2026-12", 1],
      ],
    ],
    [
      "over a new year",
      ["2026-12-31", "2027-01-01"],
      [
        ["2026-12", 1],
        ["2027-01", 1],
      ],
    ],
  ] as const)("%s", (_name, days, months) => {
    expect(byMonth(days).map(({ month, count }) => [month, count])).toEqual(months);
  });

  it("keeps to the newest twelve", () => {
    const months = byMonth(["2024-01-01", "2026-11-01"]);
    expect(months).toHaveLength(12);
    expect(months[0]?.month).toBe("2025-12");
    expect(months.at(-1)).toEqual({ month: "2026-11", count: 1 });
  });
});

describe("a look back", () => {
  it("of nothing is empty, not full of zeros about a person", () => {
    expect(look(pretendEngine())).toMatchObject({
      tries: 0,
      since: null,
      months: [],
      learnt: [],
      moved: [],
      names: [],
    });
  });

  it("tells what was feared beside what was felt, refusals included", () => {
    const pretend = pretendEngine();
    const noor = meet(pretend);
    noteTry(pretend, askOut(pretend, noor, 60), { outcome: "yes", bad: 20, feared: "did-not" });
    noteTry(pretend, askOut(pretend, noor, 30), { outcome: "no", bad: 70, feared: "happened" });
    noteTry(pretend, askOut(pretend, noor, 40), { outcome: "silence", bad: 41, feared: "neither" });
    expect(look(pretend)).toMatchObject({
      tries: 3,
      since: "2026-11-22",
      came: { yes: 1, no: 1, silence: 1, hurtful: 0, other: 0 },
      felt: { n: 3, less: 1, more: 1, same: 1 },
      feared: { happened: 1, not: 1, neither: 1, n: 3 },
    });
  });

  it("puts the newest thing that was learnt first, and leaves empty ones out", () => {
    const pretend = pretendEngine();
    const noor = meet(pretend);
    noteTry(pretend, askOut(pretend, noor), { outcome: "yes", learnt: "She was glad." });
    pretend.pass(3);
    noteTry(pretend, askOut(pretend, noor), { outcome: "no", learnt: "  A no is short. " });
    noteTry(pretend, askOut(pretend, noor), { outcome: "no", learnt: " " });
    expect(look(pretend).learnt.map(({ text }) => text)).toEqual(["A no is short.", "She was glad."]);
  });

  it("shows beliefs that moved, in both directions, and none that did not", () => {
    const pretend = pretendEngine();
    const rate = (belief: string, strength: number): void =>
      void pretend.say({ kind: "beliefs/rate", belief, strength });
    for (const [belief, first, last] of [
      ["bel-01", 80, 50],
      ["bel-02", 20, 60],
      ["bel-03", 40, 40],
    ] as const) {
      rate(belief, first);
      rate(belief, last);
    }
    expect(look(pretend).moved.map(({ belief, from, to }) => [belief.id, from, to])).toEqual([
      ["bel-01", 80, 50],
      ["bel-02", 20, 60],
    ]);
  });

  it("names those one leaned on by the alphabet, however often, and nobody who said no alone", () => {
    const pretend = pretendEngine();
    const zoe = meet(pretend, "Zoe");
    const abe = meet(pretend, "Abe");
    const kim = meet(pretend, "Kim");
    for (let time = 0; time < 3; time += 1) noteTry(pretend, askOut(pretend, zoe), { outcome: "yes" });
    noteTry(pretend, askOut(pretend, abe), { outcome: "partly" });
    noteTry(pretend, askOut(pretend, kim), { outcome: "no" });
    expect(look(pretend).names).toEqual(["Abe", "Zoe"]);
  });

  it("leaves out somebody flagged unsafe since", () => {
    const pretend = pretendEngine();
    const zoe = meet(pretend, "Zoe");
    noteTry(pretend, askOut(pretend, zoe), { outcome: "yes" });
    pretend.say({ kind: "circle/rate-safety", person: zoe, safety: "unsafe", note: "" });
    expect(look(pretend).names).toEqual([]);
  });

  it("lists what was put down", () => {
    const pretend = pretendEngine();
    const load = pretend.say({ kind: "load/add", title: "The class cake", sort: "logistical" });
    pretend.say({ kind: "load/add", title: "The tax", sort: "financial" });
    pretend.say({ kind: "load/put-down", load });
    expect(look(pretend).putDown).toEqual([{ id: load, title: "The class cake", day: "2026-11-22" }]);
  });
});
