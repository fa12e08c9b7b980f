import { describe, expect, it } from "vitest";
import { firstWays } from "./no-one-yet.ts";
import { stepCatalogue } from "./steps.ts";

describe("the ways for somebody who has no one yet", () => {
  it.each(firstWays.map(({ id, step }) => [id, step] as const))(
    "%s begins with %s, which needs no person of one’s own",
    (_id, step) => {
      expect(stepCatalogue.find(({ id }) => id === step)).toMatchObject({ needsPerson: false, touch: false });
    },
  );

  it("hold a line, low-risk strangers, a group and a professional", () => {
    const roles = firstWays.flatMap(({ step }) => stepCatalogue.find(({ id }) => id === step)?.roles ?? []);
    expect(new Set(roles)).toEqual(new Set(["professional", "stranger"]));
    expect(firstWays.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["lines", "strangers", "group", "professional"]),
    );
  });

  it("use each step once", () => {
    expect(new Set(firstWays.map(({ step }) => step)).size).toBe(firstWays.length);
  });

  it.each(firstWays.map(({ id, title, text }) => [id, `${title}. ${text}`] as const))(
    "%s stays plain, and promises nothing",
    (_id, text) => {
      expect(text).not.toMatch(/[!'"]/);
      expect(text).not.toMatch(/\b(will (say|become|be) |promise|guarantee|definitely|surely)\b/i);
    },
  );
});
