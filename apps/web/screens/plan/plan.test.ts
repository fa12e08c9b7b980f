import { messagesEn } from "@belay/content";
import { planParts, safetyPlan } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw, type Drawn } from "../../../../tests/screens/pretend-page.ts";
import { Help } from "../help/help.tsx";
import { useScreen } from "../navigation.ts";
import { drawers } from "../shell/rooms.ts";
import { findStep } from "../steps/step-text.ts";
import { readPlace } from "../try/place-id.ts";
import { wordsDraft } from "../try/take-words.ts";
import { Plan } from "./plan.tsx";
import { sharePlanId } from "./share-step.ts";

const texts = (pretend: Pretend): readonly string[] => safetyPlan(pretend.state.value).map(({ text }) => text);

const newLine = (part: (typeof planParts)[number]): string => `A new line: ${messagesEn[`plan.part.${part}`]}`;

/** A plan of two lines, with nothing dispatched yet. */
const planned = (): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "plan/add", part: "signs", text: "I stop answering", person: null });
  pretend.say({ kind: "plan/add", part: "coping", text: "Walk to the river", person: null });
  return pretend;
};

/** The “Add” button below the field of a part. */
const addTo = async (screen: Drawn, part: (typeof planParts)[number], text: string): Promise<void> => {
  await screen.type(newLine(part), text);
  const adds = screen.page.all().filter((node) => node.localName === "button" && node.textContent === "Add it");
  adds[planParts.indexOf(part)]?.fire("click");
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe("a plan that is empty", () => {
  it("is opened for writing, with six headings of the app’s own and Help now first", async () => {
    const screen = await draw(Plan, pretendEngine());
    for (const part of planParts) expect(screen.has(messagesEn[`plan.part.${part}`])).toBe(true);
    expect(screen.text().indexOf("Help now")).toBeLessThan(screen.text().indexOf(messagesEn["plan.part.signs"]));
    // The published form is protected: none of its headings stands here.
    expect(screen.text()).not.toMatch(/warning signs|internal coping|distraction|agencies|environment safe/i);
  });

  it("takes a line under each heading, and keeps what could not be saved", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Plan, pretend);
    for (const part of planParts) await addTo(screen, part, `  a line\nof ${part} `);
    expect(safetyPlan(pretend.state.value).map(({ part, text }) => [part, text])).toEqual(
      planParts.map((part) => [part, `a line of ${part}`]),
    );
    pretend.fault = { type: "NotSaved", why: "no-room" };
    await addTo(screen, "signs", "One more");
    expect(screen.control(newLine("signs")).value).toBe("One more");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
  });

  it("says what is missing, and records nothing of it", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Plan, pretend);
    await addTo(screen, "safer", " ");
    expect(screen.has("It needs a few words.")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });

  it("offers names of the circle with one press, and nobody the person keeps away from", async () => {
    const pretend = pretendEngine();
    const meet = (nickname: string) =>
      pretend.say({ kind: "circle/add", nickname, role: "friend", ring: "near", trust: null, comfort: null });
    const noor = meet("Noor");
    pretend.say({ kind: "circle/rate-safety", person: meet("Raj"), safety: "unsafe", note: "" });
    const screen = await draw(Plan, pretend);
    expect(screen.has("Raj")).toBe(false);
    await screen.press("Add Noor");
    expect(safetyPlan(pretend.state.value)).toMatchObject([{ part: "company", text: "Noor", person: noor }]);
  });
});

describe("a plan that holds something", () => {
  it("opens for reading, without a field in the way, and is noted nowhere", async () => {
    const pretend = planned();
    const screen = await draw(Plan, pretend);
    expect(screen.has("Walk to the river")).toBe(true);
    expect(
      screen.page
        .all()
        .some((node) => /^(input|textarea)$/.test(node.localName) && node.getAttribute("type") !== "checkbox"),
    ).toBe(false);
    // Headings without a line are left out.
    expect(screen.has(messagesEn["plan.part.safer"])).toBe(false);
    expect(pretend.calls).toEqual([]);
    expect(pretend.kept.size).toBe(0);
  });

  it("is changed line by line", async () => {
    const pretend = planned();
    const screen = await draw(Plan, pretend);
    await screen.press("Change the plan");
    await screen.press("Change: I stop answering");
    await screen.type("This line", "I let the phone ring");
    await screen.press("Save the line");
    expect(texts(pretend)).toEqual(["I let the phone ring", "Walk to the river"]);
    await screen.press("Take out: Walk to the river");
    expect(texts(pretend)).toEqual(["I let the phone ring"]);
    await screen.press("Done for now");
    expect(screen.has("Start at the top.")).toBe(true);
  });

  it("says it beside a line when somebody in it was marked as not safe since", async () => {
    const pretend = pretendEngine();
    const raj = pretend.say({
      kind: "circle/add",
      nickname: "Raj",
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    });
    pretend.say({ kind: "plan/add", part: "helpers", text: "Raj, at night too", person: raj });
    expect((await draw(Plan, pretend)).has("no step goes to Raj")).toBe(false);
    pretend.say({ kind: "circle/rate-safety", person: raj, safety: "unsafe", note: "" });
    const screen = await draw(Plan, pretend);
    expect(screen.has("By what you noted since, no step goes to Raj. The line is yours")).toBe(true);
    expect(screen.has("Raj, at night too")).toBe(true);
  });

  it("opens from Help now with one press, and from More", async () => {
    const screen = await draw(Help, planned());
    await screen.press("My plan for hard hours");
    expect(useScreen()).toMatchObject({ screen: "plan" });
    expect(drawers).toContain("plan");
  });

  it("is no part of Help now while nothing is open", async () => {
    const pretend = planned();
    pretend.phase.value = { kind: "refused", why: "no-storage" };
    expect((await draw(Help, pretend)).has("My plan for hard hours")).toBe(false);
  });

  it("has one thing on paper, and that is the plan", async () => {
    const screen = await draw(Plan, planned());
    const printed = screen.page.all().filter((node) => (node.getAttribute("class") ?? "").includes("printed"));
    expect(printed.map((node) => node.textContent)).toEqual([
      `${messagesEn["plan.part.signs"]}I stop answering${messagesEn["plan.part.coping"]}Walk to the river`,
    ]);
  });
});

describe("sharing", () => {
  it("shows the whole message of the ticked lines, and takes it to the composer as a step that shows more", async () => {
    const pretend = planned();
    const screen = await draw(Plan, pretend);
    await screen.press("Choose who it goes to");
    expect(screen.has("Tick at least one line.")).toBe(true);
    await screen.choose("Walk to the river");
    expect(screen.has("I made a plan for hard hours.")).toBe(true);
    await screen.press("Choose who it goes to");
    expect(readPlace(useScreen().id)).toMatchObject({ step: sharePlanId, person: null, about: "plan" });
    const words = pretend.kept.get(wordsDraft("plan")) ?? "";
    expect(words).toContain("- Walk to the river");
    expect(words).not.toContain("I stop answering");
    expect(findStep(pretend.state.value, sharePlanId)).toMatchObject({
      strand: "share",
      disclosure: "large",
      needsPerson: true,
    });
    // Nothing went out, and nothing was recorded by looking.
    expect(pretend.calls).toEqual([]);
  });
});
