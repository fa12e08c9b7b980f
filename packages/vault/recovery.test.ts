import { describe, expect, it } from "vitest";
import { concat } from "@belay/basics";
import { seededRandom, testVault } from "@belay/testkit";
import { newRecoveryWords, wordsEntropy } from "./words.ts";
import {
  openRecovery,
  recoveryCoverBytes,
  recoveryOwnerProof,
  recoveryPlace,
  renewRecovery,
  sealCover,
  sealRecovery,
} from "./recovery.ts";
import { asSecret } from "./secret.ts";

const { owner, random } = testVault("recovery");
const entropy = random(16);
const epochs = [1, 2, 7].map((epoch) => ({ epoch, key: asSecret(random(32)) }));

const sealed = (more: object = {}): Uint8Array => {
  const record = sealRecovery({ entropy, owner, epochs, ...more }, random);
  if (!record.ok) throw new Error(record.error.type);
  return record.value;
};
const record = sealed();
const faultOf = (bytes: Uint8Array, by = entropy): string => {
  const read = openRecovery(bytes, by);
  return read.ok ? "none" : read.error.type;
};
const changed = (at: number, by = 1): Uint8Array => Uint8Array.from(record, (byte, i) => (i === at ? byte ^ by : byte));

describe("the recovery record", () => {
  it("gives the owner and every epoch's key to who has the words", () => {
    const words = newRecoveryWords(random);
    const read = openRecovery(sealed({ entropy: wordsEntropy(words) }), wordsEntropy(words) ?? entropy);
    if (!read.ok) throw new Error(read.error.type);
    expect(read.value.owner.vaultId).toEqual(owner.vaultId);
    expect(read.value.owner.secret.expose()).toEqual(owner.secret.expose());
    expect(read.value.epochs.map(({ epoch, key }) => [epoch, key.expose()])).toEqual(
      epochs.map(({ epoch, key }) => [epoch, key.expose()]),
    );
  });

  it("is new each time it is written, and has one size for years of rotations", () => {
    expect(sealed()).not.toEqual(record);
    expect(sealed({ epochs: epochs.slice(0, 1) }).length).toBe(record.length);
  });

  it("does not open with other words", () => {
    expect(faultOf(record, random(16))).toBe("BadCommitment");
    expect(faultOf(record, random(32))).toBe("BadCommitment");
  });

  it.each([
    [0, 1, "BadMagic"],
    [4, 3, "UnknownVersion"],
    [5, 3, "UnknownSuite"],
    [6, 2, "UnknownType"],
    [7, 1, "UnknownFlags"],
    [8, 1, "BadCommitment"],
    [24, 1, "BadTag"],
    [48, 1, "BadCommitment"],
    [80, 1, "BadTag"],
    [132, 1, "BadCommitment"],
    [148, 1, "BadTag"],
    [175, 1, "BadLength"],
    [176, 1, "BadCommitment"],
    [208, 1, "BadTag"],
  ])("byte %d changed is refused", (at, by, fault) => {
    expect(faultOf(changed(at, by))).toBe(fault);
  });

  it("no changed byte anywhere is taken", () => {
    for (let at = 0; at < record.length; at += 1) expect(faultOf(changed(at)), String(at)).not.toBe("none");
  });

  it("is refused cut short, lengthened, or far too long", () => {
    expect(faultOf(record.slice(0, -1))).toBe("TooShort");
    expect(faultOf(concat(record, Uint8Array.of(0)))).toBe("BadLength");
    expect(faultOf(new Uint8Array(20_000))).toBe("TooLong");
  });

  it("the halves of two records do not go together", () => {
    const again = sealed();
    expect(faultOf(concat(again.subarray(0, 132), record.subarray(132)))).toBe("BadTag");
  });

  it.each([
    ["words of another length", { entropy: new Uint8Array(15) }, "BadShape"],
    ["no epoch", { epochs: [] }, "BadShape"],
    [
      "more epochs than any vault has",
      { epochs: Array.from({ length: 401 }, () => ({ epoch: 1, key: asSecret(entropy) })) },
      "TooLong",
    ],
  ])("is not sealed for %s", (_, more, fault) => {
    const made = sealRecovery({ entropy, owner, epochs, ...more }, random);
    expect(made.ok ? "none" : made.error.type).toBe(fault);
  });

  it("epochs that do not rise are refused on opening", () => {
    expect(faultOf(sealed({ epochs: [epochs[2], epochs[0]] }))).toBe("BadShape");
  });

  it("takes four draws of chance", () => {
    const drawn: number[] = [];
    const base = seededRandom("draws");
    sealRecovery({ entropy, owner, epochs }, (length) => (drawn.push(length), base(length)));
    expect(drawn).toEqual([16, 24, 16, 24]);
  });
});

describe("the cover of the record", () => {
  const cover = sealCover(entropy, owner, 2, random);
  const renewed = (more: object = {}): ReturnType<typeof renewRecovery> =>
    renewRecovery({ cover, owner, epochs, ...more }, random);
  const whole = (more: object = {}): Uint8Array => {
    const made = renewed(more);
    if (!made.ok) throw new Error(made.error.type);
    return made.value;
  };

  it("lets the record be renewed without the words, which still open it", () => {
    const read = openRecovery(whole(), entropy);
    if (!read.ok) throw new Error(read.error.type);
    expect(read.value.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 7]);
    expect(read.value.owner.secret.expose()).toEqual(owner.secret.expose());
    expect(whole().subarray(0, 132)).toEqual(cover.subarray(0, 132));
    expect(whole()).not.toEqual(whole());
  });

  it("opens nothing for who has no words, the owner secret or not", () => {
    for (const by of [new Uint8Array(16), owner.secret.expose().subarray(0, 16), cover.subarray(0, 16)])
      expect(faultOf(whole(), by)).toBe("BadCommitment");
  });

  it("keeps both keys of an epoch that two devices began at once", () => {
    const twice = [1, 2, 2].map((epoch) => ({ epoch, key: asSecret(random(32)) }));
    const read = openRecovery(whole({ epochs: twice }), entropy);
    expect(read.ok && read.value.epochs.map(({ epoch, key }) => [epoch, key.expose()])).toEqual(
      twice.map(({ epoch, key }) => [epoch, key.expose()]),
    );
  });

  it.each([
    ["another length", { cover: cover.subarray(1) }],
    ["a newer epoch than any key", { epochs: epochs.slice(0, 1) }],
    ["no keys", { epochs: [] }],
  ])("of %s renews nothing", (_, more) => {
    expect(renewed(more)).toMatchObject({ ok: false, error: { type: "BadShape" } });
  });

  it("with another number, or of another owner, makes nothing that opens", () => {
    const number = Uint8Array.from(cover);
    number[recoveryCoverBytes - 1] = 1;
    expect(faultOf(whole({ cover: number }))).toBe("BadCommitment");
    expect(faultOf(whole({ owner: testVault("stranger").owner }))).toBe("BadCommitment");
  });
});

describe("the place of the record", () => {
  it("follows from the words alone, its replacement from the owner alone", () => {
    const { id, readProof } = recoveryPlace(entropy);
    expect([id.length, readProof.length, recoveryOwnerProof(owner).length]).toEqual([16, 32, 32]);
    expect(recoveryPlace(entropy)).toEqual({ id, readProof });
    expect(recoveryPlace(random(16)).id).not.toEqual(id);
    expect(recoveryOwnerProof(testVault("another").owner)).not.toEqual(recoveryOwnerProof(owner));
  });
});
