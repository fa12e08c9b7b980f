/** Shows pairing and recovery boxes over HTTP from put to close, who may call them, and what every wrong request gets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toBase64Url } from "@belay/basics";
import { capsuleMax, type BoxKind } from "@belay/wire";
import { boxCalls, type BoxCall } from "../boxes.ts";
import { configOf } from "../config.ts";
import { startRelay, type Running } from "../index.ts";
import { call, callAsk, callBox, newTestAsk, newTestBox, type TestBox } from "../../../tests/relay/client.ts";
import { boxPath } from "./routes.ts";

const hour = 3_600_000;
let folder = "";
let relay: Running;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1, 10, 20);
  folder = mkdtempSync(join(tmpdir(), "relay-"));
  relay = await startRelay(configOf({ dataDir: folder, caps: { boxesPerHour: 500, sweepMs: 50 } }), { now: () => now });
});
afterEach(async () => {
  await relay.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (box: TestBox): Promise<void> => {
  expect(await callBox(relay.origin, "put", box.put)).toEqual({ status: 201, json: {} });
};
const read = (box: TestBox) => callBox(relay.origin, "read", { id: box.id, proof: box.read });
const replace = (box: TestBox, body: string) =>
  callBox(relay.origin, "replace", { id: box.id, owner: box.owner, body });
const close = (box: TestBox) => callBox(relay.origin, "close", { id: box.id, owner: box.owner });
const notFound = { status: 404, json: { error: "not-found" } };
const held = (box: TestBox) => ({ status: 200, json: { body: box.body } });

describe("a pairing box", () => {
  test("is put by one device, read by the other as often as it likes, and closed by it", async () => {
    const box = newTestBox("pairing");
    expect(await read(box)).toEqual(notFound);
    await put(box);
    await put(box);
    for (let i = 0; i < 3; i += 1) expect(await read(box)).toEqual(held(box));
    expect(await replace(box, newTestBox().body)).toEqual(notFound);
    expect(await close(box)).toEqual({ status: 200, json: {} });
    for (const answer of [await read(box), await close(box)]) expect(answer).toEqual(notFound);
  });

  test("lasts at least ten minutes, ends at a full hour, and is gone from the disk then", async () => {
    const box = newTestBox("pairing");
    await put(box);
    expect(onDisk(Buffer.from(box.id, "hex"))).toBeGreaterThan(0);
    now += 10 * 60_000;
    expect(await read(box)).toEqual(held(box));
    now = Math.ceil(now / hour) * hour;
    expect(await read(box)).toEqual(notFound);
    const id = Buffer.from(box.id, "hex");
    await expect.poll(() => onDisk(id), { timeout: 5_000 }).toBe(0);
  });
});

/** How often these bytes stand in any file of the relay's folder. */
const onDisk = (bytes: Uint8Array): number =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(Buffer.from(bytes))).length;

describe("a recovery box", () => {
  test("stays four hundred days, and as long again from each time it was replaced", async () => {
    const box = newTestBox();
    await put(box);
    now += 399 * 24 * hour;
    expect(await read(box)).toEqual(held(box));
    const next = newTestBox();
    expect(await replace(box, next.body)).toEqual({ status: 200, json: {} });
    now += 399 * 24 * hour;
    expect(await read(box)).toEqual(held(next));
    now += 2 * 24 * hour;
    for (const answer of [await read(box), await replace(box, box.body)]) expect(answer).toEqual(notFound);
  });

  test("is put once: other content or another owner is refused", async () => {
    const box = newTestBox();
    await put(box);
    const { owner, body } = newTestBox().put;
    for (const change of [{ body }, { owner }, { kind: "pairing" }]) {
      const answer = await callBox(relay.origin, "put", { ...box.put, ...change });
      expect(answer).toEqual({ status: 409, json: { error: "taken" } });
    }
  });

  test("takes the largest package, and no more", async () => {
    const body = toBase64Url(new Uint8Array(capsuleMax).fill(7));
    const box = newTestBox();
    expect(await callBox(relay.origin, "put", { ...box.put, body })).toEqual({ status: 201, json: {} });
    const more = await callBox(relay.origin, "put", { ...newTestBox().put, body: `${body}AA` });
    expect(more).toEqual({ status: 400, json: { error: "malformed" } });
  });

  test("leaves no byte of a body that was replaced or closed, while the relay runs", async () => {
    const marker = "MARKER-b0c5";
    const left = (): number =>
      readdirSync(folder).reduce(
        (sum, name) => sum + readFileSync(join(folder, name)).toString("latin1").split(marker).length - 1,
        0,
      );
    const marked = toBase64Url(new Uint8Array(Buffer.from(marker.repeat(300))));
    const [replaced, closed] = [newTestBox(), newTestBox("pairing")];
    for (const box of [replaced, closed]) {
      expect((await callBox(relay.origin, "put", { ...box.put, body: marked })).status).toBe(201);
    }
    expect(left()).toBeGreaterThan(500);
    await replace(replaced, newTestBox().body);
    await close(closed);
    await expect.poll(left, { timeout: 5_000 }).toBe(0);
  });
});

