/** Shows that joined rows change nothing that anybody can see, and that there are few of them afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { numberIn, openFile } from "./driver.ts";
import { memoryStore } from "./memory.ts";
import { toHour, toVaultId, type Store, type VaultId } from "./port.ts";
import { openSqlite } from "./sqlite.ts";
import { groupsOf } from "./sqlite-pack.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relay-pack-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const caps = { dataBytes: 2 ** 33, vaultBytes: 2 ** 30, vaultDevices: 8 };
const open = (): Store => {
  const quiet = { onBroken: () => undefined, onFull: () => undefined, onUnreadable: () => undefined };
  const opened = openSqlite(folder, caps, quiet);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const keys = { ownerPub: randomBytes(32), epoch: 1, writePub: randomBytes(32) };
const now = toHour(480_000);
const newVault = async (...stores: readonly Store[]): Promise<VaultId> => {
  const id = toVaultId(randomBytes(16).toString("hex"));
  if (id === null) throw new Error("no id");
  for (const store of stores) await store.createVault(id, keys, now);
  return id;
};
const name = (n: number): string => n.toString(16).padStart(32, "0");
const append = (vault: VaultId, device: number, seq: number, envelope: Uint8Array) => ({
  vault,
  epoch: 1,
  items: [{ device: name(device), seq, envelope }],
});
const packAll = async (store: Store): Promise<number> => {
  let fewer = 0;
  for (;;) {
    const step = await store.pack();
    if (!step.ok) throw new Error(step.error.type);
    fewer += step.value.fewer;
    if (!step.value.more) return fewer;
  }
};
const rowsIn = (): number => {
  const db = openFile(join(folder, "relay.db"));
  const rows = numberIn(db.prepare("SELECT count(*) AS n FROM chunk").get() ?? {}, "n");
  db.close();
  return rows;
};
const all = async (store: Store, vault: VaultId, after = 0, max = 2 ** 30) => {
  const page = await store.pull(vault, after, max);
  if (!page.ok) throw new Error(page.error.type);
  // A hash of each is compared far faster than its bytes.
  const entries = page.value.entries.map(({ at, envelope }) => `${at} ${hashOf(envelope)}`);
  return { entries, more: page.value.more };
};
/** Everything after a place, as it comes page by page. */
const readOn = async (store: Store, vault: VaultId, from: { readonly after: number; readonly max: number }) => {
  const read: string[] = [];
  for (let [after, more] = [from.after, true]; more;) {
    const page = await all(store, vault, after, from.max);
    read.push(...page.entries);
    after = Number(page.entries.at(-1)?.split(" ")[0] ?? after);
    more = page.more;
    // A page that gives nothing and says that more follows would be asked for for ever.
    if (more) expect(page.entries.length).toBeGreaterThan(0);
  }
  return read;
};
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("a long log", () => {
  test("is kept in a few of its rows, and every page of it is the same as before", async () => {
    const store = open();
    const vault = await newVault(store);
    const envelopes = Array.from({ length: 3_000 }, () => new Uint8Array(randomBytes(900)));
    await store.appendMany(envelopes.map((envelope, i) => append(vault, 1, i + 1, envelope)));
    const before = await all(store, vault);
    expect(await packAll(store)).toBeGreaterThan(2_500);
    expect(await all(store, vault)).toEqual(before);
    for (const after of [0, 1, 70, 1_499, 2_935, 2_999, 3_000]) {
      const page = await all(store, vault, after, 10_000);
      expect(page.entries).toEqual(before.entries.slice(after, after + 11));
    }
    await store.close();
    // 3,000 x 900 bytes are 21 rows of 128 KiB; the newest 64, and a pack that may still grow, stand alone.
    expect(rowsIn()).toBeLessThan(22 + 64 + 145);
  });

  test("of several devices goes on as before: the same again is known, another is refused, a gap is a gap", async () => {
    const store = open();
    const vault = await newVault(store);
    const kept: { readonly device: number; readonly seq: number; readonly envelope: Uint8Array }[] = [];
    const next = [0, 0, 0];
    for (let turn = 0; turn < 40; turn += 1) {
      const device = turn % 3;
      for (let i = 0; i < 1 + ((turn * 7) % 30); i += 1) {
        next[device] = (next[device] ?? 0) + 1;
        kept.push({ device, seq: next[device] ?? 0, envelope: new Uint8Array(randomBytes(800)) });
      }
    }
    await store.appendMany(kept.map(({ device, seq, envelope }) => append(vault, device, seq, envelope)));
    const before = await all(store, vault);
    expect(await packAll(store)).toBeGreaterThan(400);
    expect(await all(store, vault)).toEqual(before);
    const again = await store.appendMany(kept.map(({ device, seq, envelope }) => append(vault, device, seq, envelope)));
    expect(again.every((one) => one.ok && one.value.added.length === 0)).toBe(true);
    const other = await store.appendMany([append(vault, 1, 5, new Uint8Array(randomBytes(800)))]);
    expect(other[0]).toMatchObject({ ok: false, error: { type: "Conflict" } });
    const gap = await store.appendMany([append(vault, 1, (next[1] ?? 0) + 2, new Uint8Array(randomBytes(800)))]);
    expect(gap[0]).toMatchObject({ ok: false, error: { type: "Gap", expected: (next[1] ?? 0) + 1 } });
    await store.close();
  });

  test("keeps acts about devices findable: they are joined with nothing", async () => {
    const store = open();
    const vault = await newVault(store);
    const made = newTestVault();
    const writer = new Uint8Array(randomBytes(16));
    const plain = (seq: number): Uint8Array => testEnvelope(made, writer, seq);
    const act = (seq: number): Uint8Array => {
      const envelope = plain(seq).slice();
      envelope[6] = 3;
      return envelope;
    };
    const seqs = Array.from({ length: 600 }, (_, i) => i + 1);
    await store.appendMany(seqs.map((seq) => append(vault, 1, seq, seq % 100 === 0 ? act(seq) : plain(seq))));
    await packAll(store);
    const acts = await store.pullActs(vault, 0, 2 ** 30);
    expect(acts.ok && acts.value.entries.map(({ at }) => at)).toEqual([100, 200, 300, 400, 500, 600]);
    await store.close();
  });
});

