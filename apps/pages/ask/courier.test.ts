/** Tests what each way of failing on the network is called, and what goes along with a request. */
import { describe, expect, it, test } from "vitest";
import { makeCourier, type Courier } from "./courier.ts";
import type { Trouble } from "./page.ts";

interface Sent {
  readonly address: string;
  readonly init: RequestInit;
}

const over = (fetch: (sent: Sent) => Promise<Response>): Courier =>
  makeCourier({
    fetch: (address, init) => fetch({ address, init }),
    patience: 50,
    timeout: (ms) => AbortSignal.timeout(ms),
  });

const answering = (status: number, body: string): Courier => over(async () => new Response(body, { status }));
const request = { id: "00".repeat(16), proof: "11".repeat(32) };
const reply = { ...request, replyId: "22".repeat(16), body: "AAAA" };
const named = (name: string): Error => Object.assign(new Error(name), { name });

const rows: readonly (readonly [string, Courier, Trouble])[] = [
  ["an unknown, expired, closed or wrong link", answering(404, `{"error":"not-found"}`), "gone"],
  ["a note with all its answers", answering(409, `{"error":"full"}`), "full"],
  ["a queue", answering(429, `{"error":"slow-down"}`), "busy"],
  ["a relay that is stopping", answering(503, `{"error":"unavailable"}`), "busy"],
  ["a relay that breaks", answering(500, ""), "refused"],
  ["a request it finds malformed", answering(400, `{"error":"malformed"}`), "refused"],
  ["a request it finds too large", answering(413, `{"error":"too-large"}`), "refused"],
  ["a page of a hotel's network instead of an answer", answering(200, "<html>"), "refused"],
  ["no network", over(() => Promise.reject(new TypeError("Failed to fetch"))), "offline"],
  ["something thrown that is no error", over(() => Promise.reject("x")), "offline"],
  ["a time-out", over(() => Promise.reject(named("TimeoutError"))), "slow"],
  ["a request that was called off", over(() => Promise.reject(named("AbortError"))), "slow"],
];

describe("the courier", () => {
  test.each(rows)("on %s, reading and replying say so", async (_what, courier, trouble) => {
    expect(await courier.read(request)).toEqual({ ok: false, error: { type: trouble } });
    expect(await courier.reply(reply)).toEqual({ ok: false, error: { type: trouble } });
  });

  test.each([["null"], ["[]"], ["{}"], [`{"body":5}`], [`"x"`]])("does not take %s for a note", async (body) => {
    expect(await answering(200, body).read(request)).toEqual({ ok: false, error: { type: "refused" } });
  });

  it("gives the sealed body", async () => {
    expect(await answering(200, `{"body":"AAAA","closesAt":1}`).read(request)).toEqual({ ok: true, value: "AAAA" });
  });

  it("confirms an answer the relay has taken", async () => {
    expect(await answering(201, "{}").reply(reply)).toEqual({ ok: true, value: null });
  });

  it("names nobody in the address and sends nothing along but the body", async () => {
    const sent: Sent[] = [];
    const courier = over(async (one) => {
      sent.push(one);
      return new Response("{}", { status: 201 });
    });
    await courier.read(request);
    await courier.reply(reply);
    expect(sent.map(({ address }) => address)).toEqual(["/api/ask/read", "/api/ask/reply"]);
    for (const { init } of sent) {
      expect(init).toMatchObject({
        method: "POST",
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        referrerPolicy: "no-referrer",
        headers: { "content-type": "application/json" },
      });
    }
    expect(sent[1]?.init.body).toBe(JSON.stringify(reply));
  });

  it("gives up when its patience ends", async () => {
    const courier = over(
      ({ init }) =>
        new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason))),
    );
    expect(await courier.read(request)).toEqual({ ok: false, error: { type: "slow" } });
  });
});
