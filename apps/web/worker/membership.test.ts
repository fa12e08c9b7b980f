import { toHex } from "@belay/basics";
import { describe, expect, it } from "vitest";
import {
  firstPass,
  foundedDevice,
  good,
  lockedDevice,
  readBy,
  said,
  tagOf,
  testDevice,
  type TestDevice,
} from "../../../tests/world/desk-world.ts";

/** Pairs a new device with an old one that has no lock; gives the new one and the act that let it in. */
const paired = async (
  old: TestDevice,
  seed: string,
): Promise<{ readonly device: TestDevice; readonly joining: Uint8Array }> => {
  const device = testDevice(seed);
  const offer = good(await device.desk().pairOffer());
  const answer = good(await old.desk().pairAnswer(null, offer.code, seed, {}, old.now()));
  const joining = await old.write(answer.addBody ?? said(""), "membership");
  good(await old.desk().openMany([joining], true));
  good(await device.desk().pairTake(answer.body, null));
  return { device, joining };
};

/** Two devices of one vault that know each other, and what was appended for it. */
const couple = async (seed: string) => {
  const { device: a, founding } = await foundedDevice(`${seed} a`);
  const { device: b, joining } = await paired(a, `${seed} b`);
  good(await b.desk().openMany([founding, joining], true));
  return { a, b, founding, joining };
};

const idOf = async ({ desk }: TestDevice): Promise<string> => good(await desk().open(false)).device;

/** Where an envelope stands, as a cut. */
const cutAt = async (device: TestDevice, envelope: Uint8Array) => {
  const [verdict] = good(await device.desk().openMany([envelope], true));
  if (verdict?.ok !== true) throw new Error("not opened");
  return { seq: verdict.value.seq, hash: verdict.value.hash };
};

describe("the book of members", () => {
  it("begins with the device that founds it, and vouches for its relay key", async () => {
    const { device } = await foundedDevice("founder");
    const desk = device.desk();
    expect(good(await desk.members())).toMatchObject([{ name: "founder", self: true, cut: null, at: device.now() }]);
    expect(good(await desk.membershipHead()).n).toBe(1);
    const [credential] = good(await desk.credentials());
    const hello = good(await desk.hello("https://a.example", new Uint8Array(32)));
    expect(hello.epoch).toBe(1);
    expect(toHex(hello.writePub)).toBe(toHex(credential?.writePub ?? said("none")));
    expect(toHex(hello.ownerSig ?? said("none"))).toBe(toHex(credential?.rotateSig ?? said("other")));
    expect(tagOf(await desk.foundBody(null, "again", 1))).toBe("Refused Member");
  });

  it("is read again out of the log after a restart, cold as well", async () => {
    const { a, founding, joining } = await couple("cold");
    const before = good(await a.desk().members());
    const desk = a.restart();
    good(await desk.open(false));
    expect(good(await desk.members())).toEqual([]);
    good(await desk.openMany([joining, founding], false));
    expect(good(await desk.members())).toEqual(before);
  });

  it("lets a device's envelopes in once it stands there, in whatever order they come", async () => {
    const { device: a, founding } = await foundedDevice("order a");
    const { device: b, joining } = await paired(a, "order b");
    const note = await b.write(said("from b"));
    const desk = a.restart();
    good(await desk.open(false));
    expect(await readBy(desk, [note])).toEqual(["DoesNotOpen UnknownDevice"]);
    expect((await readBy(desk, [note, joining, founding]))[0]).toBe("from b");
  });

  it("does not take an act that another owner signed, or that was changed", async () => {
    const { a } = await couple("forged");
    const other = testDevice("forger");
    good(await other.desk().open(true));
    const forged = await a.write(good(await other.desk().foundBody(null, "forger", 1)), "membership");
    expect(await readBy(a.desk(), [forged])).toEqual(["DoesNotOpen BadSignature"]);
    expect(good(await a.desk().members())).toHaveLength(2);
  });
});

