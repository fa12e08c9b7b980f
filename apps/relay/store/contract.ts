/** What every store must do, as one suite of tests over whichever store is given. */
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keepEmpty, keepReplies, type Append, type Hour, type MailId, type NewMail, type Store, type StoreCaps, type VaultId } from "./port.ts";

/** Makes a fresh, empty store under these caps, and takes it down after the test. */
export type MakeStore = (caps: StoreCaps) => Promise<{ readonly store: Store; readonly stop: () => Promise<void> }>;

const caps: StoreCaps = { vaultBytes: 100_000, vaultDevices: 3 };
const hour = (value: number): Hour => value as Hour;
const now = hour(480_000);
const later = (hours: number): Hour => hour(now + hours);
const newVaultId = (): VaultId => randomBytes(16).toString("hex") as VaultId;
const newMailId = (): MailId => randomBytes(16).toString("hex") as MailId;
const device = (n: number): string => n.toString(16).padStart(32, "0");
const keys = { ownerPub: randomBytes(32), epoch: 1, writePub: randomBytes(32) };
const bytes = (length = 40): Uint8Array => new Uint8Array(randomBytes(length));

const appendOf = (
  vault: VaultId, items: readonly (readonly [deviceNumber: number, seq: number, envelope: Uint8Array])[], epoch = 1,
): Append => ({ vault, epoch, items: items.map(([n, seq, envelope]) => ({ device: device(n), seq, envelope })) });

const mailOf = (given: Partial<NewMail> = {}): NewMail => ({
  id: newMailId(), kind: "ask", readHash: bytes(32), replyHash: bytes(32), ownerHash: bytes(32), body: bytes(600),
  expires: later(168), cap: 3, ...given,
});
const replyOf = (body = bytes(500)) => ({ replyId: randomBytes(16).toString("hex"), body });

/** Declares the suite for one store. */
export const storeContract = (name: string, make: MakeStore): void => {
  const withStore = (work: (store: Store) => Promise<void>) => async (): Promise<void> => {
    const { store, stop } = await make(caps);
    try {
      await work(store);
    } finally {
      await stop();
    }
  };
  describe(`the store in ${name}`, () => {
    describe("keeps vaults", () => vaultTests(withStore));
    describe("keeps a log in each vault", () => logTests(withStore));
    describe("keeps mailboxes", () => mailTests(withStore));
    describe("forgets what is over", () => sweepTests(withStore));
  });
};

type WithStore = (work: (store: Store) => Promise<void>) => () => Promise<void>;

const one = async (store: Store, append: Append) => (await store.appendMany([append]))[0];
const entriesOf = async (store: Store, id: VaultId, after = 0, max = 1_000_000) => {
  const page = await store.pull(id, after, max);
  if (!page.ok) throw new Error("no page");
  return page.value;
};

