import { fromBase64Url, ok, toBase64Url, toHex } from "@belay/basics";
import { logContract, testChain, testVault } from "@belay/testkit";
import type { Log } from "@belay/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adapterBrowser, type AdapterBrowser, type AdapterPage } from "../../../tests/world/adapter-page.ts";
import { good } from "../../../tests/world/engine-world.ts";

let browser: AdapterBrowser;
let tab: AdapterPage;

beforeAll(async () => {
  browser = await adapterBrowser();
  tab = await browser.open();
}, 60_000);
afterAll(async () => {
  await browser.close();
});

const bytesOf = (text: string): Uint8Array => good(fromBase64Url(text));

/** The device's log in the browser, as a log in the test. */
const logOf = (name: string): Log => ({
  append: (envelope) => tab.call("append", name, toBase64Url(envelope)),
  since: async (at, max) => {
    const slice = await tab.call("since", name, at, max);
    if (!slice.ok) return slice;
    const entries = slice.value.entries.map((entry) => ({ at: entry.at, envelope: bytesOf(entry.envelope) }));
    return ok({ entries, more: slice.value.more });
  },
});

const names = new WeakMap<Log, string>();
let count = 0;

logContract("the device's log in IndexedDB", {
  open: async (vaultId) => {
    count += 1;
    const name = `contract-${toHex(vaultId).slice(0, 8)}-${count}`;
    const log = logOf(name);
    names.set(log, name);
    return log;
  },
  reopen: async (log) => {
    const name = names.get(log) ?? "";
    await tab.call("close", name);
    await tab.page.reload();
    await tab.page.waitForFunction(() => Reflect.has(globalThis, "pageDesk"));
    const again = logOf(name);
    names.set(again, name);
    return again;
  },
  close: async (log) => {
    await tab.call("close", names.get(log) ?? "");
  },
});

describe("the device's log in IndexedDB, beyond the contract", () => {
  const chain = testChain(testVault("browser"), 6).map((sealed) => toBase64Url(sealed.envelope));

  it("takes many at once, in order", async () => {
    expect(good(await tab.call("appendAll", "many", chain)).at).toBeGreaterThan(0);
    expect(good(await tab.call("since", "many", 0, 10)).entries.map((entry) => entry.envelope)).toEqual(chain);
  });

  it("takes none of many when one does not fit, and can go on afterwards", async () => {
    const [first = "", second = "", , fourth = ""] = chain;
    const result = await tab.call("appendAll", "none", [first, second, fourth]);
    expect(result).toEqual({ ok: false, error: { type: "Gap", expected: 3 } });
    expect(good(await tab.call("since", "none", 0, 10)).entries).toHaveLength(0);
    good(await tab.call("append", "none", first));
  });

  it("is empty after it was cleared, and starts a new chain", async () => {
    good(await tab.call("appendAll", "cleared", chain));
    good(await tab.call("clear", "cleared"));
    expect(good(await tab.call("since", "cleared", 0, 10)).entries).toHaveLength(0);
    good(await tab.call("append", "cleared", chain[0] ?? ""));
  });

  it("opens again by itself after its connection was closed", async () => {
    const [first = "", second = ""] = chain;
    good(await tab.call("append", "lost", first));
    await tab.call("close", "lost");
    expect(good(await tab.call("since", "lost", 0, 10)).entries).toHaveLength(1);
    good(await tab.call("append", "lost", second));
  });

  it("lets go when the database is deleted under it, and starts anew", async () => {
    good(await tab.call("append", "deleted", chain[0] ?? ""));
    await tab.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase("deleted");
          request.onsuccess = () => resolve();
          request.onerror = () => reject(new Error("not deleted"));
        }),
    );
    expect(good(await tab.call("since", "deleted", 0, 10)).entries).toHaveLength(0);
  });
});

describe("drafts in IndexedDB", () => {
  it("are kept, replaced, dropped and cleared by name", async () => {
    good(await tab.call("putDraft", "drafts", "ask/1", toBase64Url(Uint8Array.of(1, 2))));
    good(await tab.call("putDraft", "drafts", "ask/1", toBase64Url(Uint8Array.of(3))));
    good(await tab.call("putDraft", "drafts", "ask/2", toBase64Url(Uint8Array.of(4))));
    expect(await tab.call("draft", "drafts", "ask/1")).toBe(toBase64Url(Uint8Array.of(3)));
    good(await tab.call("dropDraft", "drafts", "ask/1"));
    expect(await tab.call("draft", "drafts", "ask/1")).toBe(true);
    expect(await tab.call("draftNames", "drafts")).toEqual({ ok: true, value: ["ask/2"] });
    good(await tab.call("clearDrafts", "drafts"));
    expect(await tab.call("draft", "drafts", "ask/2")).toBe(true);
  });
});

describe("the keys on the device", () => {
  const bundle = toBase64Url(Uint8Array.from({ length: 300 }, (_, i) => i % 251));

  it("come back as they were, and are gone after they were destroyed", async () => {
    expect(await tab.call("keysRead")).toBe(null);
    good(await tab.call("keysWrite", bundle));
    expect(await tab.call("keysRead")).toBe(bundle);
    good(await tab.call("keysDestroy"));
    expect(await tab.call("keysRead")).toBe(null);
  });

  it("are wrapped by a key that the browser does not give out", async () => {
    good(await tab.call("keysWrite", bundle));
    expect(await tab.call("keysStolen")).toMatch(/not extractable/i);
  });
});

describe("two tabs of one browser", () => {
  it("take turns", async () => {
    const other = await browser.open();
    const [a, b] = await Promise.all([tab.call("hold", "turn", 120), other.call("hold", "turn", 120)]);
    expect(Math.max(a.from, b.from)).toBeGreaterThanOrEqual(Math.min(a.to, b.to) - 1);
    await other.page.close();
  });

  it("hear each other, and pass over what is no news", async () => {
    const other = await browser.open();
    await other.call("listen", "news");
    await tab.call("say", "news", { type: "appended" });
    await tab.call("tell", "news", "appended");
    await tab.call("tell", "news", "wiped");
    await expect.poll(() => other.call("heard")).toEqual(["appended", "wiped"]);
    await other.page.close();
  });
});

it("the browser is asked to keep the storage, and says how full it is", async () => {
  const { persisted, usage } = await tab.call("keeping");
  expect(typeof persisted).toBe("boolean");
  expect(usage).toBeGreaterThanOrEqual(0);
  expect(usage).toBeLessThan(1);
});
