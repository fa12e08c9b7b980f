/** What every store promises to forget, and when. */
import { expect, test } from "vitest";
import { keepEmpty, keepReplies, toHour, type Hour, type Store } from "./port.ts";
import {
  appendOf,
  bytes,
  keys,
  later,
  mailOf,
  newVaultId,
  now,
  one,
  replyOf,
  type WithStore,
} from "./samples-contract.ts";

/** Declares them. */
export const sweepTests = (withStore: WithStore): void => {
  const sweepAll = async (store: Store, at: Hour, limit = 500): Promise<readonly number[]> => {
    const steps: number[] = [];
    for (let i = 0; i < 1_000; i += 1) {
      const step = await store.sweepExpired(at, limit);
      if (!step.ok) throw new Error("not swept");
      if (step.value === 0) return steps;
      steps.push(step.value);
    }
    throw new Error("never done");
  };
  const statsOf = async (store: Store) => {
    const stats = await store.stats();
    return stats.ok ? stats.value : null;
  };

  test(
    "but nothing before its time",
    withStore(async (store) => {
      const mail = mailOf({ expires: later(5) });
      await store.mail.put(mail, now);
      const id = newVaultId();
      await store.createVault(id, keys, now);
      expect(await sweepAll(store, later(4))).toEqual([]);
      expect(await statsOf(store)).toEqual({ vaults: 1, mailboxes: 1 });
    }),
  );

  test(
    "asks at their end, replies once taken or after thirty days",
    withStore(async (store) => {
      const [bare, answered, taken] = [mailOf(), mailOf(), mailOf()];
      for (const mail of [bare, answered, taken]) await store.mail.put(mail, now);
      const reply = replyOf();
      await store.mail.reply(answered.id, answered.replyHash, replyOf(), now);
      await store.mail.reply(taken.id, taken.replyHash, reply, now);
      await store.mail.taken(taken.id, taken.ownerHash, [reply.replyId], now);
      await sweepAll(store, bare.expires);
      expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 1 });
      await sweepAll(store, toHour(bare.expires + keepReplies - 1));
      expect(await store.mail.waiting(answered.id, answered.ownerHash)).toMatchObject({ ok: true });
      await sweepAll(store, toHour(bare.expires + keepReplies));
      expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 0 });
    }),
  );

  test(
    "vaults that stayed empty for a day, and no others",
    withStore(async (store) => {
      const [empty, used] = [newVaultId(), newVaultId()];
      await store.createVault(empty, keys, now);
      await store.createVault(used, keys, now);
      await one(store, appendOf(used, [[1, 1, bytes()]]));
      expect(await store.findVault(empty)).toMatchObject({ ok: true, value: { kind: "live" } });
      await sweepAll(store, later(keepEmpty));
      expect(await store.findVault(empty)).toEqual({ ok: true, value: { kind: "none" } });
      expect(await store.findVault(used)).toMatchObject({ ok: true, value: { kind: "live", head: 1 } });
      expect(await one(store, appendOf(empty, [[1, 1, bytes()]]))).toEqual({ ok: false, error: { type: "NoVault" } });
      expect((await store.createVault(empty, keys, later(keepEmpty))).ok).toBe(true);
    }),
  );

  test(
    "in steps no longer than asked for",
    withStore(async (store) => {
      for (let i = 0; i < 25; i += 1) await store.mail.put(mailOf({ expires: later(1) }), now);
      const steps = await sweepAll(store, later(1), 10);
      expect(Math.max(...steps)).toBeLessThanOrEqual(10);
      expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 0 });
      expect(await store.settle()).toEqual({ ok: true, value: null });
    }),
  );
};
