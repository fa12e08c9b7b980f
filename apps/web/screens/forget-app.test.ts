import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetApp } from "./forget-app.ts";

afterEach(() => vi.unstubAllGlobals());

const pretend = (refuses: boolean) => {
  const kept = new Set(["app-1", "app-2"]);
  const workers = new Set(["worker"]);
  vi.stubGlobal("caches", {
    keys: () => Promise.resolve([...kept]),
    delete: (name: string) => Promise.resolve(!refuses && kept.delete(name)),
  });
  vi.stubGlobal("navigator", {
    serviceWorker: {
      getRegistrations: () =>
        Promise.resolve([...workers].map((name) => ({ unregister: () => Promise.resolve(workers.delete(name)) }))),
    },
  });
  return { kept, workers };
};

describe("after everything was deleted", () => {
  it("caches and service workers go too", async () => {
    const { kept, workers } = pretend(false);
    expect(await forgetApp()).toBe(true);
    expect([...kept, ...workers]).toEqual([]);
  });

  it("a browser that refuses is noticed", async () => {
    pretend(true);
    expect(await forgetApp()).toBe(false);
    vi.stubGlobal("caches", { keys: () => Promise.reject(new Error("no")) });
    expect(await forgetApp()).toBe(false);
  });
});
