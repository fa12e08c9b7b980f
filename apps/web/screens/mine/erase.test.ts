import { err } from "@belay/basics";
import { checkins, sittings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { tell } from "../../../../tests/screens/told-tries.ts";
import { EraseList, notedThings } from "./erase-list.tsx";
import { factsOfTry } from "./facts-about.ts";

/** Two check-ins, one with words. */
const record = (): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "checkin/note", energy: 40, cues: [], carrying: "Something private about the boxes" });
  pretend.pass(1);
  pretend.say({ kind: "checkin/note", energy: null, cues: [], carrying: null });
  return pretend;
};

const gone = (pretend: Pretend): readonly string[] =>
  pretend.calls.filter((call) => call.startsWith("erase ")).map((call) => call.slice(6));

describe("deleting one thing", () => {
  it("lists what was noted by its own words, newest first", () => {
    const pretend = record();
    expect(notedThings(pretend.state.value).map(({ what }) => what)).toEqual([
      "A check-in",
      "Something private about the boxes",
    ]);
  });

  it("lists what was measured, a list that was brought along as one thing", () => {
    const pretend = record();
    pretend.say({ kind: "measures/answer", instrument: "phq4", about: null, set: "alone", answers: [0, 1, 2, 3] });
    const brought = (on: string) => ({ instrument: "rses", on, answers: null, scores: { total: 20 } });
    pretend.say({ kind: "measures/import", name: "old", sittings: [brought("2020-01-01"), brought("2021-01-01")] });
    pretend.say({ kind: "measures/rate-sources", answers: [{ source: "friend", likely: 3, reachable: null }] });
    const counts = { accepted: null, told: null, offered: null, alone: null, missed: null, reason: "", lonely: null };
    pretend.say({ kind: "measures/count", asked: 2, ...counts });
    const noted = notedThings(pretend.state.value);
    expect(noted.map(({ what }) => what).toSorted()).toEqual([
      "A check-in",
      "A list of old answers",
      "Counts of a week",
      "Something private about the boxes",
      "Who I would turn to",
      "Worry and low mood, 4 questions (PHQ-4)",
    ]);
    const [list] = noted.filter(({ what }) => what === "A list of old answers");
    expect(sittings(pretend.state.value).filter(({ entry }) => entry === list?.id)).toHaveLength(2);
    expect(list?.facts).toEqual([list?.id]);
  });

  it("asks once, says what it cannot do, and then erases that one alone", async () => {
    const pretend = record();
    const [, boxes] = notedThings(pretend.state.value);
    const screen = await draw(EraseList, pretend);
    await screen.press("Delete for good: Something private");
    expect(screen.has("It cannot be undone.")).toBe(true);
    expect(screen.has("such as a backup file, still opens")).toBe(true);
    await screen.press("Keep it");
    expect(gone(pretend)).toEqual([]);
    await screen.press("Delete for good: Something private");
    await screen.press("Delete it");
    expect(gone(pretend)).toEqual([boxes?.id]);
    expect(screen.has("It was deleted.")).toBe(true);
  });

  it("says calmly when it could not be done, and that nothing is gone", async () => {
    const pretend = record();
    const failing = {
      ...pretend,
      engine: {
        ...pretend.engine,
        erase: () => Promise.resolve(err({ type: "NotSaved", why: "storage" } as const)),
      },
    };
    const screen = await draw(EraseList, failing);
    await screen.press("Delete for good: Something private");
    await screen.press("Delete it");
    expect(screen.has("It was deleted.")).toBe(false);
    expect(screen.page.all().some((node) => node.getAttribute("role") === "alert" && node.textContent !== "")).toBe(
      true,
    );
  });
});

describe("the facts of one try", () => {
  it("are its plan, what was expected and how it went, with the plan last; never those of another", () => {
    const pretend = record();
    const first = tell(pretend, { outcome: "yes", help: 30 });
    const second = tell(pretend, { outcome: "no", help: 60 });
    const state = pretend.state.value;
    const [one, other] = [factsOfTry(state, first), factsOfTry(state, second)];
    expect(one).toHaveLength(3);
    expect(other).toHaveLength(3);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    expect(notedThings(state)).toHaveLength(4);
    expect(checkins(state).filter(({ id }) => [...one, ...other].includes(id))).toEqual([]);
    // Minted in the order in which they were said: the plan has the smallest id.
    expect(one.at(-1)).toBe(one.toSorted()[0]);
  });

  it("are none for something that was never there", () => {
    expect(factsOfTry(record().state.value, "nothing")).toEqual([]);
  });
});
