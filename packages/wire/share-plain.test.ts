import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromNumber, utf8 } from "@belay/basics";
import { shareCap } from "./limits.ts";
import { decodeShareDoc, encodeShareDoc, shareLimits, type ShareDoc, type ShareFigure } from "./share-plain.ts";

const course = {
  kind: "course",
  low: 0,
  high: 24,
  from: "3 March",
  to: "9 June",
  band: { low: 4, high: 9 },
  lines: [
    {
      name: "PHQ-8",
      points: [
        { at: 0, value: 11 },
        { at: 1, value: 6 },
      ],
      breaks: [1],
    },
  ],
} as const;
const bars = { kind: "bars", highest: 4, bars: [{ label: "3 March", value: null }] } as const;
const pairs = {
  kind: "pairs",
  low: 0,
  high: 100,
  beforeText: "Feared",
  afterText: "Felt",
  pairs: [{ label: "1", before: 80, after: null }],
} as const;
const section = {
  id: "mood",
  title: "Mood",
  sentences: ["Six now, eleven in March."],
  figure: course,
  table: { caption: "Scores", columns: ["Day", "Score"], rows: [["3 March", "11"]] },
};
const docJson = {
  v: 1,
  locale: "en",
  from: "M.",
  to: "Dr Weiss",
  purpose: "For our next three meetings.",
  madeOn: "2026-06-10",
  until: "2026-07-10",
  sections: [section],
};

const read = (value: unknown) => decodeShareDoc(utf8(JSON.stringify(value)));
const doc = (value: unknown = docJson): ShareDoc => {
  const found = read(value);
  if (!found.ok) throw new Error(found.error.type);
  return found.value;
};
const bytesOf = (value: ShareDoc): Uint8Array => {
  const bytes = encodeShareDoc(value);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return bytes.value;
};
const badShape = { ok: false, error: { type: "BadShape", field: "share" } };
const withSection = (change: object) => ({ ...docJson, sections: [{ ...section, ...change }] });

describe("a shared document in clear", () => {
  it("comes back as it was", () => {
    expect(decodeShareDoc(bytesOf(doc()))).toEqual({ ok: true, value: docJson });
  });

  it.each<readonly [string, ShareFigure | null]>([
    ["a course", course],
    ["bars with a gap", bars],
    ["pairs with a gap", pairs],
    ["no drawing", null],
  ])("holds %s", (_name, figure) => {
    expect(doc(withSection({ figure })).sections[0]?.figure).toEqual(figure);
  });

  it("holds a section of sentences alone, and none at all", () => {
    expect(read(withSection({ figure: null, table: null })).ok).toBe(true);
    expect(read({ ...docJson, sections: [] }).ok).toBe(true);
  });

  it.each(Object.keys(docJson))("may not lack %s", (field) => {
    expect(read(Object.fromEntries(Object.entries(docJson).filter(([name]) => name !== field)))).toEqual(badShape);
  });

  it.each(Object.keys(section))("has no section without its %s", (field) => {
    const lacking = Object.fromEntries(Object.entries(section).filter(([name]) => name !== field));
    expect(read({ ...docJson, sections: [lacking] })).toEqual(badShape);
  });

  it.each([
    ["v", 2],
    ["locale", "<b>"],
    ["from", "x".repeat(61)],
    ["to", 5],
    ["purpose", "x".repeat(301)],
    ["madeOn", "2026-02-30"],
    ["until", null],
    ["sections", {}],
    ["sections", Array.from({ length: 41 }, () => section)],
    ["further", 1],
  ])("with %s as %j is refused", (field, value) => {
    expect(read({ ...docJson, [field]: value })).toEqual(badShape);
  });

  it.each([
    ["id", ""],
    ["id", "x".repeat(41)],
    ["title", ""],
    ["title", "x".repeat(121)],
    ["sentences", ["x".repeat(601)]],
    ["sentences", Array.from({ length: 13 }, () => "x")],
    ["sentences", "one"],
    ["figure", { kind: "pie" }],
    ["figure", { ...course, low: 24 }],
    ["figure", { ...course, to: null }],
    ["figure", { ...course, further: 1 }],
    ["figure", { ...course, lines: [{ name: "", points: [{ at: 1.1, value: 0 }], breaks: [] }] }],
    ["figure", { ...course, lines: [{ name: "", points: [], breaks: [-1] }] }],
    ["figure", { ...bars, highest: 0 }],
    ["figure", { ...bars, bars: [{ label: "x", value: "4" }] }],
    ["figure", { ...pairs, high: 0 }],
    ["table", { caption: "", columns: [], rows: [] }],
    ["table", { caption: "", columns: ["one"], rows: [["a", "b"]] }],
    ["table", { caption: "", columns: ["one", "two"], rows: [["a"]] }],
    ["html", "<b>"],
  ])("with a section whose %s is %j is refused", (field, value) => {
    expect(read(withSection({ [field]: value }))).toEqual(badShape);
  });

  it("takes no number without an end, which JSON can write", () => {
    const written = JSON.stringify(docJson).replace('"high":24', '"high":1e999');
    expect(written).toContain("1e999");
    expect(decodeShareDoc(utf8(written))).toEqual(badShape);
  });

  it("is not written with a number that JSON would turn into nothing", () => {
    expect(encodeShareDoc({ ...doc(), sections: [{ ...section, figure: { ...course, high: Number.NaN } }] })).toEqual(
      badShape,
    );
  });

  it("that would not fit the largest bucket is refused with its size, and so are bytes that came so long", () => {
    const long = { ...section, figure: null, sentences: Array.from({ length: 12 }, () => "我".repeat(600)) };
    const tooMuch = { ...doc(), sections: Array.from({ length: 10 }, () => long) };
    const fault = { type: "TooLong", max: expect.any(Number), got: expect.any(Number) };
    expect(encodeShareDoc(tooMuch)).toEqual({ ok: false, error: fault });
    expect(decodeShareDoc(new Uint8Array(shareCap + 1).fill(0x20))).toEqual({ ok: false, error: fault });
  });
});

