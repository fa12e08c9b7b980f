/** Shows a relay started inside another process: found where it says, gone when closed, loud when it cannot start. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../../tests/relay/child.ts";
import { call, callAsk, login, newTestAsk, newTestVault } from "../../tests/relay/client.ts";
import { configOf, startRelay, type Entry } from "./index.ts";
import { openFile } from "./store/driver.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a relay in process", () => {
  test("is where it says, and nowhere after it was closed, however often", async () => {
    const relay = await startRelay(configOf({ dataDir: folder }));
    expect((await call(relay.origin, { path: "/healthz" })).status).toBe(200);
    await Promise.all([relay.close(), relay.close()]);
    await relay.close();
    await expect(call(relay.origin, { path: "/healthz" })).rejects.toThrow("ECONNREFUSED");
    const again = await startRelay(configOf({ dataDir: folder, port: relay.port }));
    expect(again.port).toBe(relay.port);
    await again.close();
  });

  test("is quiet unless it is listened to, and says why it cannot start", async () => {
    const entries: Entry[] = [];
    const relay = await startRelay(configOf({ dataDir: folder }), { report: (entry) => void entries.push(entry) });
    await expect(startRelay(configOf({ dataDir: folder }))).rejects.toThrow("relay cannot start: SQLITE_BUSY");
    await relay.close();
    expect(entries.map(({ event }) => event)).toEqual(["no-pages", "no-pages", "ready", "stopping", "stopped"]);
  });

  test("deletes what is over by itself, and counts what it refused", async () => {
    let now = Date.UTC(2026, 5, 1);
    const entries: Entry[] = [];
    const ports = { now: () => now, report: (entry: Entry) => void entries.push(entry) };
    const relay = await startRelay(configOf({ dataDir: folder, caps: { sweepMs: 50 } }), ports);
    for (let i = 0; i < 3; i += 1) await callAsk(relay.origin, "put", newTestAsk(now, { days: 1 }).put);
    await login(relay.origin, newTestVault());
    await callAsk(relay.origin, "put", {});
    now += 26 * 3_600_000;
    const rows = (): unknown => {
      const db = openFile(join(folder, "relay.db"));
      const row = db.prepare("SELECT (SELECT count(*) FROM mailbox) + (SELECT count(*) FROM vault) AS n").get();
      db.close();
      return row?.["n"];
    };
    await expect.poll(rows, { timeout: 10_000 }).toBe(0);
    await relay.close();
    expect(entries).toContainEqual({ event: "count", name: "swept", count: 4 });
    expect(entries).toContainEqual({ event: "count", name: "http-400", count: 1 });
  });
});

describe("the bundle", () => {
  test("of the relay holds neither domain nor vault, and no other room", async () => {
    const code = readFileSync(await bundle("apps/relay/main.ts", "relay-rooms"), "utf8");
    const rooms = [...code.matchAll(/^\/\/ ((?:packages|apps)\/[\w-]+)\//gm)].map(([, room]) => room);
    expect(new Set(rooms)).toEqual(new Set(["apps/relay", "packages/basics", "packages/wire"]));
  }, 60_000);
});
