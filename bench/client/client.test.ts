/** Holds the Python client against a real relay, and reads with our own client what Python wrote. */
import { execFile } from "node:child_process";
import { createPrivateKey, createPublicKey, hkdfSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configOf } from "../../apps/relay/config.ts";
import { startRelay, type Running } from "../../apps/relay/index.ts";
import { connect, helloFrame, type SigningKey, type TestVault } from "../../tests/relay/client.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Runs a Python file of this folder; code -1 when it could not be started or took a minute. */
const python = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
    execFile("python3", args, { env, timeout: 60_000, maxBuffer: 2 ** 24 }, (failed, stdout, stderr) =>
      resolve({
        code: failed === null ? 0 : typeof failed.code === "number" ? failed.code : -1,
        out: stdout + stderr,
      }),
    );
  });
const client = (...args: readonly string[]): Promise<Ran> => python(join(import.meta.dirname, "client.py"), ...args);

const { code, out } = await python("-c", "import sys; print(sys.version_info >= (3, 8))");
const hasPython = code === 0 && out.trim() === "True";
const why = hasPython ? "" : `LEFT OUT: no python3 (3.8 or later) on this machine, the Python client was not run`;

if (!hasPython) process.stdout.write(`${why}\n`);
test(hasPython ? "python3 is on this machine, so all of the following is run" : why, () => {
  expect(hasPython).toBe(why === "");
});

/** Section 1 of the protocol over Node alone: the key pair that a label gives. */
const derived = (secret: Buffer, label: string): SigningKey => {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", `belay/1/${label}\0`, 32));
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return { secret: key, raw: createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32) };
};

interface Left {
  readonly vault: string;
  readonly ownerSecret: string;
  readonly epochKey: string;
  readonly envelopes: readonly string[];
}

const isLeft = (value: unknown): value is Left =>
  typeof value === "object" &&
  value !== null &&
  ["vault", "ownerSecret", "epochKey", "envelopes"].every((field) => field in value);

const leftIn = (text: string): Left => {
  const value: unknown = JSON.parse(text);
  if (!isLeft(value)) throw new Error(text);
  return value;
};

const vaultOf = ({ vault, ownerSecret, epochKey }: Left): TestVault => ({
  owner: derived(Buffer.from(ownerSecret, "hex"), "owner/sign"),
  write: derived(Buffer.from(epochKey, "hex"), "write"),
  epoch: 1,
  idBytes: Buffer.from(vault, "hex"),
  id: vault,
});

const inAnotherLanguage = (): void => {
  let folder = "";
  let relay: Running;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "relay-"));
    relay = await startRelay(configOf({ dataDir: folder }));
  });
  afterEach(async () => {
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("holds RFC 8032 and the vectors of the socket, of which it knows at least a hundred", async () => {
    const ran = await client("self-test");
    expect(ran.out).toMatch(/^all steps held$/m);
    expect(ran.code).toBe(0);
    const counts = [...ran.out.matchAll(/^ok {4}(\d+) vectors: (\w+)$/gm)].map(([, n, kind]) => [kind, Number(n)]);
    expect(counts.map(([kind]) => kind)).toEqual(expect.arrayContaining(["frame", "hello", "delete", "envelope"]));
    expect(counts.reduce((sum, [, n]) => sum + Number(n), 0)).toBeGreaterThanOrEqual(100);
  });

  test("walks through the life of a vault at a real relay", async () => {
    const ran = await client("--url", relay.origin, "demo");
    const lines = ran.out.trim().split("\n");
    expect(lines.at(-1)).toBe("all steps held");
    expect(lines.slice(0, -1).every((line) => line.startsWith("ok    "))).toBe(true);
    const steps = [
      "created",
      "signed challenge",
      "head 11",
      "stays at 11",
      "every byte",
      "live",
      "unauthorised",
      "gone",
    ];
    for (const step of steps) expect(ran.out).toContain(step);
    expect(ran.code).toBe(0);
  });

  test("writes what our own client pulls byte for byte, under the keys that the page says", async () => {
    const ran = await client("--url", relay.origin, "leave");
    expect(ran.code).toBe(0);
    const left = leftIn(ran.out);
    const vault = vaultOf(left);
    const socket = await connect(relay.origin, `/v/${left.vault}`);
    const { nonce } = await socket.nextOf("challenge");
    socket.send(helloFrame(vault, relay.origin, nonce));
    expect((await socket.nextOf("welcome")).head).toBe(5);
    socket.send({ kind: "pull", ref: 2, after: 0, maxBytes: 1_000_000 });
    const page = await socket.nextOf("page");
    expect(page.entries.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5]);
    expect(page.entries.map(({ envelope }) => Buffer.from(envelope).toString("hex"))).toEqual(left.envelopes);
  });

  test("measures, and loses nothing on the way", async () => {
    const ran = await client("--url", relay.origin, "load", "--connections", "2", "--ops", "40", "--batch", "5");
    expect(ran.out).toMatch(/^40 envelopes .* [\d.]+ ops\/s, p50 [\d.]+ ms, p95 [\d.]+ ms$/m);
    expect(ran.code).toBe(0);
  });

  test("says what failed, and ends with 1, where no relay answers or another one does", async () => {
    const stranger: Server = createServer((_request, response) => response.end(randomBytes(8).toString("hex")));
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const address = stranger.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const wrong = await client("--url", `http://127.0.0.1:${port}`, "demo");
    await new Promise((resolve) => stranger.close(resolve));
    const nobody = await client("--url", `http://127.0.0.1:${port}`, "demo");
    for (const ran of [wrong, nobody]) {
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(/^FAIL /m);
      expect(ran.out).not.toContain("all steps held");
    }
    const foreign = await client("--url", relay.origin, "--origin", "https://elsewhere.example", "demo");
    expect([foreign.code, foreign.out]).toEqual([1, expect.stringContaining("403")]);
  });
};

if (hasPython) describe("a client in another language", inAnotherLanguage);
