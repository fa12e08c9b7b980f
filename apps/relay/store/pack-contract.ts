/** What every store promises about joined rows: nothing that anybody can see changes, and there are few of them. */
import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { memoryStore } from "./memory.ts";
import type { Store, StoreCaps, VaultId } from "./port.ts";
import { appendOf, bytes, device, keys, newVaultId, now } from "./samples-contract.ts";

/** Makes a fresh store that can be looked into: `rows` counts those of all logs. */
export type MakePacked = (
  caps: StoreCaps,
) => Promise<{ readonly store: Store; readonly rows: () => Promise<number>; readonly stop: () => Promise<void> }>;

/** Room for everything here. */
export const packCaps: StoreCaps = { vaultBytes: 2 ** 30, vaultDevices: 8 };
/** The ordinary run takes a fifth of the long log. */
const longLog = process.env["BELAY_FULL"] === "1" ? 75_000 : 15_000;

/** A vault in each store. */
export const newVault = async (...stores: readonly Store[]): Promise<VaultId> => {
  const id = newVaultId();
  for (const store of stores) await store.createVault(id, keys, now);
  return id;
};

/** Takes every step there is; gives how many rows fewer there are. */
export const packAll = async (store: Store): Promise<number> => {
  let fewer = 0;
  for (;;) {
    const step = await store.pack();
    if (!step.ok) throw new Error(step.error.type);
    fewer += step.value.fewer;
    if (!step.value.more) return fewer;
  }
};

/** A short name of some bytes: compared far faster than they are. */
export const hashOf = (of: Uint8Array): string => createHash("sha256").update(of).digest("hex");

/** One page, each entry as its place and its hash. */
const pageOf = async (store: Store, vault: VaultId, after: number, max: number) => {
  const page = await store.pull(vault, after, max);
  if (!page.ok) throw new Error(page.error.type);
  return { entries: page.value.entries.map(({ at, envelope }) => `${at} ${hashOf(envelope)}`), more: page.value.more };
};

/** Everything after a place, as it comes page by page. */
export const readOn = async (store: Store, vault: VaultId, after = 0, max = 1_000_000): Promise<readonly string[]> => {
  const read: string[] = [];
  for (let [from, more] = [after, true]; more;) {
    const page = await pageOf(store, vault, from, max);
    read.push(...page.entries);
    from = Number(page.entries.at(-1)?.split(" ")[0] ?? from);
    more = page.more;
    // A page that gives nothing and says that more follows would be asked for for ever.
    if (more) expect(page.entries.length).toBeGreaterThan(0);
  }
  return read;
};

/** Envelopes of one device, each an append of its own, from number `first` on. */
export const append = async (
  store: Store,
  vault: VaultId,
  envelopes: readonly Uint8Array[],
  [writer, first]: readonly [device: number, first: number] = [1, 1],
): Promise<void> => {
  const together = 2_500;
  for (let from = 0; from < envelopes.length; from += together) {
    const some = envelopes.slice(from, from + together);
    const done = await store.appendMany(some.map((one, i) => appendOf(vault, [[writer, first + from + i, one]])));
    expect(done.every(({ ok }) => ok)).toBe(true);
  }
};

/** Envelopes that were not there before. */
export const some = (count: number, size: number): readonly Uint8Array[] =>
  Array.from({ length: count }, () => bytes(size));

const headsOf = async (store: Store, vault: VaultId) => {
  const found = await store.findVault(vault);
  if (!found.ok || found.value.kind !== "live") throw new Error("no vault");
  const chains = found.value.chains.map(({ deviceId, seq }) => `${hashOf(deviceId)} ${seq}`).toSorted();
  return { head: found.value.head, chains };
};

const act = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant("append" as const), fc.nat(2), fc.integer({ min: 1, max: 90 })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("erase" as const), fc.nat(2), fc.nat(200), fc.nat(40)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("pack" as const)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("pull" as const), fc.nat(400), fc.integer({ min: 1, max: 200_000 })) },
);

type WithPacked = (
  work: (store: Store, rows: () => Promise<number>) => Promise<void>,
  caps?: StoreCaps,
) => () => Promise<void>;

