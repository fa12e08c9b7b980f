import { people } from "@belay/domain";
import { describe, expect, it } from "vitest";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { useScreen } from "../navigation.ts";
import { Circle } from "./circle.tsx";

const withPeople = () => {
  const pretend = pretendEngine();
  const noor = pretend.say({
    kind: "circle/add",
    nickname: "Noor",
    role: "friend",
    ring: "close",
    trust: null,
    comfort: null,
  });
  const raj = pretend.say({
    kind: "circle/add",
    nickname: "Raj",
    role: "colleague",
    ring: "further",
    trust: null,
    comfort: null,
  });
  return { pretend, noor, raj };
};

describe("the circle", () => {
  it("with nobody on it offers to add someone, and a way where there is no one", async () => {
    const screen = await draw(Circle, pretendEngine());
    expect(screen.text()).toContain("One or two people is enough");
    expect(screen.has("Add someone")).toBe(true);
    expect(screen.has("I have no one yet")).toBe(true);
    expect(screen.has("The same as a list")).toBe(false);
  });

  it("shows each person as a button that says the ring and what was seen", async () => {
    const { pretend, noor } = withPeople();
    pretend.say({ kind: "circle/observe", person: noor, quality: "listens", seen: "seen", on: "2026-11-01", note: "" });
    const screen = await draw(Circle, pretend);
    expect(screen.control("Noor, Close. 1 of 7 seen.").localName).toBe("button");
    expect(screen.control("Raj, Further out. 0 of 7 seen.").localName).toBe("button");
  });

  it("moves somebody by the arrow keys, and says so once it is saved", async () => {
    const { pretend, raj } = withPeople();
    const screen = await draw(Circle, pretend);
    screen.control("Raj, Further").fire("keydown", { key: "ArrowUp" });
    await settle();
    expect(people(pretend.state.value).find(({ id }) => id === raj)?.ring).toBe("near");
    expect(screen.has("Raj is near now. Saved.")).toBe(true);
  });

  it("says that nothing was saved when nothing was, and leaves everyone where they were", async () => {
    const { pretend, raj } = withPeople();
    pretend.fault = { type: "NotSaved", why: "no-room" };
    const screen = await draw(Circle, pretend);
    screen.control("Raj, Further").fire("keydown", { key: "ArrowUp" });
    await settle();
    expect(people(pretend.state.value).find(({ id }) => id === raj)?.ring).toBe("further");
    expect(screen.has("Not saved: this device has no room left.")).toBe(true);
    expect(screen.has("Raj is near now")).toBe(false);
  });

  it("moves somebody by dragging, and does not open them for it", async () => {
    const { pretend, raj } = withPeople();
    const screen = await draw(Circle, pretend);
    const disc = screen.control("Raj, Further");
    disc.fire("pointerdown", { button: 0, clientX: 360, clientY: 200, pointerId: 1 });
    disc.fire("pointermove", { clientX: 300, clientY: 200 });
    disc.fire("pointermove", { clientX: 230, clientY: 200 });
    disc.fire("pointerup", { clientX: 230, clientY: 200 });
    disc.fire("click");
    await settle();
    expect(people(pretend.state.value).find(({ id }) => id === raj)?.ring).toBe("close");
    expect(screen.has("Raj is close now. Saved.")).toBe(true);
    expect(useScreen().screen).not.toBe("person");
  });

  it("takes a press that trembles a little for a press", async () => {
    const { pretend, raj } = withPeople();
    const screen = await draw(Circle, pretend);
    const disc = screen.control("Raj, Further");
    disc.fire("pointerdown", { button: 0, clientX: 360, clientY: 200, pointerId: 1 });
    disc.fire("pointermove", { clientX: 363, clientY: 202 });
    disc.fire("pointerup", { clientX: 363, clientY: 202 });
    disc.fire("click");
    expect(useScreen()).toMatchObject({ screen: "person", id: raj });
    expect(pretend.calls).toEqual([]);
  });

  it("keeps somebody in the innermost ring there, without recording anything", async () => {
    const { pretend } = withPeople();
    const screen = await draw(Circle, pretend);
    screen.control("Noor, Close").fire("keydown", { key: "ArrowUp" });
    expect(pretend.calls).toEqual([]);
  });

  it("says of somebody marked as not safe that no steps go to them", async () => {
    const { pretend, raj } = withPeople();
    pretend.say({ kind: "circle/rate-safety", person: raj, safety: "unsafe", note: "" });
    const screen = await draw(Circle, pretend);
    expect(screen.control("Raj, Further out. No steps go to them.").localName).toBe("button");
  });

  it("lists everybody in words, ring by ring", async () => {
    const { pretend } = withPeople();
    const text = (await draw(Circle, pretend)).text();
    expect(text).toMatch(/Close\n[^]*Noor[^]*Near\n[^]*No one here[^]*Further out\n[^]*Raj/);
  });

  it("draws a hundred people without losing one from the list", async () => {
    const pretend = pretendEngine();
    for (let index = 0; index < 100; index += 1) {
      pretend.say({
        kind: "circle/add",
        nickname: `N${index}`,
        role: "friend",
        ring: "near",
        trust: null,
        comfort: null,
      });
    }
    const screen = await draw(Circle, pretend);
    const inList = screen.page.all().filter((node) => node.localName === "li" && /^N\d+friend$/.test(node.textContent));
    expect(inList.length).toBe(100);
    expect(screen.has("91 more people are in the list below")).toBe(true);
  });

  it("shows a hostile nickname as text", async () => {
    const pretend = pretendEngine();
    pretend.say({
      kind: "circle/add",
      nickname: "<img src=x onerror=alert(1)> {evil}",
      role: "friend",
      ring: "near",
      trust: null,
      comfort: null,
    });
    const screen = await draw(Circle, pretend);
    expect(screen.page.all().some((node) => node.localName === "img")).toBe(false);
    expect(screen.has("<img src=x onerror=alert(1)> {evil}")).toBe(true);
  });
});

describe("where there is no one yet", () => {
  it("every way leads to a step, and the first to the lines as well", async () => {
    const screen = await draw(Circle, pretendEngine(), "~no-one");
    expect(screen.has("No one yet")).toBe(true);
    expect(
      screen.page.all().filter((node) => node.localName === "button" && node.textContent === "Look at this step")
        .length,
    ).toBe(5);
    expect(screen.has("See the lines")).toBe(true);
    expect(screen.has("A doctor or a therapist")).toBe(true);
  });
});
