/** Shows allowances that refill, do not mix, and cannot be read back to an address. */
import { describe, expect, test } from "vitest";
import { defaultCaps } from "../config.ts";
import { createBuckets, createCrowd, createKeys, kinds, prefixOf } from "./limits.ts";

const minute = 60_000;
const clock = (start = 0) => {
  let at = start;
  return { now: () => at, pass: (ms: number) => void (at += ms) };
};

describe("an allowance", () => {
  test("lets so many through, then says how long until the next one", () => {
    const { now, pass } = clock();
    const { take } = createBuckets({ ...defaultCaps, readsPerMinute: 3 }, now);
    expect([1, 2, 3, 4].map(() => take("reads", "a"))).toEqual([0, 0, 0, 20_000]);
    pass(19_999);
    expect(take("reads", "a")).toBe(1);
    pass(1);
    expect(take("reads", "a")).toBe(0);
    expect(take("reads", "a")).toBe(20_000);
  });

  test("never holds more than its most, however long nobody came", () => {
    const { now, pass } = clock();
    const { take } = createBuckets({ ...defaultCaps, readsPerMinute: 2 }, now);
    pass(1_000 * minute);
    expect([1, 2, 3].map(() => take("reads", "a") === 0)).toEqual([true, true, false]);
  });

  test("of one address leaves the others alone, and of one kind the other kinds", () => {
    const { take } = createBuckets({ ...defaultCaps, readsPerMinute: 1 }, clock().now);
    expect(take("reads", "a")).toBe(0);
    expect(take("reads", "a")).toBeGreaterThan(0);
    expect(take("reads", "b")).toBe(0);
    for (const kind of kinds.filter((one) => one !== "reads")) expect(take(kind, "a")).toBe(0);
  });

  test("does not grow when the clock goes backwards", () => {
    const { now, pass } = clock(10 * minute);
    const { take } = createBuckets({ ...defaultCaps, readsPerMinute: 1 }, now);
    take("reads", "a");
    pass(-5 * minute);
    expect(take("reads", "a")).toBe(minute);
  });
});

describe("the key of an address", () => {
  test("is the same for a day, and another one the next day and in another process", () => {
    const { now, pass } = clock();
    const keyOf = createKeys(now);
    const first = keyOf("reads", "192.0.2.1");
    pass(24 * 60 * minute - 1);
    expect(keyOf("reads", "192.0.2.1")).toBe(first);
    pass(1);
    expect(keyOf("reads", "192.0.2.1")).not.toBe(first);
    expect(createKeys(clock().now)("reads", "192.0.2.1")).not.toBe(first);
    expect(first).not.toContain("192");
  });

  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
  ])("stands for a household: %s is %s", (address, prefix) => {
    expect(prefixOf(address)).toBe(prefix);
  });
});

describe("the crowd", () => {
  test("is bounded for each address, and who leaves makes room once", () => {
    const { enter } = createCrowd(2, clock().now);
    const [a, b] = [enter("x"), enter("x")];
    expect(enter("x")).toBeNull();
    expect(enter("y")).not.toBeNull();
    a?.();
    a?.();
    expect(enter("x")).not.toBeNull();
    expect(enter("x")).toBeNull();
    b?.();
  });
});