const longLogTests = (withPacked: WithPacked): void => {
  test(
    `of ${longLog.toLocaleString("en")} entries is pulled from packs`,
    withPacked(async (store, rows) => {
      const vault = await newVault(store);
      const sent = some(longLog, 40);
      await append(store, vault, sent);
      expect(await rows()).toBe(longLog);
      await packAll(store);
      expect(await rows()).toBeLessThan(longLog / 256 + 64 + 256 + 1);
      expect(await readOn(store, vault)).toEqual(sent.map((one, i) => `${i + 1} ${hashOf(one)}`));
    }),
    60_000,
  );

  test(
    "is kept in a few of its rows, and every page of it is the same as before, also where packs end",
    withPacked(async (store, rows) => {
      const vault = await newVault(store);
      await append(store, vault, some(3_000, 900));
      const before = await readOn(store, vault);
      expect(await packAll(store)).toBeGreaterThan(2_500);
      expect(await readOn(store, vault)).toEqual(before);
      for (const after of [0, 1, 70, 1_499, 2_880, 2_935, 2_936, 2_999, 3_000]) {
        const page = await pageOf(store, vault, after, 10_000);
        expect(page.entries).toEqual(before.slice(after, after + 11));
      }
      // 3,000 x 900 bytes are 21 rows of 128 KiB; the newest 64, and a pack that may still grow, stand alone.
      expect(await rows()).toBeLessThan(22 + 64 + 145);
      expect(await store.pack()).toEqual({ ok: true, value: { fewer: 0, more: false } });
    }),
  );

  test(
    "is packed on where it was left off, and also when nobody counted while it grew",
    withPacked(async (store, rows) => {
      const vault = await newVault(store);
      for (const [turn, part] of [some(600, 40), some(600, 40), some(600, 40)].entries()) {
        await append(store, vault, part, [1, turn * 600 + 1]);
        expect(await packAll(store)).toBeGreaterThan(0);
      }
      expect(await rows()).toBeLessThan(64 + 256 + 8);
      const rest = some(200, 40);
      await append(store, vault, rest, [1, 1_801]);
      const before = await rows();
      expect(await packAll(store)).toBe(0);
      await readOn(store, vault);
      expect(await packAll(store)).toBeGreaterThan(200);
      expect(await rows()).toBeLessThan(before - 200);
      expect((await readOn(store, vault)).slice(1_800)).toEqual(rest.map((one, i) => `${1_801 + i} ${hashOf(one)}`));
    }),
  );
};

