/** What is remembered is what would be worked out. */
import { describe, expect, it } from "vitest";
import { once } from "./once.ts";

describe("what is worked out once", () => {
  it("is worked out again for another thing, also for one that looks the same", () => {
    const asked: number[] = [];
    const doubled = once(({ n }: { readonly n: number }) => {
      asked.push(n);
      return 2 * n;
    });
    const two = { n: 2 };
    expect([doubled(two), doubled(two), doubled({ n: 2 }), doubled({ n: 5 })]).toEqual([4, 4, 4, 10]);
    expect(asked).toEqual([2, 2, 5]);
  });

  it("remembers that there is nothing", () => {
    let asked = 0;
    const nothing = once((_thing: object): null => {
      asked += 1;
      return null;
    });
    const thing = {};
    expect([nothing(thing), nothing(thing)]).toEqual([null, null]);
    expect(asked).toBe(1);
  });
});
