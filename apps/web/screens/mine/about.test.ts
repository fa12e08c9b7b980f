/** Mine says which version runs, offers a newer one, and says it when one was refused; it takes over only by a press. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { draw, settle } from "../../../../tests/screens/pretend-page.ts";
import { pretendEngine } from "../../../../tests/screens/pretend-engine.ts";
import { About } from "./about.tsx";
import { Mine } from "./mine.tsx";

afterEach(() => vi.unstubAllGlobals());

/** A worker that reports `state`, and a page that counts how often it was begun anew. */
const browser = (state: string) => {
  const heard: unknown[] = [];
  const reload = vi.fn<() => void>();
  const postMessage = (what: unknown, ports: readonly MessagePort[]): void => {
    heard.push(what);
    ports[0]?.postMessage(`1795406744 ${what === "take-over" ? "" : state}`);
    ports[0]?.close();
  };
  vi.stubGlobal("navigator", { serviceWorker: { controller: { postMessage } } });
  vi.stubGlobal("location", { reload });
  return { heard, reload };
};

const drawn = async () => {
  const screen = await draw(About, pretendEngine());
  for (let turn = 0; turn < 5; turn += 1) await settle();
  return screen;
};

const offer = "A newer version is here. It begins when you say so";
const refusal = "not signed like this one. It was refused. So far nothing changed.";

describe("the version in use", () => {
  it("stands at the end of Mine, also where there is no worker to ask", async () => {
    const text = (await draw(Mine, pretendEngine())).text();
    expect(text.indexOf("Belay is free software.")).toBeGreaterThan(text.indexOf("Delete everything"));
    expect(text).not.toContain("This is version");
    vi.stubGlobal("navigator", {});
    expect((await drawn()).text()).toContain("Belay is free software.");
  });

  it("is shown by its number, and nothing is offered when there is nothing newer", async () => {
    const { heard, reload } = browser("");
    const text = (await drawn()).text();
    expect(text).toContain("This is version 1795406744, of November 23.");
    expect(text).not.toMatch(/newer version|refused|Use it now/);
    expect([heard, reload.mock.calls]).toEqual([["look"], []]);
  });

  it("gives way to a newer one only by a press, and then the page begins anew", async () => {
    const { heard, reload } = browser("ready");
    const screen = await drawn();
    expect(screen.has(offer)).toBe(true);
    expect([heard, reload.mock.calls]).toEqual([["look"], []]);
    await screen.press("Use it now");
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(heard).toEqual(["look", "take-over"]);
  });

  it("goes on when another was refused, which is said plainly and can not be overruled", async () => {
    const { reload } = browser("refused");
    const screen = await drawn();
    expect(screen.has(refusal)).toBe(true);
    expect(screen.text()).not.toContain("Use it now");
    expect(screen.has(offer)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
