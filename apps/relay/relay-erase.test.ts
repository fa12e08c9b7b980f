/** Shows over real sockets how envelopes are erased, and that a restored relay can be filled again by the devices. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { concat, utf8 } from "@belay/basics";
import type { Frame } from "@belay/wire";
import { configOf } from "./config.ts";
import { startRelay, type Running } from "./index.ts";
import {
  connect,
  createFrame,
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
const start = async (dataDir: string): Promise<void> => {
  relay = await startRelay(configOf({ dataDir, publicOrigin: null, caps: { vaultsPerHour: 50, sweepMs: 50 } }));
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  await start(join(folder, "data"));
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const device = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const turned = (vault: TestVault): TestVault => ({ ...vault, epoch: vault.epoch + 1, write: newSigningKey() });
const say = async (socket: TestSocket, frame: Frame): Promise<Frame | null> => {
  socket.send(frame);
  return socket.next();
};
const append = (socket: TestSocket, envelopes: readonly Uint8Array[], ref = 1) =>
  say(socket, { kind: "append", ref, envelopes });
const erase = (socket: TestSocket, n: number, from: number, to: number, ref = 1) =>
  say(socket, { kind: "erase", ref, deviceId: device(n), from, to });
const pulled = async (socket: TestSocket): Promise<readonly string[]> => {
  socket.send({ kind: "pull", ref: 99, after: 0, maxBytes: 1_000_000 });
  const { entries, more } = await socket.nextOf("page");
  expect(more).toBe(false);
  return entries.map(({ envelope }) => Buffer.from(envelope).toString("hex"));
};
const hex = (envelopes: readonly Uint8Array[]): readonly string[] =>
  envelopes.map((bytes) => Buffer.from(bytes).toString("hex"));
const chain = (vault: TestVault, n: number, from: number, to: number): readonly Uint8Array[] =>
  Array.from({ length: to - from + 1 }, (_, i) => testEnvelope(vault, device(n), from + i));

describe("erasing", () => {
  test("is acknowledged after the commit; a pull gives what is left, others hear nothing, the chain goes on", async () => {
    const vault = newTestVault();
    const [writer, other] = [await login(relay.origin, vault), await login(relay.origin, vault)];
    const all = chain(vault, 1, 1, 6);
    await append(writer.socket, all);
    await other.socket.nextOf("news");
    expect(await erase(writer.socket, 1, 2, 4, 7)).toEqual({ kind: "ack", ref: 7, head: 6 });
    expect(await other.socket.next(100)).toBeNull();
    expect(await pulled(other.socket)).toEqual(hex([0, 4, 5].flatMap((i) => all[i] ?? [])));
    expect(await append(writer.socket, chain(vault, 1, 7, 7), 8)).toEqual({ kind: "ack", ref: 8, head: 7 });
    expect(await append(writer.socket, all, 9)).toEqual({ kind: "ack", ref: 9, head: 7 });
    expect(await pulled(writer.socket)).toHaveLength(4);
    expect((await login(relay.origin, vault)).welcome).toMatchObject({ head: 7, devices: [{ seq: 7 }] });
  });

  test("is refused as a gap where the chain has not come to yet, and keeps the connection", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    expect(await erase(socket, 1, 2, 3)).toEqual({ kind: "refused", ref: 1, code: "gap", retryAfterMs: 0 });
    expect(await append(socket, chain(vault, 1, 1, 1))).toMatchObject({ kind: "ack" });
  });

  test("waits its turn behind the appends that were sent before it", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    for (let seq = 1; seq <= 40; seq += 1)
      socket.send({ kind: "append", ref: seq, envelopes: [testEnvelope(vault, device(1), seq)] });
    socket.send({ kind: "erase", ref: 41, deviceId: device(1), from: 1, to: 40 });
    for (let ref = 1; ref <= 41; ref += 1) expect(await socket.next()).toMatchObject({ kind: "ack", ref });
    expect(await pulled(socket)).toEqual([]);
  });

  test("takes the bytes off the disk while the relay runs", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const marker = utf8("MARKER-0c55");
    const marked = chain(vault, 1, 1, 3).map((bytes) => concat(bytes.subarray(0, 300), marker, bytes.subarray(311)));
    const data = join(folder, "data");
    const left = (): number =>
      readdirSync(data).reduce(
        (sum, name) => sum + readFileSync(join(data, name)).toString("latin1").split("MARKER-0c55").length - 1,
        0,
      );
    await append(socket, marked);
    expect(left()).toBeGreaterThan(2);
    await erase(socket, 1, 1, 3);
    await expect.poll(left, { timeout: 5_000 }).toBe(0);
  });
});

describe("after a rotation", () => {
  test("envelopes of every epoch so far are taken, and none of a later one", async () => {
    const first = newTestVault();
    const { socket } = await login(relay.origin, first);
    const second = turned(first);
    const third = turned(second);
    expect(await say(socket, rotateFrame(first, second))).toMatchObject({ kind: "ack" });
    expect(await say(socket, rotateFrame(second, third))).toMatchObject({ kind: "ack" });
    const mixed = [3, 1, 2, 3].map((epoch, i) => testEnvelope(third, device(1), i + 1, { epoch }));
    expect(await append(socket, mixed)).toMatchObject({ kind: "ack", head: 4 });
    const late = testEnvelope(third, device(1), 5, { epoch: 4 });
    expect(await append(socket, [late])).toMatchObject({ kind: "refused", code: "stale-epoch" });
    expect(await pulled(socket)).toEqual(hex(mixed));
  });

  test("a connection of the epoch before can neither append nor erase nor pull: it is cut off at once", async () => {
    const vault = newTestVault();
    const [owner, revoked] = [await login(relay.origin, vault), await login(relay.origin, vault)];
    await append(owner.socket, chain(vault, 1, 1, 1));
    await revoked.socket.nextOf("news");
    owner.socket.send(rotateFrame(vault, turned(vault), 2));
    await owner.socket.nextOf("ack");
    revoked.socket.send({ kind: "erase", ref: 3, deviceId: device(1), from: 1, to: 1 });
    expect(await revoked.socket.next()).toMatchObject({ kind: "refused", ref: 0, code: "stale-epoch" });
    expect(await revoked.socket.closed).toBe(1008);
    expect(await pulled(owner.socket)).toHaveLength(1);
    const socket = await connect(relay.origin, `/v/${vault.id}`);
    const { nonce } = await socket.nextOf("challenge");
    expect(await say(socket, helloFrame(vault, relay.origin, nonce))).toMatchObject({ code: "unauthorised" });
  });

  test("a device that slept through it is given the acts about devices and nothing else, then sent away", async () => {
    const vault = newTestVault();
    const { socket } = await login(relay.origin, vault);
    const acts = [2, 4].map((seq) => testEnvelope(vault, device(1), seq, { type: "membership" }));
    const [first, third] = [testEnvelope(vault, device(1), 1), testEnvelope(vault, device(1), 3)];
    await append(socket, [first, acts[0] ?? first, third, acts[1] ?? first]);
    const turnedVault = turned(vault);
    expect(await say(socket, rotateFrame(vault, turnedVault, 2))).toMatchObject({ kind: "ack" });
    const sleeper = await connect(relay.origin, `/v/${vault.id}`);
    const { nonce } = await sleeper.nextOf("challenge");
    sleeper.send(createFrame(vault, relay.origin, nonce));
    const { entries, more } = await sleeper.nextOf("page");
    expect(more).toBe(false);
    expect(entries.map(({ at }) => at)).toEqual([2, 4]);
    expect(hex(entries.map(({ envelope }) => envelope))).toEqual(hex(acts));
    expect(await sleeper.next()).toMatchObject({ kind: "refused", code: "stale-epoch" });
    expect(await sleeper.closed).toBe(1008);
  });
});

describe("a relay that was restored from an older copy", () => {
  /** Stops the relay, puts its data as it was when the copy was made, or nothing at all, and starts it again. */
  const restore = async (copy: string | null): Promise<void> => {
    await relay.close();
    rmSync(join(folder, "data"), { recursive: true });
    if (copy !== null) cpSync(copy, join(folder, "data"), { recursive: true });
    await start(join(folder, "data"));
  };
  const copied = async (name: string): Promise<string> => {
    await relay.close();
    cpSync(join(folder, "data"), join(folder, name), { recursive: true });
    await start(join(folder, "data"));
    return join(folder, name);
  };

  test.each(["nothing", "epoch 1", "epoch 2"])(
    "to %s is brought forward by create or an older hello, each rotation, and every envelope again",
    async (state) => {
      const first = newTestVault();
      const [second, third] = [turned(first), { ...first, epoch: 3, write: newSigningKey() }];
      const vaults = [first, second, third];
      const rotations = [rotateFrame(first, second, 2), rotateFrame(first, third, 3)];
      const own = [...chain(first, 1, 1, 3), ...chain(second, 1, 4, 5), ...chain(third, 1, 6, 7)];
      const others = chain(first, 2, 1, 4);
      const copies = new Map<string, string | null>([["nothing", null]]);

      let { socket } = await login(relay.origin, first);
      await append(socket, own.slice(0, 3));
      await append(socket, others);
      copies.set("epoch 1", await copied("one"));
      ({ socket } = await login(relay.origin, first));
      await say(socket, rotations[0] ?? rotateFrame(first, second));
      await append(socket, own.slice(3, 5));
      copies.set("epoch 2", await copied("two"));
      ({ socket } = await login(relay.origin, second));
      await say(socket, rotations[1] ?? rotateFrame(first, third));
      await append(socket, own.slice(5));
      // Both a part that the copies have and one that only the newest state had.
      await erase(socket, 1, 2, 6);
      const before = await pulled(socket);

      await restore(copies.get(state) ?? null);
      // The newest epoch is refused; what the relay still knows opens it.
      const knocked = await connect(relay.origin, `/v/${first.id}`);
      const { nonce } = await knocked.nextOf("challenge");
      expect(await say(knocked, helloFrame(third, relay.origin, nonce))).toMatchObject({ code: "unauthorised" });
      const known = vaults[state === "epoch 2" ? 1 : 0] ?? first;
      ({ socket } = await login(relay.origin, known));
      for (const rotation of rotations.slice(known.epoch - 1)) {
        expect(await say(socket, rotation)).toMatchObject({ kind: "ack" });
      }
      // The device no longer has 2 to 6: it says so, in the order of the chain, and goes on.
      expect(await append(socket, own.slice(0, 1))).toMatchObject({ kind: "ack" });
      expect(await erase(socket, 1, 2, 6)).toMatchObject({ kind: "ack" });
      expect(await append(socket, own.slice(6))).toMatchObject({ kind: "ack" });
      expect(await append(socket, others)).toMatchObject({ kind: "ack" });
      expect(new Set(await pulled(socket))).toEqual(new Set(before));
      const { welcome } = await login(relay.origin, third);
      expect(new Map(welcome.devices.map(({ deviceId, seq }) => [deviceId[0], seq]))).toEqual(
        new Map([
          [1, 7],
          [2, 4],
        ]),
      );
    },
  );

  test("finds a create with the same keys unchanged, and refuses a rotation that is not the next", async () => {
    const vault = newTestVault();
    const [second, third] = [turned(vault), { ...vault, epoch: 3, write: newSigningKey() }];
    await login(relay.origin, vault);
    await restore(null);
    const { welcome } = await login(relay.origin, vault);
    expect(welcome).toMatchObject({ head: 0, devices: [] });
    const { socket } = await login(relay.origin, vault);
    expect(await say(socket, rotateFrame(vault, third))).toMatchObject({ code: "stale-epoch" });
    expect(await say(socket, rotateFrame(vault, second))).toMatchObject({ kind: "ack" });
  });
});
