/** Shows which rows are joined, how far one step goes, and which vaults are looked at. */
import { describe, expect, test } from "vitest";
import { createDue, groupsOf, lookRows, packStep, type Strip } from "./pack-plan.ts";

const strip = (place: number, more: Partial<Strip> = {}): Strip => ({
  place,
  n: 1,
  device: "a",
  first: place,
  size: 1_000,
  acts: false,
  ...more,
});
const strips = (count: number, more: Partial<Strip> = {}): readonly Strip[] =>
  Array.from({ length: count }, (_, i) => strip(i + 1, more));

describe("rows are joined", () => {
  const two = [strip(1), strip(2)] as const;
  test.each<readonly [what: string, of: readonly Strip[], groups: readonly number[]]>([
    ["where both the log and the chain go on", [...two, strip(3)], [3]],
    ["not over another device", [strip(1), strip(2, { device: "b" }), strip(3)], [1, 1, 1]],
    ["not where the log has a hole", [strip(1), strip(3), strip(4)], [1, 2]],
    ["not where the chain has one", [strip(1), strip(2, { first: 9 })], [1, 1]],
    ["not with what was erased", [strip(1), strip(2, { size: 0 }), strip(3)], [1, 1, 1]],
    ["not with an act about devices", [strip(1), strip(2, { acts: true }), strip(3), strip(4)], [1, 1, 2]],
    ["with what was joined before", [strip(10, { n: 10, first: 1 }), strip(11), strip(12)], [3]],
    ["up to 256 rows", strips(600, { size: 10 }), [256, 256, 88]],
    ["up to 128 KiB", strips(5, { size: 65_536 }), [2, 2, 1]],
  ])("%s", (_what, of, groups) => {
    expect(groupsOf(of).map((group) => group.length)).toEqual(groups);
  });
});

describe("a step", () => {
  test("leaves the newest 64 rows, and the last pack that may still grow", () => {
    expect(packStep(strips(64 + 256, { size: 10 }))).toEqual({ joins: [], fewer: 0, upTo: null, more: false });
    const step = packStep(strips(64 + 257, { size: 10 }));
    expect(step).toMatchObject({ fewer: 255, upTo: 256, more: false });
    expect(step.joins.map(({ into }) => into)).toEqual([{ place: 256, n: 256, device: "a", first: 1, size: 2_560 }]);
  });

  test("goes on at once when it has read as many rows as it may, also past rows that stay single", () => {
    expect(packStep(strips(lookRows, { size: 10 }))).toMatchObject({ fewer: 255, upTo: 256, more: true });
    const single = strips(lookRows, { acts: true });
    expect(packStep(single)).toMatchObject({ joins: [], fewer: 0, upTo: lookRows - 64 - 1, more: true });
    const one = [...strips(256, { size: 10 }), ...strips(lookRows - 256, { acts: true })];
    expect(packStep(one)).toMatchObject({ fewer: 255, more: true });
  });

  test("ends after about 4 MiB, and the next one follows", () => {
    const step = packStep(strips(400, { size: 40_000 }));
    const bytes = step.joins.reduce((sum, { into }) => sum + into.size, 0);
    expect(bytes).toBeGreaterThan(4 * 1024 * 1024 - 128 * 1024);
    expect(bytes).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(step).toMatchObject({ upTo: step.joins.at(-1)?.into.place, more: true });
  });
});

describe("a vault", () => {
  test("is due after 256 new rows, or when a page of it took as many to read", () => {
    const due = createDue<string>();
    due.grew("a", 200);
    due.grew("b", 255);
    due.read("c", 255);
    expect(due.isEmpty()).toBe(true);
    due.grew("a", 56);
    due.read("c", 256);
    expect([due.take(), due.take(), due.take()]).toEqual(["a", "c", undefined]);
    due.grew("a", 255);
    expect(due.isEmpty()).toBe(true);
  });

  test("that was put back waits behind the others, once", () => {
    const due = createDue<string>();
    for (const id of ["a", "b"]) due.grew(id, 256);
    const first = due.take();
    if (first !== undefined) due.again(first);
    due.grew("b", 300);
    expect([due.take(), due.take(), due.take()]).toEqual(["b", "a", undefined]);
  });

  test("that grew the longest time ago is forgotten when very many grow", () => {
    const due = createDue<number>();
    due.grew(0, 255);
    for (let id = 1; id <= 20_000; id += 1) due.grew(id, 255);
    due.grew(0, 1);
    expect(due.isEmpty()).toBe(true);
    due.grew(20_000, 1);
    expect(due.take()).toBe(20_000);
  });
});