test("unknown, over, closed, wrongly proved, of the wrong kind and of an ask are one and the same answer", async () => {
  const [open, closed, over, pairing] = [newTestBox(), newTestBox(), newTestBox("pairing"), newTestBox("pairing")];
  for (const box of [open, closed, over]) await put(box);
  await close(closed);
  now += 26 * hour;
  await put(pairing);
  const ask = newTestAsk(now);
  await callAsk(relay.origin, "put", ask.put);
  const wrong = newTestBox();
  const boxes = [closed, over, wrong, { ...open, read: wrong.read, owner: wrong.owner }, { ...wrong, ...ask }];
  const bodies: Readonly<Record<string, (box: TestBox) => unknown>> = {
    read: (box) => ({ id: box.id, proof: box.read }),
    replace: (box) => ({ id: box.id, owner: box.owner, body: wrong.body }),
    close: (box) => ({ id: box.id, owner: box.owner }),
  };
  const shapes = new Set<string>();
  for (const [name, bodyOf] of Object.entries(bodies)) {
    // An owner may close what is over, as with asks, until it is swept.
    for (const box of [...boxes, ...(name === "replace" ? [pairing] : [])].filter(
      (one) => !(name === "close" && one === over),
    )) {
      const answer = await call(relay.origin, {
        method: "POST",
        path: `/api/box/${name}`,
        body: JSON.stringify(bodyOf(box)),
        headers: { "content-type": "application/json", origin: relay.origin },
      });
      const { date: _date, ...headers } = answer.headers;
      shapes.add(JSON.stringify([answer.status, headers, answer.body.toString("hex")]));
    }
  }
  expect(shapes.size).toBe(1);
  expect([...shapes][0]).toMatch(/^\[404,/);
  expect(await callAsk(relay.origin, "read", { id: open.id, proof: open.read })).toEqual(notFound);
  expect(await read(open)).toEqual(held(open));
});

const right = (name: BoxCall, kind: BoxKind = "recovery"): Readonly<Record<string, unknown>> => {
  const box = newTestBox(kind);
  return {
    put: box.put,
    read: { id: box.id, proof: box.read },
    replace: { id: box.id, owner: box.owner, body: box.body },
    close: { id: box.id, owner: box.owner },
  }[name];
};

describe.each(boxCalls)("the call %s", (name) => {
  const send = (body: string, headers: Readonly<Record<string, string>> = {}, path: string = boxPath(name)) =>
    call(relay.origin, {
      method: "POST",
      path,
      body,
      headers: { "content-type": "application/json", origin: relay.origin, ...headers },
    });

  test("refuses a missing, an extra and a wrong field, each with the same bytes", async () => {
    const body = right(name);
    const wrong: unknown[] = [];
    for (const field of Object.keys(body)) {
      const { [field]: _left, ...rest } = body;
      wrong.push(
        rest,
        ...[null, 1, "", [], {}, "a".repeat(30_000), "ab="].map((value) => ({ ...body, [field]: value })),
      );
    }
    for (const one of [...wrong, { ...body, extra: 1 }, { ...body, vault: "ab".repeat(16) }, null, [], "x"]) {
      const answer = await send(JSON.stringify(one));
      expect([answer.status, answer.body.toString()]).toEqual([400, '{"error":"malformed"}']);
    }
  });

  test("is for our own page alone, never for the sandboxed one, and by POST alone", async () => {
    for (const headers of [
      { origin: "null" },
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await send(JSON.stringify(right(name)), headers);
      expect([answer.status, answer.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
    }
    for (const method of ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await call(relay.origin, { method, path: boxPath(name), headers: { origin: "null" } });
      expect([answer.status, answer.body.toString()]).toEqual([404, '{"error":"not-found"}']);
    }
    expect((await send("{}", {}, `${boxPath(name)}/x`)).status).toBe(404);
  });
});

describe("a household that calls too often", () => {
  test.each([
    ["puts", "put", { boxesPerHour: 2 }],
    ["reads", "read", { boxReadsPerMinute: 2 }],
    ["replacements", "replace", { ownerCallsPerMinute: 2 }],
    ["closes", "close", { ownerCallsPerMinute: 2 }],
  ] as const)("is told to wait, by its own allowance of %s", async (_what, name, caps) => {
    const data = mkdtempSync(join(tmpdir(), "relay-"));
    const small = await startRelay(configOf({ dataDir: data, caps }), { now: () => now });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await callBox(small.origin, name, right(name))).status);
    const ask = newTestAsk(now);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 2).every((status) => status !== 429)).toBe(true);
    expect((await callAsk(small.origin, "put", ask.put)).status).toBe(201);
    expect((await callAsk(small.origin, "read", { id: ask.id, proof: ask.read })).status).toBe(200);
    await small.close();
    rmSync(data, { recursive: true, force: true });
  });
});
