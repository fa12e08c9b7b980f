/** Shows that the host's port calls the relay unwell while its data cannot be read, and from the moment it is told to stop. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { err } from "@belay/basics";
import { configOf, startRelay, type Running, type Store } from "../index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const begin = (through: (store: Store) => Store): Promise<Running> =>
  startRelay(configOf({ dataDir: folder, ops: { port: 0, bind: "127.0.0.1" } }), { through });
const health = async (relay: Running): Promise<number> =>
  (await fetch(`http://127.0.0.1:${relay.opsPort}/healthz`)).status;

test("while the data cannot be read it is 503, and 200 again after that; the public one stays 200", async () => {
  let readable = true;
  const relay = await begin((store) => ({
    ...store,
    stats: async () => (readable ? store.stats() : err({ type: "Broken" })),
  }));
  expect(await health(relay)).toBe(200);
  readable = false;
  expect(await health(relay)).toBe(503);
  expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200);
  readable = true;
  expect(await health(relay)).toBe(200);
  await relay.close();
});

test("from the moment it is told to stop it is 503, until it is gone", async () => {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const relay = await begin((store) => ({ ...store, close: () => gate.then(store.close) }));
  const closed = relay.close();
  expect(await health(relay)).toBe(503);
  letGo();
  await closed;
  await expect(health(relay)).rejects.toThrow();
});
