/** Shows what only a file can get wrong about erasing: bytes left behind, counts after a restart, long ranges. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { numberIn, openFile } from "./driver.ts";
import { memoryStore } from "./memory.ts";
import type { Store } from "./port.ts";
import { appendOf, device, entriesOf, keys, later, mailOf, newVaultId, now, one } from "./samples-contract.ts";
import { openSqlite } from "./sqlite.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-erase-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 256 };
const open = (): Store => {
  const quiet = () => undefined;
  const opened = openSqlite(folder, caps, { onBroken: quiet, onFull: quiet, onUnreadable: quiet });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const marker = "MARKER-e7a5";
const marked = (length: number): Uint8Array => Buffer.concat([Buffer.from(marker), randomBytes(length)]);
const markers = (): number =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString("latin1").split(marker).length - 1)
    .reduce((sum, count) => sum + count, 0);
const rowsIn = (): number => {
  const db = openFile(join(folder, "relay.db"));
  const rows = numberIn(db.prepare("SELECT count(*) AS n FROM chunk").get() ?? {}, "n");
  db.close();
  return rows;
};

describe("an erased range", () => {
  test("leaves no byte in the file or its log, also of rows that keep the rest", async () => {
    const store = open();
    const id = newVaultId();
    await store.createVault(id, keys, now);
    let seq = 0;
    for (const [size, isMarked] of [
      [900, false],
      [900, true],
      [40_000, true],
      [900, false],
    ] as const) {
      const items = Array.from({ length: 10 }, () => {
        seq += 1;
        return [1, seq, isMarked ? marked(size) : randomBytes(size)] as const;
      });
      // The first and last of a row with neighbours that stay, the middle ones in rows of their own.
      await one(store, appendOf(id, items));
    }
    await one(
      store,
      appendOf(
        id,
        [41, 42, 43].map((n) => [1, n, n === 42 ? marked(500) : randomBytes(500)] as const),
      ),
    );
    // Settled once already: only the erasure itself can say that there is something to settle again.
    await store.settle();
    expect(markers()).toBe(21);
    expect(await store.erase({ vault: id, epoch: 1, device: device(1), from: 11, to: 30 })).toMatchObject({ ok: true });
    expect(await store.erase({ vault: id, epoch: 1, device: device(1), from: 42, to: 42 })).toMatchObject({ ok: true });
    expect(await store.settle()).toEqual({ ok: true, value: null });
    expect(markers()).toBe(0);
    expect((await entriesOf(store, id, 0, 10_000_000)).entries).toHaveLength(22);
    await store.close();
  });

  test("of two thousand single envelopes goes in steps that let others in, and leaves one row", async () => {
    const store = open();
    const id = newVaultId();
    await store.createVault(id, keys, now);
    const count = 2_000;
    await store.appendMany(Array.from({ length: count }, (_, i) => appendOf(id, [[1, i + 1, randomBytes(60)]])));
    const order: string[] = [];
    const erased = store
      .erase({ vault: id, epoch: 1, device: device(1), from: 2, to: count - 1 })
      .then((answer) => order.push(`erased ${answer.ok ? answer.value.head : ""}`));
    const other = store.createVault(newVaultId(), keys, now).then(() => order.push("another"));
    await Promise.all([erased, other]);
    expect(order).toEqual(["another", `erased ${count}`]);
    expect((await entriesOf(store, id)).entries.map(({ at }) => at)).toEqual([1, count]);
    await store.close();
    expect(rowsIn()).toBe(3);
  });
});

describe("other things that were deleted", () => {
  test("leave no byte either: a vault with its erased ranges, closed boxes, expired boxes, replaced bodies", async () => {
    const store = open();
    const id = newVaultId();
    await store.createVault(id, keys, now);
    for (let seq = 1; seq <= 20; seq += 1) await one(store, appendOf(id, [[1, seq, marked(5_000)]]));
    await store.erase({ vault: id, epoch: 1, device: device(1), from: 3, to: 9 });
    const [closed, over] = [mailOf({ body: marked(9_000) }), mailOf({ body: marked(9_000), expires: later(1) })];
    for (const mail of [closed, over]) await store.mail.put(mail, now);
    expect(markers()).toBeGreaterThan(20);
    await store.mail.close(closed.id, closed.ownerHash);
    await store.deleteVault(id, now);
    for (let left = 1; left > 0;) {
      const step = await store.sweepExpired(later(1), 500);
      left = step.ok ? step.value : 0;
    }
    await store.settle();
    expect(markers()).toBe(0);
    await store.close();
    expect(rowsIn()).toBe(0);
  });
});

/** One thing done to a chain: so many envelopes in one row more, or a range away, or the relay started again. */
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("append"),
      n: fc.integer({ min: 1, max: 2 }),
      a: fc.integer({ min: 1, max: 6 }),
      b: fc.constant(0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("erase"),
      n: fc.integer({ min: 1, max: 2 }),
      a: fc.integer({ min: 1, max: 30 }),
      b: fc.integer({ min: 0, max: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("restart"), n: fc.constant(1), a: fc.constant(0), b: fc.constant(0) }),
  },
);

const everything = async (store: Store, id: ReturnType<typeof newVaultId>, max: number): Promise<unknown> => {
  const entries: string[] = [];
  for (let after = 0, more = true; more;) {
    const page = await entriesOf(store, id, after, max);
    entries.push(...page.entries.map(({ at, envelope }) => `${at} ${Buffer.from(envelope).toString("hex")}`));
    after = page.entries.at(-1)?.at ?? after;
    more = page.more;
  }
  const found = await store.findVault(id);
  if (!found.ok || found.value.kind !== "live") throw new Error("not live");
  const heads = found.value.chains
    .map(({ deviceId, seq }) => `${Buffer.from(deviceId).toString("hex")} ${seq}`)
    .toSorted((a, b) => a.localeCompare(b));
  return { entries, heads, head: found.value.head };
};

describe("whatever is appended and erased, in any order,", () => {
  test("a file holds what the store in memory holds, over restarts too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 3, maxLength: 25 }),
        fc.integer({ min: 1, max: 400 }),
        async (deeds, max) => {
          const id = newVaultId();
          const memory = memoryStore(caps);
          let file = open();
          for (const store of [memory, file]) await store.createVault(id, keys, now);
          const next = new Map([
            [1, 1],
            [2, 1],
          ]);
          for (const { kind, n, a, b } of deeds) {
            if (kind === "restart") {
              await file.close();
              file = open();
            }
            const begin = next.get(n) ?? 1;
            if (kind === "append") {
              const items = Array.from({ length: a }, (_, i) => [n, begin + i, randomBytes(20)] as const);
              next.set(n, begin + a);
              expect(await one(file, appendOf(id, items))).toMatchObject({
                ok: (await one(memory, appendOf(id, items)))?.ok,
              });
            }
            if (kind === "erase") {
              const range = { vault: id, epoch: 1, device: device(n), from: a, to: a + b };
              expect(await file.erase(range)).toEqual(await memory.erase(range));
              if (a <= begin) next.set(n, Math.max(begin, a + b + 1));
            }
          }
          expect(await everything(file, id, max)).toEqual(await everything(memory, id, max));
          await file.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
