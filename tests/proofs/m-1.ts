/** M-1: a hostile relay changes one byte of a record; no changed record is ever taken. */
import { utf8 } from "@belay/basics";
import { pickBelow, seededRandom, testVault, type TestVault } from "@belay/testkit";
import { chainStart, envelopeHash, type ChainLink, type OpenInput } from "@belay/vault";
import { headerlessSealer, shippedSealer, type Sealer } from "../vectors/sealer.ts";
import type { Proof } from "./proof.ts";

/** Bytes of header and commitment, all of which are changed in every record. */
const front = 160;
/** Further changes anywhere behind them, in ciphertext, tag and signature. */
const further = 64;
/** The page counts 212 cases a record; the header and commitment have 160 bytes, so that 224 are run. */
const paged = 212;

interface Found {
  readonly done: number;
  readonly taken: readonly string[];
}

/** Of the changes that the sealing alone must catch, every so many are also tried as on receipt. */
const alsoReceived = 24;

/**
 * Opened as on a cold open, where no signature is looked at and no link before it is known: the sealing alone must hold,
 * and what it refuses is refused on receipt too, where more is checked. A change of the signature is tried on receipt.
 */
const isTaken = (sealer: Sealer, bytes: Uint8Array, receipt: OpenInput, onReceipt: boolean): boolean => {
  const { prev: _, ...rest } = receipt;
  return onReceipt ? sealer.open(bytes, receipt) : sealer.open(bytes, { ...rest, verifySignature: false });
};

const oneRecord = (
  sealer: Sealer,
  vault: TestVault,
  prev: ChainLink,
  index: number,
): Found & { readonly link: ChainLink } => {
  const { random, vaultId, keys, device } = vault;
  const body = utf8(`{"seen":{},"events":[{"n":${index},"note":"${"x".repeat(pickBelow(random, 700))}"}]}`);
  const envelope = sealer.seal(
    { type: "events", vaultId, epoch: 1, device, seq: prev.seq + 1, prevHash: prev.hash, body },
    keys,
    random,
  );
  const receipt: OpenInput = {
    vaultId,
    keyOfEpoch: (epoch) => (epoch === 1 ? keys : null),
    devicePub: device.sign.publicKey,
    verifySignature: true,
    prev,
  };
  const taken: string[] = sealer.open(envelope, receipt) ? [] : [`record ${index} does not open untouched`];
  const places = Array.from({ length: front + further }, (_, i) =>
    i < front ? i : front + pickBelow(random, envelope.length - front),
  );
  for (const [i, at] of places.entries()) {
    const changed = Uint8Array.from(envelope);
    changed[at] = (changed[at] ?? 0) ^ (1 + pickBelow(random, 255));
    const inSignature = at >= envelope.length - 64;
    const wasTaken =
      (!inSignature && isTaken(sealer, changed, receipt, false)) ||
      ((inSignature || i % alsoReceived === index % alsoReceived) && isTaken(sealer, changed, receipt, true));
    if (wasTaken) taken.push(`record ${index}, byte ${at}`);
  }
  const hash = envelopeHash(envelope);
  return { done: places.length, taken, link: hash.ok ? { seq: prev.seq + 1, hash: hash.value } : chainStart };
};

const records = (sealer: Sealer, count: number, seed: number): Found => {
  const vault: TestVault = { ...testVault(`m-1/${seed}`), random: seededRandom(`m-1/bytes/${seed}`) };
  let link = chainStart;
  let done = 0;
  const taken: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const found = oneRecord(sealer, vault, link, index);
    link = found.link;
    done += found.done;
    taken.push(...found.taken);
  }
  return { done, taken };
};

/** Every header and commitment byte of each record, and 64 more places, each changed to a random other value. */
export const proof: Proof = {
  id: "M-1",
  number: 63_600,
  control: "an open function that leaves the header out of the AAD",
  run: async ({ asked, seed, note }) => {
    const found = records(shippedSealer, Math.ceil(asked / paged), seed);
    const control = records(headerlessSealer, 2, seed).taken.some((line) => line.includes("byte"));
    for (const line of found.taken.slice(0, 20)) note(`taken: ${line}`);
    const why = found.taken[0];
    return {
      done: found.done,
      failures: found.taken.length,
      control,
      ...(why === undefined ? {} : { why: `taken: ${why}` }),
    };
  },
};
