/** Shows how long the relay keeps a share: over HTTP, from its put to the full hour after its end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { shareDaysMax } from "@belay/wire";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";
import { callShare, newTestShare } from "../../../tests/relay/client.ts";

const minute = 60_000;
const day = 1_440 * minute;
let folder = "";
let relay: Running;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1, 10, 20);
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  relay = await startRelay(configOf({ dataDir: folder }), { now: () => now });
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a share that is to end then; how that was answered, and a look at it. */
const until = async (expiresAt: number) => {
  const share = newTestShare(now);
  const { status } = await callShare(relay.origin, "put", { ...share.put, expiresAt });
  const look = async () =>
    (await callShare(relay.origin, "read", { id: share.id, proof: share.read }, { origin: "null" })).status;
  return { status, look };
};

test.each([
  ["at a full hour", Date.UTC(2026, 5, 8, 22), Date.UTC(2026, 5, 8, 22)],
  ["at half past, as midnight lies in India", Date.UTC(2026, 5, 8, 18, 30), Date.UTC(2026, 5, 8, 19)],
  ["a moment after the hour", Date.UTC(2026, 5, 8, 18, 0, 0, 1), Date.UTC(2026, 5, 8, 19)],
])("a share that ends %s can be read up to then, and at most an hour longer", async (_, asked, gone) => {
  const { status, look } = await until(asked);
  expect(status).toBe(201);
  now = asked - 1;
  expect(await look()).toBe(200);
  now = gone - 1;
  expect(await look()).toBe(200);
  now = gone;
  expect(await look()).toBe(404);
  expect(gone - asked).toBeLessThan(60 * minute);
});

test("the last day there is may be stood to its end, also where it has 25 hours, and no longer", async () => {
  now = Date.UTC(2026, 5, 1);
  const end = now + (shareDaysMax + 1) * day + 60 * minute;
  expect((await until(end)).status).toBe(201);
  expect((await until(end + 1)).status).toBe(400);
});
