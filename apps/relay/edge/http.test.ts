/** Shows the mailbox over HTTP from put to close, who may call it, and what every wrong request gets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askCalls, openCalls, type AskCall } from "../asks.ts";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";
import { call, callAsk, newTestAsk, newTestReply, type TestAsk } from "../../../tests/relay/client.ts";
import { askPath, routes } from "./routes.ts";

const hour = 3_600_000;
let folder = "";
let relay: Running;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1, 10, 20);
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  const wide = { readsPerMinute: 10_000, repliesPerMinute: 10_000, asksPerHour: 10_000, sweepMs: 50 };
  relay = await startRelay(configOf({ dataDir: folder, caps: wide }), { now: () => now });
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (ask: TestAsk): Promise<void> => {
  expect(await callAsk(relay.origin, "put", ask.put)).toEqual({ status: 201, json: {} });
};
const read = (ask: TestAsk) => callAsk(relay.origin, "read", { id: ask.id, proof: ask.read }, { origin: "null" });
const reply = (ask: TestAsk, letter = newTestReply()) =>
  callAsk(relay.origin, "reply", { id: ask.id, proof: ask.reply, ...letter }, { origin: "null" });
const replies = (ask: TestAsk) => callAsk(relay.origin, "replies", { id: ask.id, owner: ask.owner });
const notFound = { status: 404, json: { error: "not-found" } };

describe("an ask", () => {
  test("is put, read by the link, answered, taken and closed", async () => {
    const ask = newTestAsk(now);
    const letter = newTestReply();
    await put(ask);
    const closesAt = Math.ceil((now + 7 * 24 * hour) / hour) * hour;
    expect(await read(ask)).toEqual({ status: 200, json: { body: ask.body, closesAt } });
    expect(await reply(ask, letter)).toEqual({ status: 201, json: {} });
    expect(await replies(ask)).toEqual({ status: 200, json: { replies: [letter] } });
    const taken = await callAsk(relay.origin, "taken", { id: ask.id, owner: ask.owner, replyIds: [letter.replyId] });
    expect(taken).toEqual({ status: 200, json: {} });
    expect(await replies(ask)).toEqual({ status: 200, json: { replies: [] } });
    expect(await callAsk(relay.origin, "close", { id: ask.id, owner: ask.owner })).toEqual({ status: 200, json: {} });
    for (const answer of [await read(ask), await reply(ask), await replies(ask)]) expect(answer).toEqual(notFound);
  });

  test("may be put twice the same, not twice otherwise", async () => {
    const ask = newTestAsk(now);
    await put(ask);
    await put(ask);
    const other = await callAsk(relay.origin, "put", { ...ask.put, cap: 9 });
    expect(other).toEqual({ status: 409, json: { error: "taken" } });
  });

  test("takes as many replies as its cap, and a repeat does not count", async () => {
    const ask = newTestAsk(now, { cap: 2 });
    await put(ask);
    const letter = newTestReply();
    for (let i = 0; i < 3; i += 1) expect((await reply(ask, letter)).status).toBe(201);
    expect((await reply(ask)).status).toBe(201);
    expect(await reply(ask)).toEqual({ status: 409, json: { error: "full" } });
    expect(await read(ask)).toEqual(notFound);
    expect((await replies(ask)).json).toMatchObject({ replies: [letter, {}] });
  });

  test("ends at a whole hour, not before the time that was chosen, and the answers wait for the asker", async () => {
    const ask = newTestAsk(now, { days: 1 });
    await put(ask);
    await reply(ask);
    now += 24 * hour;
    expect((await read(ask)).status).toBe(200);
    now += hour;
    expect(await read(ask)).toEqual(notFound);
    expect(await reply(ask)).toEqual(notFound);
    expect((await replies(ask)).json).toMatchObject({ replies: [{}] });
  });

  test("of the past, or of more than thirty days, is not taken", async () => {
    for (const days of [0, -1, 31]) {
      const answer = await callAsk(relay.origin, "put", newTestAsk(now, { days }).put);
      expect(answer).toEqual({ status: 400, json: { error: "malformed" } });
    }
    await put(newTestAsk(now, { days: 30 }));
  });

  test("that is unknown, over, closed or asked for with a wrong proof gives the same bytes", async () => {
    const [closed, over, open] = [newTestAsk(now), newTestAsk(now, { days: 1 }), newTestAsk(now)];
    for (const ask of [closed, over, open]) await put(ask);
    await callAsk(relay.origin, "close", { id: closed.id, owner: closed.owner });
    now += 26 * hour;
    const unknown = newTestAsk(now);
    const asks = [closed, over, unknown, { ...open, read: unknown.read, reply: unknown.reply, owner: unknown.owner }];
    const bodies: Readonly<Record<string, (ask: TestAsk) => unknown>> = {
      read: (ask) => ({ id: ask.id, proof: ask.read }),
      reply: (ask) => ({ id: ask.id, proof: ask.reply, ...newTestReply() }),
    };
    for (const name of openCalls) {
      const answers = await Promise.all(
        asks.map((ask) =>
          call(relay.origin, {
            method: "POST",
            path: askPath(name),
            body: JSON.stringify(bodies[name]?.(ask)),
            headers: { "content-type": "application/json", origin: "null" },
          }),
        ),
      );
      const shapes = answers.map(({ status, headers, body }) => {
        const { date: _date, ...rest } = headers;
        return JSON.stringify([status, rest, body.toString("hex")]);
      });
      expect(new Set(shapes).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
    }
  });
});

const right = (name: AskCall, ask: TestAsk): Readonly<Record<string, unknown>> =>
  ({
    put: ask.put,
    read: { id: ask.id, proof: ask.read },
    reply: { id: ask.id, proof: ask.reply, ...newTestReply() },
    replies: { id: ask.id, owner: ask.owner },
    taken: { id: ask.id, owner: ask.owner, replyIds: ["ab".repeat(16)] },
    close: { id: ask.id, owner: ask.owner },
  })[name];

/** Values that no field of any call accepts. */
const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  "",
  " ",
  [],
  {},
  [[]],
  "a".repeat(30_000),
  "\u0000",
  2 ** 53,
  ["ab".repeat(16), 1],
  "ab=",
  "a",
];
/** Values that no id and no proof may be; a sealed body may be nearly any text. */
const wrongIds = ["AB".repeat(16), "zz".repeat(16), "ab".repeat(15), "ab".repeat(17), "ab".repeat(33)];
/** Texts that are not the one spelling of any bytes. */
const wrongBodies = ["AB+/", "ABCDE", "AB==", "A_"];

