import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "@belay/basics";
import { testVault } from "@belay/testkit";
import type { Act, Entry, NewEpoch, SealedKey } from "./acts.ts";
import {
  activeOf,
  credentials,
  cutOf,
  deviceOf,
  emptyBook,
  epochOf,
  folded,
  keysFor,
  nextPlace,
  stands,
  type Book,
} from "./book.ts";
import { sealEpochKey } from "./epoch-key.ts";
import { newDevice, newVaultKey, vaultKeys, type Device } from "./keys.ts";
import { signAct, type SignedAct } from "./members.ts";
import { signRotate } from "./relay-auth.ts";

const { owner, vaultId, keys, device: first, random } = testVault("book");
const [second, third, fourth] = [newDevice(random), newDevice(random), newDevice(random)];
const id = (device: Device): string => toHex(device.id);
const entryFor = (device: Device, name: string) => ({
  device: id(device),
  name,
  signPub: toHex(device.sign.publicKey),
  agreePub: toHex(device.agree.publicKey),
});
const fresh = (epoch: number): NewEpoch => {
  const write = vaultKeys(newVaultKey(random)).write.publicKey;
  return { epoch, writePub: toHex(write), rotateSig: toHex(signRotate(owner, epoch, write)) };
};
const keyFor = (device: Device, epoch: number): SealedKey => {
  const place = { vaultId, epoch, device: device.id, before: keys };
  const sealed = sealEpochKey(place, device.agree.publicKey, newVaultKey(random), random);
  return { device: id(device), sealed: sealed.ok ? toHex(sealed.value) : "" };
};
const keysTo = (epoch: number, ...devices: readonly Device[]): readonly SealedKey[] =>
  devices.map((device) => keyFor(device, epoch)).toSorted((a, b) => (a.device < b.device ? -1 : 1));
const signed = (entry: Entry): SignedAct => {
  const made = signAct(owner, entry);
  if (!made.ok) throw new Error(made.error.type);
  return made.value.act;
};
let clock = 1_800_000_000_000;
const next = (book: Book, act: Act): SignedAct => signed({ ...nextPlace(book), act, at: (clock += 1000) });
const cut = { seq: 9, hash: "ab".repeat(32) };
const revoke = (device: Device, epoch: number, ...staying: readonly Device[]): Act => ({
  type: "revoke",
  device: id(device),
  cut,
  ...fresh(epoch),
  keys: keysTo(epoch, ...staying),
});
const add = (device: Device, name = "another"): Act => ({ type: "add", ...entryFor(device, name) });

const start = next(emptyBook, { type: "found", ...entryFor(first, "phone"), ...fresh(1) });
const one = folded(emptyBook, [start]);
const addSecond = next(one, add(second, "laptop"));
const two = folded(one, [addSecond]);
const addThird = next(two, add(third));
const three = folded(two, [addThird]);

describe("the book of devices", () => {
  it("begins with the first device and its relay credentials", () => {
    expect(one.head).toEqual({ n: 1, hash: start.hash });
    expect(one.members).toEqual([
      {
        device: id(first),
        name: "phone",
        signPub: first.sign.publicKey,
        agreePub: first.agree.publicKey,
        at: start.at,
        cut: null,
      },
    ]);
    expect([epochOf(emptyBook), epochOf(one), credentials(one).length]).toEqual([0, 1, 1]);
    expect(nextPlace(one)).toEqual({ n: 2, prev: toHex(start.hash) });
  });

  it("lets devices in, in order", () => {
    expect(three.members.map(({ name }) => name)).toEqual(["phone", "laptop", "another"]);
    expect(deviceOf(three, id(second))?.signPub).toEqual(second.sign.publicKey);
    expect(deviceOf(three, id(fourth))).toBe(null);
    expect(stands(three, addSecond.hash)).toBe(true);
  });

  it("shuts one out from its cut on, keeps it listed, and starts an epoch for the rest", () => {
    const act = next(three, revoke(second, 2, first, third));
    const book = folded(three, [act]);
    expect(cutOf(book, id(second))).toEqual(cut);
    expect(cutOf(book, id(first))).toBe(null);
    expect(activeOf(book).map(({ device }) => device)).toEqual([id(first), id(third)]);
    expect([epochOf(book), credentials(book).map(({ epoch }) => epoch)]).toEqual([2, [1, 2]]);
    expect(keysFor(book, id(third)).map(({ epoch, standing }) => [epoch, standing])).toEqual([[2, true]]);
    expect(keysFor(book, id(second))).toEqual([]);
  });

  it("never lets a device that was shut out in again under its old id", () => {
    const gone = folded(three, [next(three, revoke(second, 2, first, third))]);
    const back = next(gone, add(second));
    expect(stands(folded(gone, [back]), back.hash)).toBe(false);
  });

  it.each([
    ["a second beginning", () => next(one, { type: "found", ...entryFor(second, "x"), ...fresh(1) })],
    ["a beginning without a found act", () => next(emptyBook, add(second))],
    ["an act after another hash", () => signed({ n: 4, prev: "cd".repeat(32), act: add(fourth), at: 1 })],
    ["a number that skips", () => signed({ ...nextPlace(three), n: 5, act: add(fourth), at: 1 })],
    ["a device that is there", () => next(three, add(third))],
    ["a stranger's end", () => next(three, revoke(fourth, 2, first, second, third))],
    ["an epoch that skips", () => next(three, revoke(second, 3, first, third))],
    ["an epoch that stays", () => next(three, { type: "rotate", ...fresh(1), keys: keysTo(1, first, second, third) })],
    ["a key for the one who is shut out", () => next(three, revoke(second, 2, first, second, third))],
    ["a device that stays without a key", () => next(three, revoke(second, 2, first))],
    ["an end that leaves nobody", () => next(one, revoke(first, 2))],
  ])("does not take %s", (_, make) => {
    const act = make();
    const book = folded(three, [act]);
    expect(stands(book, act.hash)).toBe(false);
    expect(book.members).toEqual(three.members);
  });
});

