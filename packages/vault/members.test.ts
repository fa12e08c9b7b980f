import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, u32, concat, utf8 } from "@belay/basics";
import { testVault } from "@belay/testkit";
import { entryOf, type Act, type Entry } from "./acts.ts";
import { newDevice, newOwner } from "./keys.ts";
import { actHash, actText, newEpochOf, readAct, signAct } from "./members.ts";
import { signRotate } from "./relay-auth.ts";
import { sign } from "./sign.ts";
import { sha256 } from "./derive.ts";

const { owner, device, keys, random } = testVault("members");
const zeros = "0".repeat(64);
const rotateSig = (epoch: number): string => toHex(signRotate(owner, epoch, keys.write.publicKey));
const fresh = (epoch: number) => ({ epoch, writePub: toHex(keys.write.publicKey), rotateSig: rotateSig(epoch) });
const entryFor = (one = device, name = "Kitchen tablet") => ({
  device: toHex(one.id),
  name,
  signPub: toHex(one.sign.publicKey),
  agreePub: toHex(one.agree.publicKey),
});
const found: Act = { type: "found", ...entryFor(), ...fresh(1) };
const sealedKey = { device: toHex(device.id), sealed: "ab".repeat(80) };
const acts: readonly Act[] = [
  found,
  { type: "add", ...entryFor(newDevice(random), 'Mara\'s "old" phone \u{1f4f1}') },
  {
    type: "revoke",
    device: toHex(random(16)),
    cut: { seq: 12, hash: toHex(random(32)) },
    ...fresh(2),
    keys: [sealedKey],
  },
  { type: "revoke", device: toHex(random(16)), cut: { seq: 0, hash: zeros }, ...fresh(2), keys: [] },
  { type: "rotate", ...fresh(3), keys: [sealedKey, { device: "f".repeat(32), sealed: "00".repeat(80) }] },
];
const entry = (act: Act, more: Partial<Entry> = {}): Entry => ({
  n: 1,
  prev: zeros,
  act,
  at: 1_800_000_000_000,
  ...more,
});
const signed = (one: Entry): Uint8Array => {
  const made = signAct(owner, one);
  if (!made.ok) throw new Error(made.error.type);
  return made.value.body;
};
const faultOf = (body: Uint8Array, ownerPub = owner.ownerPub): string => {
  const read = readAct(body, ownerPub);
  return read.ok ? "none" : read.error.type;
};
/** A body with any text at all, rightly signed: what a careless or hostile holder of the owner key could write. */
const forged = (text: string): Uint8Array => {
  const bytes = utf8(text);
  const sig = sign(owner.sign, concat(utf8("membership/1"), owner.vaultId, u32(bytes.length), bytes));
  return utf8(JSON.stringify({ act: text, sig: toHex(sig) }));
};

