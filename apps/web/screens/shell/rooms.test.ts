import { describe, expect, it } from "vitest";
import { screenNames } from "../navigation.ts";
import { roomOf, rooms, roomsInBar } from "./rooms.ts";

describe("rooms in the bar", () => {
  it("start with Today alone", () => {
    expect(roomsInBar(0)).toEqual(["today"]);
  });

  it.each([1, 2, 40])("are all there after %i outcomes", (outcomes) => {
    expect(roomsInBar(outcomes)).toEqual(["today", "steps", "circle", "evidence", "learn"]);
  });
});

describe("the room of a screen", () => {
  it.each([
    ["step", "steps"],
    ["ask", "steps"],
    ["outcome", "today"],
    ["person", "circle"],
    ["belief", "evidence"],
    ["lesson", "learn"],
    ["help", null],
    ["mine", null],
  ] as const)("%s belongs to %s", (screen, room) => {
    expect(roomOf(screen)).toBe(room);
  });

  it("is known for every screen, and each room's own screen belongs to it", () => {
    for (const screen of screenNames) expect([null, ...rooms]).toContain(roomOf(screen));
    for (const room of rooms) expect(roomOf(room)).toBe(room);
  });
});
