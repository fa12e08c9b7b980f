/** A ring is found exactly when there is one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ringsOf } from "./cycles.ts";

const graph = (edges: readonly (readonly [number, number])[]) => {
  const map = new Map<string, Set<string>>();
  for (const [from, to] of edges) map.set(`n${from}`, new Set([...(map.get(`n${from}`) ?? []), `n${to}`]));
  return map;
};

const node = fc.integer({ min: 0, max: 12 });

describe("rings", () => {
  it("are absent where every arrow leads to a larger number", () => {
    const upward = fc.array(fc.tuple(node, node)).map((pairs) => pairs.filter(([from, to]) => from < to));
    fc.assert(
      fc.property(upward, (edges) => {
        expect(ringsOf(graph(edges))).toEqual([]);
      }),
    );
  });

  it("are found when one arrow leads back along a path, whatever else there is", () => {
    const noise = fc.array(fc.tuple(node, node));
    const path = fc.uniqueArray(node, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(noise, path, (edges, names) => {
        const along = names.map((name, i): [number, number] => [name, names[(i + 1) % names.length] ?? name]);
        expect(ringsOf(graph([...edges, ...along])).length).toBeGreaterThan(0);
      }),
    );
  });

  it("name the way around", () => {
    expect(
      ringsOf(
        graph([
          [1, 2],
          [2, 3],
          [3, 1],
        ]),
      ),
    ).toEqual([["n1", "n2", "n3", "n1"]]);
  });
});
