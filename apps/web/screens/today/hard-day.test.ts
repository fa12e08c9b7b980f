import { checkins } from "@belay/domain";
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { pretendEngine, type Pretend } from "../../../../tests/screens/pretend-engine.ts";
import { draw } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { HardLine } from "./hard-line.tsx";
import { Today } from "./today.tsx";

const Top = () => h(HardLine, { at: "top" });
const End = () => h(HardLine, { at: "end" });

const withEnergy = (energy: number): Pretend => {
  const pretend = pretendEngine();
  pretend.say({ kind: "checkin/note", energy, cues: [], carrying: "" });
  expect(checkins(pretend.state.value)).toHaveLength(1);
  pretend.calls.length = 0;
  return pretend;
};

describe("a hard moment on Today", () => {
  it("a low day has a card that asks for nothing, and the line is gone for it", async () => {
    const pretend = withEnergy(20);
    const screen = await draw(Top, pretend);
    expect(screen.has("Nothing has to be done today.")).toBe(true);
    expect((await draw(End, pretend)).text()).toBe("");
    await screen.press("The smallest things");
    expect(useScreen()).toMatchObject({ screen: "path", id: "low-day" });
    expect(pretend.calls).toEqual([]);
  });

  it("any other day has one quiet line to all five", async () => {
    const pretend = withEnergy(21);
    expect((await draw(Top, pretend)).text()).toBe("");
    const screen = await draw(End, pretend);
    expect(screen.has("A hard moment?")).toBe(true);
    await screen.press("A few short pages");
    expect(useScreen()).toMatchObject({ screen: "path", id: null });
  });

  it("once walked, the card is not shown again that day, and the next low day it is", async () => {
    const pretend = withEnergy(5);
    pretend.say({ kind: "paths/walk", path: "low-day", experiment: null, chose: "water", words: "" });
    expect((await draw(Top, pretend)).text()).toBe("");
    expect((await draw(End, pretend)).has("A hard moment?")).toBe(true);
    pretend.pass(1);
    pretend.say({ kind: "checkin/note", energy: 5, cues: [], carrying: "" });
    expect((await draw(Top, pretend)).has("A low day")).toBe(true);
  });

  it("is not there before anything was said or tried", async () => {
    const pretend = pretendEngine();
    expect((await draw(Top, pretend)).text()).toBe("");
    expect((await draw(End, pretend)).text()).toBe("");
  });

  it("on a low day no ask leads the page, also before the first one", async () => {
    const leads = async (energy: number): Promise<boolean> => {
      const pretend = pretendEngine();
      pretend.say({ kind: "checkin/note", energy, cues: [], carrying: "The move" });
      const text = (await draw(Today, pretend)).text();
      expect(text).toContain("Ask someone for a corner");
      return text.indexOf("Ask someone for a corner") < text.indexOf("Energy:");
    };
    expect(await leads(20)).toBe(false);
    expect(await leads(21)).toBe(true);
  });
});
