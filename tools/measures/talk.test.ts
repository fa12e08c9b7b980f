/** Tests that a stream of lines is answered line by line, in order, however it comes in pieces. */
import { PassThrough, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCutter, longest } from "./lines.ts";
import { talk } from "./talk.ts";

const cut = (...pieces: readonly string[]): readonly (string | null)[] => {
  const lines: (string | null)[] = [];
  const cutter = lineCutter((line) => lines.push(line));
  for (const piece of pieces) cutter.push(piece);
  cutter.end();
  return lines;
};

describe("lines", () => {
  it.each<[string, readonly string[], readonly (string | null)[]]>([
    ["nothing", [""], []],
    ["one without an end", ["a"], ["a"]],
    ["one with an end", ["a\n"], ["a"]],
    ["two, in pieces", ["a", "b\nc", "d"], ["ab", "cd"]],
    ["ends of another system", ["a\r\nb\r\n"], ["a", "b"]],
    ["an end that is parted", ["a\r", "\nb"], ["a", "b"]],
    ["empty ones in between", ["a\n\n\nb\n"], ["a", "", "", "b"]],
    ["a byte order mark", ["\uFEFFa\nb"], ["a", "b"]],
    ["a mark before a later one", ["a\n\uFEFFb"], ["a", "b"]],
    ["separators that may stand inside a text", ["a\u2028b\u2029c\u0085d\ve"], ["a\u2028b\u2029c\u0085d\ve"]],
    ["a return inside a line", ["a\rb\n"], ["a\rb"]],
  ])("%s", (_what, pieces, lines) => {
    expect(cut(...pieces)).toEqual(lines);
  });

  it("too long are not held, and the next one is read", () => {
    const piece = "x".repeat(60_000);
    const many = Array.from({ length: Math.ceil(longest / 60_000) + 5 }, () => piece);
    expect(cut(...many, "\nb\n")).toEqual([null, "b"]);
    expect(cut(...many)).toEqual([null]);
  });

  it("just as long as allowed are read", () => {
    expect(cut("x".repeat(longest))[0]?.length).toBe(longest);
    expect(cut("x".repeat(longest + 1))).toEqual([null]);
  });

  it("are the same in whatever pieces they come", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é", "{") }),
        fc.array(fc.nat(40)),
        (whole, at) => {
          const places = [
            0,
            ...at.map((place) => Math.min(place, whole.length)).toSorted((a, b) => a - b),
            whole.length,
          ];
          const pieces = places.slice(1).map((to, i) => whole.slice(places[i], to));
          expect(cut(...pieces)).toEqual(cut(whole));
        },
      ),
    );
  });
});

const asked = async (input: Buffer | string, size: number): Promise<string> => {
  const [from, to] = [new PassThrough(), new PassThrough()];
  talk((line) => `<${line ?? "too long"}>`, from, to);
  from.on("end", () => setImmediate(() => to.end()));
  const bytes = Buffer.from(input);
  for (let i = 0; i < bytes.length; i += size) from.write(bytes.subarray(i, i + size));
  from.end();
  return text(to);
};

describe("a talk", () => {
  it.each([1, 2, 3, 7, 1000])("is the same in pieces of %d bytes, letters of several bytes included", async (size) => {
    expect(await asked("é\n€\n😀\nlast", size)).toBe("<é>\n<€>\n<😀>\n<last>\n");
  });

  it("goes on after bytes that are no text", async () => {
    expect(await asked(Buffer.from([0xff, 0x0a, 0x61]), 10)).toBe("<\uFFFD>\n<a>\n");
  });

  it("keeps the order of many lines and waits for a slow reader", async () => {
    const count = 20_000;
    const [from, taken] = [new PassThrough(), new Array<string>()];
    const slow = new Writable({
      highWaterMark: 100,
      write: (chunk, _encoding, done) => {
        taken.push(String(chunk));
        setImmediate(done);
      },
    });
    talk((line) => line ?? "", from, slow);
    for (let i = 0; i < count; i += 1) from.write(`${i}\n`);
    from.end();
    while (!taken.join("").endsWith(`\n${count - 1}\n`)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(taken.join("").trim().split("\n").map(Number)).toEqual(Array.from({ length: count }, (_, i) => i));
  });
});