describe("an act of the owner", () => {
  it.each(acts.map((act) => [act.type, act] as const))("comes back as it was signed: %s", (_, act) => {
    const read = readAct(signed(entry(act)), owner.ownerPub);
    expect(read.ok && read.value).toEqual({ ...entry(act), hash: actHash(actText(entry(act))) });
  });

  it("has one text, with its fields in one order, and a hash of that text", () => {
    const text = actText(entry(found));
    expect(text).toMatch(
      /^\{"n":1,"prev":"0{64}","act":\{"type":"found","device":"[0-9a-f]{32}","name":"Kitchen tablet",/,
    );
    expect(actHash(text)).toEqual(sha256(concat(utf8("member"), utf8(text))));
    const turned = JSON.parse(`{"at":5,"act":${JSON.stringify(found)},"prev":"${zeros}","n":1}`);
    expect(actText(entryOf(turned) ?? entry(found))).toBe(actText(entry(found, { at: 5 })));
  });

  it("is the owner's: another owner's signature, or another owner, is refused", () => {
    expect(faultOf(signed(entry(found)), newOwner(random).ownerPub)).toBe("BadSignature");
    const body = Buffer.from(signed(entry(found))).toString();
    expect(faultOf(utf8(body.replace("Kitchen", "Kitchem")))).toBe("BadSignature");
  });

  it("no changed byte anywhere is taken", () => {
    const body = signed(entry(found));
    for (let at = 0; at < body.length; at += 3)
      expect(faultOf(body.with(at, (body[at] ?? 0) ^ 1)), String(at)).not.toBe("none");
  });

  it("carries credentials that the owner signed for this epoch and key", () => {
    const credential = { type: "rotate" as const, ...fresh(2), keys: [sealedKey] };
    for (const wrong of [{ epoch: 3 }, { writePub: "00".repeat(32) }, { rotateSig: "00".repeat(64) }]) {
      const made = signAct(owner, entry({ ...credential, ...wrong }));
      expect(made.ok ? "none" : made.error.type).toBe("BadCredential");
    }
    expect(newEpochOf(credential)).toBe(credential);
    expect(newEpochOf({ type: "add", ...entryFor() })).toBe(null);
  });
});

describe("a body that is no act", () => {
  it.each([
    ["nothing", "", "BadShape"],
    ["no JSON", "{", "BadShape"],
    ["a list", "[]", "BadShape"],
    ["without a signature", '{"act":"{}"}', "BadShape"],
    ["with a short signature", '{"act":"{}","sig":"00"}', "BadShape"],
    ["with a number for an act", `{"act":1,"sig":"${"0".repeat(128)}"}`, "BadShape"],
    ["with a signature of zeros", `{"act":"{}","sig":"${"0".repeat(128)}"}`, "BadSignature"],
  ])("is refused: %s", (_, text, fault) => {
    expect(faultOf(utf8(text))).toBe(fault);
  });

  it("is refused when it is no UTF-8, or longer than an envelope holds", () => {
    expect(faultOf(Uint8Array.of(0xff))).toBe("BadText");
    expect(faultOf(new Uint8Array(262_141))).toBe("TooLong");
  });

  it("is refused when the outer text is written in another way", () => {
    const body = Buffer.from(signed(entry(found))).toString();
    for (const other of [` ${body}`, `${body}\n`, body.replace('","sig"', '", "sig"'), body.replace("}", ',"more":1}')])
      expect(faultOf(utf8(other)), other.slice(0, 30)).not.toBe("none");
  });

  const text = actText(entry(found));
  it.each([
    ["with a space", text.replace(":", ": "), "NotCanonical"],
    ["with a further field", text.replace('"at":', '"more":1,"at":'), "NotCanonical"],
    ["with a field twice", text.replace('"n":1', '"n":2,"n":1'), "NotCanonical"],
    ["with another order", text.replace('{"n":1,', "{").replace(/}$/, ',"n":1}'), "NotCanonical"],
    ["with a number written otherwise", text.replace('"n":1', '"n":1.0'), "NotCanonical"],
    ["with an escaped letter", text.replace("Kitchen", "\\u004bitchen"), "NotCanonical"],
    ["with a prototype", text.replace('"n":1', '"__proto__":{},"n":1'), "NotCanonical"],
    ["of number 0", text.replace('"n":1', '"n":0'), "BadShape"],
    ["before time began", text.replace(/"at":\d+/, '"at":-1'), "BadShape"],
    ["after no hash", text.replace(zeros, ""), "BadShape"],
    ["of an unknown kind", text.replace('"found"', '"lost"'), "BadShape"],
    ["of a second epoch at the start", text.replace('"epoch":1', '"epoch":2'), "BadShape"],
    ["by a device in capitals", text.replace(toHex(device.id), toHex(device.id).toUpperCase()), "BadShape"],
    ["with a name beyond all bounds", text.replace("Kitchen", "K".repeat(80)), "BadShape"],
    ["with no text at all", "null", "BadShape"],
    ["that nests without end", "[".repeat(100_000), "BadShape"],
  ])("is refused though the owner signed it: %s", (_, other, fault) => {
    expect(faultOf(forged(other))).toBe(fault);
  });

  it("is refused when its keys do not rise or a cut names no hash", () => {
    const rotate = { type: "rotate" as const, ...fresh(2), keys: [sealedKey, sealedKey] };
    const revoke = { type: "revoke" as const, device: toHex(device.id), ...fresh(2), keys: [] };
    const wrong: readonly Act[] = [
      rotate,
      { ...rotate, keys: [{ device: "ab", sealed: sealedKey.sealed }] },
      { ...rotate, keys: [{ device: sealedKey.device, sealed: "ab" }] },
      { ...revoke, cut: { seq: 1, hash: zeros } },
      { ...revoke, cut: { seq: 0, hash: "ab".repeat(32) } },
    ];
    for (const act of wrong) {
      expect(faultOf(forged(actText(entry(act))))).toBe("BadShape");
      expect(signAct(owner, entry(act))).toEqual({ ok: false, error: { type: "BadShape", field: "act" } });
    }
  });

  it("never throws, whatever it is", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(faultOf(utf8(json))).not.toBe("none");
        expect(faultOf(forged(json))).not.toBe("none");
      }),
      { numRuns: 60 },
    );
  });
});
