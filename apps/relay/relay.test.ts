/** Shows the vault's protocol over real sockets and a real file: proving, appending, pulling, news, turning, deleting. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Frame } from "@belay/wire";
import { configOf } from "./config.ts";
import { startRelay, type Running } from "./index.ts";
import {
  connect,
  createFrame,
  deleteFrame,
  helloFrame,
  login,
  newSigningKey,
  newTestVault,
  rotateFrame,
  testEnvelope,
  type TestSocket,
  type TestVault,
} from "../../tests/relay/client.ts";

let folder = "";
let relay: Running;
let now = Date.UTC(2026, 5, 1, 10, 20);

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1, 10, 20);
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  relay = await startRelay(configOf({ dataDir: folder, caps: { vaultsPerHour: 30 } }), { now: () => now });
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const device = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const challenged = async (vault: TestVault): Promise<{ socket: TestSocket; nonce: Uint8Array }> => {
  const socket = await connect(relay.origin, `/v/${vault.id}`);
  return { socket, nonce: (await socket.nextOf("challenge")).nonce };
};
const appendOne = async (socket: TestSocket, vault: TestVault, n: number, seq: number): Promise<Frame | null> => {
  socket.send({ kind: "append", ref: seq, envelopes: [testEnvelope(vault, device(n), seq)] });
  return socket.next();
};
const refused = (code: string, ref = 1) => ({ kind: "refused", code, ref });

describe("a connection", () => {
  test("is challenged at once, with 32 bytes that are never the same", async () => {
    const vault = newTestVault();
    const [a, b] = [await challenged(vault), await challenged(vault)];
    expect(a.nonce).toHaveLength(32);
    expect(Buffer.from(a.nonce).equals(Buffer.from(b.nonce))).toBe(false);
  });

  test("creates its vault, and is welcomed again by hello and by the same create", async () => {
    const vault = newTestVault();
    const first = await login(relay.origin, vault);
    expect(first.welcome).toEqual({ kind: "welcome", ref: 1, head: 0, devices: [] });
    expect(await appendOne(first.socket, vault, 1, 1)).toEqual({ kind: "ack", ref: 1, head: 1 });
    const { socket, nonce } = await challenged(vault);
    socket.send(helloFrame(vault, relay.origin, nonce, 7));
    const welcome = await socket.nextOf("welcome");
    expect(welcome).toMatchObject({ ref: 7, head: 1, devices: [{ seq: 1 }] });
    expect((await login(relay.origin, vault)).welcome.head).toBe(1);
  });

  test("cannot create a vault at an id that is not its own key's", async () => {
    const [vault, wanted] = [newTestVault(), newTestVault()];
    const { socket, nonce } = await challenged(wanted);
    socket.send(createFrame({ ...vault, idBytes: wanted.idBytes, id: wanted.id }, relay.origin, nonce));
    expect(await socket.next()).toMatchObject(refused("unauthorised"));
  });

  test("may send what comes after its proof without waiting for the welcome", async () => {
    const vault = newTestVault();
    const { socket, nonce } = await challenged(vault);
    socket.send(createFrame(vault, relay.origin, nonce, 1));
    socket.send({ kind: "append", ref: 2, envelopes: [testEnvelope(vault, device(1), 1)] });
    socket.send({ kind: "pull", ref: 3, after: 0, maxBytes: 1 });
    expect(await socket.next()).toMatchObject({ kind: "welcome", ref: 1 });
    const answers = [await socket.next(), await socket.next()]
      .map((frame) => frame?.kind ?? "")
      .toSorted((a, b) => a.localeCompare(b));
    expect(answers).toEqual(["ack", "page"]);
  });

  test("may do nothing before it has proved itself", async () => {
    const vault = newTestVault();
    await login(relay.origin, vault);
    const frames: readonly Frame[] = [
      { kind: "pull", ref: 1, after: 0, maxBytes: 1_000 },
      { kind: "append", ref: 1, envelopes: [testEnvelope(vault, device(1), 1)] },
      { kind: "erase", ref: 1, deviceId: device(1), from: 1, to: 1 },
      rotateFrame(vault, { ...vault, epoch: 2, write: newSigningKey() }),
    ];
    for (const frame of frames) {
      const { socket } = await challenged(vault);
      socket.send(frame);
      expect(await socket.next()).toMatchObject(refused("unauthorised"));
      expect(await socket.closed).toBe(1008);
    }
  });

  test("that proves nothing is closed in time", async () => {
    const other = mkdtempSync(join(tmpdir(), "relay-"));
    const hasty = await startRelay(configOf({ dataDir: other, caps: { helloMs: 150 } }));
    const socket = await connect(hasty.origin, `/v/${newTestVault().id}`);
    expect(await socket.closed).toBe(1008);
    await hasty.close();
    rmSync(other, { recursive: true, force: true });
  });
});

describe("a wrong proof gets the same answer as an unknown vault:", () => {
  const cases: readonly (readonly [string, (v: TestVault, other: TestVault, nonce: Uint8Array) => Frame])[] = [
    ["a random signature", (v) => ({ kind: "hello", ref: 1, epoch: v.epoch, sig: randomBytes(64) })],
    ["another vault's key", (v, other, nonce) => helloFrame({ ...v, write: other.write }, relay.origin, nonce)],
    ["another vault's hello", (_, other, nonce) => helloFrame(other, relay.origin, nonce)],
    ["a wrong epoch", (v, _, nonce) => helloFrame({ ...v, epoch: 2 }, relay.origin, nonce)],
    ["another nonce", (v) => helloFrame(v, relay.origin, randomBytes(32))],
    ["another origin", (v, _, nonce) => helloFrame(v, "https://elsewhere.example", nonce)],
    [
      "a create with another write key",
      (v, other, nonce) => createFrame({ ...v, write: other.write }, relay.origin, nonce),
    ],
    [
      "a create with another owner key",
      (v, other, nonce) => createFrame({ ...v, owner: other.owner }, relay.origin, nonce),
    ],
    ["a create of a later epoch", (v, _, nonce) => ({ ...createFrame(v, relay.origin, nonce), epoch: 2 }) as Frame],
    ["a delete by the write key", (v, _, nonce) => deleteFrame({ ...v, owner: v.write }, relay.origin, nonce)],
    ["a delete of another nonce", (v) => deleteFrame(v, relay.origin, randomBytes(32))],
  ];
  test.each(cases)("%s", async (_name, frameOf) => {
    const [vault, other] = [newTestVault(), newTestVault()];
    await login(relay.origin, vault);
    const { socket, nonce } = await challenged(vault);
    socket.send(frameOf(vault, other, nonce));
    expect(await socket.next()).toEqual({ kind: "refused", ref: 1, code: "unauthorised", retryAfterMs: 0 });
    expect(await socket.closed).toBe(1008);
    const nobody = newTestVault();
    const none = await challenged(nobody);
    none.socket.send(helloFrame(nobody, relay.origin, none.nonce));
    expect(await none.socket.next()).toEqual({ kind: "refused", ref: 1, code: "unauthorised", retryAfterMs: 0 });
    expect(await none.socket.closed).toBe(1008);
  });

  test("a nonce older than a minute", async () => {
    const vault = newTestVault();
    await login(relay.origin, vault);
    const { socket, nonce } = await challenged(vault);
    now += 60_000;
    socket.send(helloFrame(vault, relay.origin, nonce));
    expect(await socket.next()).toMatchObject(refused("unauthorised"));
  });

  test("a nonce that was used", async () => {
    const vault = newTestVault();
    const { socket, nonce } = await login(relay.origin, vault);
    socket.send(helloFrame(vault, relay.origin, nonce, 2));
    expect(await socket.next()).toMatchObject(refused("unauthorised", 2));
  });
});

describe("appending", () => {
  test("is acknowledged with the newest place, and pulled back byte for byte", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const envelopes = [1, 2, 3].map((seq) => testEnvelope(vault, device(1), seq));
    socket.send({ kind: "append", ref: 9, envelopes });
    expect(await socket.next()).toEqual({ kind: "ack", ref: 9, head: 3 });
    socket.send({ kind: "pull", ref: 10, after: 0, maxBytes: 1_000_000 });
    const page = await socket.nextOf("page");
    expect(page).toMatchObject({ ref: 10, more: false });
    expect(page.entries.map((entry) => [entry.at, Buffer.from(entry.envelope).toString("hex")])).toEqual(
      envelopes.map((bytes, i) => [i + 1, Buffer.from(bytes).toString("hex")]),
    );
  });

  test("may be pipelined: every frame is answered, in order", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const frames = 600;
    for (let seq = 1; seq <= frames; seq += 1) {
      socket.send({ kind: "append", ref: seq, envelopes: [testEnvelope(vault, device(1), seq)] });
    }
    for (let seq = 1; seq <= frames; seq += 1)
      expect(await socket.next()).toEqual({ kind: "ack", ref: seq, head: seq });
  });

  test("the same again is acknowledged and adds nothing; other bytes, gaps and strangers are refused", async () => {
    const [vault, other] = [newTestVault(), newTestVault()];
    const { socket } = await login(relay.origin, vault);
    const envelope = testEnvelope(vault, device(1), 1);
    for (let i = 0; i < 3; i += 1) {
      socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
      expect(await socket.next()).toEqual({ kind: "ack", ref: 1, head: 1 });
    }
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ["malformed", testEnvelope(vault, device(1), 1)],
      ["gap", testEnvelope(vault, device(1), 3)],
      ["gap", testEnvelope(vault, device(2), 2)],
      ["malformed", testEnvelope(other, device(1), 2)],
      ["stale-epoch", testEnvelope(vault, device(1), 2, { epoch: 2 })],
      ["malformed", testEnvelope(vault, device(1), 2, { epoch: 0 })],
      ["malformed", envelope.map((byte, i) => (i === 0 ? byte ^ 1 : byte))],
      ["malformed", envelope.map((byte, i) => (i === 127 ? byte ^ 1 : byte))],
    ];
    for (const [code, bytes] of cases) {
      socket.send({ kind: "append", ref: 5, envelopes: [bytes] });
      expect(await socket.next()).toEqual({ kind: "refused", ref: 5, code, retryAfterMs: 0 });
    }
    expect(await appendOne(socket, vault, 1, 2)).toEqual({ kind: "ack", ref: 2, head: 2 });
  });

  test("up to the message cap comes back in pages that fit, and reaches others in news that fit", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const other = await login(relay.origin, vault);
    const sizes = [262_144, 262_144, 262_144, 131_072, 65_536, 32_768, 8_192, 8_192];
    const envelopes = sizes.map((size, i) => testEnvelope(vault, device(1), i + 1, { size }));
    socket.send({ kind: "append", ref: 1, envelopes });
    expect(await socket.next()).toMatchObject({ kind: "ack", head: sizes.length });
    const heard: number[] = [];
    while (heard.length < sizes.length)
      heard.push(...(await other.socket.nextOf("news")).entries.map((entry) => entry.at));
    expect(heard).toEqual(sizes.map((_, i) => i + 1));
    const pulled: Uint8Array[] = [];
    for (let more = true; more;) {
      socket.send({ kind: "pull", ref: 2, after: pulled.length, maxBytes: 4_294_967_295 });
      const page = await socket.nextOf("page");
      pulled.push(...page.entries.map((entry) => entry.envelope));
      more = page.more;
    }
    expect(pulled.map((bytes, i) => Buffer.compare(bytes, envelopes[i] ?? bytes))).toEqual(sizes.map(() => 0));
  });

  test("over the vault's quota is refused, and what was there stays", async () => {
    const other = mkdtempSync(join(tmpdir(), "relay-"));
    const small = await startRelay(configOf({ dataDir: other, caps: { vaultBytes: 1_500 } }));
    const vault = newTestVault();
    const { socket } = await login(small.origin, vault);
    expect(await appendOne(socket, vault, 1, 1)).toMatchObject({ kind: "ack", head: 1 });
    expect(await appendOne(socket, vault, 1, 2)).toMatchObject(refused("quota", 2));
    socket.send({ kind: "pull", ref: 1, after: 0, maxBytes: 10_000 });
    expect((await socket.nextOf("page")).entries).toHaveLength(1);
    await small.close();
    rmSync(other, { recursive: true, force: true });
  });

  test("too fast is told how long to wait", async () => {
    const other = mkdtempSync(join(tmpdir(), "relay-"));
    const slow = await startRelay(configOf({ dataDir: other, caps: { framesPerMinute: 2 } }), { now: () => now });
    const vault = newTestVault();
    const { socket } = await login(slow.origin, vault);
    await appendOne(socket, vault, 1, 1);
    await appendOne(socket, vault, 1, 2);
    expect(await appendOne(socket, vault, 1, 3)).toEqual({
      kind: "refused",
      ref: 3,
      code: "slow-down",
      retryAfterMs: 30_000,
    });
    now += 30_000;
    expect(await appendOne(socket, vault, 1, 3)).toMatchObject({ kind: "ack", head: 3 });
    await slow.close();
    rmSync(other, { recursive: true, force: true });
  });
});

describe("news", () => {
  test("of an append reach the vault's other connections, not the sender and no other vault", async () => {
    const [vault, stranger] = [newTestVault(), newTestVault()];
    const sender = await login(relay.origin, vault);
    const listener = await login(relay.origin, vault);
    const outsider = await login(relay.origin, stranger);
    const unproved = await challenged(vault);
    const envelope = testEnvelope(vault, device(1), 1);
    sender.socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
    const news = await listener.socket.nextOf("news");
    expect(news.entries.map((entry) => entry.at)).toEqual([1]);
    expect(Buffer.from(news.entries[0]?.envelope ?? []).equals(Buffer.from(envelope))).toBe(true);
    expect(await sender.socket.next()).toMatchObject({ kind: "ack" });
    expect(await sender.socket.next(100)).toBeNull();
    expect(await outsider.socket.next(50)).toBeNull();
    expect(await unproved.socket.next(50)).toBeNull();
  });

  test("are not sent for a repeat", async () => {
    const vault = newTestVault();
    const [sender, listener] = [await login(relay.origin, vault), await login(relay.origin, vault)];
    const envelope = testEnvelope(vault, device(1), 1);
    for (let i = 0; i < 2; i += 1) sender.socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
    await listener.socket.nextOf("news");
    expect(await listener.socket.next(100)).toBeNull();
  });
});

describe("rotation", () => {
  const nextOf = (vault: TestVault): TestVault => ({ ...vault, epoch: vault.epoch + 1, write: newSigningKey() });

  test("takes write and read power from the old key at once, on open connections too", async () => {
    const vault = newTestVault();
    const [owner, old] = [await login(relay.origin, vault), await login(relay.origin, vault)];
    const turned = nextOf(vault);
    owner.socket.send(rotateFrame(vault, turned, 3));
    expect(await owner.socket.next()).toEqual({ kind: "ack", ref: 3, head: 0 });
    expect(await old.socket.next()).toMatchObject({ kind: "refused", code: "stale-epoch" });
    await old.socket.closed;
    const { socket, nonce } = await challenged(vault);
    socket.send(helloFrame(vault, relay.origin, nonce));
    expect(await socket.next()).toMatchObject(refused("unauthorised"));
    const late = await challenged(vault);
    late.socket.send(createFrame(vault, relay.origin, late.nonce));
    // Only the acts about devices, in which a device that stays finds its new key: there are none here.
    expect(await late.socket.next()).toMatchObject({ kind: "page", entries: [] });
    expect(await late.socket.next()).toMatchObject(refused("stale-epoch"));
    await late.socket.closed;
    expect(await appendOne(owner.socket, turned, 1, 1)).toMatchObject({ kind: "ack", head: 1 });
    expect((await login(relay.origin, turned)).welcome.head).toBe(1);
  });

  test("goes one step at a time and only by the owner key", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    for (const epoch of [1, 3, 4_000_000_000]) {
      socket.send(rotateFrame(vault, { ...nextOf(vault), epoch }));
      expect(await socket.next()).toMatchObject(refused("stale-epoch"));
    }
    socket.send(rotateFrame({ ...vault, owner: vault.write }, nextOf(vault)));
    expect(await socket.next()).toMatchObject(refused("unauthorised"));
  });
});

describe("deletion", () => {
  test("by the owner key ends the vault for everyone, and nothing raises it again", async () => {
    const vault = newTestVault();
    const [owner, other] = [await login(relay.origin, vault), await login(relay.origin, vault)];
    await appendOne(other.socket, vault, 1, 1);
    await owner.socket.nextOf("news");
    owner.socket.send(deleteFrame(vault, relay.origin, owner.nonce, 4));
    expect(await owner.socket.next()).toEqual({ kind: "ack", ref: 4, head: 1 });
    expect(await owner.socket.closed).toBe(1000);
    expect(await other.socket.next()).toMatchObject({ kind: "refused", code: "gone" });
    for (const frameOf of [helloFrame, createFrame]) {
      const { socket, nonce } = await challenged(vault);
      socket.send(frameOf(vault, relay.origin, nonce));
      expect(await socket.next()).toMatchObject(refused("gone"));
      await socket.closed;
    }
  });

  test("tells nobody without the key that there ever was a vault", async () => {
    const vault = newTestVault();
    const owner = await login(relay.origin, vault);
    owner.socket.send(deleteFrame(vault, relay.origin, owner.nonce));
    await owner.socket.closed;
    const { socket, nonce } = await challenged(vault);
    socket.send(helloFrame({ ...vault, write: newSigningKey() }, relay.origin, nonce));
    expect(await socket.next()).toMatchObject(refused("unauthorised"));
  });
});

describe("frames that are none", () => {
  const bad: readonly (readonly [string, Uint8Array | string])[] = [
    ["text", "hello"],
    ["nothing", new Uint8Array(0)],
    ["one byte", Uint8Array.of(1)],
    ["another version", Uint8Array.of(2, 0x13, 0, 0, 0, 1)],
    ["an unknown kind", Uint8Array.of(1, 0x7f, 0, 0, 0, 1)],
    ["a short pull", Uint8Array.of(1, 0x13, 0, 0, 0, 1, 0)],
    ["an append of nothing", Uint8Array.of(1, 0x12, 0, 0, 0, 1, 0, 0)],
    ["an append of 65,535", Uint8Array.of(1, 0x12, 0, 0, 0, 1, 255, 255)],
  ];
  test.each(bad)("close the connection, before and after the proof: %s", async (_name, bytes) => {
    const vault = newTestVault();
    for (const socket of [(await challenged(vault)).socket, (await login(relay.origin, vault)).socket]) {
      socket.ws.send(bytes);
      expect(await socket.next()).toMatchObject({ kind: "refused", code: "malformed" });
      expect(await socket.closed).toBe(1003);
    }
  });

  test("close the connection when the relay's own kinds are sent back to it", async () => {
    const vault = newTestVault();
    for (const frame of [
      { kind: "ack", ref: 1, head: 1 },
      { kind: "notice", ref: 1, count: 1 },
    ] as const) {
      const { socket } = await login(relay.origin, vault);
      socket.send(frame);
      expect(await socket.next()).toMatchObject(refused("malformed"));
      await socket.closed;
    }
  });
});
