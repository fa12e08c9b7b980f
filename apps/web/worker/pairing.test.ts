import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  firstPass,
  foundedDevice,
  good,
  lockedDevice,
  readBy,
  said,
  secondPass,
  tagOf,
  testDevice,
} from "../../../tests/world/desk-world.ts";
import { offerLife } from "./pairing.ts";

const sha256 = (hex: string): string => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
const heads = { ["ab".repeat(16)]: [7, "cd".repeat(32)] } as const;

describe("pairing", () => {
  it("hands over the vault: the new device reads, writes, and is read", async () => {
    const { device: old, founding } = await lockedDevice("old");
    const note = await old.write(said("hello"));
    const fresh = testDevice("new");
    const offer = good(await fresh.desk().pairOffer());
    expect(offer.digits).toMatch(/^\d{6}$/);
    expect(good(await old.desk().pairRead(offer.code)).digits).toBe(offer.digits);
    const answer = good(await old.desk().pairAnswer(firstPass, offer.code, "Tablet", heads, 9));
    expect([answer.mailbox, answer.read, answer.owner]).toEqual([
      offer.mailbox,
      sha256(offer.readProof),
      sha256(offer.ownerProof),
    ]);
    const joining = await old.write(answer.addBody ?? said(""), "membership");
    const taken = good(await fresh.desk().pairTake(answer.body, secondPass));
    expect(taken.heads).toEqual(heads);
    expect(taken.identity.vault).toBe(good(await old.desk().open(false)).vault);
    expect((await readBy(fresh.desk(), [founding, joining, note])).at(-1)).toBe("hello");
    const back = await fresh.write(said("and back"));
    expect((await readBy(old.desk(), [joining, back])).at(-1)).toBe("and back");
    expect(good(await old.desk().members()).map(({ name }) => name)).toEqual(["old", "Tablet"]);
    expect(good(await fresh.restart().unlock(secondPass)).device).toBe(taken.identity.device);
  });

  it("gives the new device the owner's rights under its own passphrase", async () => {
    const { device: old, founding } = await foundedDevice("rights");
    const fresh = testDevice("rights new");
    const offer = good(await fresh.desk().pairOffer());
    const answer = good(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 9));
    good(await fresh.desk().pairTake(answer.body, secondPass));
    good(await fresh.desk().openMany([founding, await old.write(answer.addBody ?? said(""), "membership")], true));
    const { device } = good(await old.desk().open(false));
    const cut = { seq: 0, hash: new Uint8Array(32) };
    expect(tagOf(await fresh.desk().revoke(null, device, cut, 10))).toBe("WrongPassphrase");
    expect(good(await fresh.desk().revoke(secondPass, device, cut, 10)).epoch).toBe(2);
  });

  it("tells the new device that there are words, and which record new ones would replace", async () => {
    const { device: old } = await foundedDevice("told");
    const { record } = good(await old.desk().recoveryWords(null));
    const fresh = testDevice("told new");
    const offer = good(await fresh.desk().pairOffer());
    const answer = good(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 9));
    good(await fresh.desk().pairTake(answer.body, null));
    expect(good(await fresh.desk().status()).recovery).toBe(true);
    const own = good(await fresh.desk().recoveryWords(null));
    expect(own.replaces).toBe(record.mailbox);
    expect(own.record.mailbox).not.toBe(record.mailbox);
    expect(own.record.ownerProof).toBe(record.ownerProof);
    // Over restarts too: whether the relay was reached the first time is not known here.
    const again = fresh.restart();
    good(await again.open(false));
    expect(good(await again.recoveryWords(null))).toMatchObject({ words: own.words, replaces: record.mailbox });
    const { ownerProof } = record;
    const mailboxes = [own.record.mailbox, record.mailbox];
    expect(good(await again.confirm(null))).toEqual({ mailboxes, ownerProof });
    expect(good(await old.desk().confirm(null))).toEqual({ mailboxes: [record.mailbox], ownerProof });
  });

  it("never hands over the words, but what renews their record: also over two devices", async () => {
    const { device: first, founding } = await lockedDevice("covers");
    const { words } = good(await first.desk().recoveryWords(firstPass));
    const acts = [founding];
    let [from, pass] = [first, firstPass];
    for (const name of ["second", "third"]) {
      const fresh = testDevice(`covers ${name}`);
      const offer = good(await fresh.desk().pairOffer());
      const answer = good(await from.desk().pairAnswer(pass, offer.code, name, {}, 9));
      acts.push(await from.write(answer.addBody ?? said(""), "membership"));
      good(await fresh.desk().pairTake(answer.body, secondPass));
      for (const device of [from, fresh]) good(await device.desk().openMany(acts, true));
      [from, pass] = [fresh, secondPass];
    }
    const turn = good(await from.desk().rotateKeys(secondPass, 10));
    const act = await from.write(turn.body, "membership");
    good(await from.desk().openMany([act], true));
    const note = await from.write(said("after the turn"));
    const back = testDevice("covers back");
    good(await back.desk().recoveryTake(words.join(" "), turn.record?.body ?? said(""), null));
    expect((await readBy(back.desk(), [...acts, act, note])).at(-1)).toBe("after the turn");
    expect(good(await from.desk().recoveryWords(secondPass)).words).not.toEqual(words);
  });

  it("ends after 120 seconds, when the worker ends, and once it was taken", async () => {
    const { device: old } = await foundedDevice("late");
    const fresh = testDevice("late new");
    const answerTo = async (code: Uint8Array): Promise<Uint8Array> =>
      good(await old.desk().pairAnswer(null, code, "Tablet", {}, 9)).body;
    const late = await answerTo(good(await fresh.desk().pairOffer()).code);
    fresh.turn(offerLife + 1);
    expect(tagOf(await fresh.desk().pairTake(late, null))).toBe("Refused Late");
    const ended = await answerTo(good(await fresh.desk().pairOffer()).code);
    expect(tagOf(await fresh.restart().pairTake(ended, null))).toBe("Refused Late");
    const right = await answerTo(good(await fresh.desk().pairOffer()).code);
    fresh.turn(offerLife);
    good(await fresh.desk().pairTake(right, null));
    expect(tagOf(await fresh.desk().pairTake(right, null))).toBe("Refused Late");
  });

  it("takes nothing that was sealed for another offer, and still takes the right one after", async () => {
    const { device: old } = await foundedDevice("other");
    const [fresh, stranger] = [testDevice("other new"), testDevice("other stranger")];
    const offer = good(await fresh.desk().pairOffer());
    const foreign = good(await stranger.desk().pairOffer());
    const wrong = good(await old.desk().pairAnswer(null, foreign.code, "Tablet", {}, 9)).body;
    const right = good(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 9)).body;
    expect(tagOf(await fresh.desk().pairTake(wrong, null))).toBe("Refused Package");
    expect(tagOf(await fresh.desk().pairTake(said("noise"), null))).toBe("Refused Package");
    expect(tagOf(await fresh.desk().pairTake(right, "short"))).toBe("WeakPassphrase");
    expect((await fresh.desk().pairTake(right, null)).ok).toBe(true);
  });

  it("answers the same code again by a package alone, and not for a device with other keys or one that was removed", async () => {
    const { device: old } = await foundedDevice("again");
    const fresh = testDevice("again new");
    const offer = good(await fresh.desk().pairOffer());
    const first = good(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 9));
    good(await old.desk().openMany([await old.write(first.addBody ?? said(""), "membership")], true));
    const again = good(await old.desk().pairAnswer(null, offer.code, "Another name", {}, 10));
    expect(again.addBody).toBe(null);
    expect(again.mailbox).toBe(first.mailbox);
    expect(good(await old.desk().members()).map(({ name }) => name)).toContain("Tablet");
    // The last 32 bytes of a code are a public key; another one is another device under a name that is taken.
    const bent = Uint8Array.from(offer.code);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(tagOf(await old.desk().pairAnswer(null, bent, "Tablet", {}, 11))).toBe("Refused Member");
    const { identity } = good(await fresh.desk().pairTake(again.body, null));
    const gone = good(await old.desk().revoke(null, identity.device, { seq: 0, hash: new Uint8Array(32) }, 12));
    good(await old.desk().openMany([await old.write(gone.body, "membership")], true));
    expect(tagOf(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 13))).toBe("Refused Member");
  });

  it("refuses what is no code, and a vault whose book is not known", async () => {
    const { device: old } = await foundedDevice("refused");
    expect(tagOf(await old.desk().pairRead(said("https://a.example")))).toBe("Refused Code");
    expect(tagOf(await old.desk().pairAnswer(null, said("x"), "Tablet", {}, 9))).toBe("Refused Code");
    const offer = good(await testDevice("refused new").desk().pairOffer());
    const desk = old.restart();
    good(await desk.open(false));
    expect(tagOf(await desk.pairAnswer(null, offer.code, "Tablet", {}, 9))).toBe("Refused NoBook");
  });

  it("does not take the place of keys that are open under a lock", async () => {
    const { device: old } = await foundedDevice("open old");
    const { device } = await lockedDevice("open new");
    const offer = good(await device.desk().pairOffer());
    const { body } = good(await old.desk().pairAnswer(null, offer.code, "Tablet", {}, 9));
    expect(tagOf(await device.desk().pairTake(body, secondPass))).toBe("Refused KeysOpen");
  });
});
