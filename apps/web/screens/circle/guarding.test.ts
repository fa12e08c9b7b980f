import { keptFrom, person as findPerson } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { meet } from "../../../../tests/screens/tries.ts";
import { cornerStep } from "../try/corner.ts";
import { Evidence } from "../evidence/evidence.tsx";
import { Person } from "./person.tsx";

const keeps = (pretend: Pretend, id: string): boolean => {
  const found = findPerson(pretend.state.value, id);
  return found !== null && keptFrom(found);
};

/** Noor may be asked; these answers about her stand. */
const answered = (hurt: "yes" | "no") => {
  const pretend = pretendEngine();
  const noor = meet(pretend);
  pretend.say({
    kind: "circle/screen",
    person: noor,
    strand: "ask",
    depth: "first",
    answers: { hurt, used: "no", risky: "no", debt: "no", work: null },
  });
  pretend.calls.length = 0;
  return { pretend, noor };
};

/** Answers every question that is shown with one reply. */
const answerAll = async (screen: Drawn, reply: string): Promise<void> => {
  for (const node of screen.page
    .all()
    .filter((one) => one.localName === "input" && one.getAttribute("type") === "radio")) {
    if (!(node.parentNode?.textContent ?? "").includes(reply)) continue;
    node.checked = true;
    node.fire("change");
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await screen.press("Go on");
};

describe("marking somebody as not safe", () => {
  it("says that guarding oneself is good judgement, and not counted as avoiding", async () => {
    const { pretend, noor } = answered("no");
    const screen = await draw(Person, pretend, noor);
    await screen.choose("Not safe");
    await screen.press("Save");
    expect(keeps(pretend, noor)).toBe(true);
    expect(
      screen.has("Guarding yourself is good judgement. A step you let be with them is not counted as avoiding."),
    ).toBe(true);
  });

  it("is the person's to take back, by a rating of their own", async () => {
    const { pretend, noor } = answered("no");
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    const screen = await draw(Person, pretend, noor);
    await screen.choose("Not sure");
    await screen.press("Save");
    expect(keeps(pretend, noor)).toBe(false);
  });
});

describe("the answers before a first step", () => {
  it("can be answered again by the person alone, and nothing asks them to", async () => {
    const { pretend, noor } = answered("yes");
    expect(keeps(pretend, noor)).toBe(true);
    const screen = await draw(Person, pretend, noor);
    expect(screen.has("Nothing here asks you to.")).toBe(true);
    await screen.press("Answer them again");
    expect(pretend.calls).toEqual([]);
    await answerAll(screen, "No");
    expect(pretend.calls.map((call) => JSON.parse(call).kind)).toEqual(["circle/screen"]);
    expect(keeps(pretend, noor)).toBe(false);
  });
});

describe("evidence", () => {
  it("counts a step let be with somebody unsafe as judgement, and says so", async () => {
    const { pretend, noor } = answered("no");
    const id = pretend.say({ kind: "steps/plan", step: cornerStep(), person: noor, context: null, origin: "self" });
    pretend.say({
      kind: "steps/note-outcome",
      experiment: id,
      status: "avoided",
      outcome: null,
      before: null,
      peak: null,
      after: null,
      bad: null,
      feared: null,
      closer: null,
      learnt: "",
    });
    const said = "with someone you keep away from. That is good judgement";
    const before = await draw(Evidence, pretend);
    expect(before.has(said)).toBe(false);
    pretend.say({ kind: "circle/rate-safety", person: noor, safety: "unsafe", note: "" });
    expect((await draw(Evidence, pretend)).has(said)).toBe(true);
  });
});
