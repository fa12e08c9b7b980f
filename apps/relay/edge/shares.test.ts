/** Shows how long the relay keeps a share: over HTTP, from its put to the full hour after its end. */
import { expect, test } from "vitest";
import { shareDaysMax } from "@belay/wire";
import { withRelay } from "../../../tests/relay/begin.ts";
import { callShare, newTestShare } from "../../../tests/relay/client.ts";

const minute = 60_000;
const day = 1_440 * minute;

/** A relay whose clock can be turned, and what is done with shares there. */
const at = (start: number, use: (desk: Desk) => Promise<void>): Promise<void> => {
  let now = start;
  return withRelay(
    ({ origin }) =>
      use({
        turnTo: (ms) => void (now = ms),
        until: async (expiresAt) => {
          const share = newTestShare(now);
          const { status } = await callShare(origin, "put", { ...share.put, expiresAt });
          const asked = { id: share.id, proof: share.read };
          return { status, look: async () => (await callShare(origin, "read", asked, { origin: "null" })).status };
        },
      }),
    {},
    { now: () => now },
  );
};

interface Desk {
  readonly turnTo: (ms: number) => void;
  /** Puts a share that is to end then; how that was answered, and a look at it. */
  readonly until: (expiresAt: number) => Promise<{ readonly status: number; readonly look: () => Promise<number> }>;
}

test.each([
  ["at a full hour", Date.UTC(2026, 5, 8, 22), Date.UTC(2026, 5, 8, 22)],
  ["at half past, as midnight lies in India", Date.UTC(2026, 5, 8, 18, 30), Date.UTC(2026, 5, 8, 19)],
  ["a moment after the hour", Date.UTC(2026, 5, 8, 18, 0, 0, 1), Date.UTC(2026, 5, 8, 19)],
])("a share that ends %s can be read up to then, and at most an hour longer", (_, asked, gone) =>
  at(Date.UTC(2026, 5, 1, 10, 20), async ({ turnTo, until }) => {
    const { status, look } = await until(asked);
    expect(status).toBe(201);
    turnTo(asked - 1);
    expect(await look()).toBe(200);
    turnTo(gone - 1);
    expect(await look()).toBe(200);
    turnTo(gone);
    expect(await look()).toBe(404);
    expect(gone - asked).toBeLessThan(60 * minute);
  }),
);

test("the last day there is may be stood to its end, also where it has 25 hours, and no longer", () => {
  const start = Date.UTC(2026, 5, 1);
  return at(start, async ({ until }) => {
    const end = start + (shareDaysMax + 1) * day + 60 * minute;
    expect((await until(end)).status).toBe(201);
    expect((await until(end + 1)).status).toBe(400);
  });
});