test("whatever comes in whatever order, a packed store answers as one that never packs", async () => {
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("append" as const),
        device: fc.nat(2),
        many: fc.integer({ min: 1, max: 90 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("erase" as const),
        device: fc.nat(2),
        from: fc.integer({ min: 1, max: 200 }),
        many: fc.nat(40),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("pack" as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("pull" as const),
        after: fc.nat(400),
        max: fc.integer({ min: 1, max: 200_000 }),
      }),
    },
  );
  const store = open();
  let packed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
      const plain = memoryStore(caps);
      const vault = await newVault(store, plain);
      const next = [0, 0, 0];
      for (const one of acts) {
        if (one.kind === "pack") packed += await packAll(store);
        else if (one.kind === "append") {
          const items = Array.from({ length: one.many }, () => {
            next[one.device] = (next[one.device] ?? 0) + 1;
            return append(vault, one.device, next[one.device] ?? 0, new Uint8Array(randomBytes(760)));
          });
          const answers = await Promise.all([store, plain].map((each) => each.appendMany(items)));
          const [here, there] = answers.map((each) =>
            each.map((done) => (done.ok ? done.value.head : done.error.type)),
          );
          expect(here).toEqual(there);
        } else if (one.kind === "erase") {
          const to = Math.min(one.from + one.many, next[one.device] ?? 0);
          if (to < one.from) continue;
          const range = { vault, epoch: 1, device: name(one.device), from: one.from, to };
          expect(await store.erase(range)).toEqual(await plain.erase(range));
        } else {
          // A page may end a little earlier where rows are long; page by page it is the same log.
          expect(await readOn(store, vault, one)).toEqual(await readOn(plain, vault, one));
        }
      }
      expect(await all(store, vault)).toEqual(await all(plain, vault));
      const heads = await Promise.all(
        [store, plain].map(async (each) => {
          const found = await each.findVault(vault);
          if (!found.ok || found.value.kind !== "live") throw new Error("no vault");
          const chains = found.value.chains.map(({ deviceId, seq }) => `${hashOf(deviceId)} ${seq}`).toSorted();
          return { head: found.value.head, chains };
        }),
      );
      expect(heads[0]).toEqual(heads[1]);
    }),
    { numRuns: 60 },
  );
  await store.close();
  expect(packed).toBeGreaterThan(100);
});

test("rows are joined only where both the log and the chain go on, up to 128 KiB and 256 rows", () => {
  const strip = (c: number, place: number, more: Partial<Parameters<typeof groupsOf>[0][number]> = {}) => ({
    c,
    place,
    n: 1,
    device: "a",
    first: place,
    size: 1_000,
    ...more,
  });
  const sizes = (strips: readonly ReturnType<typeof strip>[], alone: readonly number[] = []): readonly number[] =>
    groupsOf(strips, new Set(alone)).map((group) => group.length);
  expect(sizes([strip(1, 1), strip(2, 2), strip(3, 3)])).toEqual([3]);
  expect(sizes([strip(1, 1), strip(2, 2, { device: "b" }), strip(3, 3)])).toEqual([1, 1, 1]);
  expect(sizes([strip(1, 1), strip(2, 3), strip(3, 4)])).toEqual([1, 2]);
  expect(sizes([strip(1, 1), strip(2, 2, { first: 9 })])).toEqual([1, 1]);
  expect(sizes([strip(1, 1), strip(2, 2, { size: 0 }), strip(3, 3)])).toEqual([1, 1, 1]);
  expect(sizes([strip(1, 1), strip(2, 2), strip(3, 3), strip(4, 4)], [2])).toEqual([1, 1, 2]);
  expect(sizes(Array.from({ length: 600 }, (_, i) => strip(i, i + 1, { size: 10 })))).toEqual([256, 256, 88]);
  expect(sizes(Array.from({ length: 5 }, (_, i) => strip(i, i + 1, { size: 50_000 })))).toEqual([2, 2, 1]);
});