const sameAsBeforeTests = (withPacked: WithPacked): void => {
  test(
    "of several devices goes on as before: the same again is known, another is refused, a gap is a gap",
    withPacked(async (store) => {
      const vault = await newVault(store);
      const next = [0, 0, 0];
      const kept = Array.from({ length: 40 }, (_, turn) => turn).flatMap((turn) =>
        some(1 + ((turn * 7) % 30), 800).map((envelope) => {
          const seq = (next[turn % 3] ?? 0) + 1;
          next[turn % 3] = seq;
          return appendOf(vault, [[turn % 3, seq, envelope]]);
        }),
      );
      await store.appendMany(kept);
      const before = await readOn(store, vault);
      expect(await packAll(store)).toBeGreaterThan(400);
      expect(await readOn(store, vault)).toEqual(before);
      const again = await store.appendMany(kept);
      expect(again.every((one) => one.ok && one.value.added.length === 0)).toBe(true);
      const [other] = await store.appendMany([appendOf(vault, [[1, 5, bytes(800)]])]);
      expect(other).toMatchObject({ ok: false, error: { type: "Conflict" } });
      const [gap] = await store.appendMany([appendOf(vault, [[1, (next[1] ?? 0) + 2, bytes(800)]])]);
      expect(gap).toMatchObject({ ok: false, error: { type: "Gap", expected: (next[1] ?? 0) + 1 } });
    }),
  );

  test(
    "keeps acts about devices findable: they are joined with nothing",
    withPacked(async (store) => {
      const vault = await newVault(store);
      const made = newTestVault();
      const writer = new Uint8Array(randomBytes(16));
      const envelopes = Array.from({ length: 600 }, (_, i) =>
        testEnvelope(made, writer, i + 1, (i + 1) % 100 === 0 ? { type: "membership" } : {}),
      );
      await append(store, vault, envelopes);
      expect(await packAll(store)).toBeGreaterThan(300);
      const acts = await store.pullActs(vault, 0, 2 ** 30);
      expect(acts.ok && acts.value.entries.map(({ at }) => at)).toEqual([100, 200, 300, 400, 500, 600]);
    }),
  );

  test(
    "takes no more of the quota than before, and gives it back when its packs are erased",
    withPacked(
      async (store, rows) => {
        const vault = await newVault(store);
        await append(store, vault, some(600, 100));
        expect(await packAll(store)).toBeGreaterThan(400);
        const full = appendOf(vault, [[1, 601, bytes(5_001)]]);
        expect((await store.appendMany([full]))[0]).toMatchObject({ ok: false, error: { type: "OverQuota" } });
        const range = { vault, epoch: 1, device: device(1), from: 1, to: 599 };
        expect(await store.erase(range)).toEqual({ ok: true, value: { head: 600 } });
        expect(await rows()).toBe(2);
        const [fits] = await store.appendMany([appendOf(vault, [[1, 601, bytes(64_900)]])]);
        expect(fits).toMatchObject({ ok: true, value: { head: 601 } });
        expect((await readOn(store, vault)).map((entry) => entry.split(" ")[0])).toEqual(["600", "601"]);
      },
      { vaultBytes: 65_000, vaultDevices: 3 },
    ),
  );

  test(
    "leaves nothing behind when its vault is deleted between two steps, and is packed no more",
    withPacked(async (store, rows) => {
      const vault = await newVault(store);
      await append(store, vault, some(1_200, 40));
      expect(await store.pack()).toMatchObject({ ok: true, value: { more: true } });
      await store.deleteVault(vault, now);
      expect(await packAll(store)).toBe(0);
      for (let swept = 1; swept > 0;) {
        const step = await store.sweepExpired(now, 500);
        swept = step.ok ? step.value : 0;
      }
      expect(await rows()).toBe(0);
      expect(await store.stats()).toMatchObject({ ok: true, value: { vaults: 0 } });
    }),
  );
};

const laws = (withPacked: WithPacked): void => {
  test(
    "answers as one that never packs, whatever comes in whatever order",
    withPacked(async (store) => {
      let packed = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async (acts) => {
          const plain = memoryStore(packCaps);
          const vault = await newVault(store, plain);
          const next = [0, 0, 0];
          for (const one of acts) {
            if (one[0] === "pack") packed += await packAll(store);
            else if (one[0] === "append") {
              const [, writer, many] = one;
              const first = (next[writer] ?? 0) + 1;
              next[writer] = first + many - 1;
              const envelopes = some(many, 760);
              for (const each of [store, plain]) await append(each, vault, envelopes, [writer, first]);
            } else if (one[0] === "erase") {
              const [, writer, from, many] = one;
              const range = { vault, epoch: 1, device: device(writer), from: from + 1, to: from + 1 + many };
              const end = { ...range, to: Math.min(range.to, next[writer] ?? 0) };
              if (end.to >= end.from) expect(await store.erase(end)).toEqual(await plain.erase(end));
            } else {
              // A page may end a little earlier where rows are long; page by page it is the same log.
              const [, after, max] = one;
              expect(await readOn(store, vault, after, max)).toEqual(await readOn(plain, vault, after, max));
            }
          }
          expect(await readOn(store, vault)).toEqual(await readOn(plain, vault));
          expect(await headsOf(store, vault)).toEqual(await headsOf(plain, vault));
        }),
        { numRuns: 40 },
      );
      expect(packed).toBeGreaterThan(100);
    }),
    60_000,
  );
};

/** Declares the suite for one store. */
export const packContract = (name: string, make: MakePacked): void => {
  const withPacked: WithPacked =
    (work, caps = packCaps) =>
    async () => {
      const { store, rows, stop } = await make(caps);
      try {
        await work(store, rows);
      } finally {
        await stop();
      }
    };
  describe(`a long log in ${name}`, () => {
    longLogTests(withPacked);
    sameAsBeforeTests(withPacked);
    laws(withPacked);
  });
};