const vaultTests = (withStore: WithStore): void => {
  test("that nobody made are not there", withStore(async (store) => {
    expect(await store.findVault(newVaultId())).toEqual({ ok: true, value: { kind: "none" } });
  }));

  test("that were made are found with their keys and an empty log", withStore(async (store) => {
    const id = newVaultId();
    expect(await store.createVault(id, keys, now)).toEqual({ ok: true, value: null });
    const found = await store.findVault(id);
    expect(found).toMatchObject({ ok: true, value: { kind: "live", head: 0, chains: [] } });
    if (!found.ok || found.value.kind !== "live") throw new Error("not live");
    expect(Buffer.from(found.value.keys.ownerPub)).toEqual(Buffer.from(keys.ownerPub));
    expect(Buffer.from(found.value.keys.writePub)).toEqual(Buffer.from(keys.writePub));
  }));

  test("are made once: the same again is fine, other keys are not", withStore(async (store) => {
    const id = newVaultId();
    await store.createVault(id, keys, now);
    expect((await store.createVault(id, keys, later(1))).ok).toBe(true);
    expect(await store.createVault(id, { ...keys, writePub: bytes(32) }, now)).toEqual({ ok: false, error: { type: "Taken" } });
    expect(await store.createVault(id, { ...keys, ownerPub: bytes(32) }, now)).toEqual({ ok: false, error: { type: "Taken" } });
  }));

  test("rotate to the next epoch only, and refuse what was sealed before", withStore(async (store) => {
    const id = newVaultId();
    await store.createVault(id, keys, now);
    for (const epoch of [0, 1, 3]) {
      expect(await store.rotate(id, epoch, bytes(32))).toEqual({ ok: false, error: { type: "StaleEpoch" } });
    }
    expect(await store.rotate(id, 2, bytes(32))).toEqual({ ok: true, value: { head: 0 } });
    expect(await one(store, appendOf(id, [[1, 1, bytes()]], 1))).toEqual({ ok: false, error: { type: "StaleEpoch" } });
    expect((await one(store, appendOf(id, [[1, 1, bytes()]], 2)))?.ok).toBe(true);
    expect(await store.rotate(newVaultId(), 2, bytes(32))).toEqual({ ok: false, error: { type: "NoVault" } });
  }));

  test("that were deleted stay gone, keep no log, and cannot be made again", withStore(async (store) => {
    const id = newVaultId();
    await store.createVault(id, keys, now);
    await one(store, appendOf(id, [[1, 1, bytes()]]));
    expect(await store.deleteVault(id, now)).toEqual({ ok: true, value: null });
    expect(await store.findVault(id)).toMatchObject({ ok: true, value: { kind: "gone" } });
    expect(await one(store, appendOf(id, [[1, 2, bytes()]]))).toEqual({ ok: false, error: { type: "Gone" } });
    expect(await store.createVault(id, keys, now)).toEqual({ ok: false, error: { type: "Gone" } });
    expect(await entriesOf(store, id)).toEqual({ entries: [], more: false });
    expect(await store.deleteVault(newVaultId(), now)).toEqual({ ok: true, value: null });
  }));
};

