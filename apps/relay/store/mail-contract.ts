/** What every store promises about mailboxes. */
import { expect, test } from "vitest";
import { bytes, later, mailOf, newMailId, notFound, now, replyOf, type WithStore } from "./samples-contract.ts";

/** Declares them. */
export const mailTests = (withStore: WithStore): void => {
  test(
    "that show their ask as often as one likes, to the read proof alone",
    withStore(async (store) => {
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
    }),
  );

  test(
    "that go with their replies when the host takes them down, and never show again",
    withStore(async (store) => {
      const mail = mailOf();
      await store.mail.put(mail, now);
      await store.mail.reply(mail.id, mail.replyHash, replyOf(), now);
      expect(await store.mail.takeDown(newMailId())).toEqual(notFound);
      expect(await store.mail.takeDown(mail.id)).toEqual({ ok: true, value: null });
      expect(await store.mail.takeDown(mail.id)).toEqual(notFound);
      expect(await store.mail.read(mail.id, mail.readHash, now)).toEqual(notFound);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
    }),
  );

  test(
    "that can be put again unchanged, and not otherwise",
    withStore(async (store) => {
      const mail = mailOf();
      await store.mail.put(mail, now);
      expect((await store.mail.put(mail, now)).ok).toBe(true);
      for (const change of [{ body: bytes(600) }, { cap: 4 }, { ownerHash: bytes(32) }, { expires: later(9) }]) {
        expect(await store.mail.put({ ...mail, ...change }, now)).toEqual({ ok: false, error: { type: "Taken" } });
      }
    }),
  );

  test(
    "that hand replies to the owner proof alone, oldest first",
    withStore(async (store) => {
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
    }),
  );

  test(
    "that count a repeated reply once, and take no more than their cap",
    withStore(async (store) => {
      const mail = mailOf({ cap: 2 });
      await store.mail.put(mail, now);
      const [first, last] = [replyOf(), replyOf()];
      await store.mail.reply(mail.id, mail.replyHash, first, now);
      expect(await store.mail.reply(mail.id, mail.replyHash, first, now)).toEqual({ ok: true, value: { waiting: 1 } });
      expect(await store.mail.reply(mail.id, mail.replyHash, last, now)).toEqual({ ok: true, value: { waiting: 2 } });
      expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual({
        ok: false,
        error: { type: "Filled" },
      });
      expect(await store.mail.reply(mail.id, mail.replyHash, last, later(1))).toEqual({
        ok: true,
        value: { waiting: 2 },
      });
      expect(await store.mail.read(mail.id, mail.readHash, now)).toEqual(notFound);
    }),
  );

  test(
    "that erase what the asker has taken, still count it, and go when filled and over",
    withStore(async (store) => {
      const mail = mailOf({ cap: 2 });
      await store.mail.put(mail, now);
      const [first, last] = [replyOf(), replyOf()];
      await store.mail.reply(mail.id, mail.replyHash, first, now);
      expect((await store.mail.taken(mail.id, mail.ownerHash, [first.replyId], now)).ok).toBe(true);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual({ ok: true, value: [] });
      expect(await store.mail.reply(mail.id, mail.replyHash, first, now)).toEqual({ ok: true, value: { waiting: 0 } });
      await store.mail.reply(mail.id, mail.replyHash, last, now);
      expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual({
        ok: false,
        error: { type: "Filled" },
      });
      expect((await store.mail.taken(mail.id, mail.ownerHash, [last.replyId], later(3))).ok).toBe(true);
      await store.sweepExpired(later(3), 100);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
      expect(await store.mail.taken(mail.id, bytes(32), [last.replyId], now)).toEqual(notFound);
    }),
  );

  test(
    "that are over at their hour, not before, and keep replies for the asker",
    withStore(async (store) => {
      const mail = mailOf({ expires: later(5) });
      await store.mail.put(mail, now);
      const reply = replyOf();
      expect((await store.mail.reply(mail.id, mail.replyHash, reply, later(4))).ok).toBe(true);
      expect((await store.mail.read(mail.id, mail.readHash, later(4))).ok).toBe(true);
      expect(await store.mail.read(mail.id, mail.readHash, later(5))).toEqual(notFound);
      expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), later(5))).toEqual(notFound);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toMatchObject({
        ok: true,
        value: [{ replyId: reply.replyId }],
      });
    }),
  );

  test(
    "that are over go with the last reply that is taken",
    withStore(async (store) => {
      const mail = mailOf({ expires: later(5) });
      await store.mail.put(mail, now);
      const [first, last] = [replyOf(), replyOf()];
      for (const reply of [first, last]) await store.mail.reply(mail.id, mail.replyHash, reply, now);
      await store.mail.taken(mail.id, mail.ownerHash, [first.replyId], later(5));
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toMatchObject({ ok: true, value: [{}] });
      await store.mail.taken(mail.id, mail.ownerHash, [last.replyId], later(5));
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
    }),
  );

  test(
    "that close for good, to the owner proof alone",
    withStore(async (store) => {
      const mail = mailOf();
      await store.mail.put(mail, now);
      await store.mail.reply(mail.id, mail.replyHash, replyOf(), now);
      expect(await store.mail.close(mail.id, mail.readHash)).toEqual(notFound);
      expect(await store.mail.close(mail.id, mail.ownerHash)).toEqual({ ok: true, value: null });
      expect(await store.mail.read(mail.id, mail.readHash, now)).toEqual(notFound);
      expect(await store.mail.reply(mail.id, mail.replyHash, replyOf(), now)).toEqual(notFound);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual(notFound);
      expect(await store.mail.close(mail.id, mail.ownerHash)).toEqual(notFound);
      // What was answered went with it: another ask under the same id finds none of it.
      await store.mail.put(mail, now);
      expect(await store.mail.waiting(mail.id, mail.ownerHash)).toEqual({ ok: true, value: [] });
    }),
  );

  test(
    "that take a close and replies at once in some order, and none after the close",
    withStore(async (store) => {
      const mail = mailOf({ cap: 10 });
      await store.mail.put(mail, now);
      const replies = [1, 2, 3].map(() => store.mail.reply(mail.id, mail.replyHash, replyOf(), now));
      const closed = store.mail.close(mail.id, mail.ownerHash);
      const after = store.mail.reply(mail.id, mail.replyHash, replyOf(), now);
      expect((await Promise.all(replies)).every((answer) => answer.ok)).toBe(true);
      expect((await closed).ok).toBe(true);
      expect(await after).toEqual(notFound);
    }),
  );
};
