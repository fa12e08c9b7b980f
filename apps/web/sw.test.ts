/** The offline worker takes a newer build that the pinned key signed, whole or not at all, and never in the middle. */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** A store of answers by address, as the browser's cache is: all that is asked for comes in, or nothing. */
class PretendCache {
  readonly kept = new Map<string, string>();
  match = (at: string): Promise<Response | undefined> => {
    const text = this.kept.get(at);
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  };
  put = async (at: string, answer: Response): Promise<void> => void this.kept.set(at, await answer.text());
  delete = (at: string): Promise<boolean> => Promise.resolve(this.kept.delete(at));
  addAll = async (asked: readonly { readonly url: string; readonly integrity: string }[]): Promise<void> => {
    for (const { url, integrity } of asked) if (hashOf(served.get(url) ?? "") !== integrity) throw new TypeError(url);
    for (const { url } of asked) this.kept.set(url, served.get(url) ?? "");
  };
}

interface Heard {
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly [more: string]: unknown;
}

let served: Map<string, string>;
let online: boolean;
let stores: Map<string, PretendCache>;
let windows: number;
let listeners: Map<string, (event: Heard) => void>;

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const newKey = (): KeyObject => generateKeyPairSync("ed25519").privateKey;

/** As whoever builds signs: the public key, and its signature over the list. */
const sealOf = (list: string, key: KeyObject): string => {
  const open = createPublicKey(key).export({ type: "spki", format: "der" });
  return `${open.toString("base64")} ${sign(null, Buffer.from(list), key).toString("base64")}
`;
};

/** Serves a whole build whose first file says `text`. */
const serve = (number: number, text: string, key: KeyObject): void => {
  const files = { "/": text, "/sw.js": "worker" };
  const list = `${number}\n${Object.entries(files).map(([at, body]) => `${hashOf(body)} ${at}\n`).join("")}`; // prettier-ignore
  served = new Map([...Object.entries(files), ["/build.txt", list], ["/build.sig", sealOf(list, key)]]);
};

const fire = async (name: string, more: object = {}): Promise<void> => {
  const work: Promise<unknown>[] = [];
  listeners.get(name)?.({ waitUntil: (one) => void work.push(one), ...more });
  await Promise.all(work);
};

/** What a page hears that asks. */
const told = async (what: "look" | "take-over"): Promise<unknown> => {
  const postMessage = vi.fn<(text: unknown) => void>();
  await fire("message", { data: what, ports: [{ postMessage }] });
  return postMessage.mock.lastCall?.[0];
};

/** What a page of this address shows; null where the worker leaves it to the browser. */
const shown = async (path: string, mode: "navigate" | "cors" = "cors"): Promise<string | null> => {
  let answer: Promise<Response> | null = null;
  const request = { method: "GET", mode, url: `https://app.example${path}` };
  await fire("fetch", { request, respondWith: (one: Promise<Response>) => void (answer = one) });
  return answer === null ? null : await (await Promise.resolve<Response>(answer)).text();
};

/** The worker begins anew, as a browser lets it, with what it had stored. */
const wake = async (): Promise<void> => {
  vi.resetModules();
  listeners = new Map();
  await import(new URL("./sw.ts", import.meta.url).href);
};

const key = newKey();

beforeEach(async () => {
  [online, stores, windows] = [true, new Map(), 1];
  serve(10, "first", key);
  vi.stubGlobal("self", {
    addEventListener: (name: string, listener: (event: Heard) => void) => void listeners.set(name, listener),
    clients: { matchAll: () => Promise.resolve(Array.from({ length: windows })), claim: () => Promise.resolve() },
    location: { origin: "https://app.example" },
  });
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...stores.keys()]),
    open: (name: string) => {
      const store = stores.get(name) ?? new PretendCache();
      stores.set(name, store);
      return Promise.resolve(store);
    },
    delete: (name: string) => Promise.resolve(stores.delete(name)),
    match: async (at: string) => {
      for (const store of stores.values()) if (store.kept.has(at)) return store.match(at);
      return undefined;
    },
  });
  vi.stubGlobal(
    "Request",
    class {
      readonly integrity: string;
      constructor(
        readonly url: string,
        more: { readonly integrity: string },
      ) {
        this.integrity = more.integrity;
      }
    },
  );
  vi.stubGlobal("fetch", (asked: unknown) => {
    const text = typeof asked === "string" ? served.get(asked) : "from the network";
    if (!online) return Promise.reject(new TypeError("no network"));
    return Promise.resolve(new Response(text ?? "", { status: text === undefined ? 404 : 200 }));
  });
  await wake();
  await fire("install");
  await fire("activate");
});
afterEach(() => vi.unstubAllGlobals());