const logTests = (withStore: WithStore): void => {
  const withVault = (work: (store: Store, id: VaultId) => Promise<void>) => withStore(async (store) => {
    const id = newVaultId();
    await store.createVault(id, keys, now);
    await work(store, id);
  });

  test("in order of arrival, whichever device it came from", withVault(async (store, id) => {
    const [a, b, c, d] = [bytes(), bytes(), bytes(), bytes()];
    expect(await one(store, appendOf(id, [[1, 1, a], [1, 2, b]]))).toMatchObject({ ok: true, value: { head: 2 } });
    expect(await one(store, appendOf(id, [[2, 1, c], [1, 3, d]]))).toMatchObject({ ok: true, value: { head: 4 } });
    const { entries, more } = await entriesOf(store, id);
    expect(more).toBe(false);
    expect(entries.map((entry) => entry.at)).toEqual([1, 2, 3, 4]);
    expect(entries.map((entry) => Buffer.from(entry.envelope))).toEqual([a, b, c, d].map((part) => Buffer.from(part)));
    const found = await store.findVault(id);
    if (!found.ok || found.value.kind !== "live") throw new Error("not live");
    const heads = found.value.chains.map((chain) => [Buffer.from(chain.deviceId).toString("hex"), chain.seq]);
    expect(heads.sort()).toEqual([[device(1), 3], [device(2), 1]]);
  }));

  test("and says what was new in each append", withVault(async (store, id) => {
    const [a, b] = [bytes(), bytes()];
    const first = await one(store, appendOf(id, [[1, 1, a]]));
    if (first?.ok !== true) throw new Error("refused");
    expect(first.value.added.map((entry) => entry.at)).toEqual([1]);
    const second = await one(store, appendOf(id, [[1, 1, a], [1, 2, b]]));
    if (second?.ok !== true) throw new Error("refused");
    expect(second.value.added.map((entry) => [entry.at, Buffer.from(entry.envelope)])).toEqual([[2, Buffer.from(b)]]);
  }));

  test("and takes a repeat once, even inside one append", withVault(async (store, id) => {
    const [a, b] = [bytes(), bytes()];
    await one(store, appendOf(id, [[1, 1, a], [1, 2, b]]));
    for (const items of [[[1, 1, a]], [[1, 2, b]], [[1, 1, a], [1, 2, b]], [[2, 1, a], [2, 1, a]]] as const) {
      expect((await one(store, appendOf(id, [...items])))?.ok).toBe(true);
    }
    expect((await entriesOf(store, id)).entries).toHaveLength(3);
  }));

  test("and refuses other bytes under a number that is kept", withVault(async (store, id) => {
    await one(store, appendOf(id, [[1, 1, bytes()], [1, 2, bytes()], [1, 3, bytes()]]));
    for (const seq of [1, 2, 3]) {
      expect(await one(store, appendOf(id, [[1, seq, bytes()]]))).toEqual({ ok: false, error: { type: "Conflict" } });
    }
    expect(await one(store, appendOf(id, [[2, 1, bytes()], [2, 1, bytes()]]))).toEqual({ ok: false, error: { type: "Conflict" } });
    expect((await entriesOf(store, id)).entries).toHaveLength(3);
  }));

  test("and refuses a gap, naming the number it wants", withVault(async (store, id) => {
    await one(store, appendOf(id, [[1, 1, bytes()]]));
    expect(await one(store, appendOf(id, [[1, 3, bytes()]]))).toEqual({
      ok: false, error: { type: "Gap", device: device(1), expected: 2 },
    });
    expect(await one(store, appendOf(id, [[2, 2, bytes()]]))).toEqual({
      ok: false, error: { type: "Gap", device: device(2), expected: 1 },
    });
  }));

  test("and keeps an append whole or not at all", withVault(async (store, id) => {
    expect((await one(store, appendOf(id, [[1, 1, bytes()], [1, 3, bytes()]])))?.ok).toBe(false);
    expect((await entriesOf(store, id)).entries).toEqual([]);
    expect((await one(store, appendOf(id, [[1, 1, bytes()]])))?.ok).toBe(true);
  }));

  test("and answers many appends one by one, in order", withVault(async (store, id) => {
    const answers = await store.appendMany([
      appendOf(id, [[1, 1, bytes()]]), appendOf(id, [[1, 3, bytes()]]), appendOf(id, [[1, 2, bytes()]]),
      appendOf(newVaultId(), [[1, 1, bytes()]]),
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.value.head : answer.error.type))).toEqual([1, "Gap", 2, "NoVault"]);
  }));

  test("and stays under its quota of bytes and of devices", withVault(async (store, id) => {
    expect((await one(store, appendOf(id, [[1, 1, bytes(99_000)]])))?.ok).toBe(true);
    expect(await one(store, appendOf(id, [[1, 2, bytes(1_001)]]))).toEqual({ ok: false, error: { type: "OverQuota" } });
    expect((await one(store, appendOf(id, [[1, 2, bytes(900)]])))?.ok).toBe(true);
    const other = newVaultId();
    await store.createVault(other, keys, now);
    await one(store, appendOf(other, [[1, 1, bytes()], [2, 1, bytes()], [3, 1, bytes()]]));
    expect(await one(store, appendOf(other, [[4, 1, bytes()]]))).toEqual({ ok: false, error: { type: "OverQuota" } });
  }));

  test("and gives it page by page, from any place, with one entry at least", withVault(async (store, id) => {
    const all = Array.from({ length: 20 }, () => bytes(100));
    await one(store, appendOf(id, all.slice(0, 7).map((part, i) => [1, i + 1, part] as const)));
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
  }));

  test("apart from every other vault's", withVault(async (store, id) => {
    const other = newVaultId();
    await store.createVault(other, keys, now);
    await one(store, appendOf(id, [[1, 1, bytes()]]));
    await one(store, appendOf(other, [[1, 1, bytes()], [1, 2, bytes()]]));
    expect((await entriesOf(store, id)).entries).toHaveLength(1);
    expect((await entriesOf(store, other)).entries).toHaveLength(2);
    expect((await entriesOf(store, newVaultId())).entries).toHaveLength(0);
  }));
};

const notFound = { ok: false, error: { type: "NotFound" } };

