import { afterEach, describe, expect, it, vi } from "vitest";
import { browserClock } from "./clock-browser.ts";

const zone = process.env["TZ"];

/** The clock's moment when it is `iso` there. */
const nowIn = (place: string, iso: string) => {
  process.env["TZ"] = place;
  vi.useFakeTimers({ now: new Date(iso) });
  return browserClock.now();
};

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("the day on the wall", () => {
  it.each([
    ["Pacific/Kiritimati", "2026-03-01T10:00:00Z", "2026-03-02"],
    ["Pacific/Kiritimati", "2026-03-01T09:59:59.999Z", "2026-03-01"],
    ["Pacific/Pago_Pago", "2026-03-02T10:59:59.999Z", "2026-03-01"],
    ["Pacific/Pago_Pago", "2026-03-02T11:00:00Z", "2026-03-02"],
    ["Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29"],
    ["Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"],
    ["Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"],
    ["Asia/Kathmandu", "2027-12-31T18:15:00Z", "2028-01-01"],
    ["UTC", "2028-02-29T23:59:59Z", "2028-02-29"],
  ])("in %s at %s is %s", (place, iso, day) => {
    const moment = nowIn(place, iso);
    expect(moment).toEqual({ ms: Date.parse(iso), day });
  });

  it("is no guess where the calendar is beyond all reason", () => {
    expect(() => nowIn("UTC", "+020000-01-01T00:00:00Z")).toThrow("calendar");
  });
});

describe("waiting", () => {
  it("runs the work once, when the time has come and not before", () => {
    vi.useFakeTimers();
    const work = vi.fn();
    browserClock.after(1_000, work);
    vi.advanceTimersByTime(999);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("can be called off, and calling it off late does no harm", () => {
    vi.useFakeTimers();
    const [early, late] = [vi.fn(), vi.fn()];
    const callOff = browserClock.after(1_000, early);
    const tooLate = browserClock.after(500, late);
    vi.advanceTimersByTime(600);
    callOff();
    tooLate();
    vi.advanceTimersByTime(10_000);
    expect([early.mock.calls.length, late.mock.calls.length]).toEqual([0, 1]);
  });
});
