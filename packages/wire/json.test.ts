/** Tests the reader of strangers' JSON: what is too deep or no text is refused before it is built. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, utf8 } from "@belay/basics";
import { parseJson } from "./json.ts";
import { depthMax } from "./limits.ts";

const nested = (depth: number, open = "[", close = "]"): Uint8Array => utf8(open.repeat(depth) + close.repeat(depth));
const tooDeep = { ok: false, error: { type: "TooDeep", max: depthMax } };
const badText = { ok: false, error: { type: "BadText" } };

describe("nesting", () => {
  it("is read down to the deepest that is allowed", () => {
    expect(parseJson(nested(depthMax)).ok).toBe(true);
    expect(parseJson(nested(depthMax + 1))).toEqual(tooDeep);
  });

  it("counts braces and brackets alike", () => {
    const text = '{"a":['.repeat(depthMax / 2 + 1) + "]}".repeat(depthMax / 2 + 1);
    expect(parseJson(utf8(text))).toEqual(tooDeep);
  });

  it("is too deep before it is found to be no JSON", () => {
    expect(parseJson(utf8("[".repeat(100_000)))).toEqual(tooDeep);
  });

  it("counts what is open at a time, not how much there is", () => {
    const wide = `[${Array.from({ length: 1_000 }, () => "[]").join(",")}]`;
    expect(parseJson(utf8(wide))).toMatchObject({ ok: true });
  });

  it("is not in what a text says", () => {
    const text = "[".repeat(1_000);
    expect(parseJson(utf8(JSON.stringify({ text })))).toEqual({ ok: true, value: { text } });
  });

  it("is not hidden by a quote that was escaped", () => {
    const text = `["\\"",${"[".repeat(depthMax)}${"]".repeat(depthMax)}]`;
    expect(parseJson(utf8(text))).toEqual(tooDeep);
    expect(parseJson(utf8(JSON.stringify(['\\"[', "\\"])))).toEqual({ ok: true, value: ['\\"[', "\\"] });
  });
});

describe("what is no JSON", () => {
  it.each(["", " ", "{", "]", "{'a':1}", "[1,]", "NaN", "undefined", "01", '"\n"', "1 2"])("is refused: %j", (text) => {
    expect(parseJson(utf8(text))).toEqual(badText);
  });

  it("is refused where the bytes are no UTF-8", () => {
    expect(parseJson(concat(utf8('"'), Uint8Array.of(0xff), utf8('"')))).toEqual(badText);
    expect(parseJson(concat(utf8('"'), Uint8Array.of(0xed, 0xa0, 0x80), utf8('"')))).toEqual(badText);
  });
});

describe("whatever comes", () => {
  it("is read as it was written when it is JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(parseJson(utf8(text))).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof parseJson(bytes).ok).toBe("boolean");
      }),
    );
  });
});
