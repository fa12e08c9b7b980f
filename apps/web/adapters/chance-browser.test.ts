import { fromBase64Url } from "@belay/basics";
import { expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { browserChance } from "./chance-browser.ts";

const ids = Array.from({ length: 10_000 }, () => browserChance.id());

it("gives 22 letters of base64url that hold 16 bytes", () => {
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(good(fromBase64Url(ids[0] ?? ""))).toHaveLength(16);
});

it("does not repeat itself in ten thousand", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

it("uses every bit: each of the 128 is set about half of the time", () => {
  const set = Array.from({ length: 128 }, () => 0);
  for (const id of ids) {
    good(fromBase64Url(id)).forEach((byte, at) => {
      for (let bit = 0; bit < 8; bit += 1) set[at * 8 + bit] = (set[at * 8 + bit] ?? 0) + ((byte >> bit) & 1);
    });
  }
  // Six standard deviations of 10,000 tosses are 300: a fair bit misses this once in 500 million runs.
  for (const count of set) expect(Math.abs(count - 5_000)).toBeLessThan(300);
});
