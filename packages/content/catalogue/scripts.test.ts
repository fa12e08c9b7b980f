/** Checks the scripts: all 13, the same slots in both registers, and nothing vaguer in the indirect one. */

import { describe, expect, it } from "vitest";
import { rowIds } from "../rows.ts";
import { scriptCatalogue } from "./scripts.ts";

const slotsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();

const find = (id: string) => scriptCatalogue.filter((script) => script.id === id);

describe("the scripts", () => {
  it("have unique ids", () => {
    expect(new Set(scriptCatalogue.map((script) => script.id)).size).toBe(scriptCatalogue.length);
  });

  it.each(rowIds.filter((row) => row.startsWith("SCR-")))("include one for %s", (row) => {
    expect(scriptCatalogue.filter((script) => script.covers.some((each) => each === row))).toHaveLength(1);
  });

  it("declare exactly the slots that stand in both registers", () => {
    for (const { id, direct, indirect, needs } of scriptCatalogue) {
      expect(slotsOf(direct), id).toEqual([...needs].sort());
      expect(slotsOf(indirect), id).toEqual([...needs].sort());
    }
  });

  it("differ between the registers", () => {
    for (const { id, direct, indirect } of scriptCatalogue) expect(direct, id).not.toBe(indirect);
  });

  it("give the shape of an “I” statement a feeling, the difficulty of asking and one request", () => {
    const [shape] = find("scr-05");
    expect(shape?.needs).toEqual(["feeling", "what", "when"]);
    for (const text of [shape?.direct, shape?.indirect]) {
      expect(text).toMatch(/^I feel \{feeling\}/);
      expect(text).toMatch(/asking doesn’t come easily/);
      expect(text?.match(/\{what\}/g)).toHaveLength(1);
    }
  });

  it.each(["scr-08", "scr-10", "scr-11", "scr-12", "scr-13"])("keep %s to oneself, without slots", (id) => {
    const [script] = find(id);
    expect(script?.use).toBe("self");
    expect(script?.needs).toEqual([]);
  });

  it("contain no apology and take no need back", () => {
    const taken = /\b(sorry|no worries|never mind|it’s nothing|if it’s not too much|just a|i’ll manage)\b/i;
    for (const { id, direct, indirect } of scriptCatalogue) {
      expect(`${direct} ${indirect}`, id).not.toMatch(taken);
    }
  });

  it("read as finished sentences once the slots are filled", () => {
    const filling: Readonly<Record<string, string>> = {
      name: "Noor",
      what: "take the school run",
      when: "on Friday at eight",
      feeling: "overloaded",
    };
    const filled = scriptCatalogue
      .flatMap((script) => [script.direct, script.indirect])
      .map((text) => text.replace(/\{(\w+)\}/g, (_, slot: string) => filling[slot] ?? `{${slot}}`));
    for (const text of filled) expect(text).toMatch(/^[A-Z][^{}]+[.?]$/);
    expect(filled).toContain(
      "I feel overloaded, and asking doesn’t come easily to me. Could you take the school run on Friday at eight?",
    );
  });
});
