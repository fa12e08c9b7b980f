import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const keys = "/assets/keys-1a2b3c.js";

interface Rules {
  readonly createScriptURL: (url: string) => string;
}

/** What the browser was asked to do. */
const browser = () => ({
  policies: [] as { readonly name: string; readonly rules: Rules }[],
  workers: [] as { readonly url: unknown; readonly options: unknown }[],
  registered: [] as { readonly url: unknown; readonly options: unknown }[],
});

let did: ReturnType<typeof browser>;

/** A page with Trusted Types, or without; what the policy lets through is marked, so that a bare address shows. */
const page = async (withTypes: boolean, workers = true) => {
  vi.resetModules();
  const trustedTypes = {
    createPolicy: (name: string, rules: Rules) => {
      did.policies.push({ name, rules });
      return { createScriptURL: (url: string) => `trusted:${rules.createScriptURL(url)}` };
    },
  };
  vi.stubGlobal("__KEYS_URL__", keys);
  vi.stubGlobal("window", withTypes ? { trustedTypes } : {});
  vi.stubGlobal(
    "Worker",
    class {
      constructor(url: unknown, options: unknown) {
        did.workers.push({ url, options });
      }
    },
  );
  const register = (url: unknown, options: unknown) => {
    did.registered.push({ url, options });
    return Promise.reject(new Error("no service worker here"));
  };
  vi.stubGlobal("navigator", workers ? { serviceWorker: { register } } : {});
  return import("./scripts-browser.ts");
};

beforeEach(() => {
  did = browser();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the app's scripts", () => {
  it("are started through one policy of that name", async () => {
    const { startKeyWorker, startServiceWorker } = await page(true);
    startKeyWorker();
    startServiceWorker();
    expect(did.policies.map(({ name }) => name)).toEqual(["app-url"]);
    expect(did.workers).toEqual([{ url: `trusted:${keys}`, options: { type: "module", name: "keys" } }]);
    expect(did.registered).toEqual([{ url: "trusted:/sw.js", options: { scope: "/" } }]);
  });

  it("are exactly two: the policy lets no other address through", async () => {
    await page(true);
    const through = (url: string): string => did.policies[0]?.rules.createScriptURL(url) ?? "";
    expect([through(keys), through("/sw.js")]).toEqual([keys, "/sw.js"]);
    for (const url of [
      "",
      "/",
      "/sw.js?x",
      "/sw.js#",
      "//evil.example/sw.js",
      "https://evil.example/sw.js",
      `${keys}?`,
      "./sw.js",
      "data:text/javascript,1",
      "blob:null/1",
      "javascript:1",
      keys.toUpperCase(),
    ]) {
      expect(() => through(url), url).toThrow(TypeError);
    }
  });

  it("start as well where the browser has no Trusted Types", async () => {
    const { startKeyWorker, startServiceWorker } = await page(false);
    startKeyWorker();
    startServiceWorker();
    expect(did.workers[0]?.url).toBe(keys);
    expect(did.registered[0]?.url).toBe("/sw.js");
  });

  it("are no reason to fail where there is no service worker", async () => {
    const { startServiceWorker } = await page(true, false);
    expect(() => startServiceWorker()).not.toThrow();
    expect(did.registered).toEqual([]);
  });
});
