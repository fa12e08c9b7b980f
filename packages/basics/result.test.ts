import { describe, expect, it } from "vitest";
import { assertNever } from "./assert-never.ts";
import { err, ok, type Result } from "./result.ts";

describe("a result", () => {
  it("holds a value or a tagged error, never both", () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(err({ type: "TooLong", max: 2 })).toEqual({ ok: false, error: { type: "TooLong", max: 2 } });
  });

  it("narrows by its flag alone", () => {
    const read = (result: Result<number, { type: "No" }>): number | string =>
      result.ok ? result.value : result.error.type;
    expect(read(ok(1))).toBe(1);
    expect(read(err({ type: "No" }))).toBe("No");
  });
});

describe("a case that nobody handles", () => {
  it("throws, because it is our bug, and does not print the value", () => {
    const secret: unknown = "a private sentence";
    const never = (value: unknown): value is never => value !== undefined;
    if (never(secret)) {
      expect(() => assertNever(secret)).toThrow("unhandled case: string");
      expect(() => assertNever(secret)).not.toThrow("private");
    }
  });
});