describe("removing a device", () => {
  it("keeps what it wrote before its end, refuses what comes after, and begins an epoch without it", async () => {
    const { a, b } = await couple("remove");
    const before = await b.write(said("before"));
    const turn = good(await a.desk().revoke(null, await idOf(b), await cutAt(a, before), 9));
    expect(turn.epoch).toBe(2);
    const act = await a.write(turn.body, "membership");
    expect(good(await a.desk().hello("o", new Uint8Array(32))).epoch).toBe(1);
    good(await a.desk().openMany([act], true));
    expect(good(await a.desk().hello("o", new Uint8Array(32))).epoch).toBe(2);
    expect(toHex(good(await a.desk().hello("o", new Uint8Array(32))).writePub)).toBe(toHex(turn.writePub));

    const after = await b.write(said("after"));
    expect(await readBy(a.desk(), [before, after])).toEqual(["before", "DoesNotOpen AfterCut"]);
    const secret = await a.write(said("without b"));
    good(await b.desk().openMany([act], true));
    expect(await readBy(b.desk(), [secret])).toEqual(["DoesNotOpen UnknownEpoch"]);
    const cuts = good(await a.desk().members()).map(({ cut }) => cut?.seq ?? null);
    expect(cuts).toEqual([null, 1]);
  });

  it("refuses another envelope in the place of the last one that counts", async () => {
    const { a, b } = await couple("fork");
    const one = good(await b.desk().seal(said("one"), 1, new Uint8Array(32)));
    const two = good(await b.desk().seal(said("two"), 1, new Uint8Array(32)));
    const turn = good(await a.desk().revoke(null, await idOf(b), await cutAt(a, one.envelope), 9));
    good(await a.desk().openMany([await a.write(turn.body, "membership")], true));
    expect(await readBy(a.desk(), [one.envelope, two.envelope])).toEqual(["one", "DoesNotOpen AfterCut"]);
  });

  it("refuses what comes after on a cold reading too", async () => {
    const { a, b, founding, joining } = await couple("cold cut");
    const before = await b.write(said("before"));
    const after = await b.write(said("after"));
    const turn = good(await a.desk().revoke(null, await idOf(b), await cutAt(a, before), 9));
    const act = await a.write(turn.body, "membership");
    const desk = a.restart();
    good(await desk.open(false));
    const verdicts = good(await desk.openMany([founding, joining, before, after, act], false));
    expect(verdicts.map(tagOf)).toEqual(["ok", "ok", "ok", "DoesNotOpen AfterCut", "ok"]);
  });

  it.each([
    ["a stranger", "00".repeat(16), "Refused NotMember"],
    ["the last one", "self", "Refused LastDevice"],
  ])("refuses to end %s", async (_name, who, tag) => {
    const { device } = await foundedDevice("nobody");
    const id = who === "self" ? await idOf(device) : who;
    expect(tagOf(await device.desk().revoke(null, id, { seq: 0, hash: new Uint8Array(32) }, 1))).toBe(tag);
  });

  it("refuses before the book is known: nobody could be sealed to", async () => {
    const { device } = await foundedDevice("unread");
    const desk = device.restart();
    good(await desk.open(false));
    expect(tagOf(await desk.rotateKeys(null, 1))).toBe("Refused NoBook");
  });
});