describe.each(askCalls)("the call %s", (name) => {
  const send = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    call(relay.origin, {
      method: "POST",
      path: askPath(name),
      body,
      headers: { "content-type": "application/json", origin: relay.origin, ...headers },
    });
  const malformed = (answer: { readonly status: number; readonly body: Buffer }): void => {
    expect([answer.status, answer.body.toString()]).toEqual([400, JSON.stringify({ error: "malformed" })]);
  };

  test("refuses a missing, an extra and a wrong field, each with the same bytes", async () => {
    const body = right(name, newTestAsk(now));
    for (const field of Object.keys(body)) {
      const { [field]: _left, ...rest } = body;
      malformed(await send(JSON.stringify(rest)));
      for (const value of [...wrongValues, ...(field === "body" ? wrongBodies : wrongIds)])
        malformed(await send(JSON.stringify({ ...body, [field]: value })));
    }
    malformed(await send(JSON.stringify({ ...body, extra: 1 })));
    malformed(await send(`${JSON.stringify(body).slice(0, -1)},"__proto__":{"polluted":1}}`));
    expect({}).not.toHaveProperty("polluted");
  });

  test("refuses bodies that are no JSON object", async () => {
    const bodies = ["", "{", "null", "1", '"x"', "[]", "{}", '{"id":', "[".repeat(20_000), "\u{feff}{}", "{}x"];
    for (const body of bodies) malformed(await send(body));
    malformed(await send(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)));
  });

  test("refuses other content types and every content encoding", async () => {
    const body = JSON.stringify(right(name, newTestAsk(now)));
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", "x"]) {
      const answer = await send(body, { "content-type": type });
      expect([answer.status, answer.body.toString()]).toEqual([415, JSON.stringify({ error: "malformed" })]);
    }
    for (const encoding of ["gzip", "br", "deflate", "identity", "x"]) {
      expect((await send(body, { "content-encoding": encoding })).status).toBe(415);
    }
  });

  test("refuses other methods and unknown neighbours with the same bytes", async () => {
    for (const method of ["GET", "PUT", "DELETE", "PATCH", ...(openCalls.includes(name) ? [] : ["OPTIONS"])]) {
      const answer = await call(relay.origin, { method, path: askPath(name), headers: { origin: relay.origin } });
      expect([answer.status, answer.body.toString()]).toEqual([404, JSON.stringify({ error: "not-found" })]);
    }
    const near = await call(relay.origin, {
      method: "POST",
      path: `${askPath(name)}/x`,
      headers: { origin: relay.origin },
    });
    expect(near.status).toBe(404);
  });

  test("refuses senders that are not our own pages", async () => {
    const ask = newTestAsk(now);
    const body = JSON.stringify(right(name, ask));
    const wrong: readonly Readonly<Record<string, string>>[] = [
      { origin: "https://elsewhere.example" },
      { origin: `${relay.origin}0` },
      { origin: "file://" },
      { origin: "" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ];
    for (const headers of wrong) {
      const answer = await send(body, headers);
      expect([answer.status, answer.body.toString()]).toEqual([403, JSON.stringify({ error: "forbidden" })]);
    }
    const sandbox = await send(body, { origin: "null", "sec-fetch-site": "cross-site" });
    expect(sandbox.status === 403).toBe(!openCalls.includes(name));
    const none = await call(relay.origin, {
      method: "POST",
      path: askPath(name),
      body,
      headers: { "content-type": "application/json" },
    });
    expect(none.status).toBe(403);
  });
});

