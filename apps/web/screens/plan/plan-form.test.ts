import { messagesEn } from "@belay/content";
import { planParts, safetyPlan, type PlanPart, type Safety } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import type { MessageId } from "../words.ts";
import { filledParts, shareWords, suggestedFor, tickedIds, withPeople, withTicked } from "./plan-form.ts";

const add = (pretend: Pretend, part: PlanPart, text: string, person: string | null = null): string =>
  pretend.say({ kind: "plan/add", part, text, person });

const meet = (pretend: Pretend, nickname: string, ring: "close" | "near" | "further" = "near"): string =>
  pretend.say({ kind: "circle/add", nickname, role: "friend", ring, trust: null, comfort: null });

const names = (pretend: Pretend, part: PlanPart = "helpers"): readonly string[] =>
  suggestedFor(pretend.state.value, part).map(({ nickname }) => nickname);

const say = (id: MessageId): string => messagesEn[id];

describe("names from the circle", () => {
  it("are suggested only where people belong, the close ones first", () => {
    const pretend = pretendEngine();
    meet(pretend, "Coach", "further");
    meet(pretend, "Mei");
    meet(pretend, "Noor", "close");
    for (const part of planParts)
      expect(names(pretend, part)).toEqual(withPeople.includes(part) ? ["Noor", "Mei", "Coach"] : []);
  });

  it.each<readonly [string, (pretend: Pretend, person: string) => void]>([
    [
      "was marked as not safe",
      (pretend, person) => pretend.say({ kind: "circle/rate-safety", person, safety: "unsafe", note: "" }),
    ],
    ["did harm", (pretend, person) => pretend.say({ kind: "circle/note-harm", person, on: "2026-11-01", note: "" })],
    [
      "was said to hurt",
      (pretend, person) =>
        pretend.say({
          kind: "circle/screen",
          person,
          strand: "share",
          depth: "first",
          answers: { hurt: "yes", used: "no", risky: "no", debt: "no", work: null },
        }),
    ],
    ["was taken off the circle", (pretend, person) => pretend.say({ kind: "circle/remove", person })],
  ])("never hold somebody who %s", (_, happens) => {
    const pretend = pretendEngine();
    meet(pretend, "Mei");
    happens(pretend, meet(pretend, "Raj", "close"));
    for (const part of withPeople) expect(names(pretend, part)).toEqual(["Mei"]);
  });

  it("come back when the person says that somebody is safe after all", () => {
    const pretend = pretendEngine();
    const raj = meet(pretend, "Raj");
    const rate = (safety: Safety) => pretend.say({ kind: "circle/rate-safety", person: raj, safety, note: "" });
    rate("unsafe");
    expect(names(pretend)).toEqual([]);
    rate("unsure");
    expect(names(pretend)).toEqual(["Raj"]);
  });

  it("leave out who stands in that part already, and are four at most", () => {
    const pretend = pretendEngine();
    const all = ["Ana", "Bo", "Cy", "Dee", "Eli", "Fay"].map((name) => meet(pretend, name));
    expect(names(pretend)).toHaveLength(4);
    add(pretend, "helpers", "Ana", all[0] ?? null);
    expect(names(pretend)).not.toContain("Ana");
    expect(names(pretend, "company")).toContain("Ana");
  });
});

describe("the message", () => {
  const planned = () => {
    const pretend = pretendEngine();
    const kept = add(pretend, "safer", "The tablets stay at the chemist’s");
    add(pretend, "signs", "I stop answering");
    const sign = add(pretend, "signs", "I skip meals");
    return { lines: safetyPlan(pretend.state.value), kept, sign };
  };

  it("is empty while nothing is ticked", () => {
    expect(shareWords(planned().lines, "", say)).toBe("");
  });

  it("holds the ticked lines under their headings and nothing else of the plan", () => {
    const { lines, kept, sign } = planned();
    expect(shareWords(lines, `${kept} ${sign}`, say)).toBe(
      [
        messagesEn["plan.askOpen"],
        `${messagesEn["plan.part.signs"]}\n- I skip meals`,
        `${messagesEn["plan.part.safer"]}\n- The tablets stay at the chemist’s`,
        messagesEn["plan.askEnd"],
      ].join("\n\n"),
    );
  });

  it("leaves room for a no, and promises nothing", () => {
    expect(messagesEn["plan.askEnd"]).toContain("A no is fine.");
  });

  it("passes over a line that was taken out since it was ticked", () => {
    expect(shareWords(planned().lines, "gone-line", say)).toBe("");
  });

  it("is ticked line by line", () => {
    expect(withTicked(withTicked("", "one", true), "two", true)).toBe("one two");
    expect(withTicked("one two", "one", false)).toBe("two");
    expect(tickedIds("")).toEqual([]);
  });
});

it("parts without a line are left out, the others keep their order", () => {
  const pretend = pretendEngine();
  add(pretend, "safer", "a");
  add(pretend, "signs", "b");
  expect(filledParts(safetyPlan(pretend.state.value)).map(({ part }) => part)).toEqual(["signs", "safer"]);
});
