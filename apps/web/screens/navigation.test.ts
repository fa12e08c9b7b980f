import { describe, expect, it } from "vitest";
import { createNavigation, parsePlace, type Place, type Trail } from "./navigation.ts";

/** A history that behaves like the browser's: going back reports the older state. */
const fakeTrail = (first: unknown = null) => {
  const states: unknown[] = [first];
  let moved: (state: unknown) => void = () => undefined;
  const trail: Trail = {
    get state() {
      return states.at(-1);
    },
    pushState: (state: Place) => void states.push(state),
    replaceState: (state: Place) => void states.splice(-1, 1, state),
    back: () => {
      states.pop();
      moved(states.at(-1));
    },
  };
  return { trail, states, onMove: (listener: typeof moved) => void (moved = listener) };
};

describe("a place in the history", () => {
  it.each([
    ["nothing", null],
    ["a text", "steps"],
    ["an unknown screen", { screen: "admin", id: "x" }],
    ["a screen that is no text", { screen: 3 }],
  ])("%s leads to Today", (_name, state) => {
    expect(parsePlace(state)).toEqual({ screen: "today", id: null, depth: 0 });
  });

  it.each([
    [
      { screen: "step", id: "ask-the-way", depth: 2 },
      { screen: "step", id: "ask-the-way", depth: 2 },
    ],
    [
      { screen: "step", id: 7, depth: -1 },
      { screen: "step", id: null, depth: 0 },
    ],
    [
      { screen: "step", id: "x".repeat(300), depth: 1.5 },
      { screen: "step", id: null, depth: 0 },
    ],
  ])("%j is read as %j", (state, place) => {
    expect(parsePlace(state)).toEqual(place);
  });
});

describe("moving", () => {
  it("starts where the history says, so that a reload stays on its screen", () => {
    const { trail } = fakeTrail({ screen: "evidence", id: null, depth: 1 });
    expect(createNavigation(trail).at.value.screen).toBe("evidence");
  });

  it("goes, and comes back to where it was", () => {
    const { trail, onMove } = fakeTrail();
    const nav = createNavigation(trail);
    onMove(nav.arrive);
    nav.go("steps");
    nav.go("step", "ask-the-way");
    expect(nav.at.value).toEqual({ screen: "step", id: "ask-the-way", depth: 2 });
    nav.back();
    expect(nav.at.value.screen).toBe("steps");
  });

  it("leaves no trace of a place that was replaced", () => {
    const { trail, states, onMove } = fakeTrail();
    const nav = createNavigation(trail);
    onMove(nav.arrive);
    nav.go("try", "ask-the-way");
    nav.replace("ask", "exp-1");
    expect(states).toHaveLength(2);
    nav.back();
    expect(nav.at.value.screen).toBe("today");
  });

  it("goes to Today instead of leaving the app from the first place", () => {
    const { trail, states } = fakeTrail({ screen: "mine", id: null, depth: 0 });
    const nav = createNavigation(trail);
    nav.back();
    expect(nav.at.value.screen).toBe("today");
    expect(states).toHaveLength(1);
  });
});