describe("the first build", () => {
  it("is held whole, and answers without a network", async () => {
    expect(await told("look")).toBe("10 ");
    online = false;
    expect([await shown("/"), await shown("/?from=icon", "navigate")]).toEqual(["first", "first"]);
    expect(await told("look")).toBe("10 ");
  });

  it("is no reason to answer what is not the app’s", async () => {
    for (const path of ["/api/ask/read", "/v/1", "/live", "/a/", "/s/x"]) expect(await shown(path), path).toBeNull();
    expect(await shown("/other.txt")).toBe("from the network");
  });

  it.each([
    ["a file is not what the list says", () => served.set("/", "altered")],
    ["the list is not what was signed", () => served.set("/build.txt", `${served.get("/build.txt")} `)],
    ["there is no signature", () => served.delete("/build.sig")],
    ["there is no list", () => served.delete("/build.txt")],
    ["there is no network", () => (online = false)],
  ])("is not taken when %s", async (_why, tamper) => {
    stores.clear();
    await wake();
    tamper();
    await expect(fire("install")).rejects.toThrow("no build was taken");
    expect([...stores.values()].flatMap((store) => [...store.kept])).toEqual([]);
  });
});

describe("a newer build", () => {
  it("waits for the person while a window is open, also when the worker began anew", async () => {
    serve(11, "second", key);
    expect(await told("look")).toBe("10 ready");
    expect(await shown("/", "navigate")).toBe("first");
    await wake();
    expect(await shown("/", "navigate")).toBe("first");
    expect(await told("take-over")).toBe("11 ");
    expect(await shown("/", "navigate")).toBe("second");
  });

  it("begins with the first window after the last, and the older one goes", async () => {
    serve(11, "second", key);
    expect(await shown("/", "navigate")).toBe("first");
    windows = 0;
    expect(await shown("/", "navigate")).toBe("second");
    expect([...stores.keys()]).toEqual(["app-11"]);
  });

  it("leaves an older window its own files until that was closed", async () => {
    stores.get("app-10")?.kept.set("/assets/late-1.js", "late");
    serve(11, "second", key);
    await told("look");
    await told("take-over");
    online = false;
    expect(await shown("/assets/late-1.js")).toBe("late");
  });

  it("may be followed by a newer one before it began", async () => {
    serve(11, "second", key);
    await told("look");
    serve(12, "third", key);
    expect(await told("look")).toBe("10 ready");
    expect(await told("take-over")).toBe("12 ");
    expect(await shown("/", "navigate")).toBe("third");
  });
});

/** A newer build that is good but for one address. */
const tampered = (at: string, change: (text: string) => string | null): void => {
  serve(11, "second", key);
  const changed = change(served.get(at) ?? "");
  if (changed === null) served.delete(at);
  else served.set(at, changed);
};

describe("a build is refused, and the one in use goes on, when it", () => {
  it.each([
    ["is signed by another key", () => serve(11, "second", newKey())],
    ["is older", () => serve(9, "second", key)],
    ["has the same number and other files", () => serve(10, "second", key)],
    ["has a changed list", () => tampered("/build.txt", (list) => `${list}\n`)],
    ["has the signature of another list", () => tampered("/build.sig", () => sealOf("another", key))],
    ["has no signature", () => tampered("/build.sig", () => null)],
    ["has a signature that is none", () => tampered("/build.sig", () => "§ §")],
    ["has a changed file", () => tampered("/", () => "altered")],
    ["has a worker script that is not in its list", () => tampered("/sw.js", () => "altered")],
    ["has a file too few", () => tampered("/sw.js", () => null)],
  ])("%s", async (_why, tamper) => {
    tamper();
    expect(await told("look")).toBe("10 refused");
    expect([...stores.keys()]).toEqual(["app-10"]);
    windows = 0;
    await wake();
    expect(await shown("/", "navigate")).toBe("first");
    serve(11, "second", key);
    expect(await told("look")).toBe("10 ready");
  });
});

it("judges nothing while the server has no list to give, and keeps what it last found", async () => {
  tampered("/build.txt", () => null);
  expect(await told("look")).toBe("10 ");
  tampered("/", () => "altered");
  expect(await told("look")).toBe("10 refused");
  tampered("/build.txt", () => null);
  expect(await told("look")).toBe("10 refused");
});

describe("a worker that came later", () => {
  it("goes on with what is held, and asks for nothing to begin", async () => {
    await wake();
    online = false;
    await fire("install");
    await fire("activate");
    expect(await told("look")).toBe("10 ");
  });

  it("brings nothing back once everything was deleted", async () => {
    stores.clear();
    expect(await told("look")).toBe("0 ");
    await shown("/", "navigate");
    expect([...stores.values()].flatMap((store) => [...store.kept])).toEqual([]);
  });
});
