/** What every store promises about envelopes that were erased from a vault's log. */
import { expect, test } from "vitest";
import type { Store, VaultId } from "./port.ts";
import { appendOf, bytes, device, entriesOf, keys, newVaultId, now, one, type WithStore } from "./samples-contract.ts";

/** Declares them. */
export const eraseTests = (withStore: WithStore): void => {
  const withVault = (work: (store: Store, id: VaultId) => Promise<void>) =>
    withStore(async (store) => {
      const id = newVaultId();
      await store.createVault(id, keys, now);
      await work(store, id);
    });
  const erase = (store: Store, vault: VaultId, n: number, from: number, to: number, epoch = 1) =>
    store.erase({ vault, epoch, device: device(n), from, to });
  /** Fills one device's chain in rows of these lengths; gives its envelopes. */
  const fill = async (
    store: Store,
    id: VaultId,
    n: number,
    rows: readonly number[],
  ): Promise<readonly Uint8Array[]> => {
    const all: Uint8Array[] = [];
    for (const length of rows) {
      const begin = all.length + 1;
      const more = Array.from({ length }, () => bytes());
      all.push(...more);
      await one(
        store,
        appendOf(
          id,
          more.map((part, i) => [n, begin + i, part] as const),
        ),
      );
    }
    return all;
  };
  const heads = async (store: Store, id: VaultId): Promise<Readonly<Record<string, number>>> => {
    const found = await store.findVault(id);
    if (!found.ok || found.value.kind !== "live") throw new Error("not live");
    return Object.fromEntries(
      found.value.chains.map((chain) => [Buffer.from(chain.deviceId).toString("hex"), chain.seq]),
    );
  };
  /** Places and bytes of what is left, read in pages of about that many bytes. */
  const left = async (store: Store, id: VaultId, max = 1_000_000): Promise<readonly (readonly [number, Buffer])[]> => {
    const all: (readonly [number, Buffer])[] = [];
    for (let after = 0, more = true; more;) {
      const page = await entriesOf(store, id, after, max);
      if (page.more && page.entries.length === 0) throw new Error("more, and nothing");
      all.push(...page.entries.map((entry) => [entry.at, Buffer.from(entry.envelope)] as const));
      after = page.entries.at(-1)?.at ?? after;
      more = page.more;
    }
    return all;
  };
  const without = (all: readonly Uint8Array[], from: number, to: number) =>
    all.flatMap((part, i) => (i + 1 >= from && i + 1 <= to ? [] : [[i + 1, Buffer.from(part)] as const]));

  test.each([
    [1, 1],
    [1, 12],
    [2, 3],
    [5, 5],
    [4, 9],
    [6, 12],
    [12, 12],
  ])("are not served any more, %i to %i of twelve, and everything else is, at its old place", (from, to) =>
    withVault(async (store, id) => {
      const all = await fill(store, id, 1, [3, 1, 6, 2]);
      expect(await erase(store, id, 1, from, to)).toEqual({ ok: true, value: { head: 12 } });
      for (const max of [1, 100, 1_000_000]) expect(await left(store, id, max)).toEqual(without(all, from, to));
      expect(await heads(store, id)).toEqual({ [device(1)]: 12 });
      for (const after of [0, from - 1, from, to, 12]) {
        const page = await entriesOf(store, id, after);
        expect(page.entries.map((entry) => entry.at)).toEqual(
          without(all, from, to)
            .map(([at]) => at)
            .filter((at) => at > after),
        );
        expect(page.more).toBe(false);
      }
    })(),
  );

  test(
    "leave the other devices' envelopes alone",
    withVault(async (store, id) => {
      const first = await fill(store, id, 1, [2]);
      const other = await fill(store, id, 2, [2]);
      await one(store, appendOf(id, [[1, 3, bytes()]]));
      expect((await erase(store, id, 1, 2, 3)).ok).toBe(true);
      expect((await left(store, id)).map(([, part]) => part)).toEqual(
        [first[0], ...other].map((part) => Buffer.from(part ?? [])),
      );
      expect(await heads(store, id)).toEqual({ [device(1)]: 3, [device(2)]: 2 });
    }),
  );

  test(
    "leave the chain's end where it was: the next number is the next one, and none before it",
    withVault(async (store, id) => {
      await fill(store, id, 1, [4]);
      await erase(store, id, 1, 3, 4);
      expect(await one(store, appendOf(id, [[1, 6, bytes()]]))).toMatchObject({ error: { type: "Gap", expected: 5 } });
      expect(await one(store, appendOf(id, [[1, 5, bytes()]]))).toMatchObject({ ok: true, value: { head: 5 } });
      expect((await left(store, id)).map(([at]) => at)).toEqual([1, 2, 5]);
    }),
  );

  test(
    "never come back: appended again they are acknowledged, and nothing is stored",
    withVault(async (store, id) => {
      const all = await fill(store, id, 1, [5]);
      await erase(store, id, 1, 2, 4);
      const again = await one(
        store,
        appendOf(
          id,
          all.map((part, i) => [1, i + 1, part] as const),
        ),
      );
      expect(again).toEqual({ ok: true, value: { head: 5, added: [] } });
      expect((await one(store, appendOf(id, [[1, 3, bytes()]])))?.ok).toBe(true);
      expect(await left(store, id)).toEqual(without(all, 2, 4));
      expect(await one(store, appendOf(id, [[1, 5, bytes()]]))).toEqual({ ok: false, error: { type: "Conflict" } });
    }),
  );

  test(
    "may be erased again, in part, over the same edge and piece by piece",
    withVault(async (store, id) => {
      const all = await fill(store, id, 1, [10, 10]);
      for (const [from, to] of [
        [3, 4],
        [3, 4],
        [5, 5],
        [1, 3],
        [8, 12],
        [6, 7],
        [4, 9],
      ] as const) {
        expect(await erase(store, id, 1, from, to)).toEqual({ ok: true, value: { head: 20 } });
      }
      expect(await left(store, id)).toEqual(without(all, 1, 12));
      expect(await erase(store, id, 1, 1, 20)).toEqual({ ok: true, value: { head: 20 } });
      expect(await entriesOf(store, id)).toEqual({ entries: [], more: false });
      expect((await one(store, appendOf(id, [[1, 21, bytes()]])))?.ok).toBe(true);
      expect((await left(store, id)).map(([at]) => at)).toEqual([21]);
    }),
  );

  test(
    "make room under the quota",
    withVault(async (store, id) => {
      await one(store, appendOf(id, [[1, 1, bytes(90_000)]]));
      expect(await one(store, appendOf(id, [[1, 2, bytes(20_000)]]))).toMatchObject({ error: { type: "OverQuota" } });
      await erase(store, id, 1, 1, 1);
      expect((await one(store, appendOf(id, [[1, 2, bytes(20_000)]])))?.ok).toBe(true);
      expect(await one(store, appendOf(id, [[1, 3, bytes(90_000)]]))).toMatchObject({ error: { type: "OverQuota" } });
    }),
  );

  test(
    "may be some that the store never had: the chain goes on behind them",
    withVault(async (store, id) => {
      const all = await fill(store, id, 1, [2]);
      expect(await erase(store, id, 1, 4, 5)).toEqual({
        ok: false,
        error: { type: "Gap", device: device(1), expected: 3 },
      });
      expect(await erase(store, id, 1, 2, 900)).toEqual({ ok: true, value: { head: 3 } });
      expect(await heads(store, id)).toEqual({ [device(1)]: 900 });
      expect(await one(store, appendOf(id, [[1, 900, bytes()]]))).toMatchObject({ ok: true, value: { added: [] } });
      const next = bytes();
      expect(await one(store, appendOf(id, [[1, 901, next]]))).toMatchObject({ ok: true, value: { head: 4 } });
      expect(await left(store, id)).toEqual([
        [1, Buffer.from(all[0] ?? [])],
        [4, Buffer.from(next)],
      ]);
    }),
  );

  test(
    "may be the whole of a chain that was never there, and such a vault is no empty one",
    withVault(async (store, id) => {
      expect(await erase(store, id, 1, 1, 2 ** 53 - 2)).toEqual({ ok: true, value: { head: 1 } });
      expect(await erase(store, id, 2, 1, 3)).toEqual({ ok: true, value: { head: 2 } });
      expect(await heads(store, id)).toEqual({ [device(1)]: 2 ** 53 - 2, [device(2)]: 3 });
      expect(await entriesOf(store, id)).toEqual({ entries: [], more: false });
      expect(await store.sweepExpired((now + 1_000) as typeof now, 100)).toEqual({ ok: true, value: 0 });
      expect((await one(store, appendOf(id, [[2, 4, bytes()]])))?.ok).toBe(true);
    }),
  );

  test(
    "are nobody's but a live vault's, under its own epoch, and within its devices",
    withVault(async (store, id) => {
      await fill(store, id, 1, [2]);
      expect(await erase(store, newVaultId(), 1, 1, 1)).toEqual({ ok: false, error: { type: "NoVault" } });
      expect(await erase(store, id, 1, 1, 1, 2)).toEqual({ ok: false, error: { type: "StaleEpoch" } });
      for (const n of [2, 3]) await erase(store, id, n, 1, 1);
      expect(await erase(store, id, 4, 1, 1)).toEqual({ ok: false, error: { type: "OverQuota" } });
      expect(await left(store, id)).toHaveLength(2);
      await store.deleteVault(id, now);
      expect(await erase(store, id, 1, 1, 1)).toEqual({ ok: false, error: { type: "Gone" } });
    }),
  );
};
