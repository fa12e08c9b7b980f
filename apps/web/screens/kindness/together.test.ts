import { stepCatalogue, togetherCatalogue } from "@belay/content";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Together } from "./together.tsx";

const withTouch = () => {
  const pretend = pretendEngine();
  pretend.say({ kind: "settings/choose", country: null, signAs: null, keepCopy: null, touch: true });
  return pretend;
};

describe("calming down with somebody", () => {
  it.each([
    ["HNS-05", "Let a safe person soothe you"],
    ["HNS-06", "Accept a hug"],
    ["HNS-07", "Talk it through"],
    ["HNS-08", "Sit with someone, and that is all"],
  ] as const)("%s is a card that begins a step with a person: %s", async (row, title) => {
    const screen = await draw(Together, withTouch());
    await screen.press(`Begin with this: ${title}`);
    const { screen: name, id } = useScreen();
    expect(name).toBe("try");
    const step = stepCatalogue.find((one) => one.id === id);
    expect(step?.needsPerson).toBe(true);
    expect(step?.covers).toContain(row);
  });

  it("draws every card once touch is switched on, and says that it is", async () => {
    const screen = await draw(Together, withTouch());
    for (const card of togetherCatalogue) expect(screen.has(card.text), card.id).toBe(true);
    expect(screen.has("You switched touch on")).toBe(true);
  });

  it("hides touch until then, and says where it is switched on", async () => {
    const screen = await draw(Together, pretendEngine());
    expect(screen.has("Accept a hug")).toBe(false);
    expect(screen.has("Cards with touch stay hidden until you switch touch on.")).toBe(true);
    await screen.press("Switch it on under Mine");
    expect(useScreen().screen).toBe("mine");
  });

  it("knows a way for somebody who has no one yet", async () => {
    const screen = await draw(Together, pretendEngine());
    await screen.press("I have no one yet");
    expect(useScreen()).toMatchObject({ screen: "circle", id: "~no-one" });
  });
});