describe("the question before a call from the sandbox", () => {
  test("is answered for its two routes alone, and for no other origin", async () => {
    for (const name of askCalls) {
      const answer = await call(relay.origin, { method: "OPTIONS", path: askPath(name), headers: { origin: "null" } });
      expect(answer.status).toBe(openCalls.includes(name) ? 204 : 404);
      expect(answer.headers["access-control-allow-origin"]).toBe(openCalls.includes(name) ? "null" : undefined);
    }
    const foreign = await call(relay.origin, {
      method: "OPTIONS",
      path: askPath("read"),
      headers: { origin: "https://elsewhere.example" },
    });
    expect([foreign.status, foreign.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
  });
});

describe("health", () => {
  test("says that the relay runs and nothing else", async () => {
    const answer = await call(relay.origin, { path: "/healthz" });
    expect([answer.status, answer.body.toString()]).toEqual([200, '{"ok":true}']);
  });
});

describe("the route list", () => {
  test("is what the edge answers: every route but sockets is known, nothing beside it is", async () => {
    for (const route of routes.filter(({ kind }) => kind === "health" || kind === "ask")) {
      const answer = await call(relay.origin, {
        method: route.method,
        path: route.path,
        headers: { origin: relay.origin },
      });
      expect(answer.status).not.toBe(404);
    }
    for (const path of [
      "/api",
      "/api/ask",
      "/api/ask/",
      "/v",
      "/live",
      `/v/${"ab".repeat(16)}`,
      "/metrics",
      "/.env",
      "/%",
    ]) {
      expect([400, 404]).toContain((await call(relay.origin, { path })).status);
    }
  });
});
