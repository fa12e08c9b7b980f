/** Shows the live notice over real sockets: at once, after each reply, for the owner alone. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  callAsk,
  connect,
  newTestAsk,
  newTestReply,
  type TestAsk,
  type TestSocket,
} from "../../../tests/relay/client.ts";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";

let folder = "";
let relay: Running;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  relay = await startRelay(configOf({ dataDir: folder, caps: { watchesPerSocket: 3, helloMs: 300 } }));
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
const watch = (socket: TestSocket, ask: TestAsk, ref: number, proof = ask.owner): void =>
  socket.send({ kind: "watch", ref, id: bytesOf(ask.id), proof: bytesOf(proof) });
const newAsk = async (): Promise<TestAsk> => {
  const ask = newTestAsk(Date.now());
  await callAsk(relay.origin, "put", ask.put);
  return ask;
};
const reply = (ask: TestAsk) => callAsk(relay.origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() });

describe("watching an ask", () => {
  test("tells at once how many replies wait, and again after each one", async () => {
    const ask = await newAsk();
    await reply(ask);
    const socket = await connect(relay.origin, "/live");
    watch(socket, ask, 5);
    expect(await socket.next()).toEqual({ kind: "notice", ref: 5, count: 1 });
    await reply(ask);
    expect(await socket.next()).toEqual({ kind: "notice", ref: 0, count: 2 });
  });

  test("is told to every watcher of that ask, and to nobody else", async () => {
    const [ask, other] = [await newAsk(), await newAsk()];
    const sockets = await Promise.all([1, 2, 3].map(() => connect(relay.origin, "/live")));
    const [a, b, c] = sockets;
    if (a === undefined || b === undefined || c === undefined) throw new Error("no sockets");
    watch(a, ask, 1);
    watch(b, ask, 1);
    watch(c, other, 1);
    for (const socket of sockets) await socket.nextOf("notice");
    await reply(ask);
    expect(await a.next()).toMatchObject({ kind: "notice", count: 1 });
    expect(await b.next()).toMatchObject({ kind: "notice", count: 1 });
    expect(await c.next(100)).toBeNull();
  });

  test("needs the owner proof: a wrong one and an unknown ask get the same refusal, and the rest goes on", async () => {
    const ask = await newAsk();
    const socket = await connect(relay.origin, "/live");
    watch(socket, ask, 1, ask.reply);
    watch(socket, newTestAsk(Date.now()), 1);
    watch(socket, ask, 1, randomBytes(32).toString("hex"));
    for (let i = 0; i < 3; i += 1) {
      expect(await socket.next()).toEqual({ kind: "refused", ref: 1, code: "unauthorised", retryAfterMs: 0 });
    }
    watch(socket, ask, 2);
    expect(await socket.next()).toEqual({ kind: "notice", ref: 2, count: 0 });
  });

  test("is bounded on each connection, and the same ask counts once", async () => {
    const asks = await Promise.all([1, 2, 3, 4].map(() => newAsk()));
    const socket = await connect(relay.origin, "/live");
    for (const ask of asks.slice(0, 3)) for (let i = 0; i < 2; i += 1) watch(socket, ask, 1);
    for (let i = 0; i < 6; i += 1) await socket.nextOf("notice");
    const [last] = asks.slice(3);
    if (last === undefined) throw new Error("no ask");
    watch(socket, last, 9);
    expect(await socket.next()).toMatchObject({ kind: "refused", ref: 9, code: "quota" });
  });

  test("nothing, or speaking of vaults here, ends the connection", async () => {
    const idle = await connect(relay.origin, "/live");
    expect(await idle.closed).toBe(1008);
    const socket = await connect(relay.origin, "/live");
    socket.send({ kind: "pull", ref: 1, after: 0, maxBytes: 1 });
    expect(await socket.next()).toMatchObject({ kind: "refused", code: "malformed" });
    expect(await socket.closed).toBe(1008);
  });
});
