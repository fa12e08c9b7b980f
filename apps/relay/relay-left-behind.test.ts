/** Shows what a device is given that slept through a change of keys, and that one that was removed costs the others nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EnvelopeType } from "@belay/wire";
import { configOf } from "./config.ts";
import { startRelay, type Running } from "./index.ts";
import {
  connect,
  createFrame,
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
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  const caps = { vaultsPerHour: 30, framesPerMinute: 12, socketsPerMinute: 1_000 };
  relay = await startRelay(configOf({ dataDir: folder, caps }), { now: () => now });
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const device = new Uint8Array(16).fill(1);
/** Appends one envelope of each type, each in its own frame, and sees them taken. */
const append = async (socket: TestSocket, vault: TestVault, first: number, types: readonly EnvelopeType[]) => {
  for (const [at, type] of types.entries()) {
    socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device, first + at, { type })] });
    expect(await socket.next()).toMatchObject({ kind: "ack", head: first + at });
  }
};
/** A vault with acts at 2 and 4, whose keys were changed, and the connection of a device that stayed. */
const turnedVault = async () => {
  const old = newTestVault();
  const { socket } = await login(relay.origin, old);
  await append(socket, old, 1, ["events", "membership", "segment", "membership", "events"]);
  const fresh: TestVault = { ...old, epoch: 2, write: newSigningKey() };
  socket.send(rotateFrame(old, fresh));
  expect(await socket.next()).toMatchObject({ kind: "ack" });
  return { old, fresh, socket };
};
/** Comes with the old first key; everything the relay says until it hangs up. */
const knock = async (vault: TestVault) => {
  const socket = await connect(relay.origin, `/v/${vault.id}`);
  const { nonce } = await socket.nextOf("challenge");
  socket.send(createFrame(vault, relay.origin, nonce));
  const said = [await socket.next()];
  if (said[0]?.kind === "page") said.push(await socket.next());
  await socket.closed;
  return said;
};

describe("a device that slept through a change of keys", () => {
  test("is given the acts about devices and nothing else", async () => {
    const { old } = await turnedVault();
    const [page, end] = await knock(old);
    expect(page).toMatchObject({ kind: "page", more: false, entries: [{ at: 2 }, { at: 4 }] });
    expect(end).toMatchObject({ kind: "refused", code: "stale-epoch" });
  });

  test("that comes again and again has to wait, while those that stayed have their whole allowance", async () => {
    const { old, fresh, socket } = await turnedVault();
    for (let times = 0; times < 20; times += 1) expect((await knock(old))[0]).toMatchObject({ kind: "page" });
    expect(await knock(old)).toMatchObject([{ kind: "refused", code: "slow-down", retryAfterMs: 3_000 }]);
    // Six of twelve frames were used before: as many are left.
    await append(socket, fresh, 6, ["events", "events", "events", "events", "events", "events"]);
    socket.send({ kind: "pull", ref: 2, after: 0, maxBytes: 1_000 });
    expect(await socket.next()).toMatchObject({ kind: "refused", code: "slow-down" });
    now += 60_000;
    expect((await knock(old))[0]).toMatchObject({ kind: "page" });
  });
});