describe("a new epoch", () => {
  it("is handed to every device by the act itself, over restarts, and old envelopes open as before", async () => {
    const { a, b, founding, joining } = await couple("rotate");
    const old = await a.write(said("epoch one"));
    const turn = good(await a.desk().rotateKeys(null, 5));
    const act = await a.write(turn.body, "membership");
    good(await a.desk().openMany([act], true));
    const fresh = await a.write(said("epoch two"));
    expect(await readBy(b.desk(), [old, fresh, act])).toEqual([
      "epoch one",
      "epoch two",
      expect.stringContaining("rotate"),
    ]);
    const desk = b.restart();
    good(await desk.open(false));
    expect((await readBy(desk, [founding, joining, act, fresh, old])).slice(3)).toEqual(["epoch two", "epoch one"]);
    expect(good(await desk.credentials()).map(({ epoch }) => epoch)).toEqual([1, 2]);
  });

  it("is found through acts that came in the wrong order, all in one reading", async () => {
    const { a, b, founding, joining } = await couple("backwards");
    const acts: Uint8Array[] = [];
    for (const at of [5, 6, 7]) {
      const act = await a.write(good(await a.desk().rotateKeys(null, at)).body, "membership");
      good(await a.desk().openMany([act], true));
      acts.push(act);
    }
    const note = await a.write(said("epoch four"));
    const desk = b.restart();
    good(await desk.open(false));
    const all = [note, ...acts.toReversed(), joining, founding];
    expect((await readBy(desk, all))[0]).toBe("epoch four");
    expect((await readBy(desk, all)).filter((text) => text.startsWith("DoesNotOpen"))).toEqual([]);
    expect(good(await desk.credentials()).map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
  });

  it("still needs its writer's signature on the envelope once its act is known", async () => {
    const { a, b } = await couple("signed again");
    const act = await a.write(good(await a.desk().rotateKeys(null, 5)).body, "membership");
    const bent = act.with(act.length - 1, (act.at(-1) ?? 0) ^ 1);
    expect(await readBy(b.desk(), [bent])).toEqual(["DoesNotOpen BadSignature"]);
    expect(await readBy(b.desk(), [act, bent])).toEqual([
      expect.stringContaining("rotate"),
      "DoesNotOpen BadSignature",
    ]);
  });

  it("that two devices begin at once has one that stands, and what was written under either opens", async () => {
    const { a, b } = await couple("at once");
    const actA = await a.write(good(await a.desk().rotateKeys(null, 5)).body, "membership");
    const actB = await b.write(good(await b.desk().rotateKeys(null, 6)).body, "membership");
    good(await a.desk().openMany([actA], true));
    good(await b.desk().openMany([actB], true));
    const notes = [await a.write(said("under a")), await b.write(said("under b"))];
    for (const device of [a, b]) {
      good(await device.desk().openMany([actB, actA], true));
      expect(await readBy(device.desk(), notes)).toEqual(["under a", "under b"]);
    }
    const heads = await Promise.all([a, b].map(async ({ desk }) => toHex(good(await desk().membershipHead()).hash)));
    expect(heads[0]).toBe(heads[1]);
    const keys = await Promise.all(
      [a, b].map(async ({ desk }) => toHex(good(await desk().hello("o", new Uint8Array(32))).writePub)),
    );
    expect(keys[0]).toBe(keys[1]);
  });

  it.each([0, 1])("that lost stays readable for who comes later by pairing with device %i, or by words", async (by) => {
    const { a, b, founding, joining } = await couple(`late comers ${by}`);
    const actA = await a.write(good(await a.desk().rotateKeys(null, 5)).body, "membership");
    const actB = await b.write(good(await b.desk().rotateKeys(null, 6)).body, "membership");
    good(await a.desk().openMany([actA], true));
    good(await b.desk().openMany([actB], true));
    const notes = [await a.write(said("under a")), await b.write(said("under b"))];
    const log = [founding, joining, actA, actB, ...notes];
    for (const old of [a, b]) good(await old.desk().openMany([actA, actB], true));
    const old = by === 0 ? a : b;
    const { device, joining: later } = await paired(old, `later ${by}`);
    const { words, record } = good(await old.desk().recoveryWords(null));
    const back = testDevice("back");
    good(await back.desk().recoveryTake(words.join(" "), record.body, null));
    for (const one of [device, back]) {
      expect((await readBy(one.desk(), [...log, later])).slice(4, 6)).toEqual(["under a", "under b"]);
      const desk = one.restart();
      good(await desk.open(false));
      expect((await readBy(desk, [...log, later])).slice(4, 6)).toEqual(["under a", "under b"]);
    }
    const fresh = await device.write(said("under the one that stands"));
    for (const one of [a, b]) expect((await readBy(one.desk(), [later, fresh]))[1]).toBe("under the one that stands");
  });

  it("leaves what was sealed for this device readable, before and after the log was read", async () => {
    const { device, founding } = await lockedDevice("local");
    const box = good(await device.desk().sealLocal("form/1", said("draft")));
    const act = await device.write(good(await device.desk().rotateKeys(firstPass, 5)).body, "membership");
    good(await device.desk().openMany([act], true));
    const later = good(await device.desk().sealLocal("form/2", said("later")));
    const desk = device.restart();
    await desk.unlock(firstPass);
    for (const [name, sealed] of [
      ["form/1", box],
      ["form/2", later],
    ] as const)
      expect((await desk.openLocal(name, sealed)).ok).toBe(true);
    good(await desk.openMany([founding, act], false));
    good(await desk.changeLock(firstPass, "gravel lantern window trophy salad"));
    const newest = good(await desk.sealLocal("form/3", said("newest")));
    const again = device.restart();
    good(await again.unlock("gravel lantern window trophy salad"));
    for (const [name, sealed] of [
      ["form/1", box],
      ["form/3", newest],
    ] as const)
      expect((await again.openLocal(name, sealed)).ok).toBe(true);
    expect(good(await again.open(false)).epoch).toBe(2);
  });

  it("lets a relay that lost the vault be told every epoch, each signed by its own key", async () => {
    const { a } = await couple("replay");
    good(await a.desk().openMany([await a.write(good(await a.desk().rotateKeys(null, 5)).body, "membership")], true));
    const first = good(await a.desk().hello("o", new Uint8Array(32), 1));
    const second = good(await a.desk().hello("o", new Uint8Array(32)));
    expect([first.epoch, second.epoch]).toEqual([1, 2]);
    expect([first.ownerSig?.length, second.ownerSig?.length]).toEqual([64, 64]);
    expect(tagOf(await a.desk().hello("o", new Uint8Array(32), 3))).toBe("Refused Epoch");
  });
});
