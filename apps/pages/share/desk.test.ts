/** Tests the page's whole conduct without a browser: what is asked of the relay, when, and what is drawn. */
import { parseDay, toBase64Url, toHex, type LocalDay } from "@belay/basics";
import { askFragment, newAskSecret, sealShare, shareKeys, shareWords } from "@belay/vault";
import { encodeShareDoc, type ShareDoc } from "@belay/wire";
import { describe, expect, it, test } from "vitest";
import { makeDesk } from "./desk.ts";
import type { Page } from "./page.ts";
import { readShare } from "./reader.ts";

const day = (text: string): LocalDay => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const doc: ShareDoc = {
  v: 1,
  locale: "en",
  from: "Mara",
  to: "Dr Weiss",
  purpose: "Our meetings.",
  madeOn: day("2026-11-22"),
  until: day("2026-12-22"),
  sections: [{ id: "own", title: "In my own words", sentences: ["Hello."], figure: null, table: null }],
};

let byte = 1;
const random = (length: number): Uint8Array => Uint8Array.from({ length }, () => (byte = (byte * 75 + 74) % 257) & 255);

/** A sealed share and the address of its page. */
const mailbox = () => {
  const secret = newAskSecret(random);
  const plain = encodeShareDoc(doc);
  const sealed = plain.ok ? sealShare(secret, plain.value, random) : plain;
  if (!sealed.ok) throw new Error("the share of this test is too long");
  const keys = shareKeys(secret);
  return {
    address: { path: `/s/${toHex(keys.id)}`, fragment: askFragment(secret) },
    words: shareWords(secret),
    request: { id: toHex(keys.id), proof: toHex(keys.readProof) },
    body: toBase64Url(sealed.value),
  };
};

const answering = (status: number, body: string) => async (): Promise<Response> => new Response(body, { status });

/** An answer that comes when the test says so. */
const awaited = () => {
  let come: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((resolve) => {
    come = resolve;
  });
  return { promise, come: (body: string, status = 200) => come(new Response(body, { status })) };
};

/** A page over a pretend relay. */
const room = () => {
  const box = mailbox();
  const seen: Page[] = [];
  const sent: { readonly address: string; readonly init: RequestInit }[] = [];
  const relay = { answer: answering(200, JSON.stringify({ body: box.body })) };
  const here = { address: box.address };
  let timer: (() => void) | null = null;
  const desk = makeDesk({
    read: (link) =>
      readShare(
        {
          fetch: (address, init) => (sent.push({ address, init }), relay.answer()),
          timeout: (ms) => AbortSignal.timeout(ms),
        },
        link,
      ),
    address: () => here.address,
    draw: (page) => void seen.push(page),
    later: (_ms, act) => {
      timer = act;
      return () => (timer = null);
    },
  });
  return { box, desk, relay, here, sent, page: () => seen.at(-1), linger: () => timer?.() };
};

describe("arriving", () => {
  it("shows the six words and asks the relay for nothing", () => {
    const { desk, page, box, sent } = room();
    desk.arrive();
    expect(page()).toEqual({ kind: "closed", words: box.words, waiting: "no", failed: false });
    expect(sent).toEqual([]);
  });

  it("with a broken link says the one sentence, and asks for nothing even when told to", async () => {
    const { desk, page, here, sent } = room();
    here.address = { path: here.address.path, fragment: "#1abc" };
    desk.arrive();
    await desk.open();
    expect(page()).toEqual({ kind: "closed", words: null, waiting: "no", failed: true });
    expect(sent).toEqual([]);
  });
});

describe("opening", () => {
  it("gives the document, and sends the mailbox and its proof in the body alone", async () => {
    const { desk, page, sent, box } = room();
    desk.arrive();
    await desk.open();
    expect(page()).toEqual({ kind: "open", doc });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.address).toBe("/api/share/read");
    expect(sent[0]?.init).toMatchObject({ method: "POST", credentials: "omit", cache: "no-store" });
    expect(sent[0]?.init.body).toBe(JSON.stringify(box.request));
  });

  const failures: readonly (readonly [string, () => Promise<Response>])[] = [
    ["unknown, ended, taken back or not there yet", answering(404, `{"error":"not-found"}`)],
    ["in a queue", answering(429, `{"error":"slow-down"}`)],
    ["at a relay that breaks", answering(500, "")],
    ["behind a hotel’s page", answering(200, "<html>")],
    ["an answer without a body", answering(200, "{}")],
    ["a body that is no base64url", answering(200, `{"body":"*"}`)],
    ["a body that another secret sealed", answering(200, JSON.stringify({ body: mailbox().body }))],
    ["offline", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["too slow", () => Promise.reject(Object.assign(new Error("slow"), { name: "TimeoutError" }))],
  ];

  test.each(failures)("%s looks like everything else that does not open", async (_what, answer) => {
    const { desk, page, relay, box } = room();
    relay.answer = answer;
    desk.arrive();
    await desk.open();
    expect(page()).toEqual({ kind: "closed", words: box.words, waiting: "no", failed: true });
  });

  it("can be tried again", async () => {
    const { desk, page, relay, box } = room();
    relay.answer = answering(404, "{}");
    desk.arrive();
    await desk.open();
    relay.answer = answering(200, JSON.stringify({ body: box.body }));
    await desk.open();
    expect(page()).toMatchObject({ kind: "open" });
  });

  it("asks once, however often it is pressed, and says when it takes long", async () => {
    const { desk, page, relay, sent, linger } = room();
    const waiting = awaited();
    relay.answer = () => waiting.promise;
    desk.arrive();
    const first = desk.open();
    await desk.open();
    expect(sent).toHaveLength(1);
    linger();
    expect(page()).toMatchObject({ waiting: "lingering" });
    waiting.come("{}", 404);
    await first;
    expect(page()).toMatchObject({ waiting: "no", failed: true });
  });

  it("throws away what comes for a link that is gone from the address", async () => {
    const { desk, page, relay, here, box } = room();
    const waiting = awaited();
    relay.answer = () => waiting.promise;
    desk.arrive();
    const first = desk.open();
    const other = mailbox();
    here.address = other.address;
    desk.arrive();
    waiting.come(JSON.stringify({ body: box.body }));
    await first;
    expect(page()).toEqual({ kind: "closed", words: other.words, waiting: "no", failed: false });
  });
});
