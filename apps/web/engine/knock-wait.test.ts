import { toBase64Url } from "@belay/basics";
import { seededChance } from "@belay/testkit";
import { describe, expect, it } from "vitest";
import { connected, settle, untilNextCall } from "../../../tests/world/copying-world.ts";
import { knockWait } from "./knock-wait.ts";

const drawing = (byte: number) => ({
  chance: { id: () => toBase64Url(Uint8Array.of(byte, ...new Uint8Array(15))) },
});

describe("the wait before the next knock", () => {
  it.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [6, 16_000, 32_000],
    [7, 30_000, 60_000],
    [40, 30_000, 60_000],
  ])("of attempt %i lies between %i and %i ms, by chance, and takes all of that", (attempt, least, most) => {
    expect(knockWait(drawing(0), attempt)).toBe(least);
    expect(knockWait(drawing(255), attempt)).toBe(most);
    const world = { chance: seededChance(`waits ${attempt}`) };
    const waits = Array.from({ length: 400 }, () => knockWait(world, attempt));
    for (const wait of waits) expect(wait >= least && wait <= most).toBe(true);
    const fourth = (most - least) / 4;
    for (const part of [0, 1, 2, 3])
      expect(waits.filter((wait) => Math.min(3, Math.floor((wait - least) / fourth)) === part).length).toBeGreaterThan(
        50,
      );
  });

  it("is the shortest where the platform gives no bytes", () => {
    expect(knockWait({ chance: { id: () => "not base64" } }, 1)).toBe(500);
  });

  /** How long a device of that seed waits after the relay hung up, in steps of 50 ms. */
  const waitOf = async (seed: string): Promise<number> => {
    const one = await connected(seed, 1);
    one.relay.calls[0]?.drop();
    await settle();
    return untilNextCall(one);
  };

  it("is another one on another device, and the same for the same chance", async () => {
    const waits = await Promise.all(["one", "two", "three", "four"].map(waitOf));
    expect(new Set(waits).size).toBeGreaterThan(1);
    for (const wait of waits) expect(wait >= 500 && wait <= 1_000).toBe(true);
    expect(await waitOf("one")).toBe(waits[0]);
  });
});
