/** Shows the relay as a process: what it prints, how it stops, what it says when it cannot start, what a kill leaves. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle, spawnRelay } from "../../tests/relay/child.ts";
import { connect, helloFrame, login, newTestVault, testEnvelope } from "../../tests/relay/client.ts";
import { logFields } from "./fields.ts";

let path = "";
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  path = await bundle("apps/relay/main.ts", "relay-main");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  DATA_DIR: join(folder, name),
  PORT: "0",
  WEB_DIR: "none",
  PAGES_DIR: "none",
  ...more,
});
const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

describe("the relay's process", () => {
  test("prints one line for people, and lines of known fields alone for machines", async () => {
    const relay = await spawnRelay(path, env("plain"));
    await login(relay.origin, newTestVault());
    expect(await relay.end("SIGTERM")).toBe(0);
    const { out, err } = relay.said();
    expect(out).toBe(`Belay is at ${relay.origin}\n`);
    const entries = linesOf(err).map((line): unknown => JSON.parse(line));
    for (const entry of entries) expect(Object.keys(Object(entry)).filter((name) => !(name in logFields))).toEqual([]);
    expect(entries.map((entry) => Object(entry).event)).toEqual([
      "no-pages",
      "no-pages",
      "ready",
      "stopping",
      "stopped",
    ]);
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "stops on %s, says goodbye to its sockets, and keeps everything",
    async (signal) => {
      const vault = newTestVault();
      const relay = await spawnRelay(path, env(signal));
      const { socket } = await login(relay.origin, vault);
      socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, new Uint8Array(16), 1)] });
      expect(await socket.next()).toMatchObject({ kind: "ack", head: 1 });
      const ended = relay.end(signal);
      expect(await socket.closed).toBe(1001);
      expect(await ended).toBe(0);
      const again = await spawnRelay(path, env(signal));
      expect((await login(again.origin, vault)).welcome.head).toBe(1);
      await again.end("SIGTERM");
    },
  );

  test("keeps or leaves out what was under way when it was told to stop, and never loses what it acknowledged", async () => {
    const vault = newTestVault();
    const relay = await spawnRelay(path, env("under-way"));
    const { socket } = await login(relay.origin, vault);
    const sent = 300;
    for (let seq = 1; seq <= sent; seq += 1) {
      socket.send({ kind: "append", ref: seq, envelopes: [testEnvelope(vault, new Uint8Array(16), seq)] });
    }
    expect(await socket.next()).toMatchObject({ kind: "ack", head: 1 });
    const ended = relay.end("SIGTERM");
    let acknowledged = 1;
    for (let frame = await socket.next(); frame !== null; frame = await socket.next()) {
      if (frame.kind === "ack") acknowledged = frame.head;
    }
    expect(await ended).toBe(0);
    const again = await spawnRelay(path, env("under-way"));
    const { head } = (await login(again.origin, vault)).welcome;
    expect(head).toBeGreaterThanOrEqual(acknowledged);
    expect(head).toBeLessThanOrEqual(sent);
    await again.end("SIGTERM");
  });

  test("stops once when it is told twice", async () => {
    const relay = await spawnRelay(path, env("twice"));
    relay.process.kill("SIGTERM");
    relay.process.kill("SIGTERM");
    expect(await relay.end("SIGINT")).toBe(0);
    expect(linesOf(relay.said().err).filter((line) => line.includes("stopped"))).toHaveLength(1);
  });

  test("loses nothing that it acknowledged when it is killed", async () => {
    const vault = newTestVault();
    const device = new Uint8Array(16).fill(7);
    let sent = 0;
    for (let life = 0; life < 3; life += 1) {
      const relay = await spawnRelay(path, env("killed"));
      const { socket, welcome } = await login(relay.origin, vault);
      expect(welcome.head).toBeGreaterThanOrEqual(sent);
      sent = welcome.head;
      for (let i = 0; i < 20; i += 1) {
        socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device, sent + 1)] });
        expect(await socket.next()).toMatchObject({ kind: "ack", head: sent + 1 });
        sent += 1;
      }
      expect(await relay.end("SIGKILL")).toBeNull();
    }
    const relay = await spawnRelay(path, env("killed"));
    const socket = await connect(relay.origin, `/v/${vault.id}`);
    const { nonce } = await socket.nextOf("challenge");
    socket.send(helloFrame(vault, relay.origin, nonce));
    expect(await socket.nextOf("welcome")).toMatchObject({ head: 60, devices: [{ seq: 60 }] });
    await relay.end("SIGTERM");
  });

  test.each([
    ["PORT", "many", "PORT must be a whole number from 0 to 65535\n"],
    ["PUBLIC_ORIGIN", "host", "PUBLIC_ORIGIN must be scheme and host alone, such as https://host.example\n"],
    ["TRUSTED_PROXY", "me", "TRUSTED_PROXY must be one or more addresses, separated by commas\n"],
    ["MAX_CONNECTIONS", "0", "MAX_CONNECTIONS must be a whole number from 1 to 1000000\n"],
  ])("says in one line what is wrong with %s, and ends", async (setting, value, line) => {
    await expect(spawnRelay(path, env("wrong", { [setting]: value }))).rejects.toThrow(`ended with 1: ${line}`);
  });

  test("ends with a short code when its port or its data is in use", async () => {
    const relay = await spawnRelay(path, env("shared"));
    await expect(spawnRelay(path, env("shared"))).rejects.toThrow("SQLITE_BUSY");
    const port = new URL(relay.origin).port;
    await expect(spawnRelay(path, env("other", { PORT: port }))).rejects.toThrow("EADDRINUSE");
    await relay.end("SIGTERM");
  });
});
