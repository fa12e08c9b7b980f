/** Checks the sentences for a no: complete, still a no, and each with a step that practises it. */
import { describe, expect, it } from "vitest";
import { noScripts, type NoKind, type NoTo } from "./no-scripts.ts";
import { stepCatalogue } from "./steps.ts";

const audiences = ["anyone", "manager", "family", "friend"] as const satisfies readonly NoTo[];
const kinds = ["plain", "reason", "time"] as const satisfies readonly NoKind[];

describe("words for a no (MV-23, HLB-01)", () => {
  it.each(audiences.flatMap((to) => kinds.map((kind) => [to, kind] as const)))(
    "to %s, %s: there is one",
    (to, kind) => {
      expect(noScripts.filter((script) => script.to === to && script.kind === kind)).toHaveLength(1);
    },
  );

  it.each(noScripts)("$id says it in two tones, and names a step that practises a no", (script) => {
    expect(script.direct).not.toBe(script.indirect);
    const step = stepCatalogue.find(({ id }) => id === script.step);
    expect(step?.covers).toContain("MV-23");
    expect(step?.covers).toContain("HLB-01");
    expect(script.covers).toEqual(["MV-23", "HLB-01"]);
  });

  it.each(noScripts.filter(({ to }) => to !== "anyone"))("$id practises it with somebody of that kind", (script) => {
    const roles: readonly string[] = stepCatalogue.find(({ id }) => id === script.step)?.roles ?? [];
    expect(roles).toContain(script.to);
  });

  it.each(noScripts.flatMap(({ id, direct, indirect }) => [direct, indirect].map((text) => [id, text] as const)))(
    "%s asks for no forgiveness, leaves no maybe, and is short: %s",
    (_id, text) => {
      expect(text).not.toMatch(/\b(sorry|forgive|afraid|unfortunately|maybe|perhaps|try to|if that’s ok)\b|!/i);
      expect(text.split(" ").length).toBeLessThanOrEqual(24);
    },
  );

  it("whoever buys time says when the answer comes", () => {
    for (const { direct, indirect } of noScripts.filter(({ kind }) => kind === "time")) {
      expect(direct).toMatch(/tomorrow/);
      expect(indirect).toMatch(/tomorrow/);
    }
  });

  it("a bare no gives no reason", () => {
    for (const { direct, indirect } of noScripts.filter(({ kind }) => kind === "plain")) {
      expect(`${direct} ${indirect}`).not.toMatch(/because|since|worn out|full/i);
    }
  });

  it("every id stands once", () => {
    expect(new Set(noScripts.map(({ id }) => id)).size).toBe(noScripts.length);
  });
});
