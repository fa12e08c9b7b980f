import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uuidOf } from "./uuid.ts";

describe("a made name", () => {
  it("has the shape of RFC 4122 and version 8", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(uuidOf(text)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it("is the same for the same text", () => {
    expect(uuidOf("a/total")).toBe(uuidOf("a/total"));
  });

  it("differs between fifty thousand texts that are nearly the same", () => {
    const names = Array.from({ length: 50_000 }, (_, i) => uuidOf(`entry-${Math.floor(i / 5)}.${i % 5}`));
    expect(new Set(names).size).toBe(50_000);
    // Every fourth of a name keeps apart by itself, so the four lanes are not one.
    expect(new Set(names.map((name) => name.slice(0, 8))).size).toBeGreaterThan(49_900);
    expect(new Set(names.map((name) => name.slice(28))).size).toBeGreaterThan(49_900);
  });
});
