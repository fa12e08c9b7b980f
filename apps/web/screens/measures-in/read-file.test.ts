import fc from "fast-check";
import { bytesMost, rowsMost } from "@belay/measures";
import { describe, expect, it } from "vitest";
import { rowsIn, rowsOfFile, textIn } from "./read-file.ts";

const bytes = (...list: readonly number[]): Uint8Array => new Uint8Array(list);

describe("the text of a file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("für"), "für"],
    ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0x66), "f"],
    ["Windows-1252", bytes(0x66, 0xfc, 0x72), "für"],
    ["UTF-16, small end first", bytes(0xff, 0xfe, 0x66, 0, 0xfc, 0), "fü"],
    ["UTF-16, large end first", bytes(0xfe, 0xff, 0, 0x66), "f"],
  ])("is read from %s", (_, file, text) => expect(textIn(file)).toEqual({ ok: true, value: text }));

  it("is not in a picture or a packed spreadsheet", () => {
    expect(textIn(bytes(0x50, 0x4b, 3, 4, 0, 0))).toEqual({ ok: false, error: { type: "NotText" } });
  });
});

describe("the rows of a file", () => {
  it.each([
    [
      "commas",
      "day,q1\r\n2025-01-01,1\r\n",
      [
        ["day", "q1"],
        ["2025-01-01", "1"],
      ],
    ],
    [
      "semicolons",
      "Tag;q1;q2\n1.2.2025;2,0;3\n",
      [
        ["Tag", "q1", "q2"],
        ["1.2.2025", "2,0", "3"],
      ],
    ],
    [
      "semicolons, and a comma in every number",
      "2025-02-03;2,5;3,5\n2025-02-04;2,0;3,1\n",
      [
        ["2025-02-03", "2,5", "3,5"],
        ["2025-02-04", "2,0", "3,1"],
      ],
    ],
    [
      "tabs",
      "day\tq1\n2025-01-01\t1",
      [
        ["day", "q1"],
        ["2025-01-01", "1"],
      ],
    ],
    [
      "a mark at its start",
      "\ufeffday,q1\n2025-01-01,1",
      [
        ["day", "q1"],
        ["2025-01-01", "1"],
      ],
    ],
    [
      "quotes in quotes",
      'day,q1\n2025-01-01,"a ""b"", c"',
      [
        ["day", "q1"],
        ["2025-01-01", 'a "b", c'],
      ],
    ],
    [
      "a line break in quotes",
      'day,q1\n2025-01-01,"a\nb"',
      [
        ["day", "q1"],
        ["2025-01-01", "a\nb"],
      ],
    ],
    [
      "two columns and empty rows",
      "day;q1\n\n1.2.2025;1\n\n\n",
      [
        ["day", "q1"],
        ["1.2.2025", "1"],
      ],
    ],
    ["one column", "7\n9", [["7"], ["9"]]],
  ])("are found with %s", async (_, text, rows) => {
    const read = await rowsIn(text);
    expect(read.ok && read.value.rows.filter((cells) => cells.some((cell) => cell !== ""))).toEqual(rows);
  });

  it("have names where the first row looks like it, and for sure in a list of objects", async () => {
    expect(await rowsIn("day,q1\n2025-01-01,1")).toMatchObject({ value: { headed: true, sure: false } });
    expect(await rowsIn("2025-01-01,1\n2025-01-02,2")).toMatchObject({ value: { headed: false, sure: false } });
    expect(await rowsIn('[{"day":"2025-01-01","q1":1}]')).toMatchObject({ value: { headed: true, sure: true } });
  });

  it.each([
    ["nothing", "", "Empty"],
    ["blanks", " \n\t", "Empty"],
    ["damaged JSON", '[{"day":', "NotJson"],
    ["JSON that is very deep", "[".repeat(200_000), "NotJson"],
    ["JSON without a table", "[1,2]", "NoTable"],
    ["an open quote", 'day,q1\n2025-01-01,"1\n2025-01-02,2', "Damaged"],
    ["too many rows", "1\n".repeat(rowsMost * 2 + 5), "TooManyRows"],
    ["too much of it", "1".repeat(bytesMost + 1), "TooLarge"],
  ])("are refused where the file holds %s", async (_, text, type) => {
    const read = await rowsIn(text);
    expect(read.ok ? null : read.error.type).toBe(type);
  });

  it("are not even looked for in a file that is too large", async () => {
    expect(await rowsOfFile(new Blob([new Uint8Array(bytesMost + 1)]))).toMatchObject({ error: { type: "TooLarge" } });
    expect(await rowsOfFile(new Blob(["day,q1\n2025-01-01,1"]))).toMatchObject({ ok: true });
  });

  it("throw nothing, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (file) => {
        const text = textIn(file);
        if (text.ok) await rowsIn(text.value);
      }),
    );
  });
});
