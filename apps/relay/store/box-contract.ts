/** What every store promises about boxes: the rows of pairings and of recovery records. */
import { expect, test } from "vitest";
import { boxOf, bytes, later, mailOf, newMailId, notFound, now, replyOf, type WithStore } from "./samples-contract.ts";

/** Declares them. */
export const boxTests = (withStore: WithStore): void => {
  test(
    "that show their body as often as one likes, to the read proof alone",
    withStore(async (store) => {
      const box = boxOf();
      expect(await store.boxes.put(box, now)).toEqual({ ok: true, value: null });
      for (let i = 0; i < 3; i += 1) {
        const read = await store.boxes.read(box.id, box.readHash, now);
        expect(read.ok && Buffer.from(read.value).equals(Buffer.from(box.body))).toBe(true);
      }
      for (const hash of [box.ownerHash, bytes(32), new Uint8Array(0), new Uint8Array(32)]) {
        expect(await store.boxes.read(box.id, hash, now)).toEqual(notFound);
      }
      expect(await store.boxes.read(newMailId(), box.readHash, now)).toEqual(notFound);
    }),
  );

  test(
    "that can be put again unchanged, however much later, and not otherwise",
    withStore(async (store) => {
      const box = boxOf();
      await store.boxes.put(box, now);
      expect((await store.boxes.put({ ...box, expires: later(9) }, later(1))).ok).toBe(true);
      for (const change of [{ body: bytes(600) }, { readHash: bytes(32) }, { ownerHash: bytes(32) }] as const) {
        expect(await store.boxes.put({ ...box, ...change }, now)).toEqual({ ok: false, error: { type: "Taken" } });
      }
      expect(await store.boxes.put({ ...box, kind: "recovery" }, now)).toEqual({ ok: false, error: { type: "Taken" } });
      // The first end counts.
      expect(await store.boxes.read(box.id, box.readHash, box.expires)).toEqual(notFound);
    }),
  );

  test(
    "that are replaced whole, by the owner proof alone, and stay longer from then on",
    withStore(async (store) => {
      const box = boxOf({ kind: "recovery", expires: later(5) });
      await store.boxes.put(box, now);
      const body = bytes(900);
      for (const hash of [box.readHash, bytes(32)]) {
        expect(await store.boxes.replace(box.id, hash, { body, expires: later(20) }, now)).toEqual(notFound);
      }
      expect(await store.boxes.replace(box.id, box.ownerHash, { body, expires: later(20) }, now)).toEqual({
        ok: true,
        value: null,
      });
      const read = await store.boxes.read(box.id, box.readHash, later(19));
      expect(read.ok && Buffer.from(read.value).equals(Buffer.from(body))).toBe(true);
      expect(await store.boxes.read(box.id, box.readHash, later(20))).toEqual(notFound);
    }),
  );

  test(
    "that are for a pairing cannot be replaced, and none can once it is over",
    withStore(async (store) => {
      const [pairing, over] = [boxOf(), boxOf({ kind: "recovery", expires: later(5) })];
      for (const box of [pairing, over]) await store.boxes.put(box, now);
      const next = { body: bytes(900), expires: later(20) };
      expect(await store.boxes.replace(pairing.id, pairing.ownerHash, next, now)).toEqual(notFound);
      expect(await store.boxes.replace(over.id, over.ownerHash, next, later(5))).toEqual(notFound);
      expect(await store.boxes.replace(newMailId(), over.ownerHash, next, now)).toEqual(notFound);
    }),
  );

  test(
    "that close for good, to the owner proof alone",
    withStore(async (store) => {
      const box = boxOf();
      await store.boxes.put(box, now);
      for (const hash of [box.readHash, bytes(32)]) expect(await store.boxes.close(box.id, hash)).toEqual(notFound);
      expect(await store.boxes.close(box.id, box.ownerHash)).toEqual({ ok: true, value: null });
      expect(await store.boxes.read(box.id, box.readHash, now)).toEqual(notFound);
      expect(await store.boxes.close(box.id, box.ownerHash)).toEqual(notFound);
      expect((await store.boxes.put(box, now)).ok).toBe(true);
    }),
  );

  test(
    "that end at their hour and are swept then, not before",
    withStore(async (store) => {
      const [pairing, recovery] = [boxOf({ expires: later(1) }), boxOf({ kind: "recovery", expires: later(9_600) })];
      for (const box of [pairing, recovery]) await store.boxes.put(box, now);
      expect(await store.sweepExpired(now, 100)).toEqual({ ok: true, value: 0 });
      expect((await store.boxes.read(pairing.id, pairing.readHash, now)).ok).toBe(true);
      expect(await store.boxes.read(pairing.id, pairing.readHash, later(1))).toEqual(notFound);
      expect(await store.sweepExpired(later(1), 100)).toEqual({ ok: true, value: 1 });
      expect((await store.boxes.read(recovery.id, recovery.readHash, later(9_599))).ok).toBe(true);
      expect(await store.sweepExpired(later(9_600), 100)).toEqual({ ok: true, value: 1 });
      expect(await store.stats()).toMatchObject({ value: { mailboxes: 0 } });
    }),
  );

  test(
    "that no call for asks can reach, and whose calls reach no ask",
    withStore(async (store) => {
      const [box, mail] = [boxOf({ kind: "recovery" }), mailOf()];
      await store.boxes.put(box, now);
      await store.mail.put(mail, now);
      const nobody = new Uint8Array(0);
      expect(await store.mail.read(box.id, box.readHash, now)).toEqual(notFound);
      for (const hash of [nobody, box.readHash, box.ownerHash]) {
        expect(await store.mail.reply(box.id, hash, replyOf(), now)).toEqual(notFound);
      }
      expect(await store.mail.waiting(box.id, box.ownerHash)).toEqual(notFound);
      expect(await store.mail.taken(box.id, box.ownerHash, [replyOf().replyId], now)).toEqual(notFound);
      expect(await store.mail.close(box.id, box.ownerHash)).toEqual(notFound);
      expect(await store.mail.put({ ...mail, id: box.id }, now)).toMatchObject({ error: { type: "Taken" } });

      expect(await store.boxes.read(mail.id, mail.readHash, now)).toEqual(notFound);
      const next = { body: bytes(), expires: later(2) };
      expect(await store.boxes.replace(mail.id, mail.ownerHash, next, now)).toEqual(notFound);
      expect(await store.boxes.close(mail.id, mail.ownerHash)).toEqual(notFound);
      expect(await store.boxes.put({ ...box, id: mail.id }, now)).toMatchObject({ error: { type: "Taken" } });
      expect((await store.mail.read(mail.id, mail.readHash, now)).ok).toBe(true);
      expect((await store.boxes.read(box.id, box.readHash, now)).ok).toBe(true);
    }),
  );

  test(
    "of shares that only their own calls reach, are replaced without moving their end, and close for good",
    withStore(async (store) => {
      const share = boxOf({ kind: "share", expires: later(24) });
      expect(await store.shares.put(share, now)).toEqual({ ok: true, value: null });
      expect(await store.boxes.read(share.id, share.readHash, now)).toEqual(notFound);
      expect(await store.boxes.replace(share.id, share.ownerHash, { body: bytes() }, now)).toEqual(notFound);
      expect(await store.boxes.close(share.id, share.ownerHash)).toEqual(notFound);
      expect(await store.mail.read(share.id, share.readHash, now)).toEqual(notFound);
      const box = boxOf({ kind: "recovery" });
      await store.boxes.put(box, now);
      expect(await store.shares.read(box.id, box.readHash, now)).toEqual(notFound);
      expect(await store.shares.close(box.id, box.ownerHash)).toEqual(notFound);

      const body = bytes(131_200);
      expect(await store.shares.replace(share.id, share.readHash, { body }, now)).toEqual(notFound);
      expect(await store.shares.replace(share.id, share.ownerHash, { body }, later(3))).toEqual({
        ok: true,
        value: null,
      });
      const read = await store.shares.read(share.id, share.readHash, later(23));
      expect(read.ok && Buffer.from(read.value).equals(Buffer.from(body))).toBe(true);
      for (const over of [later(24), later(900)]) {
        expect(await store.shares.read(share.id, share.readHash, over)).toEqual(notFound);
        expect(await store.shares.replace(share.id, share.ownerHash, { body }, over)).toEqual(notFound);
      }
      expect(await store.shares.close(share.id, share.ownerHash)).toEqual({ ok: true, value: null });
      expect(await store.shares.read(share.id, share.readHash, now)).toEqual(notFound);
    }),
  );

  test(
    "of shares end by the host's word too; pairings and recovery records do not",
    withStore(async (store) => {
      const [share, box] = [boxOf({ kind: "share" }), boxOf({ kind: "recovery" })];
      await store.shares.put(share, now);
      await store.boxes.put(box, now);
      expect(await store.mail.takeDown(share.id)).toEqual({ ok: true, value: null });
      expect(await store.mail.takeDown(box.id)).toEqual(notFound);
      expect(await store.shares.read(share.id, share.readHash, now)).toEqual(notFound);
    }),
  );
};
