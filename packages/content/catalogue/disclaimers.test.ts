import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { disclaimers } from "./disclaimers.ts";

describe("the disclaimers", () => {
  it.each(rowIds.filter((row) => row.startsWith("DIS-")))("hold %s", (row) => {
    expect(disclaimers.some(({ covers }) => covers.some((covered) => covered === row))).toBe(true);
  });

  it("have an id of their own each", () => {
    expect(new Set(disclaimers.map(({ id }) => id)).size).toBe(disclaimers.length);
  });

  it.each(disclaimers.map(({ id, text }) => [id, text] as const))(
    "%s stays plain: no exclamation mark, no straight quote, short sentences",
    (_id, text) => {
      expect(text).not.toMatch(/[!'"]/);
      for (const sentence of text.split(/(?<=[.?])\s+/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(26);
    },
  );

  it("never claim to be care, and never forbid it", () => {
    const all = disclaimers.map(({ text }) => text).join(" ");
    expect(all).not.toMatch(/\b(cures?|heals?|treats?|diagnos\w+)\b/i);
    expect(all).toContain("Don’t stop or put off a treatment");
  });
});