describe("two devices act at once", () => {
  const rivals = [next(three, revoke(second, 2, first, third)), next(three, revoke(third, 2, first, second))] as const;
  const [lower, higher] = toHex(rivals[0].hash) < toHex(rivals[1].hash) ? rivals : [rivals[1], rivals[0]];
  const both = folded(three, rivals);

  it("the one with the smaller hash stands, whichever came first", () => {
    for (const order of [
      [lower, higher],
      [higher, lower],
    ]) {
      const book = order.reduce((so, act) => folded(so, [act]), three);
      expect([stands(book, lower.hash), stands(book, higher.hash)]).toEqual([true, false]);
      expect(book).toEqual({ ...both, acts: book.acts });
    }
  });

  it("the other does it again after it, with the next epoch", () => {
    if (lower.act.type !== "revoke" || higher.act.type !== "revoke") throw new Error("no revocations");
    const left = activeOf(both).map(({ device }) => device);
    const gone = higher.act.device;
    const staying = [first, second, third].filter((device) => left.includes(id(device)) && id(device) !== gone);
    const lost = [second, third].find((device) => id(device) === gone) ?? second;
    const again = folded(both, [next(both, revoke(lost, 3, ...staying))]);
    expect(activeOf(again).map(({ device }) => device)).toEqual([id(first)]);
    expect(epochOf(again)).toBe(3);
  });

  it("the key of the act that lost is still handed out: records may have been sealed with it", () => {
    expect(keysFor(both, id(first)).map(({ epoch, standing }) => [epoch, standing])).toContainEqual([2, false]);
    expect(keysFor(both, id(first)).length).toBe(2);
  });

  it("an old book's act cannot undo a later revocation, even with the smaller hash", () => {
    const act = next(three, revoke(second, 2, first, third));
    const book = folded(three, [act]);
    for (let i = 0; i < 12; i += 1) {
      const stale = next(two, add(newDevice(random)));
      const met = folded(book, [stale]);
      expect([stands(met, act.hash), stands(met, stale.hash), cutOf(met, id(second))]).toEqual([true, false, cut]);
    }
  });
});

describe("the fold", () => {
  const gone = next(three, revoke(second, 2, first, third));
  const four = folded(three, [gone]);
  const all = [
    start,
    addSecond,
    addThird,
    gone,
    next(four, { type: "rotate", ...fresh(3), keys: keysTo(3, first, third) }),
    next(two, add(fourth)),
    next(three, { type: "rotate", ...fresh(2), keys: keysTo(2, first, second, third) }),
    next(three, revoke(third, 2, first, second)),
  ];
  const whole = folded(emptyBook, all);

  it("follows from the set of acts alone, in any order and any portions", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat({ max: 7 }), (order, at) => {
        const book = folded(folded(emptyBook, order.slice(0, at)), order.slice(at));
        expect([book.head, book.members, book.credentials]).toEqual([whole.head, whole.members, whole.credentials]);
      }),
    );
  });

  it("is the same when acts come twice, and itself when nothing new comes", () => {
    expect(folded(whole, all)).toBe(whole);
    expect(folded(whole, [])).toBe(whole);
    expect(folded(emptyBook, [...all, ...all])).toEqual(whole);
  });

  it("keeps what hangs in the air until what it hangs on has come", () => {
    const early = folded(emptyBook, [addThird, addSecond]);
    expect([early.members, early.acts.size]).toEqual([[], 2]);
    expect(folded(early, [start]).members.length).toBe(3);
  });

  it("gives bytes, never text, where keys are meant", () => {
    const pub = whole.credentials[0]?.writePub ?? new Uint8Array(0);
    expect(fromHex(toHex(pub))).toEqual({ ok: true, value: pub });
    expect(whole.credentials.map(({ rotateSig }) => rotateSig.length)).toEqual([64, 64, 64]);
  });
});
