import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { awayMost, idleMost, isTime, keepWatch } from "./keeper.ts";

const second = 1_000;
const day = 86_400_000;

describe("it is time", () => {
  const now = 1_000 * day;
  it.each([
    ["somebody was just here", now, null, now - second, false],
    ["nobody has touched it for two minutes", now - idleMost, null, now - second, true],
    ["nobody has touched it for a little less", now - idleMost + second, null, now - second, false],
    ["out of sight for a minute", now, now - awayMost, now - second, true],
    ["out of sight for less", now, now - awayMost + second, now - second, false],
    ["the device slept for an hour", now - 3_600 * second, null, now - 3_600 * second, true],
    ["the clock was set a day on", now - day, null, now - day, true],
    ["the clock was set a day back", now + day, null, now + day, true],
    ["the clock was corrected by two seconds", now + 2 * second, null, now + 2 * second, false],
  ])("%s: %#", (_what, active, hidden, looked, due) => {
    expect(isTime({ active, hidden, looked }, now)).toBe(due);
  });
});

/** A document with a window around it, which do only what a keeper listens to. */
const makePage = () => {
  const view = new EventTarget();
  const page = Object.assign(new EventTarget(), { hidden: false, defaultView: view });
  return {
    page,
    document: page as unknown as Document,
    hide: (hidden: boolean) => {
      page.hidden = hidden;
      page.dispatchEvent(new Event("visibilitychange"));
    },
    comeBack: () => view.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true })),
    leave: () => view.dispatchEvent(new Event("pagehide")),
    press: (kind = "keydown") => page.dispatchEvent(new Event(kind)),
  };
};

describe("keeping watch", () => {
  let there: ReturnType<typeof makePage>;
  let log: string[] = [];
  let guarded = true;
  let end: () => void = () => undefined;
  const locks = (): number => log.filter((line) => line === "lock").length;

  beforeEach(() => {
    vi.useFakeTimers();
    there = makePage();
    log = [];
    guarded = true;
    end = keepWatch(there.document, {
      now: () => Date.now(),
      guarded: () => guarded,
      lock: () => {
        log.push("lock");
        guarded = false;
      },
      cover: (on) => log.push(on ? "cover" : "show"),
    });
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  it("locks after two quiet minutes and not before", () => {
    vi.advanceTimersByTime(idleMost - 6 * second);
    expect(locks()).toBe(0);
    vi.advanceTimersByTime(12 * second);
    expect(locks()).toBe(1);
  });

  it.each(["pointerdown", "keydown", "input", "wheel", "touchmove", "scroll"])("waits anew after %s", (kind) => {
    vi.advanceTimersByTime(100 * second);
    there.press(kind);
    vi.advanceTimersByTime(100 * second);
    expect(locks()).toBe(0);
    vi.advanceTimersByTime(30 * second);
    expect(locks()).toBe(1);
  });

  it("covers at once when it is out of sight, and shows again when somebody is back soon", () => {
    there.hide(true);
    expect(log).toEqual(["cover"]);
    vi.advanceTimersByTime(30 * second);
    there.hide(false);
    expect(log).toEqual(["cover", "show"]);
  });

  it("locks after a minute out of sight", () => {
    there.hide(true);
    vi.advanceTimersByTime(awayMost + 6 * second);
    expect(log).toEqual(["cover", "lock"]);
  });

  it("is never shown again when timers stood still meanwhile: it locks and stays covered", () => {
    there.hide(true);
    vi.setSystemTime(Date.now() + 10 * awayMost);
    there.hide(false);
    expect(log).toEqual(["cover", "lock"]);
  });

  it("does not let the first touch after a sleep count as presence", () => {
    vi.setSystemTime(Date.now() + 3_600 * second);
    there.press("pointerdown");
    expect(log).toEqual(["lock"]);
  });

  it("locks when the clock is turned back", () => {
    vi.setSystemTime(Date.now() - day);
    vi.advanceTimersByTime(6 * second);
    expect(locks()).toBe(1);
  });

  it("covers a page that is left, and locks it when the browser brings it back from memory", () => {
    there.leave();
    expect(log).toEqual(["cover"]);
    vi.advanceTimersByTime(second);
    there.comeBack();
    expect(log).toEqual(["cover", "lock"]);
  });

  it("only covers where there is no lock", () => {
    guarded = false;
    there.hide(true);
    vi.advanceTimersByTime(10 * awayMost);
    there.hide(false);
    expect(log).toEqual(["cover", "show"]);
  });

  it("ends when it is told to", () => {
    end();
    there.hide(true);
    there.press();
    vi.advanceTimersByTime(10 * idleMost);
    expect(log).toEqual([]);
  });
});
