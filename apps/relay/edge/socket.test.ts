/** Shows who may open a socket, how many, how large a message may be, and that slow or silent ones are let go. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { call, callAsk, connect, login, newTestAsk, newTestVault } from "../../../tests/relay/client.ts";
import { bodyCases } from "../../../tests/relay/bodies.ts";
import { noiseNow } from "../../../tests/relay/noise.ts";
import { configOf, type Config } from "../config.ts";
import { startRelay, type Running } from "../index.ts";

const folders: string[] = [];
const relays: Running[] = [];
const begin = async (
  given: Partial<Omit<Config, "caps">> & { caps?: Partial<Config["caps"]> } = {},
): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), "relay-"));
  folders.push(folder);
  const relay = await startRelay(configOf({ dataDir: folder, ...given }));
  relays.push(relay);
  return relay;
};
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const path = `/v/${"ab".repeat(16)}`;

describe("a socket", () => {
  test("is opened for our own page alone", async () => {
    const relay = await begin();
    for (const origin of ["https://elsewhere.example", "null", `${relay.origin}0`, null]) {
      await expect(connect(relay.origin, path, { origin })).rejects.toThrow("403");
    }
    await expect(connect(relay.origin, path, { headers: { "sec-fetch-site": "cross-site" } })).rejects.toThrow("403");
    const localhost = relay.origin.replace("127.0.0.1", "localhost");
    for (const origin of [relay.origin, localhost]) await (await connect(relay.origin, path, { origin })).close();
  });

  test("is opened under the two known paths alone", async () => {
    const relay = await begin();
    const paths = [
      "/",
      "/v",
      "/v/",
      `/v/${"AB".repeat(16)}`,
      `/v/${"ab".repeat(17)}`,
      `${path}/`,
      `${path}?x`,
      "/live/",
      "/healthz",
    ];
    for (const wrong of paths) await expect(connect(relay.origin, wrong)).rejects.toThrow("404");
  });

  test("signs for the public origin where there is one", async () => {
    const relay = await begin({ publicOrigin: "https://host.example" });
    const base = `http://127.0.0.1:${relay.port}`;
    expect(relay.origin).toBe("https://host.example");
    await expect(connect(base, path, { origin: base })).rejects.toThrow("403");
    const { welcome } = await login(base, newTestVault(), { origin: "https://host.example" });
    expect(welcome.head).toBe(0);
  });

  test("offers no compression", async () => {
    const relay = await begin();
    const { ws } = await connect(relay.origin, path, { headers: { "sec-websocket-extensions": "permessage-deflate" } });
    expect(ws.extensions).toBe("");
  });

  test("takes no message above the cap", async () => {
    const relay = await begin();
    const { socket } = await login(relay.origin, newTestVault());
    socket.ws.send(randomBytes(1_048_577));
    expect(await socket.closed).toBe(1009);
    expect((await call(relay.origin, { path: "/healthz" })).status).toBe(200);
  });

  test("that answers no ping is let go", async () => {
    const relay = await begin({ caps: { pingMs: 100, helloMs: 60_000 } });
    const { socket } = await login(relay.origin, newTestVault());
    socket.ws.pong = () => undefined;
    const deaf = connectTcp(relay.port, "127.0.0.1");
    const key = randomBytes(16).toString("base64");
    deaf.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${relay.origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    await new Promise((resolve) => deaf.on("close", resolve).resume());
    expect(deaf.destroyed).toBe(true);
  });
});

describe("limits", () => {
  test("hold the connections of one address, and leave another address alone", async () => {
    const relay = await begin({ caps: { connectionsPerAddress: 3 } });
    const open = await Promise.all([1, 2, 3].map(() => connect(relay.origin, path)));
    await expect(connect(relay.origin, path)).rejects.toThrow();
    await (await connect(relay.origin, path, { from: "127.0.0.2" })).close();
    await open[0]?.close();
    await expect
      .poll(() =>
        connect(relay.origin, path).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });

  test("hold the connections of all together", async () => {
    const relay = await begin({ caps: { connections: 4, connectionsPerAddress: 2 } });
    await Promise.all([2, 3].flatMap((n) => [1, 2].map(() => connect(relay.origin, path, { from: `127.0.0.${n}` }))));
    await expect(connect(relay.origin, path, { from: "127.0.0.4" })).rejects.toThrow();
  });

  test("hold how often an address may try, and say when to come back", async () => {
    const relay = await begin({ caps: { socketsPerMinute: 2, readsPerMinute: 2 } });
    for (let i = 0; i < 2; i += 1) await (await connect(relay.origin, path)).close();
    await expect(connect(relay.origin, path)).rejects.toThrow("429");
    const ask = newTestAsk(Date.now());
    const read = () => callAsk(relay.origin, "read", { id: ask.id, proof: ask.read });
    expect([(await read()).status, (await read()).status]).toEqual([404, 404]);
    expect(await read()).toEqual({ status: 429, json: { error: "slow-down" } });
    const answer = await call(relay.origin, {
      method: "POST",
      path: "/api/ask/re%61d?x",
      body: "{}",
      headers: { "content-type": "application/json", origin: relay.origin },
    });
    expect([answer.status, Number(answer.headers["retry-after"]) > 0]).toEqual([429, true]);
    expect((await callAsk(relay.origin, "put", ask.put)).status).toBe(201);
  });

  test("hold new vaults of one address, and let known ones in", async () => {
    const relay = await begin({ caps: { vaultsPerHour: 2 } });
    const [a, b, c] = [newTestVault(), newTestVault(), newTestVault()];
    await login(relay.origin, a);
    await login(relay.origin, b);
    await expect(login(relay.origin, c)).rejects.toThrow("no welcome");
    await login(relay.origin, a);
    await login(relay.origin, c, { from: "127.0.0.9" });
  });

  test("believe a forwarded address from the trusted proxy alone", async () => {
    const read = (relay: Running, forwarded: string) =>
      call(relay.origin, {
        method: "POST",
        path: "/api/ask/read",
        body: "{}",
        headers: { "content-type": "application/json", origin: relay.origin, "x-forwarded-for": forwarded },
      });
    const plain = await begin({ caps: { readsPerMinute: 1 } });
    const statuses = [await read(plain, "192.0.2.1"), await read(plain, "192.0.2.2")].map((answer) => answer.status);
    expect(statuses).toEqual([400, 429]);
    const behind = await begin({
      caps: { readsPerMinute: 1, connectionsPerAddress: 1 },
      trustedProxies: ["127.0.0.1"],
    });
    const answers = [
      await read(behind, "192.0.2.1"),
      await read(behind, "192.0.2.2"),
      await read(behind, "9.9.9.9, 192.0.2.2"),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 429]);
    const from = (forwarded: string) => connect(behind.origin, path, { headers: { "x-forwarded-for": forwarded } });
    const [first] = [await from("192.0.2.1"), await from("192.0.2.2")];
    await expect(from("192.0.2.1")).rejects.toThrow("429");
    await first.close();
    await expect
      .poll(() =>
        from("192.0.2.1").then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });
});

describe("bodies", () => {
  test.each(bodyCases.filter(({ name }) => /put|live/.test(name)))(
    "end as they must: $name",
    async ({ run, isRight }) => {
      const relay = await begin({ caps: { requestMs: 10_000 } });
      const ending = await run(relay.port);
      expect(isRight({ ...ending, ms: ending.ms / (await noiseNow()) })).toBe(true);
    },
  );

  test("that nobody reads are cut off, even where there is no route", async () => {
    // No time-out can be what ends it.
    const relay = await begin({ caps: { requestMs: 60_000 } });
    const started = performance.now();
    const socket = connectTcp(relay.port, "127.0.0.1");
    socket.write("POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const drip = setInterval(() => socket.write(`1000\r\n${"x".repeat(0x1000)}\r\n`), 10);
    socket.on("error", () => undefined).resume();
    await new Promise((resolve) => socket.once("close", resolve));
    clearInterval(drip);
    expect((performance.now() - started) / (await noiseNow())).toBeLessThan(3_000);
  });
});

describe("slow senders", () => {
  const heldBy = (relay: Running, text: string): Promise<number> =>
    new Promise((resolve) => {
      const started = performance.now();
      const socket = connectTcp(relay.port, "127.0.0.1", () => socket.write(text));
      const drip = setInterval(() => socket.write("x"), 50);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(drip);
        resolve(performance.now() - started);
      });
      socket.resume();
    });

  test("of headers and of bodies are let go in time, and honest ones are answered meanwhile", async () => {
    const relay = await begin({ caps: { headersMs: 300, requestMs: 600, checkMs: 50 } });
    const slow = [
      heldBy(relay, "GET / HTTP/1.1\r\nHost: x\r\nX: "),
      heldBy(
        relay,
        "POST /api/ask/put HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n",
      ),
    ];
    expect((await call(relay.origin, { path: "/healthz" })).status).toBe(200);
    for (const held of await Promise.all(slow)) expect(held).toBeLessThan(5_000);
  });
});
