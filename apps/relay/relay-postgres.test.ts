/** Shows over real sockets that two relays on one PostgreSQL are one relay to the devices, and what its host may order. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  callAsk,
  connect,
  createFrame,
  login,
  newSigningKey,
  newTestAsk,
  newTestReply,
  newTestVault,
  rotateFrame,
  testEnvelope,
  type TestSocket,
} from "../../tests/relay/client.ts";
import { newRoom } from "../../tests/relay/postgres.ts";
import { postgresColumns } from "./fields.ts";
import { hostCommand } from "./host.ts";
import { createHub } from "./hints/memory.ts";
import { configOf, startRelay, type Entry, type Running } from "./index.ts";
import { toVaultId } from "./store/port.ts";
import { knownInPostgres } from "./store/postgres-known.ts";

let folder = "";
let room = { url: "", drop: async (): Promise<void> => undefined };
let [left, right]: Running[] = [];
const started = (relay: Running | undefined): Running => {
  if (relay === undefined) throw new Error("no relay runs");
  return relay;
};
const start = (ports = {}) => startRelay(configOf({ dataDir: folder, store: room.url, caps: { sweepMs: 50 } }), ports);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  room = await newRoom();
  [left, right] = [await start(), await start()];
});
afterEach(async () => {
  for (const relay of [left, right]) await relay?.close();
  await room.drop();
  rmSync(folder, { recursive: true, force: true });
});

const device = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const pulled = async (socket: TestSocket, after = 0): Promise<readonly string[]> => {
  socket.send({ kind: "pull", ref: 9, after, maxBytes: 1_000_000 });
  const { entries } = await socket.nextOf("page");
  return entries.map(({ envelope }) => Buffer.from(envelope).toString("hex"));
};

describe("two relays on one database", () => {
  test("take envelopes from a device each, and give both the same log", async () => {
    const vault = newTestVault();
    const one = await login(started(left).origin, vault);
    const two = await login(started(right).origin, vault);
    const sent: string[] = [];
    for (let seq = 1; seq <= 10; seq += 1)
      for (const [n, { socket }] of [one, two].entries()) {
        const envelope = testEnvelope(vault, device(n + 1), seq);
        socket.send({ kind: "append", ref: seq, envelopes: [envelope] });
        expect(await socket.nextOf("ack")).toMatchObject({ ref: seq, head: sent.length + 1 });
        sent.push(Buffer.from(envelope).toString("hex"));
      }
    expect(await pulled(one.socket)).toEqual(sent);
    expect(await pulled(two.socket, 5)).toEqual(sent.slice(5));
  });

  test("send a device away whose keys were changed, or whose vault was deleted, at the other one", async () => {
    const vault = newTestVault();
    const [one, two] = [await login(started(left).origin, vault), await login(started(right).origin, vault)];
    const next = { ...vault, epoch: 2, write: newSigningKey() };
    one.socket.send(rotateFrame(vault, next));
    await one.socket.nextOf("ack");
    two.socket.send({ kind: "append", ref: 3, envelopes: [testEnvelope(vault, device(2), 1)] });
    expect(await two.socket.nextOf("refused")).toMatchObject({ code: "stale-epoch" });
    await one.socket.close();
    const again = await connect(started(left).origin, `/v/${vault.id}`);
    const { nonce } = await again.nextOf("challenge");
    again.send(createFrame(vault, started(left).origin, nonce));
    expect(await again.nextOf("refused")).toMatchObject({ code: "stale-epoch" });
  });

  test("hand on an ask that was put at one and answered at the other", async () => {
    const ask = newTestAsk(Date.now());
    expect((await callAsk(started(left).origin, "put", ask.put)).status).toBe(201);
    const reply = newTestReply();
    const answered = await callAsk(started(right).origin, "reply", { id: ask.id, proof: ask.reply, ...reply });
    expect([200, 201]).toContain(answered.status);
    const waiting = await callAsk(started(left).origin, "replies", { id: ask.id, owner: ask.owner });
    expect(JSON.stringify(waiting.json)).toContain(reply.body);
    expect((await callAsk(started(right).origin, "close", { id: ask.id, owner: ask.owner })).status).toBe(200);
    expect((await callAsk(started(left).origin, "read", { id: ask.id, proof: ask.read })).status).toBe(404);
  });

  test("tell an asker at one of a reply at the other", async () => {
    for (const relay of [left, right]) await relay?.close();
    const end = createHub();
    const begin = () => startRelay(configOf({ dataDir: folder, store: room.url }), { hints: end() });
    [left, right] = [await begin(), await begin()];
    const ask = newTestAsk(Date.now());
    await callAsk(started(left).origin, "put", ask.put);
    const watch = await connect(started(left).origin, "/live");
    watch.send({ kind: "watch", ref: 1, id: Buffer.from(ask.id, "hex"), proof: Buffer.from(ask.owner, "hex") });
    expect(await watch.nextOf("notice")).toMatchObject({ ref: 1, count: 0 });
    await callAsk(started(right).origin, "reply", { id: ask.id, proof: ask.reply, ...newTestReply() });
    expect(await watch.nextOf("notice")).toMatchObject({ ref: 0, count: 1 });
    await watch.close();
  });

  test("keep everything when both are stopped and one is started again", async () => {
    const vault = newTestVault();
    const { socket } = await login(started(left).origin, vault);
    socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device(1), 1)] });
    await socket.nextOf("ack");
    for (const relay of [left, right]) await relay?.close();
    left = await start();
    const again = await login(started(left).origin, vault);
    expect(again.welcome).toMatchObject({ head: 1, devices: [{ seq: 1 }] });
  });
});

describe("a device on one relay hears what a device on the other one does", () => {
  test.each([
    ["by a hint, long before any look", true, 600_000],
    ["by looking, where no hint comes", false, 200],
  ])("%s: new envelopes in order, and a change of keys", async (_how, hinted, lookMs) => {
    const end = createHub();
    const counts: Entry[] = [];
    const report = (entry: Entry): void => void counts.push(entry);
    for (const relay of [left, right]) await relay?.close();
    const config = configOf({ dataDir: folder, store: room.url, caps: { lookMs } });
    const begin = () => startRelay(config, { report, ...(hinted ? { hints: end() } : {}) });
    [left, right] = [await begin(), await begin()];
    const vault = newTestVault();
    const writes = await login(started(left).origin, vault);
    const listens = await login(started(right).origin, vault);
    const sent: string[] = [];
    for (let seq = 1; seq <= 5; seq += 1) {
      const envelope = testEnvelope(vault, device(1), seq);
      sent.push(Buffer.from(envelope).toString("hex"));
      writes.socket.send({ kind: "append", ref: seq, envelopes: [envelope] });
    }
    const heard: string[] = [];
    while (heard.length < sent.length)
      for (const { at, envelope } of (await listens.socket.nextOf("news")).entries) {
        expect(at).toBe(heard.length + 1);
        heard.push(Buffer.from(envelope).toString("hex"));
      }
    expect(heard).toEqual(sent);
    writes.socket.send(rotateFrame(vault, { ...vault, epoch: 2, write: newSigningKey() }, 9));
    expect(await listens.socket.nextOf("refused")).toMatchObject({ ref: 0, code: "stale-epoch" });
    await listens.socket.closed;
    for (const relay of [left, right]) await relay?.close();
    const used = counts.flatMap((entry) => (entry.event === "count" ? [entry.name] : []));
    expect(used).toContain(hinted ? "hint-used" : "look-used");
  });
});

test("a relay whose broker is not there starts, serves, says so without the secret, and stops", async () => {
  const entries: Entry[] = [];
  await left?.close();
  left = await startRelay(configOf({ dataDir: folder, store: room.url, hints: "redis://:hush@127.0.0.1:9" }), {
    report: (entry) => void entries.push(entry),
  });
  const vault = newTestVault();
  const { socket } = await login(left.origin, vault);
  socket.send({ kind: "append", ref: 1, envelopes: [testEnvelope(vault, device(1), 1)] });
  expect(await socket.nextOf("ack")).toMatchObject({ head: 1 });
  await expect.poll(() => entries).toContainEqual({ event: "hints-away", code: "ECONNREFUSED" });
  await left.close();
  expect(entries).toContainEqual({ event: "count", name: "hint-dropped", count: 1 });
  expect(JSON.stringify(entries)).not.toContain("hush");
});

describe("a host with PostgreSQL", () => {
  test("deletes a reported ask, and prints all that is known of a vault while relays run", async () => {
    const vault = newTestVault();
    const id = toVaultId(vault.id);
    if (id === null) throw new Error("the test's own vault has no id");
    const { socket } = await login(started(left).origin, vault);
    const envelope = testEnvelope(vault, device(1), 1);
    socket.send({ kind: "append", ref: 1, envelopes: [envelope] });
    await socket.nextOf("ack");
    const ask = newTestAsk(Date.now());
    await callAsk(started(left).origin, "put", ask.put);
    const known = () => knownInPostgres(room.url, id);
    expect(await hostCommand(["delete-ask", ask.id], folder, known)).toMatchObject({ code: 0 });
    await expect.poll(() => readdirSync(join(folder, "take-down")), { timeout: 10_000 }).toEqual([]);
    expect((await callAsk(started(right).origin, "read", { id: ask.id, proof: ask.read })).status).toBe(404);
    const printed = await hostCommand(["known", vault.id], folder, known);
    expect(printed?.out).toContain(Buffer.from(envelope).toString("hex"));
    const rows = await known();
    for (const table of ["vault", "chunk"])
      expect(rows.ok && Object.keys(rows.value[table]?.[0] ?? {})).toEqual(Object.keys(postgresColumns[table] ?? {}));
    expect(await knownInPostgres("postgres://nobody@127.0.0.1:9/none", id)).toEqual({
      ok: false,
      error: { type: "CannotRead", code: "ECONNREFUSED" },
    });
  });

  test("is told in plain words why a relay does not start, and never the secret of the address", async () => {
    const entries: Entry[] = [];
    const url = `${room.url}%20-c%20synchronous_commit%3Doff`;
    const relay = startRelay(configOf({ dataDir: folder, store: url }), {
      report: (entry) => void entries.push(entry),
    });
    await expect(relay).rejects.toThrow("relay cannot start: SYNCHRONOUS_COMMIT_OFF");
    expect(JSON.stringify(entries)).not.toContain(new URL(room.url).password);
  });
});
