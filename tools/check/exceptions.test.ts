/** An exception lets through exactly what was agreed, for as long as was agreed, and never one more. */
import { describe, expect, it } from "vitest";
import { applyExceptions, parseExceptions, type Exception } from "./exceptions.ts";
import type { Finding } from "./tree.ts";

const today = "2026-03-01";

const finding = (path: string, line = 1): Finding => ({ rule: "file size", path, line, message: "401 lines" });

const agreed = (change: Partial<Exception> = {}): Exception => ({
  rule: "file size",
  path: "tools/a.ts",
  owner: "tools",
  until: "2026-03-01",
  why: "is split in the next piece",
  count: 1,
  ...change,
});

const messages = (findings: readonly Finding[]) => findings.map(({ path, message }) => `${path} ${message}`);

describe("an exception", () => {
  it("lets its finding through until its last day", () => {
    expect(applyExceptions([finding("tools/a.ts")], { ceiling: 1, exceptions: [agreed()] }, today)).toEqual([]);
  });

  it("lets nothing through after its last day, and says that it ended", () => {
    const left = applyExceptions([finding("tools/a.ts")], { ceiling: 1, exceptions: [agreed()] }, "2026-03-02");
    expect(left.map(({ rule }) => rule)).toEqual(["file size", "exceptions"]);
    expect(left[1]?.message).toContain("ended on 2026-03-01");
  });

  it("does not cover another file or another rule", () => {
    const other = [finding("tools/b.ts"), { ...finding("tools/a.ts"), rule: "cast" }];
    const left = applyExceptions([...other, finding("tools/a.ts")], { ceiling: 1, exceptions: [agreed()] }, today);
    expect(left).toEqual(other);
  });

  it("leaves all findings standing when there is one more than agreed", () => {
    const both = [finding("tools/a.ts", 1), finding("tools/a.ts", 2)];
    expect(applyExceptions(both, { ceiling: 1, exceptions: [agreed()] }, today)).toEqual(both);
  });

  it("fails when it is not needed any more", () => {
    const left = applyExceptions([], { ceiling: 1, exceptions: [agreed()] }, today);
    expect(messages(left)).toEqual([
      "tools/check/exceptions.json file size in tools/a.ts is not needed any more: take it out",
    ]);
  });

  it("fails when fewer are needed than agreed", () => {
    const left = applyExceptions([finding("tools/a.ts")], { ceiling: 3, exceptions: [agreed({ count: 3 })] }, today);
    expect(left[0]?.message).toContain("needs only 1 of 3");
  });
});

describe("the list", () => {
  it("fails when its sum and its ceiling differ, so that growing it takes two changes that a reader sees", () => {
    const left = applyExceptions([finding("tools/a.ts")], { ceiling: 0, exceptions: [agreed()] }, today);
    expect(left[0]?.message).toBe("the counts sum to 1, the ceiling says 0");
  });

  it("is read with every field it needs", () => {
    const text = JSON.stringify({ ceiling: 1, exceptions: [agreed()] });
    expect(parseExceptions(text)).toEqual({ ceiling: 1, exceptions: [agreed()] });
  });

  it.each(["rule", "path", "owner", "until", "why", "count"])("is refused when an entry has no %s", (name) => {
    const entry = Object.fromEntries(Object.entries(agreed()).filter(([key]) => key !== name));
    expect(() => parseExceptions(JSON.stringify({ ceiling: 1, exceptions: [entry] }))).toThrow();
  });

  it.each(["{}", '{"ceiling":-1,"exceptions":[]}', '{"exceptions":[]}', "[]"])("is refused as %s", (text) => {
    expect(() => parseExceptions(text)).toThrow();
  });
});
