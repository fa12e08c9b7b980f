import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromUtf8, utf8 } from "@belay/basics";
import { decodeBatch, encodeBatch, type Batch } from "./batch.ts";
import { bodyMax } from "./limits.ts";
import { depthMax, seenMax } from "./limits.ts";

const device = (n: number): string => n.toString(16).padStart(32, "0");
const hash = (n: number): string => n.toString(16).padStart(64, "0");
const event = { id: "abc", k: "checkin/noted@1", t: [1, 0], d: "2026-01-02", b: { note: 'Ä "quoted" [text]' } };
const batch: Batch = { seen: { [device(2)]: [3, hash(9)], [device(1)]: [1, hash(8)] }, events: [event] };

const encoded = (of: Batch): Uint8Array => {
  const bytes = encodeBatch(of);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return bytes.value;
};
const textOf = (bytes: Uint8Array): string => {
  const text = fromUtf8(bytes);
  return text.ok ? text.value : "";
};
const decodeText = (text: string) => decodeBatch(utf8(text));
const refusal = (type: string) => ({ ok: false, error: expect.objectContaining({ type }) });
const nested = (depth: number): string => `{"seen":{},"events":[{"b":${"[".repeat(depth)}${"]".repeat(depth)}}]}`;

describe("a batch", () => {
  it("comes back as it was", () => {
    expect(decodeBatch(encoded(batch))).toEqual({ ok: true, value: batch });
  });

  it("has one spelling of its vector, whatever order it was built in", () => {
    const other = {
      ...batch,
      seen: { [device(1)]: batch.seen[device(1)] ?? [1, ""], [device(2)]: batch.seen[device(2)] ?? [1, ""] },
    } as const;
    expect(textOf(encoded(other))).toBe(textOf(encoded(batch)));
    expect(textOf(encoded(batch)).startsWith(`{"seen":{"${device(1)}":[1,"`)).toBe(true);
  });

  it("events that nobody here understands keep every field", () => {
    const strange = { z: null, deep: { a: [1, { b: "x" }] }, __proto__ish: true };
    expect(decodeText(JSON.stringify({ seen: {}, events: [strange] }))).toEqual({
      ok: true,
      value: { seen: {}, events: [strange] },
    });
  });

  it("1 to 64 events, no more and no fewer", () => {
    const many = (n: number): Batch => ({ seen: {}, events: Array.from({ length: n }, () => event) });
    expect(encodeBatch(many(0))).toEqual(refusal("BadShape"));
    expect(encodeBatch(many(65))).toEqual(refusal("BadShape"));
    expect(decodeBatch(encoded(many(64))).ok).toBe(true);
    expect(decodeText(`{"seen":{},"events":[]}`)).toEqual(refusal("BadShape"));
  });

  it.each([
    ["no object", "[]"],
    ["null", "null"],
    ["no events", `{"seen":{}}`],
    ["no vector", `{"events":[{}]}`],
    ["a further field", `{"seen":{},"events":[{}],"more":1}`],
    ["an event that is a list", `{"seen":{},"events":[[]]}`],
    ["an event that is null", `{"seen":{},"events":[null]}`],
    ["an event that is text", `{"seen":{},"events":["x"]}`],
    ["a device id in capitals", `{"seen":{"${device(10).toUpperCase()}":[1,"${hash(1)}"]},"events":[{}]}`],
    ["a short device id", `{"seen":{"ab":[1,"${hash(1)}"]},"events":[{}]}`],
    ["a seq of 0", `{"seen":{"${device(1)}":[0,"${hash(1)}"]},"events":[{}]}`],
    ["a broken seq", `{"seen":{"${device(1)}":[1.5,"${hash(1)}"]},"events":[{}]}`],
    ["a seq that no number holds", `{"seen":{"${device(1)}":[9007199254740992,"${hash(1)}"]},"events":[{}]}`],
    ["a short hash", `{"seen":{"${device(1)}":[1,"ab"]},"events":[{}]}`],
    ["a third value", `{"seen":{"${device(1)}":[1,"${hash(1)}",2]},"events":[{}]}`],
    ["a vector that is a list", `{"seen":[],"events":[{}]}`.replace("[]", "[1]")],
    ["a prototype in the vector", `{"seen":{"__proto__":[1,"${hash(1)}"]},"events":[{}]}`],
    ["a constructor in the vector", `{"seen":{"constructor":[1,"${hash(1)}"]},"events":[{}]}`],
  ])("%s is refused", (_, text) => {
    expect(decodeText(text)).toEqual(refusal("BadShape"));
  });

  it.each([
    ["nothing", ""],
    ["half a text", `{"seen":{`],
    ["two values", "{}{}"],
    ["a byte order mark", `\ufeff{"seen":{},"events":[{}]}`],
  ])("%s is refused as text", (_, text) => {
    expect(decodeText(text)).toEqual({ ok: false, error: { type: "BadText" } });
  });

  it("bytes that are no UTF-8 are refused", () => {
    expect(decodeBatch(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual({ ok: false, error: { type: "BadText" } });
  });

  it("at most 32 deep, counted outside of texts", () => {
    const outer = 3;
    expect(decodeText(nested(depthMax - outer)).ok).toBe(true);
    expect(decodeText(nested(depthMax - outer + 1))).toEqual({ ok: false, error: { type: "TooDeep", max: depthMax } });
    expect(decodeText(`{"seen":{},"events":[{"b":"${"[{".repeat(99)}\\"[["}]}`).ok).toBe(true);
    expect(decodeText(`{"seen":{},"events":[{"b":"\\"${"[".repeat(99)}"}]}`).ok).toBe(true);
    expect(decodeText(`{"seen":{},"events":[{"b":"\\\\","c":${"[".repeat(99)}${"]".repeat(99)}}]}`)).toEqual(
      refusal("TooDeep"),
    );
  });

  it("100,000 brackets are refused quickly", () => {
    const started = performance.now();
    expect(decodeText("[".repeat(100_000))).toEqual(refusal("TooDeep"));
    expect(performance.now() - started).toBeLessThan(200);
  });

  it("what could not be read again is never written", () => {
    const deep = JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`);
    expect(encodeBatch({ seen: {}, events: [{ deep }] })).toEqual(refusal("TooDeep"));
    expect(encodeBatch({ seen: { x: [1, hash(1)] }, events: [event] })).toEqual(refusal("BadShape"));
  });

  it("the largest body passes and one byte more does not", () => {
    const frame = encoded({ seen: {}, events: [{ b: "" }] }).length;
    const fits = { seen: {}, events: [{ b: "x".repeat(bodyMax - frame) }] };
    expect(encoded(fits)).toHaveLength(bodyMax);
    expect(encodeBatch({ seen: {}, events: [{ b: "x".repeat(bodyMax - frame + 1) }] })).toEqual(refusal("TooLong"));
    expect(decodeBatch(new Uint8Array(bodyMax + 1))).toEqual(refusal("TooLong"));
  });

  it("a vector names at most 256 devices", () => {
    const seen = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [device(i), [1, hash(i)] as const]));
    expect(encodeBatch({ seen: seen(seenMax), events: [event] }).ok).toBe(true);
    expect(encodeBatch({ seen: seen(seenMax + 1), events: [event] })).toEqual(refusal("BadShape"));
  });

  it("any batch of JSON objects comes back as it was", () => {
    const events = fc.array(
      fc.dictionary(
        fc.string({ maxLength: 8 }).filter((key) => key !== "__proto__"),
        fc.jsonValue({ maxDepth: 4 }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(events, (some) => {
        const sent = JSON.parse(JSON.stringify(some));
        expect(decodeBatch(encoded({ seen: batch.seen, events: sent }))).toEqual({
          ok: true,
          value: { seen: batch.seen, events: sent },
        });
      }),
    );
  });

  it("random texts never throw, and never change what all objects share", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.constant(`{"__proto__":{"x":1},"seen":{},"events":[{}]}`)),
        (text) => {
          decodeText(text);
          expect("x" in {}).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
