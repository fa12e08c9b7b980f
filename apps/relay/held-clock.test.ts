/** Shows that a start with a clock far ahead deletes nothing for a day, and that an ordinary absence changes nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAsk, newTestAsk } from "../../tests/relay/client.ts";
import { heldClock } from "./held-clock.ts";
import { configOf, startRelay, type Entry } from "./index.ts";
import { toHour } from "./store/port.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const day = 24 * 3_600_000;
const kept = (): string => readFileSync(join(folder, "last-hour"), "utf8");

/** A start at `hour`, in a world where ms pass as they are told to. */
const startAt = (hour: number) => {
  const world = { hour, passed: 5, doubts: 0 };
  const mayDelete = heldClock(
    folder,
    () => toHour(world.hour),
    () => world.passed,
    () => {
      world.doubts += 1;
    },
  );
  return { world, mayDelete };
};

describe("the newest hour that was known", () => {
  test("is kept from sweep to sweep, and a start within thirty days goes on", () => {
    const first = startAt(480_000);
    expect([first.mayDelete(), kept()]).toEqual([true, "480000"]);
    first.world.hour += 1;
    expect([first.mayDelete(), kept()]).toEqual([true, "480001"]);
    const later = startAt(480_001 + 720);
    expect([later.mayDelete(), later.world.doubts, kept()]).toEqual([true, 0, "480721"]);
  });

  test("stands while a start is doubted, so that the next one with the right clock is not", () => {
    startAt(480_000).mayDelete();
    const wrong = startAt(480_000 + 721);
    wrong.world.passed += day - 1;
    expect([wrong.mayDelete(), wrong.mayDelete(), wrong.world.doubts, kept()]).toEqual([false, false, 1, "480000"]);
    const right = startAt(480_002);
    expect([right.mayDelete(), right.world.doubts]).toEqual([true, 0]);
  });

  test("is believed after a day: the relay really was away so long", () => {
    startAt(480_000).mayDelete();
    const back = startAt(490_000);
    expect(back.mayDelete()).toBe(false);
    back.world.passed += day;
    expect([back.mayDelete(), kept()]).toEqual([true, "490000"]);
  });

  test("that cannot be read or written doubts nothing", () => {
    writeFileSync(join(folder, "last-hour"), "yesterday");
    expect(startAt(480_000).mayDelete()).toBe(true);
    rmSync(folder, { recursive: true });
    expect(startAt(490_000).mayDelete()).toBe(true);
  });
});

test("a relay that was started ten years ahead has deleted nothing when it starts right again", async () => {
  const config = configOf({ dataDir: folder, caps: { sweepMs: 20 } });
  const sweeps = (): Promise<void> => new Promise((done) => setTimeout(done, 300));
  const ask = newTestAsk(Date.now());
  const first = await startRelay(config);
  await callAsk(first.origin, "put", ask.put);
  await sweeps();
  await first.close();
  const said: Entry[] = [];
  const ahead = await startRelay(config, {
    now: () => Date.now() + 3_650 * day,
    report: (entry) => void said.push(entry),
  });
  await sweeps();
  await ahead.close();
  expect(said).toContainEqual({ event: "clock-ahead" });
  const again = await startRelay(config);
  expect((await callAsk(again.origin, "read", { id: ask.id, proof: ask.read })).status).toBe(200);
  await again.close();
});
