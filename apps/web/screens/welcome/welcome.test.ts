import { err } from "@belay/basics";
import { checkins, settings } from "@belay/domain";
import { describe, expect, it } from "vitest";
import type { Engine } from "../../engine/engine.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { onPassing, passing } from "../passing.ts";
import { Welcome } from "./welcome.tsx";

const load = "The school run, every morning";

describe("the first page", () => {
  it("opens with the load, and with the hint about watched devices", async () => {
    const screen = await draw(Welcome, pretendEngine());
    expect(screen.has("What are you carrying that someone else could take a corner of?")).toBe(true);
    expect(screen.has("If someone checks this phone or computer")).toBe(true);
  });

  it("offers a visit that keeps nothing before anything was written, and not after", async () => {
    let begun = 0;
    onPassing(() => void (begun += 1));
    const screen = await draw(Welcome, pretendEngine());
    await screen.type("In your own words", load);
    expect(screen.has("Keep nothing of this visit")).toBe(false);
    await screen.type("In your own words", "");
    await screen.press("Keep nothing of this visit");
    expect([begun, passing.value]).toEqual([1, true]);
    expect(screen.has("Keep nothing of this visit")).toBe(false);
    passing.value = false;
  });

  it("says what this is not before anything begins", async () => {
    const screen = await draw(Welcome, pretendEngine());
    await screen.press("Go on");
    for (const words of [
      "self-help",
      "Not therapy, no diagnosis",
      "no one will come",
      "Until you set a lock",
      "18 or over",
    ]) {
      expect(screen.text()).toContain(words);
    }
  });

  it("notes the load once, with the press that begins", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Welcome, pretend);
    await screen.type("In your own words", load);
    expect(pretend.calls).toEqual([]);
    await screen.press("Go on");
    await screen.press("Begin");
    expect(checkins(pretend.state.value).map(({ carrying }) => carrying)).toEqual([load]);
    expect(settings(pretend.state.value).introSeen).toBe(true);
  });

  it("begins without a load as well, and then notes none", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Welcome, pretend);
    await screen.press("Nothing I can name");
    await screen.press("Begin");
    expect(checkins(pretend.state.value)).toEqual([]);
    expect(settings(pretend.state.value).introSeen).toBe(true);
  });

  it("keeps what was written through a reload", async () => {
    const pretend = pretendEngine();
    const before = await draw(Welcome, pretend);
    await before.type("In your own words", load);
    before.leave();
    await settle();
    const after = await draw(Welcome, pretend);
    expect(after.control("In your own words").value).toBe(load);
  });

  it("says so when nothing was saved, and begins with the next press", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Welcome, pretend);
    await screen.type("In your own words", load);
    await screen.press("Go on");
    pretend.fault = { type: "NotSaved", why: "storage" };
    await screen.press("Begin");
    expect(screen.has("Your words are still here")).toBe(true);
    pretend.fault = null;
    await screen.press("Begin");
    expect(settings(pretend.state.value).introSeen).toBe(true);
  });

  it("notes the load once, even when the beginning itself failed after it", async () => {
    const pretend = pretendEngine();
    let broken = true;
    const { dispatch } = pretend.engine;
    const engine: Engine = {
      ...pretend.engine,
      dispatch: (command) =>
        broken && command.kind === "settings/see-intro"
          ? Promise.resolve(err({ type: "NotSaved", why: "keys" }))
          : dispatch(command),
    };
    const screen = await draw(Welcome, { ...pretend, engine });
    await screen.type("In your own words", load);
    await screen.press("Go on");
    await screen.press("Begin");
    broken = false;
    await screen.press("Begin");
    expect(checkins(pretend.state.value)).toHaveLength(1);
  });

  it("sends somebody under 18 to the lines, and does not begin", async () => {
    const pretend = pretendEngine();
    const screen = await draw(Welcome, pretend);
    await screen.press("Go on");
    await screen.press("I’m under 18");
    expect(screen.has("See the lines")).toBe(true);
    expect(pretend.calls).toEqual([]);
  });
});
