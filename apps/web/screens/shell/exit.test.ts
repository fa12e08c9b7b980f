import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leave, neutralPage, wasLeft } from "./exit.ts";

/** What a load is, as the browser says it. */
class Navigation {
  readonly type: string;
  constructor(type: string) {
    this.type = type;
  }
}

let emptied: boolean;
let went: string[];
let loaded: string;

const put = (key: string, value: unknown): void => void Reflect.set(globalThis, key, value);
const hadNavigator = Object.getOwnPropertyDescriptor(globalThis, "navigator");
const setNavigator = (onLine: boolean, controller: object | null): void =>
  void Object.defineProperty(globalThis, "navigator", {
    value: { onLine, serviceWorker: { controller } },
    configurable: true,
  });

beforeEach(() => {
  emptied = false;
  went = [];
  loaded = "navigate";
  put("window", { name: "" });
  put("document", {
    createElement: (localName: string) => ({ localName }),
    documentElement: { replaceChildren: (...left: readonly object[]) => (emptied = left.length === 2) },
  });
  put("location", {
    replace: (to: string) => {
      // Order matters: what is on the screen goes first.
      expect(emptied).toBe(true);
      went.push(to);
    },
  });
  put("PerformanceNavigationTiming", Navigation);
  Object.defineProperty(globalThis, "performance", {
    value: { getEntriesByType: () => [new Navigation(loaded)], now: () => 0 },
    configurable: true,
  });
  setNavigator(true, null);
});

afterEach(() => {
  for (const key of ["window", "document", "location", "PerformanceNavigationTiming"])
    Reflect.deleteProperty(globalThis, key);
  if (hadNavigator !== undefined) Object.defineProperty(globalThis, "navigator", hadNavigator);
});

describe("leaving", () => {
  it("empties the page, then goes to the neutral one", () => {
    leave();
    expect(went).toEqual([neutralPage]);
  });

  it("goes there without a network as well, where the app’s files are kept", () => {
    setNavigator(false, {});
    leave();
    expect(went).toEqual([neutralPage]);
  });

  it("shows the browser’s own empty page where the neutral one cannot be had", () => {
    setNavigator(false, null);
    leave();
    expect(went).toEqual(["about:blank"]);
  });

  it("writes nothing into the tab but a word that names nothing", () => {
    leave();
    expect(Reflect.get(Reflect.get(globalThis, "window"), "name")).toBe("left");
  });
});

describe("coming back", () => {
  it.each(["back_forward", "reload"])("by %s onto a page that was left shows nothing", (type) => {
    leave();
    loaded = type;
    expect(wasLeft()).toBe(true);
  });

  it("by opening the app anew shows it again, and from then on back is back", () => {
    leave();
    expect(wasLeft()).toBe(false);
    loaded = "back_forward";
    expect(wasLeft()).toBe(false);
  });

  it("is nothing special for somebody who never left", () => {
    loaded = "back_forward";
    expect(wasLeft()).toBe(false);
  });
});