const mailTests = (withStore: WithStore): void => {
  test("that show their ask as often as one likes, to the read proof alone", withStore(async (store) => {
    const mail = mailOf();
    expect(await store.mail.put(mail, now)).toEqual({ ok: true, value: null });
    for (let i = 0; i < 3; i += 1) {
      const read = await store.mail.read(mail.id, mail.readHash, now);
      if (!read.ok) throw new Error("not read");
      expect(Buffer.from(read.value.body)).toEqual(Buffer.from(mail.body));
      expect(read.value.expires).toBe(mail.expires);
    }
    for (const hash of [mail.replyHash, mail.ownerHash, bytes(32)]) {
      expect(await store.mail.read(mail.id, hash, now)).toEqual(notFound);
    }
    expect(await store.mail.read(newMailId(), mail.readHash, now)).toEqual(notFound);
  }));

  test("that can be put again unchanged, and not otherwise", withStore(async (store) => {
    const mail = mailOf();
    await store.mail.put(mail, now);
    expect((await store.mail.put(mail, now)).ok).toBe(true);
    for (const change of [{ body: bytes(600) }, { cap: 4 }, { ownerHash: bytes(32) }, { expires: later(9) }]) {
      expect(await store.mail.put({ ...mail, ...change }, now)).toEqual({ ok: false, error: { type: "Taken" } });
    }
  }));

  test("that hand replies to the owner proof alone, oldest first", withStore(async (store) => {
    const mail = mailOf();
    await store.mail.put(mail, now);
    const [first, second] = [replyOf(), replyOf()];
    expect(await store.mail.reply(mail.id, mail.replyHash, first, now)).toEqual({ ok: true, value: { waiting: 1 } });
    expect(await store.mail.reply(mail.id, mail.replyHash, second, now)).toEqual({ ok: true, value: { waiting: 2 } });
    const waiting = await store.mail.waiting(mail.id, mail.ownerHash);
    if (!waiting.ok) throw new Error("none");
    expect(waiting.value.map((reply) => [reply.replyId, Buffer.from(reply.body)])).toEqual(
      [first, second].map((reply) => [reply.replyId, Buffer.from(reply.body)]),
    );
    for (const hash of [mail.replyHash, mail.readHash, bytes(32)]) {
      expect(await store.mail.waiting(mail.id, hash)).toEqual(notFound);
    }
    for (const hash of [mail.ownerHash, mail.readHash, bytes(32)]) {
      expect(await store.mail.reply(mail.id, hash, replyOf(), now)).toEqual(notFound);
    }
  }));

  test("that count a repeated reply once, and take no more than their cap", withStore(async (store) => {
    const mail = mailOf({ cap: 2 });
    await store.mail.put(mail, now);
    const [first, last] = [replyOf(), replyOf()];
    await store.mail.reply(mail.id, mail.replyHash, first, now);
    expect(await store.mail.reply(mail.id, mail.replyHash, first, now)).toEqual({ ok: true, value: { waiting: 1 } });
    expect(await store.mail.reply(mail.id, mail.replyHash, last, now)).toEqual({ ok: true, value: { waiting: 2 } });
    expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual({ ok: false, error: { type: "Filled" } });
    expect(await store.mail.reply(mail.id, mail.replyHash, last, later(1))).toEqual({ ok: true, value: { waiting: 2 } });
    expect(await store.mail.read(mail.id, mail.readHash, now)).toEqual(notFound);
  }));

  test("that erase what the asker has taken, still count it, and go when filled and over", withStore(async (store) => {
    const mail = mailOf({ cap: 2 });
    await store.mail.put(mail, now);
    const [first, last] = [replyOf(), replyOf()];
    await store.mail.reply(mail.id, mail.replyHash, first, now);
    expect((await store.mail.taken(mail.id, mail.ownerHash, [first.replyId], now)).ok).toBe(true);
    expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual({ ok: true, value: [] });
    expect(await store.mail.reply(mail.id, mail.replyHash, first, now)).toEqual({ ok: true, value: { waiting: 0 } });
    await store.mail.reply(mail.id, mail.replyHash, last, now);
    expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual({ ok: false, error: { type: "Filled" } });
    expect((await store.mail.taken(mail.id, mail.ownerHash, [last.replyId], later(3))).ok).toBe(true);
    await store.sweepExpired(later(3), 100);
    expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
    expect(await store.mail.taken(mail.id, bytes(32), [last.replyId], now)).toEqual(notFound);
  }));

  test("that are over at their hour, not before, and keep replies for the asker", withStore(async (store) => {
    const mail = mailOf({ expires: later(5) });
    await store.mail.put(mail, now);
    const reply = replyOf();
    expect((await store.mail.reply(mail.id, mail.replyHash, reply, later(4))).ok).toBe(true);
    expect((await store.mail.read(mail.id, mail.readHash, later(4))).ok).toBe(true);
    expect(await store.mail.read(mail.id, mail.readHash, later(5))).toEqual(notFound);
    expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), later(5))).toEqual(notFound);
    expect(await store.mail.waiting(mail.id, mail.ownerHash)).toMatchObject({ ok: true, value: [{ replyId: reply.replyId }] });
  }));

  test("that close for good, to the owner proof alone", withStore(async (store) => {
    const mail = mailOf();
    await store.mail.put(mail, now);
    await store.mail.reply(mail.id, mail.replyHash, replyOf(), now);
    expect(await store.mail.close(mail.id, mail.readHash)).toEqual(notFound);
    expect(await store.mail.close(mail.id, mail.ownerHash)).toEqual({ ok: true, value: null });
    expect(await store.mail.read(mail.id, mail.readHash, now)).toEqual(notFound);
    expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual(notFound);
    expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
    expect(await store.mail.close(mail.id, mail.ownerHash)).toEqual(notFound);
  }));

  test("that take a close and replies at once in some order, and none after the close", withStore(async (store) => {
    const mail = mailOf({ cap: 10 });
    await store.mail.put(mail, now);
    const replies = [1, 2, 3].map(() => store.mail.reply(mail.id, mail.replyHash, replyOf(), now));
    const closed = store.mail.close(mail.id, mail.ownerHash);
    const after = store.mail.reply(mail.id, mail.replyHash, replyOf(), now);
    expect((await Promise.all(replies)).every((answer) => answer.ok)).toBe(true);
    expect((await closed).ok).toBe(true);
    expect(await after).toEqual(notFound);
  }));
};

