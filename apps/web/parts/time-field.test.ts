import { describe, expect, it } from "vitest";
import { parseTime, timeText } from "./time-field.tsx";

describe("a time of day", () => {
  it.each([
    ["00:00", 0],
    ["09:05", 545],
    ["23:59", 1439],
    ["07:30:00", 450],
  ])("%s is minute %i", (text, minute) => {
    expect(parseTime(text)).toBe(minute);
    expect(timeText(minute)).toBe(text.slice(0, 5));
  });

  it.each(["", "9:05", "24:00", "12:60", "noon"])("“%s” is no time", (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
