/** Runs the Python client, which was written from docs/protocol.md, against a real relay and beside our own client. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { utf8 } from "@belay/basics";
import {
  chainStart,
  newDevice,
  newOwner,
  newVaultKey,
  openEnvelope,
  sealEnvelope,
  signHello,
  signRotate,
  vaultKeys,
  type ChainLink,
} from "@belay/vault";
import { generousEnv } from "../../tests/relay/begin.ts";
import { withChild } from "../../tests/relay/child.ts";
import { connect, type TestSocket } from "../../tests/relay/client.ts";

const path = "bench/client/client.py";
const hasPython = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"]).status === 0;

const wsOf = (origin: string): string => origin.replace("http", "ws");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Starts the client; ended by whoever starts it. */
const start = (...args: readonly string[]): ChildProcess =>
  spawn("python3", [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });

/** Everything the client prints until it ends, and how it ended. */
const run = async (...args: readonly string[]): Promise<{ readonly out: string; readonly code: number | null }> => {
  const child = start(...args);
  let out = "";
  child.stdout?.on("data", (part) => (out += String(part)));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { out, code };
};

/** What the exchange prints, one object a line. */
interface Told {
  readonly pulled?: readonly string[];
  readonly sent?: readonly string[];
  readonly seen?: readonly string[];
  readonly public?: string;
}
const isTold = (value: unknown): value is Told => typeof value === "object" && value !== null;
const toldIn = (line: string | undefined): Told => {
  const value: unknown = JSON.parse(line ?? "null");
  if (!isTold(value)) throw new Error("the client said nothing");
  return value;
};

/** A vault on the relay with keys that the Python client can be given, and a chain of our own in it. */
const found = async (origin: string) => {
  const owner = newOwner(randomBytes);
  const keys = vaultKeys(newVaultKey(randomBytes));
  const device = newDevice(randomBytes);
  const socket = await connect(origin, `/v/${hex(owner.vaultId)}`);
  const { nonce } = await socket.nextOf("challenge");
  socket.send({
    kind: "create",
    ref: 1,
    ownerPub: owner.ownerPub,
    epoch: 1,
    writePub: keys.write.publicKey,
    ownerSig: signRotate(owner, 1, keys.write.publicKey),
    helloSig: signHello(keys, origin, owner.vaultId, nonce),
  });
  await socket.nextOf("welcome");
  let [seq, prevHash] = [0, chainStart.hash];
  const append = async (): Promise<Uint8Array> => {
    seq += 1;
    const body = utf8('{"seen":{},"events":[{"n":1}]}');
    const sealed = sealEnvelope(
      { type: "events", vaultId: owner.vaultId, epoch: 1, device, seq, prevHash, body },
      keys,
      randomBytes,
    );
    if (!sealed.ok) throw new Error(sealed.error.type);
    prevHash = sealed.value.hash;
    socket.send({ kind: "append", ref: 2, envelopes: [sealed.value.envelope] });
    await socket.nextOf("ack");
    return sealed.value.envelope;
  };
  return { owner, keys, socket, append };
};

const newsOf = async (socket: TestSocket, count: number): Promise<readonly Uint8Array[]> => {
  const envelopes: Uint8Array[] = [];
  while (envelopes.length < count) {
    const { entries } = await socket.nextOf("news");
    envelopes.push(...entries.map(({ envelope }) => envelope));
  }
  return envelopes;
};

