/** Tests what each sitting asks, and when a part of it is in. */
import { emptyState, measuresChosen, weekOf, type MeasuresChosen } from "@belay/domain";
import { baselineSet, fourWeeklySet, itemsIn, weekCounts, weeklySet, type InstrumentId } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { dayOf, pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { givenOf, isIn, sheetOf, standingOf, type Part, type Sheet } from "./sheets.ts";

const off = measuresChosen(emptyState);
const every = (_id: InstrumentId): boolean => true;
const named = (part: Part): string => (part.kind === "instrument" ? part.id : part.kind);
const asked = (id: string | null, more: Partial<MeasuresChosen> = {}, holds = every, today = "2026-11-22") =>
  sheetOf(id, { chosen: { ...off, ...more }, today: dayOf(today), holds })?.parts.map(named) ?? null;

describe("a sitting asks", () => {
  it("four counts and nothing else by default", () => {
    expect(asked(null)).toEqual(["counts"]);
    expect(sheetOf("week", { chosen: off, today: dayOf("2026-11-22"), holds: every })?.parts).toEqual([
      { kind: "counts", all: false },
    ]);
  });

  it("worry and low mood in odd weeks, kindness to oneself in even ones", () => {
    expect(weekOf(dayOf("2026-11-23")) % 2).toBe(1);
    expect(asked("weekly", {}, every, "2026-11-23")).toEqual(["counts", "ucla3", "phq4"]);
    expect(asked("weekly", {}, every, "2026-11-22")).toEqual(["counts", "ucla3", "sscs-s"]);
    expect(asked("weekly", {}, every, "2026-11-30")).toEqual(["counts", "ucla3", "sscs-s"]);
  });

  it("no low mood, no item 9 and no person at the start unless that was chosen", () => {
    const plain = ["keep8", "cbi-personal", "who5", "osss3", "sources", "trust5", "expressiveness5", "scs-sf"];
    expect(asked("baseline")).toEqual(plain);
    expect(asked("baseline", { item9: true, people: true })).toEqual(plain);
    expect(asked("baseline", { mood: true })).toEqual([...plain, "phq8", "gad7"]);
    expect(asked("baseline", { mood: true, item9: true })).toEqual([...plain, "phq9", "gad7"]);
  });

  it("nothing whose words this build may not hold", () => {
    const free = (id: InstrumentId): boolean => id !== "who5" && id !== "ecr-rs";
    expect(asked("four-weekly", {}, free)).toEqual(["keep8", "cbi-personal", "osss3", "sources"]);
    expect(asked("who5", {}, free)).toBeNull();
    expect(asked("ecr-rs~per-1", {}, free)).toBeNull();
    expect(asked("ecr-rs~per-1")).toEqual(["ecr-rs"]);
  });

  it.each(["ecr-rs", "phq4~per-1", "phq10", "", "~"])("nothing for a name that is none: %s", (id) => {
    expect(asked(id)).toBeNull();
  });

  it("no question of a set twice and none of it too few", () => {
    const count = (id: string, more: Partial<MeasuresChosen> = {}): number => new Set(asked(id, more)).size;
    const parts = (set: readonly { readonly kind: string }[]): number =>
      set.filter(({ kind }) => kind === "instrument" || kind === "sources").length;
    expect(count("weekly")).toBe(parts(weeklySet(1)) + 1);
    expect(count("four-weekly")).toBe(parts(fourWeeklySet));
    // Persons are asked about one by one.
    expect(count("baseline", { mood: true })).toBe(parts(baselineSet) - 1);
    expect(weekCounts.reduce((sum, each) => sum + itemsIn(each), 0)).toBe(4);
  });
});

const sheetFor = (pretend: Pretend, id: string): Sheet => {
  const found = sheetOf(id, givenOf(pretend.state.value, pretend.engine.today(), every));
  if (found === null) throw new Error(`no sheet: ${id}`);
  return found;
};
const standing = (pretend: Pretend, id: string) =>
  standingOf(pretend.state.value, sheetFor(pretend, id), pretend.engine.today());
const say = (
  pretend: Pretend,
  instrument: string,
  set: "four-weekly" | "weekly" | "baseline" | "alone",
  items: number,
) =>
  pretend.say({
    kind: "measures/answer",
    instrument,
    about: null,
    set,
    answers: Array.from({ length: items }, () => 1),
  });

describe("a round", () => {
  const wholeRound = (pretend: Pretend): void => {
    say(pretend, "keep8", "four-weekly", 8);
    say(pretend, "cbi-personal", "four-weekly", 6);
    pretend.pass(2);
    say(pretend, "who5", "four-weekly", 5);
    say(pretend, "osss3", "four-weekly", 3);
    pretend.say({ kind: "measures/rate-sources", answers: [{ source: "friend", likely: 5, reachable: null }] });
  };

  it("can be split over days, and what is in is not asked again", () => {
    const pretend = pretendEngine();
    expect(standing(pretend, "four-weekly")).toEqual({ done: 0, of: 5, last: null, next: null });
    say(pretend, "keep8", "four-weekly", 8);
    pretend.pass(3);
    expect(standing(pretend, "four-weekly")).toMatchObject({ done: 1, of: 5 });
    expect(standing(pretend, "baseline")).toMatchObject({ done: 0, of: 8 });
  });

  it("comes again four weeks after its first part, on the day that was said, and not before", () => {
    const pretend = pretendEngine();
    wholeRound(pretend);
    const whole = { done: 5, of: 5, last: "2026-11-24", next: "2026-12-20" };
    expect(standing(pretend, "four-weekly")).toEqual(whole);
    pretend.pass(12);
    expect(standing(pretend, "four-weekly")).toEqual(whole);
    pretend.pass(13);
    expect(pretend.engine.today()).toBe("2026-12-19");
    expect(standing(pretend, "four-weekly")).toEqual(whole);
    pretend.pass(1);
    expect(standing(pretend, "four-weekly")).toMatchObject({ done: 0, next: null });
  });

  it("that was left half-way waits the four weeks, and the next begins with its own first part", () => {
    const pretend = pretendEngine();
    say(pretend, "keep8", "four-weekly", 8);
    pretend.pass(16);
    expect(standing(pretend, "four-weekly").done).toBe(1);
    say(pretend, "who5", "four-weekly", 5);
    pretend.pass(11);
    expect(standing(pretend, "four-weekly").done).toBe(2);
    pretend.pass(1);
    expect(standing(pretend, "four-weekly").done).toBe(0);
    pretend.pass(5);
    say(pretend, "who5", "four-weekly", 5);
    pretend.pass(27);
    expect(standing(pretend, "four-weekly").done).toBe(1);
    pretend.pass(1);
    expect(standing(pretend, "four-weekly").done).toBe(0);
  });

  it("at the start is asked once, however long it takes, and the four-weekly one goes by it", () => {
    const pretend = pretendEngine();
    say(pretend, "keep8", "baseline", 8);
    pretend.pass(2);
    for (const [id, items] of [
      ["cbi-personal", 6],
      ["who5", 5],
      ["osss3", 3],
      ["trust5", 5],
      ["expressiveness5", 5],
    ] as const)
      say(pretend, id, "baseline", items);
    pretend.say({ kind: "measures/rate-sources", answers: [{ source: "friend", likely: 5, reachable: null }] });
    expect(standing(pretend, "four-weekly")).toEqual({ done: 5, of: 5, last: "2026-11-24", next: "2026-12-20" });
    pretend.pass(200);
    expect(standing(pretend, "baseline")).toMatchObject({ done: 7, of: 8 });
    expect(standing(pretend, "four-weekly")).toMatchObject({ done: 0, next: null });
    say(pretend, "scs-sf", "baseline", 12);
    pretend.pass(200);
    expect(standing(pretend, "baseline")).toMatchObject({ done: 8, of: 8, next: null });
  });

  it("is not begun by a part of the start that it does not ask", () => {
    const pretend = pretendEngine();
    say(pretend, "scs-sf", "baseline", 12);
    pretend.pass(20);
    say(pretend, "keep8", "four-weekly", 8);
    pretend.pass(27);
    expect(standing(pretend, "four-weekly")).toMatchObject({ done: 1, last: "2026-12-12" });
  });

  it("of a week ends on Sunday; a questionnaire by itself can be answered at any time", () => {
    const pretend = pretendEngine();
    say(pretend, "ucla3", "weekly", 3);
    expect(standing(pretend, "weekly").done).toBe(1);
    pretend.pass(1);
    expect(standing(pretend, "weekly").done).toBe(0);
    const alone = sheetFor(pretend, "phq4");
    say(pretend, "phq4", "alone", 4);
    expect(alone.parts.map((part) => isIn(pretend.state.value, alone, part, pretend.engine.today()))).toEqual([false]);
  });

  it("of the longer look still asks what the four counts did not", () => {
    const pretend = pretendEngine();
    const counts = { accepted: null, told: null, offered: null, missed: null, reason: "", lonely: null };
    pretend.say({ kind: "measures/count", asked: 1, alone: null, ...counts });
    expect([standing(pretend, "week").done, standing(pretend, "weekly").done]).toEqual([1, 0]);
    pretend.say({ kind: "measures/count", asked: 1, alone: 4, ...counts });
    expect([standing(pretend, "week").done, standing(pretend, "weekly").done]).toEqual([1, 1]);
  });
});
