/** Every rule lets its clean sample pass and catches every violation that is planted in it. */
import { describe, expect, it } from "vitest";
import { rules } from "./rules.ts";
import { codeSamples } from "./samples/code.ts";
import { roomSamples } from "./samples/rooms.ts";
import { wordSamples } from "./samples/words.ts";
import { treeOf } from "./tree.ts";

const samples = { ...roomSamples, ...codeSamples, ...wordSamples };

it("no two rules share a name", () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

it("every rule has a sample, and every sample a rule", () => {
  expect(Object.keys(samples).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  const sample = new Map(Object.entries(samples)).get(name);

  it("has something planted", () => {
    expect(Object.keys(sample?.planted ?? {})).not.toEqual([]);
  });

  it("lets the clean sample pass", () => {
    expect(rule.check(treeOf(sample?.clean ?? {}))).toEqual([]);
  });

  it.each(Object.entries(sample?.planted ?? {}))("catches %s", (_what, planted) => {
    const found = rule.check(treeOf({ ...sample?.clean, ...planted }));
    expect(found).not.toEqual([]);
    expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([name]));
  });
});
