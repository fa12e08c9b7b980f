import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { err, ok, toBase64Url } from "@belay/basics";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchMail } from "./mail-fetch.ts";

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

let server: Server;
let origin: string;
let heard: Heard[];
/** What the relay answers next; null is no answer at all. */
let answer: { readonly status: number; readonly body: string } | null;

beforeEach(async () => {
  heard = [];
  answer = { status: 200, body: "{}" };
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      heard.push({ method, url, headers, body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
      if (answer === null) return;
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const id = "1f".repeat(16);
const owner = "2e".repeat(32);
const reply = "3d".repeat(16);
const sealed = Uint8Array.of(0, 255, 62, 63, 1);
const offer = {
  id,
  read: "a1".repeat(32),
  reply: "b2".repeat(32),
  owner: "c3".repeat(32),
  body: sealed,
  expiresAt: 1_800_000_000_000,
};

describe("a request to a mailbox", () => {
  it("carries ids, proofs and sealed bytes in its body, and nothing of them in its address or its headers", async () => {
    const mail = fetchMail(origin);
    expect(await mail.put(offer)).toEqual(ok(null));
    expect(await mail.taken(id, owner, [reply])).toEqual(ok(null));
    expect(await mail.close(id, owner)).toEqual(ok(null));
    answer = { status: 200, body: JSON.stringify({ replies: [] }) };
    expect(await mail.replies(id, owner)).toEqual(ok([]));
    expect(heard.map(({ method, url, body }) => ({ method, url, body }))).toEqual([
      { method: "POST", url: "/api/ask/put", body: { ...offer, body: toBase64Url(sealed), cap: 3 } },
      { method: "POST", url: "/api/ask/taken", body: { id, owner, replyIds: [reply] } },
      { method: "POST", url: "/api/ask/close", body: { id, owner } },
      { method: "POST", url: "/api/ask/replies", body: { id, owner } },
    ]);
    for (const { headers } of heard) {
      expect(headers).toMatchObject({ "content-type": "application/json" });
      expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined]);
      expect(JSON.stringify(headers)).not.toMatch(/1f1f|2e2e|3d3d/);
    }
  });

  it("sends no cookie, no referrer, and leaves nothing in a cache", async () => {
    const spied = vi.spyOn(globalThis, "fetch");
    await fetchMail(origin).close(id, owner);
    expect(spied.mock.calls[0]?.[1]).toMatchObject({
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
  });

  it.each([
    [404, { type: "NotThere" }],
    [409, { type: "Full" }],
    [429, { type: "SlowDown" }],
    [503, { type: "SlowDown" }],
    [400, { type: "RelayRefused", detail: "400" }],
    [403, { type: "RelayRefused", detail: "403" }],
    [413, { type: "RelayRefused", detail: "413" }],
    [500, { type: "RelayRefused", detail: "500" }],
  ])("that is answered with %i says so on every route", async (status, fault) => {
    answer = { status, body: JSON.stringify({ error: "whatever it says" }) };
    const mail = fetchMail(origin);
    const results = [
      await mail.put(offer),
      await mail.replies(id, owner),
      await mail.taken(id, owner, [reply]),
      await mail.close(id, owner),
    ];
    expect(results).toEqual(Array.from({ length: 4 }, () => err(fault)));
  });

  it("counts as offline when nobody answers at that address", async () => {
    expect(await fetchMail("http://127.0.0.1:9").close(id, owner)).toEqual(err({ type: "Offline" }));
  });

  it("counts as offline when the relay hears it and keeps silent", async () => {
    answer = null;
    const patience: number[] = [];
    const real = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
      patience.push(ms);
      return real(50);
    });
    expect(await fetchMail(origin).replies(id, owner)).toEqual(err({ type: "Offline" }));
    expect(heard).toHaveLength(1);
    expect(patience).toHaveLength(1);
    expect(patience[0]).toBeLessThanOrEqual(30_000);
  });
});

describe("replies", () => {
  it("come as bytes under their own ids, in the relay's order", async () => {
    const replies = [sealed, Uint8Array.of(7)].map((body, i) => ({
      replyId: `${i}0`.repeat(16),
      body: toBase64Url(body),
    }));
    answer = { status: 200, body: JSON.stringify({ replies }) };
    expect(await fetchMail(origin).replies(id, owner)).toEqual(
      ok([
        { replyId: "00".repeat(16), body: sealed },
        { replyId: "10".repeat(16), body: Uint8Array.of(7) },
      ]),
    );
  });

  it.each([
    ["a list", []],
    ["nothing", null],
    ["a number", 7],
    ["no list in it", { replies: {} }],
    ["a field more", { replies: [], extra: 1 }],
    ["a reply without an id", { replies: [{ body: "AA" }] }],
    ["an id of another length", { replies: [{ replyId: "ab", body: "AA" }] }],
    ["an id in capitals", { replies: [{ replyId: "AB".repeat(16), body: "AA" }] }],
    ["a body that is no base64url", { replies: [{ replyId: reply, body: "a+/=" }] }],
    ["a body larger than a capsule", { replies: [{ replyId: reply, body: "A".repeat(40_000) }] }],
    [
      "more replies than a mailbox holds",
      { replies: Array.from({ length: 11 }, () => ({ replyId: reply, body: "AA" })) },
    ],
  ])("of another shape are refused whole: %s", async (_name, body) => {
    answer = { status: 200, body: JSON.stringify(body) };
    expect(await fetchMail(origin).replies(id, owner)).toEqual(err({ type: "RelayRefused", detail: "shape" }));
  });

  it("that are no JSON at all are no answer", async () => {
    answer = { status: 200, body: "<html>a hotel's own page</html>" };
    expect(await fetchMail(origin).replies(id, owner)).toEqual(err({ type: "Offline" }));
  });
});
