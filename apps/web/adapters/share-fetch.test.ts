import { parseDay } from "@belay/basics";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchShares } from "./share-fetch.ts";

const zone = process.env["TZ"];
const hour = 3_600_000;

/** What the relay is asked when a share is put whose last day is `day`, by somebody who lives there. */
const putFrom = async (place: string, day: string): Promise<{ readonly url: string; readonly body: unknown }> => {
  process.env["TZ"] = place;
  const asked: { url: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", (url: string, { body }: { readonly body: string }) => {
    asked.push({ url, body: JSON.parse(body) });
    return Promise.resolve(new Response("{}", { status: 201 }));
  });
  const until = parseDay(day);
  if (!until.ok) throw new Error(day);
  const offer = { id: "1f", read: "a1", owner: "c3", body: Uint8Array.of(0, 255), until: until.value };
  expect(await fetchShares("http://relay").put(offer)).toEqual({ ok: true, value: null });
  const [first] = asked;
  if (first === undefined) throw new Error("nothing was asked");
  return first;
};

afterEach(() => {
  vi.unstubAllGlobals();
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe("the end of a share at the relay", () => {
  it.each([
    ["UTC", "2026-03-29", "2026-03-30T00:00Z", 24],
    // The clocks go on and back: 23 and 25 hours.
    ["Europe/Berlin", "2026-03-29", "2026-03-29T22:00Z", 23],
    ["Europe/Berlin", "2026-10-25", "2026-10-25T23:00Z", 25],
    ["America/New_York", "2026-11-01", "2026-11-02T05:00Z", 25],
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-05T13:30Z", 24.5],
    // They go on at midnight, so that the next day begins at one; and back to the evening before.
    ["Africa/Cairo", "2026-04-23", "2026-04-23T22:00Z", 24],
    ["Africa/Cairo", "2026-10-29", "2026-10-29T22:00Z", 25],
    // Far from Greenwich, by halves and quarters of an hour, and at the turn of a year and of a leap day.
    ["Pacific/Kiritimati", "2026-03-01", "2026-03-01T10:00Z", 24],
    ["Pacific/Pago_Pago", "2026-12-31", "2027-01-01T11:00Z", 24],
    ["Asia/Kathmandu", "2028-02-29", "2028-02-29T18:15Z", 24],
    ["Asia/Kolkata", "2028-02-28", "2028-02-28T18:30Z", 24],
  ])("is that of its last day, in %s on %s", async (place, day, end, hours) => {
    const { url, body } = await putFrom(place, day);
    expect(url).toBe("http://relay/api/share/put");
    const expiresAt = Date.parse(end);
    expect(body).toEqual({ id: "1f", read: "a1", owner: "c3", body: "AP8", expiresAt });
    // The last moment of it is still that day on the wall, the next one is not.
    expect([new Date(expiresAt - 1), new Date(expiresAt)].map((at) => at.getDate() === Number(day.slice(8)))).toEqual([
      true,
      false,
    ]);
    expect(expiresAt - new Date(`${day}T00:00`).getTime()).toBe(hours * hour);
  });
});
