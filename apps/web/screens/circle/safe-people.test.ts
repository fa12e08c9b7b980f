/** What makes somebody safe enough, and a network of one or two: each can be met on a screen, and used. */
import { person as findPerson } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Learn } from "../learn/learn.tsx";
import { Step } from "../steps/step.tsx";
import { Circle } from "./circle.tsx";
import { Person } from "./person.tsx";

const withNoor = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "near",
    trust: null,
    comfort: null,
  });
  return { pretend, noor };
};

describe("a quality of a safe person", () => {
  it.each([
    ["SAF-01", "listens", "Listens before fixing or judging"],
    ["SAF-02", "shares", "Lets you see what is hard for them"],
    ["SAF-03", "respects", "Keeps to your limits, and keeps things to themselves"],
    ["SAF-04", "consistent", "Is there on good days and on hard ones"],
    ["SAF-05", "reliable", "Does what they say"],
    ["SAF-06", "affirming", "Leaves you calmer, or more like yourself"],
    ["SAF-07", "accepts", "Stays the same when you struggle"],
  ] as const)("%s is noted as something seen on a day, and stays so", async (_row, quality, words) => {
    const { pretend, noor } = withNoor();
    const screen = await draw(Person, pretend, noor);
    await screen.press("Note something you saw");
    await screen.choose(words);
    await screen.choose("I saw it");
    await screen.type("On which day?", "2026-11-20");
    await screen.press("Note it");
    expect(findPerson(pretend.state.value, noor)?.observations).toMatchObject([
      { quality, seen: "seen", on: "2026-11-20" },
    ]);
    expect(screen.text()).toMatch(new RegExp(`${words}\\nseen`));
  });
});

describe("a network", () => {
  it.each([
    ["HSN-01", "bewith-notice-who-kept-their-word", "Notice who kept their word"],
    ["HSN-02", "bewith-choose-one-person", "Feeling at ease counts, and so does what they did."],
  ] as const)("%s begins with a step that can be taken up", async (_row, step, words) => {
    const screen = await draw(Step, pretendEngine(), step);
    expect(screen.text()).toContain(words);
  });

  it("HSN-04 says that one or two people are enough, before and after somebody is there", async () => {
    expect((await draw(Circle, pretendEngine())).has("One or two people is enough")).toBe(true);
    expect((await draw(Circle, withNoor().pretend)).has("One or two people is enough")).toBe(true);
  });

  it("HSN-05 leads to groups where there is no one yet, by a step that needs nobody", async () => {
    const screen = await draw(Circle, pretendEngine(), "~no-one");
    expect(screen.has("a choir, a repair café, parents, a support group")).toBe(true);
    await screen.press("Look at this step");
    expect(useScreen().screen).toBe("step");
  });
});

describe("what the programme is not", () => {
  it.each([
    ["DIS-01", "It does not replace a doctor, a therapist or a treatment."],
    ["DIS-02", "ask someone who is trained for it"],
    ["DIS-03", "Don’t stop or put off a treatment because of what you read here."],
    ["DIS-04", "call the emergency number or a crisis line at once"],
    ["DIS-06", "Nothing here tells you what you have."],
  ])("%s stands in Learn, with the way to Help beside it", async (_row, words) => {
    const screen = await draw(Learn, pretendEngine());
    expect(screen.has(words)).toBe(true);
    await screen.press("Help now");
    expect(useScreen().screen).toBe("help");
  });
});
