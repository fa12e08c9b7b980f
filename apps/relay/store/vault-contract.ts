/** What every store promises about vaults as such. */
import { expect, test } from "vitest";
import { appendOf, bytes, entriesOf, keys, later, newVaultId, now, one, type WithStore } from "./samples-contract.ts";

/** Declares them. */
export const vaultTests = (withStore: WithStore): void => {
  test(
    "that nobody made are not there",
    withStore(async (store) => {
      expect(await store.findVault(newVaultId())).toEqual({ ok: true, value: { kind: "none" } });
    }),
  );

  test(
    "that were made are found with their keys and an empty log",
    withStore(async (store) => {
      const id = newVaultId();
      expect(await store.createVault(id, keys, now)).toEqual({ ok: true, value: null });
      const found = await store.findVault(id);
      expect(found).toMatchObject({ ok: true, value: { kind: "live", head: 0, chains: [] } });
      if (!found.ok || found.value.kind !== "live") throw new Error("not live");
      expect(Buffer.from(found.value.keys.ownerPub)).toEqual(Buffer.from(keys.ownerPub));
      expect(Buffer.from(found.value.keys.writePub)).toEqual(Buffer.from(keys.writePub));
    }),
  );

  test(
    "tell in one answer how far they are and under which key, and leave out those that are not there",
    withStore(async (store) => {
      const [long, young, gone, none] = [newVaultId(), newVaultId(), newVaultId(), newVaultId()];
      for (const id of [long, young, gone]) await store.createVault(id, keys, now);
      await one(store, appendOf(long, [[1, 1, bytes()]]));
      await one(store, appendOf(long, [[1, 2, bytes()]]));
      await store.rotate(young, 2, bytes(32));
      await store.deleteVault(gone, now);
      const heads = await store.headsOf([long, young, gone, none]);
      expect(heads.ok && new Map(heads.value)).toEqual(
        new Map([
          [long, { head: 2, epoch: 1 }],
          [young, { head: 0, epoch: 2 }],
        ]),
      );
      expect(await store.headsOf([])).toEqual({ ok: true, value: new Map() });
    }),
  );

  test(
    "are made once: the same again is fine, other keys are not",
    withStore(async (store) => {
      const id = newVaultId();
      await store.createVault(id, keys, now);
      expect((await store.createVault(id, keys, later(1))).ok).toBe(true);
      expect(await store.createVault(id, { ...keys, writePub: bytes(32) }, now)).toEqual({
        ok: false,
        error: { type: "Taken" },
      });
      expect(await store.createVault(id, { ...keys, ownerPub: bytes(32) }, now)).toEqual({
        ok: false,
        error: { type: "Taken" },
      });
    }),
  );

  test(
    "rotate to the next epoch only, and refuse what was sealed before",
    withStore(async (store) => {
      const id = newVaultId();
      await store.createVault(id, keys, now);
      // The last is about the greatest that a frame can hold.
      for (const epoch of [0, 1, 3, 4_294_967_295]) {
        expect(await store.rotate(id, epoch, bytes(32))).toEqual({ ok: false, error: { type: "StaleEpoch" } });
      }
      expect(await store.rotate(id, 2, bytes(32))).toEqual({ ok: true, value: { head: 0 } });
      expect(await one(store, appendOf(id, [[1, 1, bytes()]], 1))).toEqual({
        ok: false,
        error: { type: "StaleEpoch" },
      });
      expect((await one(store, appendOf(id, [[1, 1, bytes()]], 2)))?.ok).toBe(true);
      expect(await store.rotate(newVaultId(), 2, bytes(32))).toEqual({ ok: false, error: { type: "NoVault" } });
    }),
  );

  test(
    "that were deleted stay gone, keep no log, and cannot be made again",
    withStore(async (store) => {
      const id = newVaultId();
      await store.createVault(id, keys, now);
      await one(store, appendOf(id, [[1, 1, bytes()]]));
      expect(await store.deleteVault(id, now)).toEqual({ ok: true, value: null });
      expect(await store.findVault(id)).toMatchObject({ ok: true, value: { kind: "gone" } });
      expect(await one(store, appendOf(id, [[1, 2, bytes()]]))).toEqual({ ok: false, error: { type: "Gone" } });
      expect(await store.createVault(id, keys, now)).toEqual({ ok: false, error: { type: "Gone" } });
      expect(await entriesOf(store, id)).toEqual({ entries: [], more: false });
      expect(await store.deleteVault(newVaultId(), now)).toEqual({ ok: true, value: null });
    }),
  );
};
