import { describe, expect, it } from "vitest";
import { classes } from "./classes.ts";

describe("class names", () => {
  it.each([
    [["a", "b"], "a b"],
    [["a", false, "b"], "a b"],
    [[undefined, null, ""], ""],
  ] as const)("%j become %j", (names, joined) => {
    expect(classes(...names)).toBe(joined);
  });
});