describe("texts and strangers", () => {
  const words = (max: number) => fc.string({ maxLength: max, unit: "binary" }).filter((text) => text.length <= max);
  const title = words(60).filter((text) => text !== "");

  it("any text in any place survives, half a sign included", () => {
    const texts = fc.record({
      title,
      sentences: fc.array(words(shareLimits.sentence), { maxLength: 4 }),
      cell: words(100),
      from: words(shareLimits.name),
      purpose: words(shareLimits.purpose),
    });
    fc.assert(
      fc.property(texts, ({ title, sentences, cell, from, purpose }) => {
        const table = { caption: cell, columns: [cell], rows: [[cell]] };
        const made = { ...doc(), from, purpose, sections: [{ id: "own", title, sentences, figure: null, table }] };
        expect(decodeShareDoc(bytesOf(made))).toEqual({ ok: true, value: made });
      }),
    );
    const half = { ...doc(), from: "\ud800" };
    expect(decodeShareDoc(bytesOf(half))).toEqual({ ok: true, value: half });
  });

  it("writing what was read gives the same bytes", () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 0, max: 40_000 }), (text, days) => {
        const until = dayFromNumber(days);
        const bytes = bytesOf({ ...doc(), until, sections: [{ ...section, title: text }] });
        const again = decodeShareDoc(bytes);
        expect(again.ok && bytesOf(again.value)).toEqual(bytes);
      }),
    );
  });

  it("random bytes and random JSON are refused and never throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        expect(decodeShareDoc(bytes).ok).toBe(false);
      }),
    );
  });

  it("a change anywhere is refused or read as another document, and never throws", () => {
    const good = bytesOf(doc());
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const found = decodeShareDoc(good.with(at, byte));
        if (found.ok) {
          const read = bytesOf(found.value);
          // The same document only where nothing was changed; and what was read can be written and read again.
          expect(Buffer.compare(read, good) === 0).toBe(byte === good[at]);
          const again = decodeShareDoc(read);
          expect(again.ok && bytesOf(again.value)).toEqual(read);
        } else {
          expect(byte).not.toBe(good[at]);
          expect(["BadText", "TooDeep", "BadShape"]).toContain(found.error.type);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
