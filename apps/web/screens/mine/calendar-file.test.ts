import { addDays } from "@belay/basics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../../tests/screens/pretend-engine.ts";
import { calendarFile, escapeText, firstDay, foldLine, weekdayOf, type Repeating } from "./calendar-file.ts";

// 22 November 2026 is a Sunday.
const today = dayOf("2026-11-22");
const uid = "6f1c0a52-8a3d-4a55-9a43-0c1f4f2b7a11";

const textOf = (when: Repeating, title = "Time for your note"): string =>
  new TextDecoder().decode(calendarFile(when, { title, today, uid }));

/** Reads a file as RFC 5545 says: unfold (3.1), then a name, parameters, a value. */
const read = (file: string): readonly (readonly [string, string])[] =>
  file
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);

const valueOf = (file: string, name: string): string | undefined => read(file).find(([found]) => found === name)?.[1];

/** Takes escapes back (3.3.11). */
const unescape = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));

describe("days of the week", () => {
  it.each([
    ["1970-01-01", 4],
    ["2026-11-22", 7],
    ["2026-11-23", 1],
    ["2024-02-29", 4],
  ])("%s is day %i", (day, weekday) => {
    expect(weekdayOf(dayOf(day))).toBe(weekday);
  });

  it("the first day is within a week, never before today, and on the day that was chosen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 4000 }), (weekday, add) => {
        const from = addDays(today, add);
        const first = firstDay({ weekday }, from);
        expect(weekdayOf(first)).toBe(weekday);
        expect(first >= from && first < addDays(from, 7)).toBe(true);
      }),
    );
    expect(firstDay({ weekday: null }, today)).toBe(today);
  });
});

describe("a calendar file", () => {
  it("for every day is one event that repeats daily at a floating local time", () => {
    const file = textOf({ weekday: null, minute: 7 * 60 + 5 });
    expect(valueOf(file, "DTSTART")).toBe("20261122T070500");
    expect(valueOf(file, "RRULE")).toBe("FREQ=DAILY");
    expect(file).not.toMatch(/TZID|VTIMEZONE/);
  });

  it.each([
    [1, "MO", "20261123"],
    [6, "SA", "20261128"],
    [7, "SU", "20261122"],
  ])("for day %i begins on it and repeats by it", (weekday, name, start) => {
    const file = textOf({ weekday, minute: 1439 });
    expect(valueOf(file, "DTSTART")).toBe(`${start}T235900`);
    expect(valueOf(file, "RRULE")).toBe(`FREQ=WEEKLY;BYDAY=${name}`);
  });

  it("has all that the rules ask for, once, in properly nested parts", () => {
    const lines = read(textOf({ weekday: 7, minute: 540 }));
    const event = lines.slice(
      lines.findIndex(([, value]) => value === "VEVENT"),
      lines.findIndex(([, value]) => value === "VALARM"),
    );
    for (const name of ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "RRULE"]) {
      expect(event.filter(([found]) => found === name)).toHaveLength(1);
    }
    expect(lines.filter(([name]) => name === "VERSION" || name === "PRODID")).toHaveLength(2);
    const open: string[] = [];
    for (const [name, value] of lines) {
      if (name === "BEGIN") open.push(value);
      if (name === "END") expect(open.pop()).toBe(value);
    }
    expect(open).toEqual([]);
    expect(lines[0]).toEqual(["BEGIN", "VCALENDAR"]);
  });

  it("stamps the day in UTC and no minute of it, and carries the id it was given", () => {
    const file = textOf({ weekday: null, minute: 0 });
    expect(valueOf(file, "DTSTAMP")).toBe("20261122T000000Z");
    expect(valueOf(file, "UID")).toBe(uid);
  });

  it("says nothing but the title: no name of the programme, no description, no address", () => {
    const file = textOf({ weekday: null, minute: 540 });
    expect(file).not.toMatch(/belay|ask|help|therap|URL|LOCATION|ORGANIZER|ATTENDEE/i);
    const texts = read(file).filter(([name]) => name === "SUMMARY" || name === "DESCRIPTION");
    expect(texts.map(([, value]) => value)).toEqual(["Time for your note", "Time for your note"]);
  });

  it("ends every line with CR LF, holds none alone, and keeps every line to 75 octets", () => {
    const file = textOf({ weekday: 7, minute: 540 }, "Zeit für deine Notiz, jetzt; oder später ".repeat(8));
    expect(file.endsWith("\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});

describe("text in it", () => {
  it.each([
    ["a, b; c", "a\\, b\\; c"],
    ["back\\slash", "back\\\\slash"],
    ["two\nlines\r\nthree", "two\\nlines\\nthree"],
  ])("%j is escaped", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it("comes back as it went in, however long and in whatever letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const plain = title.replaceAll(/\r\n|\r/g, "\n");
        expect(unescape(valueOf(textOf({ weekday: null, minute: 0 }, plain), "SUMMARY") ?? "")).toBe(plain);
      }),
    );
  });

  it("is folded between letters, never inside one", () => {
    const folded = foldLine(`SUMMARY:${"😀".repeat(60)}`);
    expect(folded).not.toContain("\uFFFD");
    const lines = folded.split("\r\n");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(1)) expect(line.startsWith(" ")).toBe(true);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join("")).toBe(`SUMMARY:${"😀".repeat(60)}`);
    expect(foldLine("a".repeat(75))).toBe("a".repeat(75));
  });
});
