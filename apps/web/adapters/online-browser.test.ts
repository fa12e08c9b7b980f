import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserOnline } from "./online-browser.ts";

let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("whether there is a network", () => {
  it.each([true, false])("begins with the browser's own word: %s", (onLine) => {
    vi.stubGlobal("navigator", { onLine });
    expect(browserOnline().value).toBe(onLine);
  });

  it("follows the browser as it comes and goes", () => {
    vi.stubGlobal("navigator", { onLine: true });
    const online = browserOnline();
    const seen: boolean[] = [];
    online.subscribe((value) => void seen.push(value));
    for (const name of ["offline", "offline", "online", "offline"]) page.dispatchEvent(new Event(name));
    expect(seen).toEqual([true, false, true, false]);
  });
});
