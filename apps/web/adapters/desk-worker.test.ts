import { err, ok } from "@belay/basics";
import { memoryKeystore, quickStretch, seededRandom } from "@belay/testkit";
import type { KeyDesk } from "@belay/wire";
import { afterEach, describe, expect, it } from "vitest";
import { good } from "../../../tests/world/engine-world.ts";
import { createDesk } from "../worker/desk.ts";
import { serve } from "../worker/serve.ts";
import { workerDesk, type DeskPort } from "./desk-worker.ts";

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A desk behind a real message channel: everything crosses it by structured clone, as with a worker. */
const across = (desk: KeyDesk): { readonly page: KeyDesk; readonly pagePort: MessagePort } => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  serve(
    {
      addEventListener: (_kind, listener) =>
        port2.addEventListener("message", (event) => listener({ data: event.data })),
      postMessage: (message) => port2.postMessage(message),
    },
    desk,
  );
  port1.start();
  port2.start();
  const port: DeskPort = {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (kind, listener) => port1.addEventListener(kind, listener),
  };
  return { page: workerDesk(port), pagePort: port1 };
};

const deskOver = (keystore: ReturnType<typeof memoryKeystore>, seed: string): KeyDesk =>
  createDesk({ keystore, random: seededRandom(seed), stretch: quickStretch, now: () => 0 });

const realDesk = (): KeyDesk => deskOver(memoryKeystore(), "desk");

describe("the desk across a message channel", () => {
  it("seals and opens as the desk itself does", async () => {
    const { page } = across(realDesk());
    const identity = good(await page.open(true));
    expect(identity.fresh).toBe(true);
    const body = Uint8Array.of(1, 2, 3);
    const sealed = good(await page.seal(body, 1, new Uint8Array(32)));
    const [first] = good(await page.openMany([sealed.envelope, Uint8Array.of(9)], true));
    expect(first).toMatchObject({ ok: true, value: { device: identity.device, seq: 1, type: "events" } });
    expect(first?.ok === true ? [...first.value.body] : []).toEqual([1, 2, 3]);
  });

  it("answers many calls at once, each with its own result", async () => {
    const { page } = across(realDesk());
    good(await page.open(true));
    const names = Array.from({ length: 40 }, (_, i) => `form/${i}`);
    const boxes = await Promise.all(names.map((name, i) => page.sealLocal(name, Uint8Array.of(i))));
    const opened = await Promise.all(
      names.map((name, i) => page.openLocal(name, good(boxes[i] ?? err({ type: "none" })))),
    );
    expect(opened.map((result) => good(result)[0])).toEqual(names.map((_, i) => i));
  });

  it("makes a link, opens nothing that was not sealed for it, and gives the same fragment again", async () => {
    const { page } = across(realDesk());
    good(await page.open(true));
    const ask = good(await page.makeAsk(new TextEncoder().encode('{"v":1}')));
    expect(ask.mailbox).toMatch(/^[0-9a-f]{32}$/);
    expect(ask.fragment).toMatch(/^#1[A-Za-z0-9_-]{43}$/);
    expect(good(await page.fragment(ask.secret))).toBe(ask.fragment);
    expect(await page.openReply(ask, "00".repeat(16), new Uint8Array(700))).toMatchObject({ ok: false });
  });

  it("never lets a key cross", async () => {
    const crossed: unknown[] = [];
    const { page, pagePort } = across(realDesk());
    pagePort.addEventListener("message", (event) => crossed.push(event.data));
    good(await page.open(true));
    good(await page.seal(Uint8Array.of(1), 1, new Uint8Array(32)));
    good(await page.hello("http://localhost", new Uint8Array(32)));
    const fields = crossed.flatMap((data) => JSON.stringify(data).match(/"[a-zA-Z]+":/g) ?? []);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((name) => /secret|seed|private|epochKey/i.test(name))).toEqual([]);
  });
});

describe("trouble at the desk", () => {
  it("says that keys are missing before they were opened", async () => {
    const { page } = across(realDesk());
    expect(await page.seal(Uint8Array.of(1), 1, new Uint8Array(32))).toEqual(err({ type: "KeysMissing" }));
    expect(await page.open(false)).toEqual(err({ type: "KeysMissing" }));
  });

  it.each([
    ["a call of no method", { ref: 1, method: "constructor", args: [] }],
    ["a call of an inherited method", { ref: 1, method: "toString", args: [] }],
    ["wrong arguments", { ref: 1, method: "seal", args: ["x", -1, null] }],
    ["a list that holds no bytes", { ref: 1, method: "openMany", args: [["x"], true] }],
    ["a link of no text", { ref: 1, method: "openReply", args: [{ secret: 1, replyKey: 2 }, "id", new Uint8Array()] }],
  ])("refuses %s without a word about why", async (_name, call) => {
    const { pagePort } = across(realDesk());
    const answer = new Promise((resolve) => {
      pagePort.addEventListener("message", (event) => resolve(event.data));
    });
    pagePort.postMessage(call);
    expect(await answer).toEqual({ ref: 1, result: err({ type: "DoesNotOpen", detail: "call" }) });
  });

  it("answers as unreachable when the desk throws, instead of leaving the page waiting", async () => {
    const { page } = across({ ...realDesk(), destroy: () => Promise.reject(new Error("bug")) });
    expect(await page.destroy(null)).toEqual(err({ type: "DeskUnreachable" }));
  });

  it("answers every open and later call when the worker dies", async () => {
    let die: () => void = () => undefined;
    const page = workerDesk({
      postMessage: () => undefined,
      addEventListener: (kind, listener) => {
        if (kind === "error") die = () => listener(new Event("error"));
      },
    });
    const waiting = page.open(true);
    die();
    expect(await waiting).toEqual(err({ type: "DeskUnreachable" }));
    expect(await page.destroy(null)).toEqual(err({ type: "DeskUnreachable" }));
  });

  it("passes over messages that are no answer", async () => {
    const listeners: ((event: Event) => void)[] = [];
    const page = workerDesk({
      postMessage: () => {
        for (const data of [null, 5, { ref: "1" }, { ref: 99, result: ok(null) }, { ref: 1, result: ok(null) }]) {
          for (const listener of listeners) listener(new MessageEvent("message", { data }));
        }
      },
      addEventListener: (kind, listener) => {
        if (kind === "message") listeners.push(listener);
      },
    });
    expect(await page.destroy(null)).toEqual(ok(null));
  });
});

describe("the keys on the device", () => {
  it("are the same after a restart, and another vault after they were destroyed", async () => {
    const keystore = memoryKeystore();
    const first = good(await deskOver(keystore, "a").open(true));
    const again = deskOver(keystore, "b");
    expect(good(await again.open(true))).toEqual({ ...first, fresh: false });
    good(await again.destroy(null));
    expect(await again.open(false)).toEqual(err({ type: "KeysMissing" }));
    expect(good(await deskOver(keystore, "c").open(true)).vault).not.toBe(first.vault);
  });

  it("are refused when the wrapped bytes are not whole", async () => {
    const keystore = memoryKeystore();
    good(await deskOver(keystore, "a").open(true));
    const whole = good(await keystore.read()) ?? new Uint8Array();
    for (const cut of [0, 3, 10, whole.length - 1]) {
      good(await keystore.write(whole.slice(0, cut)));
      expect(await deskOver(keystore, "b").open(true)).toEqual(err({ type: "KeysUnreadable" }));
    }
  });
});