const tests = (): void => {
  it("makes, opens and refuses the published vectors and those of docs/protocol.md", async () => {
    const { out, code } = await run("selftest");
    expect(code).toBe(0);
    expect(out).toContain("RFC 8032 5");
    expect(out).toMatch(/made and opened: .*envelope 23,.*frame 16/);
    expect(out).toContain("self-test passed");
  });

  it("does everything once with a relay that it fills to its quota", async () => {
    await withChild({ ...generousEnv, MAX_VAULT_BYTES: "1048576" }, async ({ origin }) => {
      const { out, code } = await run("--url", wsOf(origin), "demo");
      expect(out).not.toMatch(/\bNOT\b/);
      for (const size of [1, 10, 100]) expect(out).toContain(`the other connection was sent ${size}, byte for byte`);
      expect(out).toMatch(/pages of \[\d+(, \d+){4,}\]/);
      expect(out).toContain("every one of the 111 verified and opened");
      expect(out).toContain("append with a place left out: refused, gap");
      expect(out).toContain("hello to a vault that is not there: refused, unauthorised");
      expect(out).toContain("pushing: refused after 1200 envelopes, quota");
      expect(out).toContain("ask: replied; notice on the live socket: 1 waits");
      expect(out).toContain("ask: fetched and opened: yes, At eleven?");
      expect(out).toContain("ask: closed; reading it now says 404 not-found");
      expect(out).toContain("the second connection was told: gone");
      expect(out).toContain("hello to the deleted vault: refused, gone");
      expect(out).toMatch(/demo done\n$/);
      expect(code).toBe(0);
    });
  });

  it("waits as long as a relay says that is asked too often, and goes on", async () => {
    await withChild({ ...generousEnv, MAX_FRAMES_PER_VAULT_MINUTE: "24" }, async ({ origin }) => {
      const { out, code } = await run("--url", wsOf(origin), "demo");
      expect(out).toMatch(/pushing: refused after \d+ envelopes, slow-down, again after [\d.]+ s/);
      expect(out).toContain("pushing: waited that long, and the same message was acknowledged");
      expect(out).toMatch(/demo done\n$/);
      expect(code).toBe(0);
    });
  });

  it("counts what a few connections get acknowledged", async () => {
    await withChild(generousEnv, async ({ origin }) => {
      const args = ["--connections", "4", "--vaults", "2", "--ops", "80", "--batch", "10"];
      const { out, code } = await run("--url", wsOf(origin), "load", ...args);
      expect(out).toContain("4 connections to 2 vaults, batches of 10: 80 envelopes of 752 bytes");
      expect(out).toMatch(/\d+ ops\/s acknowledged/);
      expect(out).toMatch(/p50 [\d.]+ ms, p95 [\d.]+ ms, p99 [\d.]+ ms/);
      expect(code).toBe(0);
    });
  });

  it("and our own client see each other's entries byte for byte, and ours opens what it sealed", async () => {
    await withChild(generousEnv, async ({ origin }) => {
      const { owner, keys, socket, append } = await found(origin);
      const before = [await append(), await append()];
      const secrets = ["--owner", hex(owner.secret.expose()), "--epoch-key", hex(keys.epochKey.expose())];
      const child = start("--url", wsOf(origin), "exchange", ...secrets, "--send", "3", "--expect", "1");
      try {
        if (child.stdout === null) throw new Error("no output");
        const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
        const next = async (): Promise<Told> => toldIn((await lines.next()).value);
        expect((await next()).pulled).toEqual(before.map(hex));
        const told = await next();
        const news = await newsOf(socket, 3);
        expect(news.map(hex)).toEqual(told.sent);
        let prev: ChainLink = chainStart;
        for (const envelope of news) {
          const opened = openEnvelope(envelope, {
            vaultId: owner.vaultId,
            keyOfEpoch: () => keys,
            devicePub: Buffer.from(told.public ?? "", "hex"),
            verifySignature: true,
            prev,
          });
          if (!opened.ok) throw new Error(opened.error.type);
          prev = { seq: opened.value.header.seq, hash: opened.value.hash };
          expect(Buffer.from(opened.value.body).toString()).toContain(`"id":"entry-${prev.seq - 1}"`);
        }
        const later = await append();
        expect((await next()).seen).toEqual([hex(later)]);
      } finally {
        child.kill();
        await socket.close();
      }
    });
  });
};

const none = (): void => {
  it("SKIPPED: this machine has no python3 of version 3.8 or newer, so the client was not run", () => {
    process.stdout.write("SKIPPED: bench/client needs python3 3.8 or newer, and this machine has none\n");
    expect(hasPython).toBe(false);
  });
};

describe("the client in Python", hasPython ? tests : none);