const sweepTests = (withStore: WithStore): void => {
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

  test("but nothing before its time", withStore(async (store) => {
    const mail = mailOf({ expires: later(5) });
    await store.mail.put(mail, now);
    const id = newVaultId();
    await store.createVault(id, keys, now);
    expect(await sweepAll(store, later(4))).toEqual([]);
    expect(await statsOf(store)).toEqual({ vaults: 1, mailboxes: 1 });
  }));

  test("asks at their end, replies once taken or after thirty days", withStore(async (store) => {
    const [bare, answered, taken] = [mailOf(), mailOf(), mailOf()];
    for (const mail of [bare, answered, taken]) await store.mail.put(mail, now);
    const reply = replyOf();
    await store.mail.reply(answered.id, answered.replyHash, replyOf(), now);
    await store.mail.reply(taken.id, taken.replyHash, reply, now);
    await store.mail.taken(taken.id, taken.ownerHash, [reply.replyId], now);
    await sweepAll(store, bare.expires);
    expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 1 });
    await sweepAll(store, hour(bare.expires + keepReplies - 1));
    expect(await store.mail.waiting(answered.id, answered.ownerHash)).toMatchObject({ ok: true });
    await sweepAll(store, hour(bare.expires + keepReplies));
    expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 0 });
  }));

  test("vaults that stayed empty for a day, and no others", withStore(async (store) => {
    const [empty, used] = [newVaultId(), newVaultId()];
    await store.createVault(empty, keys, now);
    await store.createVault(used, keys, now);
    await one(store, appendOf(used, [[1, 1, bytes()]]));
    await sweepAll(store, later(keepEmpty));
    expect(await store.findVault(empty)).toEqual({ ok: true, value: { kind: "none" } });
    expect(await store.findVault(used)).toMatchObject({ ok: true, value: { kind: "live", head: 1 } });
    expect(await one(store, appendOf(empty, [[1, 1, bytes()]]))).toEqual({ ok: false, error: { type: "NoVault" } });
    expect((await store.createVault(empty, keys, later(keepEmpty))).ok).toBe(true);
  }));

  test("in steps no longer than asked for", withStore(async (store) => {
    for (let i = 0; i < 25; i += 1) await store.mail.put(mailOf({ expires: later(1) }), now);
    const steps = await sweepAll(store, later(1), 10);
    expect(Math.max(...steps)).toBeLessThanOrEqual(10);
    expect(await statsOf(store)).toEqual({ vaults: 0, mailboxes: 0 });
    expect(await store.settle()).toEqual({ ok: true, value: null });
  }));
};
