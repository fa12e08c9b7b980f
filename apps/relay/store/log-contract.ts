/** What every store promises about the log in a vault. */
import { expect, test } from "vitest";
import { newTestVault, testEnvelope } from "../../../tests/relay/client.ts";
import { isAct, type Store, type VaultId } from "./port.ts";
import { appendOf, bytes, device, entriesOf, keys, newVaultId, now, one, type WithStore } from "./samples-contract.ts";

/** Declares them. */
export const logTests = (withStore: WithStore): void => {
  const withVault = (work: (store: Store, id: VaultId) => Promise<void>) =>
    withStore(async (store) => {
      const id = newVaultId();
      await store.createVault(id, keys, now);
      await work(store, id);
    });

  test(
    "in order of arrival, whichever device it came from",
    withVault(async (store, id) => {
      const [a, b, c, d] = [bytes(), bytes(), bytes(), bytes()];
      expect(
        await one(
          store,
          appendOf(id, [
            [1, 1, a],
            [1, 2, b],
          ]),
        ),
      ).toMatchObject({ ok: true, value: { head: 2 } });
      expect(
        await one(
          store,
          appendOf(id, [
            [2, 1, c],
            [1, 3, d],
          ]),
        ),
      ).toMatchObject({ ok: true, value: { head: 4 } });
      const { entries, more } = await entriesOf(store, id);
      expect(more).toBe(false);
      expect(entries.map((entry) => entry.at)).toEqual([1, 2, 3, 4]);
      expect(entries.map((entry) => Buffer.from(entry.envelope))).toEqual(
        [a, b, c, d].map((part) => Buffer.from(part)),
      );
      const found = await store.findVault(id);
      if (!found.ok || found.value.kind !== "live") throw new Error("not live");
      const heads = found.value.chains.map((chain) => [Buffer.from(chain.deviceId).toString("hex"), chain.seq]);
      expect(heads.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
        [device(1), 3],
        [device(2), 1],
      ]);
    }),
  );

  test(
    "and says what was new in each append",
    withVault(async (store, id) => {
      const [a, b] = [bytes(), bytes()];
      const first = await one(store, appendOf(id, [[1, 1, a]]));
      if (first?.ok !== true) throw new Error("refused");
      expect(first.value.added.map((entry) => entry.at)).toEqual([1]);
      const second = await one(
        store,
        appendOf(id, [
          [1, 1, a],
          [1, 2, b],
        ]),
      );
      if (second?.ok !== true) throw new Error("refused");
      expect(second.value.added.map((entry) => [entry.at, Buffer.from(entry.envelope)])).toEqual([[2, Buffer.from(b)]]);
    }),
  );

  test(
    "and takes a repeat once, even inside one append",
    withVault(async (store, id) => {
      const [a, b] = [bytes(), bytes()];
      await one(
        store,
        appendOf(id, [
          [1, 1, a],
          [1, 2, b],
        ]),
      );
      for (const items of [
        [[1, 1, a]],
        [[1, 2, b]],
        [
          [1, 1, a],
          [1, 2, b],
        ],
        [
          [2, 1, a],
          [2, 1, a],
        ],
      ] as const) {
        expect((await one(store, appendOf(id, [...items])))?.ok).toBe(true);
      }
      expect((await entriesOf(store, id)).entries).toHaveLength(3);
    }),
  );

  test(
    "and refuses other bytes under a number that is kept",
    withVault(async (store, id) => {
      await one(
        store,
        appendOf(id, [
          [1, 1, bytes()],
          [1, 2, bytes()],
          [1, 3, bytes()],
        ]),
      );
      for (const seq of [1, 2, 3]) {
        expect(await one(store, appendOf(id, [[1, seq, bytes()]]))).toEqual({ ok: false, error: { type: "Conflict" } });
      }
      expect(
        await one(
          store,
          appendOf(id, [
            [2, 1, bytes()],
            [2, 1, bytes()],
          ]),
        ),
      ).toEqual({ ok: false, error: { type: "Conflict" } });
      expect((await entriesOf(store, id)).entries).toHaveLength(3);
    }),
  );

  test(
    "and refuses a gap, naming the number it wants",
    withVault(async (store, id) => {
      await one(store, appendOf(id, [[1, 1, bytes()]]));
      expect(await one(store, appendOf(id, [[1, 3, bytes()]]))).toEqual({
        ok: false,
        error: { type: "Gap", device: device(1), expected: 2 },
      });
      expect(await one(store, appendOf(id, [[2, 2, bytes()]]))).toEqual({
        ok: false,
        error: { type: "Gap", device: device(2), expected: 1 },
      });
    }),
  );

  test(
    "and keeps an append whole or not at all",
    withVault(async (store, id) => {
      expect(
        (
          await one(
            store,
            appendOf(id, [
              [1, 1, bytes()],
              [1, 3, bytes()],
            ]),
          )
        )?.ok,
      ).toBe(false);
      expect((await entriesOf(store, id)).entries).toEqual([]);
      expect((await one(store, appendOf(id, [[1, 1, bytes()]])))?.ok).toBe(true);
    }),
  );

  test(
    "and answers many appends one by one, in order",
    withVault(async (store, id) => {
      const answers = await store.appendMany([
        appendOf(id, [[1, 1, bytes()]]),
        appendOf(id, [[1, 3, bytes()]]),
        appendOf(id, [[1, 2, bytes()]]),
        appendOf(newVaultId(), [[1, 1, bytes()]]),
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.value.head : answer.error.type))).toEqual([
        1,
        "Gap",
        2,
        "NoVault",
      ]);
    }),
  );

  test(
    "and stays under its quota of bytes and of devices",
    withVault(async (store, id) => {
      expect((await one(store, appendOf(id, [[1, 1, bytes(99_000)]])))?.ok).toBe(true);
      expect(await one(store, appendOf(id, [[1, 2, bytes(1_001)]]))).toEqual({
        ok: false,
        error: { type: "OverQuota" },
      });
      expect((await one(store, appendOf(id, [[1, 2, bytes(900)]])))?.ok).toBe(true);
      const other = newVaultId();
      await store.createVault(other, keys, now);
      await one(
        store,
        appendOf(other, [
          [1, 1, bytes()],
          [2, 1, bytes()],
          [3, 1, bytes()],
        ]),
      );
      expect(await one(store, appendOf(other, [[4, 1, bytes()]]))).toEqual({ ok: false, error: { type: "OverQuota" } });
    }),
  );

  test(
    "and gives it page by page, from any place, with one entry at least",
    withVault(async (store, id) => {
      const all = Array.from({ length: 20 }, () => bytes(100));
      await one(
        store,
        appendOf(
          id,
          all.slice(0, 7).map((part, i) => [1, i + 1, part] as const),
        ),
      );
      for (const [i, part] of all.slice(7).entries()) await one(store, appendOf(id, [[1, i + 8, part]]));
      for (const max of [1, 100, 250, 1_000, 5_000]) {
        const seen: Buffer[] = [];
        for (let after = 0, more = true; more;) {
          const page = await entriesOf(store, id, after, max);
          expect(page.entries.length).toBeGreaterThan(0);
          expect(page.entries.length === 1 || page.entries.length * 100 <= max).toBe(true);
          seen.push(...page.entries.map((entry) => Buffer.from(entry.envelope)));
          after = page.entries.at(-1)?.at ?? after;
          more = page.more;
        }
        expect(seen).toEqual(all.map((part) => Buffer.from(part)));
      }
      expect(await entriesOf(store, id, 20)).toEqual({ entries: [], more: false });
      expect(await entriesOf(store, id, 2 ** 50)).toEqual({ entries: [], more: false });
    }),
  );

  test(
    "apart from every other vault's",
    withVault(async (store, id) => {
      const other = newVaultId();
      await store.createVault(other, keys, now);
      await one(store, appendOf(id, [[1, 1, bytes()]]));
      await one(
        store,
        appendOf(other, [
          [1, 1, bytes()],
          [1, 2, bytes()],
        ]),
      );
      expect((await entriesOf(store, id)).entries).toHaveLength(1);
      expect((await entriesOf(store, other)).entries).toHaveLength(2);
      expect((await entriesOf(store, newVaultId())).entries).toHaveLength(0);
    }),
  );

  test(
    "where the acts about devices are found without the rest, also after erasing beside them",
    withVault(async (store, id) => {
      const vault = newTestVault();
      const of = (n: number, seq: number, type: "events" | "membership" | "segment"): Uint8Array =>
        testEnvelope(vault, Buffer.from(device(n), "hex"), seq, { type });
      const rows = [
        [[1, 1, of(1, 1, "membership")] as const],
        [[1, 2, of(1, 2, "events")] as const],
        [
          [2, 1, of(2, 1, "events")] as const,
          [2, 2, of(2, 2, "membership")] as const,
          [2, 3, of(2, 3, "events")] as const,
        ],
        [[3, 1, of(3, 1, "segment")] as const],
        [[1, 3, bytes()] as const, [1, 4, of(1, 4, "membership")] as const],
      ];
      for (const row of rows) expect(await one(store, appendOf(id, row))).toMatchObject({ ok: true });
      const acts = async (after = 0, max = 1_000_000) => {
        const page = await store.pullActs(id, after, max);
        if (!page.ok) throw new Error("no page");
        const found = page.value.entries.filter(({ envelope }) => isAct(envelope)).map(({ at }) => at);
        return { found, more: page.value.more, ats: page.value.entries.map(({ at }) => at) };
      };
      expect(await acts()).toMatchObject({ found: [1, 4, 8], more: false });
      // What came in rows of its own is never read.
      for (const alone of [2, 6]) expect((await acts()).ats).not.toContain(alone);
      expect(await acts(0, 1)).toMatchObject({ found: [1], more: true });
      expect(await acts(4)).toMatchObject({ found: [8], more: false });
      expect(await acts(8)).toMatchObject({ found: [], more: false });
      for (const [n, from, to] of [
        [2, 1, 1],
        [1, 3, 4],
      ] as const)
        expect(await store.erase({ vault: id, epoch: 1, device: device(n), from, to })).toMatchObject({ ok: true });
      expect(await acts()).toMatchObject({ found: [1, 4], more: false });
      expect(await store.pullActs(newVaultId(), 0, 1_000)).toEqual({ ok: true, value: { entries: [], more: false } });
    }),
  );
};
