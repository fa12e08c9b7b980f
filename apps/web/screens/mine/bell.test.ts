import { afterEach, describe, expect, it, vi } from "vitest";
import { browserBell } from "./bell.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser's notifications that stand as told and answer as told. */
const stub = (permission: string, answer = permission) => {
  const shown: (readonly [string, unknown])[] = [];
  class Pretended {
    static permission = permission;
    static requestPermission = vi.fn<() => Promise<string>>(() => {
      Pretended.permission = answer;
      return Promise.resolve(answer);
    });
    constructor(title: string, options: unknown) {
      shown.push([title, options]);
    }
    addEventListener(): void {}
  }
  vi.stubGlobal("Notification", Pretended);
  return { shown, asked: Pretended.requestPermission };
};

describe("the browser’s notifications", () => {
  it.each([
    ["granted", "yes"],
    ["denied", "no"],
    ["default", "ask"],
  ])("that stand at %s: %s, without asking", (permission, may) => {
    const { asked } = stub(permission);
    expect(browserBell.may()).toBe(may);
    expect(asked).not.toHaveBeenCalled();
  });

  it("may not be there at all", async () => {
    vi.stubGlobal("Notification", undefined);
    expect(browserBell.may()).toBe("none");
    expect(await browserBell.ask()).toBe("none");
  });

  it.each([
    ["granted", "yes"],
    ["denied", "no"],
    ["default", "ask"],
  ])("are asked for once by a press; the answer %s is told", async (answer, may) => {
    const { asked } = stub("default", answer);
    expect(await browserBell.ask()).toBe(may);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("show a title and no words below it", async () => {
    const { shown } = stub("granted");
    await browserBell.ring("Time for your note");
    expect(shown).toEqual([["Time for your note", { tag: "note" }]]);
  });

  it("go through the service worker where a page may not show them itself", async () => {
    vi.stubGlobal("Notification", function refuse() {
      throw new TypeError("Illegal constructor");
    });
    const showNotification = vi.fn<(title: string, options: object) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal("navigator", { serviceWorker: { getRegistration: () => Promise.resolve({ showNotification }) } });
    await browserBell.ring("Time for your note");
    expect(showNotification).toHaveBeenCalledWith("Time for your note", { tag: "note" });
  });

  it("tell the minute of the local day", () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22, 9, 5) });
    expect(browserBell.minute()).toBe(545);
    vi.useRealTimers();
  });
});
