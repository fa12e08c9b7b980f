/** Shows the host's port: numbers that move with the work, never whose, and a page that is sent as it was built. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callAsk, login, newTestAsk, newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { configOf, startRelay, type Entry, type Running } from "../index.ts";
import { createGauges, quantileOf } from "./gauges.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ops = { port: 0, bind: "127.0.0.1" };
const get = async (relay: Running, path: string, method = "GET") => {
  const response = await fetch(`http://127.0.0.1:${relay.opsPort}${path}`, { method });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** The value of one line of the numbers. */
const valueOf = (text: string, line: string): number => {
  const found = text.split("\n").find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? Number.NaN);
};

describe("the numbers", () => {
  test("move with the work, and say nothing of whose it is", async () => {
    const relay = await startRelay(configOf({ dataDir: folder, ops }));
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const envelopes = [1, 2, 3].map((seq) => testEnvelope(vault, new Uint8Array(16).fill(9), seq));
    socket.send({ kind: "append", ref: 1, envelopes });
    await socket.nextOf("ack");
    const ask = newTestAsk(Date.now());
    await callAsk(relay.origin, "put", ask.put);
    await callAsk(relay.origin, "read", { id: ask.id, proof: ask.owner });
    const { text, headers } = await get(relay, "/metrics");
    expect(headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(valueOf(text, "belay_envelopes_total")).toBe(3);
    expect(valueOf(text, "belay_vaults")).toBe(1);
    expect(valueOf(text, "belay_mailboxes")).toBe(1);
    expect(valueOf(text, "belay_connections")).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'belay_store_seconds_count{act="append",answer="done"}')).toBe(1);
    expect(valueOf(text, 'belay_store_seconds_count{act="mail-read",answer="refused"}')).toBe(1);
    expect(valueOf(text, 'belay_counts_total{kind="http-404"}')).toBe(1);
    expect(valueOf(text, "belay_data_bytes")).toBeGreaterThan(4_096);
    expect(valueOf(text, "belay_disk_free_bytes")).toBeGreaterThan(0);
    for (const secret of [vault.id, ask.id, ask.owner, ask.read, "127.0.0.1", "09090909"]) {
      expect(text).not.toContain(secret);
    }
    const status = JSON.parse((await get(relay, "/status.json")).text);
    expect(status).toMatchObject({ ok: true, vaults: 1, mailboxes: 1, envelopes: 3, storeErrors: 0 });
    expect(status.appendMost).toBeGreaterThan(0);
    await relay.close();
  });

  test("are not to be had on the port of the public, nor anywhere unless they are wanted", async () => {
    const relay = await startRelay(configOf({ dataDir: folder }));
    expect(relay.opsPort).toBeNull();
    for (const path of ["/metrics", "/status.json"]) expect((await fetch(`${relay.origin}${path}`)).status).toBe(404);
    await relay.close();
  });
});

describe("the port", () => {
  test("only reads, answers 404 for what it does not have, and is gone with the relay", async () => {
    const entries: Entry[] = [];
    const relay = await startRelay(configOf({ dataDir: folder, ops }), { report: (entry) => void entries.push(entry) });
    expect(entries).toContainEqual({ event: "ops-ready", port: relay.opsPort });
    expect((await get(relay, "/metrics", "POST")).status).toBe(405);
    expect((await get(relay, "/elsewhere")).status).toBe(404);
    expect((await get(relay, "/")).status).toBe(404);
    expect(await get(relay, "/healthz")).toMatchObject({ status: 200, text: '{"ok":true}' });
    await relay.close();
    await expect(get(relay, "/healthz")).rejects.toThrow();
  });

  test("sends the built page under its own policy", async () => {
    const pagesDir = mkdtempSync(join(tmpdir(), "pages-"));
    writeFileSync(join(pagesDir, "console.html"), "<!doctype html>");
    writeFileSync(join(pagesDir, "csp.json"), JSON.stringify({ "/console": "default-src 'none'; connect-src 'self'" }));
    const relay = await startRelay(configOf({ dataDir: folder, pagesDir, ops }));
    const page = await get(relay, "/");
    expect(page.text).toBe("<!doctype html>");
    expect(page.headers.get("content-security-policy")).toBe("default-src 'none'; connect-src 'self'");
    await relay.close();
    rmSync(pagesDir, { recursive: true, force: true });
  });

  test("that is taken keeps the relay from starting, and nothing stays open", async () => {
    const first = await startRelay(configOf({ dataDir: folder, ops }));
    const elsewhere = mkdtempSync(join(tmpdir(), "relay-"));
    const taken = configOf({ dataDir: elsewhere, ops: { port: first.opsPort ?? 0, bind: "127.0.0.1" } });
    await expect(startRelay(taken)).rejects.toThrow("EADDRINUSE");
    const again = await startRelay(configOf({ dataDir: elsewhere }));
    await again.close();
    await first.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });
});

describe("health", () => {
  test("is bad while the data cannot be read", async () => {
    const gauges = createGauges({
      folder: null,
      connections: async () => 0,
      stats: async () => ({ ok: false, error: { type: "Broken" } }),
    });
    expect(await gauges.status()).toMatchObject({ ok: false, vaults: null, dataBytes: null });
    expect(await gauges.text()).toContain("belay_vaults Nan");
  });
});

test.each([
  [[], 0, 0.5, null],
  [
    [
      [1, 4],
      [2, 8],
      [5, 10],
    ],
    10,
    0.5,
    2,
  ],
  [
    [
      [1, 4],
      [2, 8],
      [5, 10],
    ],
    10,
    0.95,
    5,
  ],
  [
    [
      [5, 10],
      [1, 4],
      [2, 8],
    ],
    10,
    0.4,
    1,
  ],
  // Two were slower than the last end: it is said as that end, which is what the page calls "at most".
  [
    [
      [1, 4],
      [2, 8],
    ],
    10,
    0.95,
    2,
  ],
] as const)("the upper end of %o of %i for %f is %s", (ends, all, share, end) => {
  expect(quantileOf(new Map(ends.map(([at, count]) => [at, count])), all, share)).toBe(end);
});
